"""The data folder of one local system: its layout, its secrets, its lock and its run file."""

import fcntl
import hashlib
import json
import os
import secrets
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from okienko.trouble import Trouble

LOCK_TRIES = 4


@dataclass(frozen=True)
class Run:
    """What is running: kept in `run.json` for the other commands, and gone when all is stopped."""

    pid: int
    host: str
    port: int
    demo: bool
    gateway_url: str
    service_urls: dict[str, str]
    database_urls: dict[str, str] = field(repr=False)
    nats_url: str = field(repr=False)
    processes: dict[str, int] = field(default_factory=dict)
    ready: bool = False

    def with_processes(self, processes: dict[str, int]) -> "Run":
        """Say again which process ids the programs have, after a start or a restart."""
        return replace(self, processes=processes)

    def as_ready(self) -> "Run":
        """Say that every part answers."""
        return replace(self, ready=True)


@dataclass(frozen=True)
class Home:
    """One data folder; everything of one local system lies in it, except what root must move."""

    folder: Path

    @classmethod
    def at(cls, data_dir: Path) -> "Home":
        """Name the data folder, the same for every way of writing its path."""
        return cls(data_dir.expanduser().resolve())

    @property
    def logs(self) -> Path:
        """One log file per process."""
        return self.folder / "logs"

    @property
    def secrets(self) -> Path:
        """Keys and passwords, made once and never again."""
        return self.folder / "secrets"

    @property
    def demo_key(self) -> Path:
        """The key that signs the demonstration's tokens; the gateway makes it."""
        return self.secrets / "demo-issuer.json"

    @property
    def demo_examples(self) -> Path:
        """The real ids of what the documentation's examples name, once the demo data are sown."""
        return self.folder / "demo-examples.json"

    @property
    def anchors(self) -> Path:
        """Copies of the audit log's anchors, outside every database."""
        return self.folder / "audit-anchors.jsonl"

    @property
    def broker(self) -> Path:
        """NATS: its configuration and its store, which may be deleted while stopped."""
        return self.folder / "nats"

    @property
    def postgres(self) -> Path:
        """The PostgreSQL cluster, when its account can reach this folder."""
        return self.folder / "postgres"

    @property
    def moved_postgres(self) -> Path:
        """Where it is written down that the cluster had to be made somewhere else."""
        return self.folder / "postgres.moved"

    @property
    def lock_file(self) -> Path:
        """Held locked, with the supervisor's process id in it, as long as the system runs."""
        return self.folder / "okienko.lock"

    @property
    def run_file(self) -> Path:
        """See `Run`."""
        return self.folder / "run.json"

    @property
    def fingerprint(self) -> str:
        """A short name for this folder, where a path would be too long."""
        return hashlib.sha256(os.fsencode(self.folder)).hexdigest()[:12]

    def create(self) -> None:
        """Make the folder, or take it if it is empty or already ours."""
        if not self.folder.exists():
            self.folder.mkdir(parents=True)
            # Root's cluster belongs to another account, which has to pass through here.
            self.folder.chmod(0o711 if os.geteuid() == 0 else 0o700)
        elif not self.lock_file.exists() and any(self.folder.iterdir()):
            raise Trouble(
                f"{self.folder} holds something that is not Okienko's. "
                "Choose an empty folder with --data-dir."
            )
        self.lock_file.touch(0o600)
        for folder in (self.logs, self.secrets, self.broker):
            folder.mkdir(mode=0o700, exist_ok=True)

    def secret(self, name: str) -> str:
        """Give the secret of this name: 64 hex characters, made the first time it is asked for."""
        path = self.secrets / name
        if not path.exists():
            write_private(path, secrets.token_hex(32))
        return path.read_text().strip()

    def old_secrets(self, name: str) -> list[str]:
        """Give the secrets that this one replaces for now; they still open what they sealed."""
        path = self._old(name)
        return path.read_text().split() if path.exists() else []

    def renew(self, name: str) -> None:
        """Make a new secret of this name; the present one becomes an old one."""
        # In this order, so that a crash between the two loses neither.
        olds = [self.secret(name), *self.old_secrets(name)]
        write_private(self._old(name), "\n".join(dict.fromkeys(olds)))
        write_private(self.secrets / name, secrets.token_hex(32))

    def retire(self, name: str) -> None:
        """Throw the old secrets of this name away."""
        self._old(name).unlink(missing_ok=True)

    def _old(self, name: str) -> Path:
        return self.secrets / f"{name}s-old"

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Be the only supervisor of this folder."""
        with self.lock_file.open("r+") as file:
            if not _try_lock(file.fileno(), fcntl.LOCK_EX):
                raise Trouble(
                    f"Okienko already runs on {self.folder} (process {file.read().strip()}). "
                    "Stop it with `okienko down`, or give this one another --data-dir and --port."
                )
            file.truncate()
            file.write(str(os.getpid()))
            file.flush()
            yield

    def supervisor(self) -> int | None:
        """Tell the process id of the running supervisor; None when nothing runs."""
        if not self.lock_file.exists():
            return None
        with self.lock_file.open() as file:
            # The lock is the proof: a process id in a file may long belong to somebody else.
            if _try_lock(file.fileno(), fcntl.LOCK_SH):
                return None
            return int(file.read() or 0) or None

    def note(self, run: Run) -> None:
        """Write down what runs, for the other commands."""
        write_private(self.run_file, json.dumps(asdict(run), indent=2))

    def running(self) -> Run | None:
        """Read what runs; None when nothing does."""
        if self.supervisor() is None:
            return None
        try:
            return Run(**json.loads(self.run_file.read_text()))
        except FileNotFoundError:
            return None

    def forget(self) -> None:
        """Take the run file away, when all is stopped."""
        self.run_file.unlink(missing_ok=True)

    def delete(self) -> None:
        """Delete what we made, and the folder itself if nothing else is in it."""
        folders = [self.logs, self.secrets, self.broker, self.postgres]
        if self.moved_postgres.exists():
            folders.append(Path(self.moved_postgres.read_text()).parent)
        for folder in folders:
            if folder.exists():
                shutil.rmtree(folder)
        for file in (self.run_file, self.moved_postgres, self.lock_file):
            file.unlink(missing_ok=True)
        with suppress(OSError):
            self.folder.rmdir()


def _try_lock(descriptor: int, kind: int) -> bool:
    """Lock, or give up soon: a short wait outlasts another command that only looks."""
    for _ in range(LOCK_TRIES):
        with suppress(BlockingIOError):
            fcntl.flock(descriptor, kind | fcntl.LOCK_NB)
            return True
        time.sleep(0.05)
    return False


def write_private(path: Path, text: str) -> None:
    """Write a file nobody else may read, all of it or not at all, also when the power fails."""
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    draft.unlink(missing_ok=True)
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    os.fsync(folder)
    os.close(folder)
