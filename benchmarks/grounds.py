"""What is measured: a house of its own, and the bare program beside it on the same PostgreSQL."""

import asyncio
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import asyncpg

from benchmarks.bare import TABLES
from okienko.local import control
from okienko.local.broker import free_port
from okienko.local.choice import Choice
from okienko.local.environment import environment
from okienko.local.home import Home, Run
from okienko.local.postgres import Postgres
from okienko.personas import PERSONAS
from okienko.sockets import listen
from okienko.token import token_at
from okienko.trouble import Trouble

_DRAIN_WITHIN = 120.0


@dataclass(frozen=True)
class Site:
    """Both of them, running."""

    home: Home
    run: Run
    bare_url: str
    bare_database: str
    bare_pid: int

    def login(self, persona: str) -> str:
        """The header that says who asks."""
        token = token_at(self.home, self.run.gateway_url, PERSONAS[persona])
        return f"Authorization: Bearer {token}"

    def pids(self, *names: str) -> list[int]:
        """The processes of the house of these names."""
        return [self.run.processes[name] for name in names]

    async def drain(self) -> None:
        """Wait until every event was heard by everybody, so that no round pays for the last."""
        deadline = time.monotonic() + _DRAIN_WITHIN
        while not await self._is_quiet():
            if time.monotonic() > deadline:
                raise Trouble("The house has not caught up with its own events in two minutes.")
            await asyncio.sleep(0.01)

    async def _is_quiet(self) -> bool:
        heads: dict[str, int | None] = {}
        heard: dict[str, dict[str, int]] = {}
        for name, url in self.run.database_urls.items():
            connection = await asyncpg.connect(url)
            try:
                heads[name] = await connection.fetchval(_HEAD)
                rows = await connection.fetch("SELECT source, seq FROM checkpoints")
                heard[name] = {row["source"]: row["seq"] for row in rows}
            finally:
                await connection.close()
        services = heads.keys() - {"gateway"}
        return None not in heads.values() and all(
            heard["gateway"].get(service, 0) == heads[service]
            # The directory and outcomes hear nobody and keep no checkpoint.
            and heard[service].get("gateway", heads["gateway"]) == heads["gateway"]
            for service in services
        )


# None while a row still waits for its number.
_HEAD = "SELECT CASE WHEN count(*) = count(seq) THEN coalesce(max(seq), 0) END FROM journal"


def cpu_seconds(pids: Sequence[int]) -> float:
    """The processor time these processes have taken: what other work on the machine blurs least."""
    # Linux numbers another process's clock so: its id inverted, and 2 for "as scheduled".
    return sum(time.clock_gettime((~pid << 3) | 2) for pid in pids)


@contextmanager
def put_up() -> Iterator[Site]:
    """Start both on a fresh data folder, and leave nothing behind."""
    if environment().has_own_postgres or environment().nats_url:
        raise Trouble("The benchmark measures the embedded servers: unset OKIENKO_DATABASE_URL.")
    folder = Path(tempfile.mkdtemp(prefix="okienko-bench-"))
    folder.chmod(0o711)
    home = Home.at(folder / "data")
    try:
        control.up_behind(Choice(home, "127.0.0.1", free_port(), demo=True), environment())
        with _bare(home) as (url, database, pid):
            yield Site(home, control.needed(home), url, database, pid)
    finally:
        control.down(home)
        if home.lock_file.exists():
            control.reset(home)
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _bare(home: Home) -> Iterator[tuple[str, str, int]]:
    postgres = Postgres.of(home, environment().run_as)
    asyncio.run(postgres.create_databases(["bare"]))
    database = postgres.database_url("bare")
    asyncio.run(_make_tables(database))
    listening: socket.socket = listen("127.0.0.1", 0)
    url = f"http://127.0.0.1:{listening.getsockname()[1]}"
    number = listening.fileno()
    with listening, (home.logs / "bare.log").open("ab") as log:
        process = subprocess.Popen(  # noqa: S603 ourselves
            [sys.executable, "-m", "benchmarks.bare", str(number)],
            pass_fds=[number],
            stdin=subprocess.PIPE,
            stdout=log,
            stderr=log,
            text=True,
        )
        try:
            if process.stdin is not None:
                process.stdin.write(database + "\n")
                process.stdin.close()
            yield url, database, process.pid
        finally:
            process.terminate()
            process.wait()


async def _make_tables(database: str) -> None:
    connection = await asyncpg.connect(database)
    await connection.execute(TABLES)
    await connection.close()
