"""Keeps a list of programs running: starts them, starts them again when they die, stops them."""

import asyncio
import ctypes
import math
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from okienko.local.account import Account
from okienko.trouble import Trouble

FIRST_PAUSE, LAST_PAUSE = 0.2, 5.0
STEADY_AFTER = 30.0
TICK = 0.05
GIVE_UP_AFTER = 3
LOG_CAP = 5_000_000
LAST_LINES = 15
PR_SET_PDEATHSIG = 1

Say = Callable[[str], None]

_libc = ctypes.CDLL(None) if sys.platform == "linux" else None


@dataclass(frozen=True)
class Program:
    """One program of the house, and everything needed to start it again and again."""

    name: str
    argv: list[str]
    log: Path
    env: Mapping[str, str] = field(default_factory=dict, repr=False)
    inherits: tuple[int, ...] = ()
    account: Account | None = None
    folder: Path | None = None
    before: Callable[[], Awaitable[None]] | None = None
    stops_on: signal.Signals = signal.SIGTERM
    dies_with_us_on: signal.Signals = signal.SIGKILL
    patience: float = 5.0

    def start(self) -> subprocess.Popen[bytes]:
        """Start it once, in a session of its own so that Ctrl-C reaches only the supervisor.

        Only the main thread may: to Linux the parent whose death is told is a thread, so what
        another one starts is ended when that thread is done, however long the process lives.
        """
        if threading.current_thread() is not threading.main_thread():
            raise Trouble(f"{self.name} must be started from the main thread, or it dies early.")
        other = None if self.account is None or self.account.is_ours else self.account
        with open_log(self.log) as log:
            return subprocess.Popen(
                self.argv,
                cwd=self.folder,
                env=dict(self.env),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                pass_fds=self.inherits,
                start_new_session=True,
                user=other.uid if other else None,
                group=other.gid if other else None,
                extra_groups=[] if other else None,
                # Python runs this after setuid, which would have cleared it. The danger ruff
                # sees is a lock held by another thread; a system call takes none.
                preexec_fn=self._die_with(os.getpid()),  # noqa: PLW1509
            )

    def _die_with(self, parent: int) -> Callable[[], None]:
        """Let the kernel end the program with us: kill -9 leaves us no chance to do it."""

        def before_exec() -> None:
            if _libc is not None:
                _libc.prctl(PR_SET_PDEATHSIG, int(self.dies_with_us_on), 0, 0, 0)
            if os.getppid() != parent:
                os._exit(1)

        return before_exec


class Supervisor:
    """The programs that are running now."""

    def __init__(self, changed: Callable[[dict[str, int]], None], say: Say) -> None:
        """Tell `changed` the process ids after every start, and `say` what a person should know."""
        self._changed = changed
        self._say = say
        self._programs: dict[str, Program] = {}
        self._keepers: dict[str, asyncio.Task[None]] = {}
        self._processes: dict[str, subprocess.Popen[bytes]] = {}
        self._deaths: dict[str, int] = {}

    def start(self, program: Program) -> None:
        """Start a program and keep it running from now on."""
        self._programs[program.name] = program
        self._deaths[program.name] = 0
        self._keepers[program.name] = asyncio.create_task(self._keep(program))

    async def until(
        self, name: str, answers: Callable[[], Awaitable[bool]], *, patience: float = 60
    ) -> None:
        """Wait until a program answers; refuse to wait for one that dies again and again."""
        deadline = time.monotonic() + patience
        while not await answers():
            if self._deaths[name] >= GIVE_UP_AFTER or time.monotonic() > deadline:
                log = self._programs[name].log
                raise Trouble(f"{name} does not start. The end of {log}:\n{last_lines(log)}")
            await asyncio.sleep(TICK)

    async def stop(self, *names: str) -> None:
        """Stop these programs side by side, and hard if they take too long."""
        await asyncio.gather(*(self._stop(name) for name in names if name in self._keepers))

    async def _keep(self, program: Program) -> None:
        pause = FIRST_PAUSE
        while True:
            started = time.monotonic()
            ending = await self._live(program)
            self._deaths[program.name] += 1
            if time.monotonic() - started > STEADY_AFTER:
                pause = FIRST_PAUSE
            self._say(f"{program.name} {ending}; starting it again in {pause:.1f} s")
            await asyncio.sleep(pause)
            pause = min(pause * 2, LAST_PAUSE)

    async def _live(self, program: Program) -> str:
        """Start a program, wait for its end and say how it came."""
        try:
            if program.before is not None:
                await program.before()
            process = program.start()
        except (Trouble, OSError, subprocess.SubprocessError) as reason:
            return f"could not be started: {reason}"
        self._processes[program.name] = process
        self._tell_changed()
        await wait_while(lambda: process.poll() is None)
        return how_it_ended(process.returncode)

    def _tell_changed(self) -> None:
        # A full disk must not end the watch over a program that runs.
        with suppress(OSError):
            self._changed({name: process.pid for name, process in self._processes.items()})

    async def _stop(self, name: str) -> None:
        self._keepers.pop(name).cancel()
        program, process = self._programs[name], self._processes.pop(name, None)
        if process is None or process.poll() is not None:
            return
        process.send_signal(program.stops_on)
        await wait_while(lambda: process.poll() is None, patience=program.patience)
        if process.poll() is None:
            self._say(f"{name} did not stop in {program.patience:.0f} s and was killed")
            process.kill()
            process.wait()


async def wait_while(true: Callable[[], bool], *, patience: float = math.inf) -> None:
    """Wait as long as something is true, or until patience ends."""
    deadline = time.monotonic() + patience
    # Looking again and again costs nothing next to a thread per process, which is what the
    # event loop of Python 3.11 would use instead; and we must not fork beside threads.
    while true() and time.monotonic() < deadline:  # noqa: ASYNC110
        await asyncio.sleep(TICK)


def open_log(path: Path) -> BinaryIO:
    """Open a log to go on writing it; a long one is put aside first, and one such is kept."""
    if path.exists() and path.stat().st_size > LOG_CAP:
        path.replace(path.with_suffix(".log.1"))
    return path.open("ab")


def last_lines(log: Path) -> str:
    """Quote the end of a log."""
    if not log.exists():
        return "  (nothing)"
    lines = log.read_text(errors="replace").splitlines()[-LAST_LINES:]
    return "\n".join(f"  {line}" for line in lines)


def how_it_ended(code: int) -> str:
    """Say in words how a process ended."""
    if code >= 0:
        return f"ended with exit code {code}"
    return f"was killed by {signal.Signals(-code).name}"
