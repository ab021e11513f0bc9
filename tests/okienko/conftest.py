"""Folders and houses for tests of the command line: all real, all small."""

import asyncio
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from okienko.local.account import for_postgres
from okienko.local.environment import environment
from okienko.local.home import Home, Run
from okienko.local.places import socket_folder
from okienko.local.postgres import Postgres
from okienko.local.supervisor import Supervisor
from okienko.processes import PROCESSES

PUT_UP = Path(__file__).parent / "programs" / "put_up.py"
PATIENCE = 20.0


@contextmanager
def open_folder() -> Iterator[Path]:
    """Make a folder with a space in its name, which every account may pass through.

    pytest's own are closed to others, and PostgreSQL runs as another account when we are root.
    """
    made = Path(tempfile.mkdtemp(prefix="okienko test "))
    made.chmod(0o755)
    yield made
    shutil.rmtree(made)


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder for one test."""
    with open_folder() as made:
        yield made


@pytest.fixture
def home(folder: Path) -> Iterator[Home]:
    """A data folder ready for use."""
    made = Home.at(folder / "data")
    made.create()
    yield made
    shutil.rmtree(socket_folder(made, for_postgres(None)), ignore_errors=True)


@pytest.fixture(scope="session")
def furnished() -> Iterator[Home]:
    """A data folder with a cluster in it, which the tests use one after another."""
    with open_folder() as made:
        home = Home.at(made / "data")
        home.create()
        postgres = Postgres.of(home, run_as=None)
        postgres.initialise()
        asyncio.run(create_databases(postgres))
        yield home
        shutil.rmtree(postgres.places.sockets, ignore_errors=True)


async def create_databases(postgres: Postgres) -> None:
    """Start the server just long enough to lay out what every house has."""
    supervisor = Supervisor(lambda _: None, lambda _: None)
    supervisor.start(postgres.program())
    await supervisor.until("postgres", postgres.answers)
    await postgres.create_databases(PROCESSES)
    await supervisor.stop("postgres")


@pytest.fixture(scope="session")
def standing() -> "Iterator[RunningHouse]":
    """One house, put up from nothing, for all tests that leave it standing."""
    with open_folder() as made:
        house = RunningHouse(Home.at(made / "data"))
        yield house
        house.process.terminate()
        house.process.wait(timeout=PATIENCE)


class RunningHouse:
    """A supervisor with its programs, in a process of its own."""

    def __init__(self, home: Home) -> None:
        self.home = home
        self.output = home.folder.with_suffix(".out")
        with self.output.open("ab") as output:
            self.process = subprocess.Popen(
                [sys.executable, str(PUT_UP), str(home.folder)], stdout=output, stderr=output
            )
        wait_for(lambda: self.process.poll() is not None or self.is_ready(), self.output)

    def is_ready(self) -> bool:
        """Whether all answer."""
        run = self.home.running()
        return run is not None and run.ready and run.pid == self.process.pid

    def run(self) -> Run:
        """What runs now."""
        run = self.home.running()
        assert run is not None
        return run

    def pid(self, name: str) -> int:
        """The process id of one program now."""
        return self.run().processes[name]

    def all_pids(self) -> list[int]:
        """Every process of the house but the supervisor."""
        return list(self.run().processes.values())


@pytest.fixture
def put_up() -> Iterator[Callable[[Home], RunningHouse]]:
    """Put up houses, and take them down after the test."""
    houses: list[RunningHouse] = []

    def put_up_one(home: Home) -> RunningHouse:
        houses.append(RunningHouse(home))
        return houses[-1]

    yield put_up_one
    for house in houses:
        house.process.terminate()
    for house in houses:
        house.process.wait(timeout=PATIENCE)


def wait_for(true: Callable[[], bool], log: Path | None = None) -> None:
    """Wait until something is true; fail with the log if it never is."""
    deadline = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < deadline, log.read_text() if log else "it never came true"
        time.sleep(0.02)


def is_gone(pid: int) -> bool:
    """Whether a process has ended; a zombie that init has not buried yet counts as ended."""
    try:
        return "\nState:\tZ" in Path(f"/proc/{pid}/status").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return True


def okienko(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run the command line."""
    inherited = environment().variables
    clean = {name: value for name, value in inherited.items() if not name.startswith("OKIENKO_")}
    return subprocess.run(
        [sys.executable, "-m", "okienko", *arguments],
        env=clean | variables,
        capture_output=True,
        text=True,
        check=False,
    )
