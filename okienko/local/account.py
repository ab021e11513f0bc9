"""Who PostgreSQL runs as: ourselves, or an unprivileged account when we are root."""

import os
import pwd
import stat
import subprocess
from dataclasses import dataclass
from pathlib import Path

from okienko.trouble import Trouble

UNPRIVILEGED = "nobody"


@dataclass(frozen=True)
class Account:
    """An account of this machine."""

    name: str
    uid: int
    gid: int

    @property
    def is_ours(self) -> bool:
        """Whether it is the account this very command runs as."""
        return self.uid == os.geteuid()

    def run(self, argv: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
        """Run a program to its end as this account, in a folder it can stand in."""
        # LC_ALL and nothing else: a PGDATA or PGPORT of the operator's must not steer our cluster.
        return subprocess.run(
            argv,
            cwd=folder,
            env={"LC_ALL": "C"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
            user=None if self.is_ours else self.uid,
            group=None if self.is_ours else self.gid,
            extra_groups=None if self.is_ours else [],
        )

    def can(self, test: str, path: Path) -> bool:
        """Ask the system itself (`test -x path`): permission bits do not tell about ACLs."""
        return self.run(["test", test, str(path)], Path("/")).returncode == 0

    def own(self, folder: Path) -> None:
        """Make a folder only this account may enter, or take one it made before."""
        try:
            folder.mkdir(mode=0o700)
            os.chown(folder, self.uid, self.gid)
        except FileExistsError:
            facts = folder.lstat()
            private = stat.S_ISDIR(facts.st_mode) and not facts.st_mode & 0o077
            if facts.st_uid != self.uid or not private:
                raise Trouble(
                    f"{folder} is not a private folder of {self.name}, so somebody else may have "
                    "laid it there. Remove it and start again."
                ) from None


def for_postgres(wanted: str | None) -> Account:
    """Choose the account: PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return Account(_our_name(), os.geteuid(), os.getegid())
    try:
        entry = pwd.getpwnam(wanted or UNPRIVILEGED)
    except KeyError:
        raise Trouble(
            f"PostgreSQL may not run as root, and there is no account {wanted or UNPRIVILEGED!r}. "
            "Name an ordinary one with OKIENKO_RUN_AS."
        ) from None
    if entry.pw_uid == 0:
        raise Trouble("OKIENKO_RUN_AS names root, as which PostgreSQL refuses to run.")
    return Account(entry.pw_name, entry.pw_uid, entry.pw_gid)


def _our_name() -> str:
    try:
        return pwd.getpwuid(os.geteuid()).pw_name
    except KeyError:
        # Containers often run as a number without a name.
        return f"user {os.geteuid()}"
