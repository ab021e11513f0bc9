"""The embedded PostgreSQL: one cluster, reached through a private socket, a database a service."""

import asyncio
import os
import shutil
import signal
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from urllib.parse import quote

import asyncpg

from okienko.local.account import Account, for_postgres
from okienko.local.home import Home
from okienko.local.places import Places, settle
from okienko.local.supervisor import Program, wait_while
from okienko.trouble import Trouble

PORT = 5432
STOPPING = 20.0
SETTINGS = {
    "listen_addresses": "",
    "port": str(PORT),
    "max_connections": "200",
    "shared_buffers": "256MB",
    "fsync": "on",
    "wal_compression": "on",
    "max_wal_size": "2GB",
    "timezone": "UTC",
    "log_timezone": "UTC",
    # A log may hold no personal data. `log` keeps the server's own messages and drops the errors
    # of statements, which quote the value they dislike; the service that asked has them anyway.
    "log_min_messages": "log",
    "log_min_error_statement": "panic",
    "log_statement": "none",
    "log_min_duration_statement": "-1",
    "log_parameter_max_length": "0",
    "log_parameter_max_length_on_error": "0",
    "log_error_verbosity": "terse",
}


@dataclass(frozen=True)
class Postgres:
    """The cluster of one data folder."""

    home: Home
    account: Account
    places: Places

    @classmethod
    def of(cls, home: Home, run_as: str | None) -> "Postgres":
        """Find the cluster's place and account."""
        account = for_postgres(run_as)
        return cls(home, account, settle(home, account))

    @property
    def log(self) -> Path:
        """What the server says."""
        return self.home.logs / "postgres.log"

    def database_url(self, service: str) -> str:
        """Give the address of a service's database, for that service's own role."""
        role, password = role_of(service), self.home.secret(f"postgres-{service}")
        # The port is said because asyncpg would otherwise take PGPORT of the operator's.
        socket = quote(str(self.places.sockets), safe="")
        return f"postgresql://{role}:{password}@/{role}?host={socket}&port={PORT}"

    def initialise(self) -> None:
        """Make the cluster if there is none; an attempt cut short counts as none."""
        cluster = self.places.cluster
        if cluster.exists():
            self._check_owner()
            return
        draft = cluster.with_name("postgres.new")
        if draft.exists():
            shutil.rmtree(draft)
        self.account.own(draft)
        password_file = self._password_file()
        done = self.account.run(
            [
                str(self.places.programs / "initdb"),
                f"--pgdata={draft}",
                "--username=postgres",
                "--auth=scram-sha-256",
                f"--pwfile={password_file}",
                "--encoding=UTF8",
                # The built-in order cannot change with the C library, which would break indexes.
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                # Still the library's: under plain C, pg_trgm takes Polish letters for blanks.
                "--locale=C.UTF-8",
                "--data-checksums",
                "--no-instructions",
            ],
            draft,
        )
        password_file.unlink()
        if done.returncode != 0:
            raise Trouble(f"PostgreSQL could not be set up as {self.account.name}:\n{done.stdout}")
        draft.rename(cluster)

    def program(self) -> Program:
        """Tell the supervisor how to run the server."""
        settings = SETTINGS | {"unix_socket_directories": str(self.places.sockets)}
        return Program(
            name="postgres",
            argv=[
                str(self.places.programs / "postgres"),
                "-D",
                str(self.places.cluster),
                *(part for name, value in settings.items() for part in ("-c", f"{name}={value}")),
            ],
            log=self.log,
            env={"LC_ALL": "C"},
            account=self.account,
            folder=self.places.cluster,
            before=self.clear_the_way,
            # "Fast": ends the connections, not the transactions' safety.
            stops_on=signal.SIGINT,
            dies_with_us_on=signal.SIGINT,
            patience=10,
        )

    async def clear_the_way(self) -> None:
        """Stop a server an earlier supervisor left behind, and remove what a dead one left."""
        pid = self._recorded_pid()
        for signal_ in (signal.SIGINT, signal.SIGQUIT):
            if pid and self._is_our_server(pid):
                os.kill(pid, signal_)
                await wait_while(partial(self._is_our_server, pid), patience=STOPPING)
        if pid and self._is_our_server(pid):
            raise Trouble(f"An earlier PostgreSQL (process {pid}) does not stop. Kill it.")
        # PostgreSQL itself is careful: it trusts a stale file whose number was given to another
        # process. We know better, because we hold the lock and have looked at that process.
        (self.places.cluster / "postmaster.pid").unlink(missing_ok=True)
        for leftover in self.places.sockets.glob(".s.PGSQL.*"):
            leftover.unlink()

    def tidy(self) -> None:
        """Take the socket's folder away after the server has stopped."""
        with suppress(OSError):
            self.places.sockets.rmdir()

    async def answers(self) -> bool:
        """Tell whether the server takes connections."""
        with suppress(OSError, asyncpg.CannotConnectNowError, asyncpg.PostgresConnectionError):
            async with self._connected():
                return True
        return False

    async def create_databases(self, services: Iterable[str]) -> None:
        """Give every service its role and its database, and nobody else a way in."""
        async with self._connected() as connection:
            for database in ("postgres", "template1"):
                await connection.execute(f"REVOKE ALL ON DATABASE {database} FROM PUBLIC")
        await asyncio.gather(*(self._create_database(service) for service in services))

    async def _create_database(self, service: str) -> None:
        role, password = role_of(service), self.home.secret(f"postgres-{service}")
        async with self._connected() as connection:
            if not await connection.fetchval("SELECT 1 FROM pg_roles WHERE rolname = $1", role):
                await connection.execute(f"CREATE ROLE {role}")
            # DDL takes no parameters; the password is ours and all hexadecimal.
            await connection.execute(f"ALTER ROLE {role} LOGIN PASSWORD '{password}'")
            if not await connection.fetchval("SELECT 1 FROM pg_database WHERE datname = $1", role):
                await connection.execute(f"CREATE DATABASE {role} OWNER {role}")
            await connection.execute(f"REVOKE ALL ON DATABASE {role} FROM PUBLIC")

    @asynccontextmanager
    async def _connected(self) -> AsyncIterator[asyncpg.Connection]:
        connection = await self._connect()
        try:
            yield connection
        finally:
            await connection.close()

    async def _connect(self) -> asyncpg.Connection:
        try:
            return await asyncpg.connect(
                host=str(self.places.sockets),
                port=PORT,
                user="postgres",
                password=self.home.secret("postgres-superuser"),
                database="postgres",
                timeout=5,
            )
        except asyncpg.InvalidPasswordError:
            raise Trouble(
                f"{self.home.secrets} does not hold the password of {self.places.cluster}. Bring "
                "back the secrets that belong to it, or delete both with `okienko reset`."
            ) from None

    def _password_file(self) -> Path:
        """Lay the password where the cluster's account, and only it, can read it."""
        path = self.places.sockets / "password"
        path.unlink(missing_ok=True)
        path.touch(0o600)
        path.write_text(self.home.secret("postgres-superuser"))
        os.chown(path, self.account.uid, self.account.gid)
        return path

    def _check_owner(self) -> None:
        owner = self.places.cluster.stat().st_uid
        if owner != self.account.uid:
            raise Trouble(
                f"{self.places.cluster} belongs to user {owner}, not to {self.account.name}. "
                "Start as that user, or as root with its name in OKIENKO_RUN_AS."
            )

    def _recorded_pid(self) -> int | None:
        with suppress(FileNotFoundError, ValueError, IndexError):
            return int((self.places.cluster / "postmaster.pid").read_text().splitlines()[0])
        return None

    def _is_our_server(self, pid: int) -> bool:
        """Tell by its working folder, which PostgreSQL makes the cluster."""
        with suppress(OSError):
            return Path(f"/proc/{pid}/cwd").readlink() == self.places.cluster.resolve()
        return False


def role_of(service: str) -> str:
    """Name a service's role, and its database the same."""
    return f"okienko_{service}"
