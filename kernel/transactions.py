"""One command, one transaction: state and events are committed together or not at all."""

import asyncio
from collections.abc import AsyncIterator
from collections.abc import Set as AbstractSet
from contextlib import asynccontextmanager
from uuid import UUID

import aiohttp
import asyncpg
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import (
    AsyncEngine,
    AsyncSession,
    async_sessionmaker,
    create_async_engine,
)

from contracts.event import Event
from contracts.relations import (
    ClosesRelation,
    ErasesClient,
    PartsClients,
    PartsParties,
    RestrictsClient,
)
from kernel import journal
from kernel.arrivals import Arrivals
from kernel.callers import Caller
from kernel.refusals import Kind, Refusal
from kernel.vault import Vault


class ClientRestricted(Refusal):
    """The client's data are restricted: they may be kept, and changed only once that is lifted."""

    kind = Kind.CONFLICT
    pl = "Przetwarzanie danych tej osoby ograniczono: można je tylko przechowywać, dopóki nie zostanie to zniesione."


class Database:
    """A service's own database: sessions for commands, plain connections for the hot paths."""

    def __init__(self, url: str, service: str, vault: Vault) -> None:
        self.url = url
        self.vault = vault
        self.service = service
        self.fresh = asyncio.Event()
        """Set after a commit that left events, to wake this process's relay."""
        self.arrivals = Arrivals()
        self.engine: AsyncEngine = create_async_engine(
            "postgresql+asyncpg://",
            async_creator=self.connect,
            pool_size=8,
            max_overflow=8,
            # The connection used last has its statements prepared.
            pool_use_lifo=True,
            pool_timeout=5,
            pool_pre_ping=False,
            # An error would quote the row it could not lay.
            hide_parameters=True,
        )
        self.sessions = async_sessionmaker(self.engine, expire_on_commit=False)
        self._pool: asyncpg.Pool | None = None

    async def connect(self) -> asyncpg.Connection:
        """One connection of its own, outside every pool."""
        return await asyncpg.connect(self.url, timeout=5, server_settings=_SERVER)

    async def open(self) -> None:
        """Open the pool of plain connections."""
        self._pool = await asyncpg.create_pool(
            self.url, min_size=1, max_size=8, timeout=5, server_settings=_SERVER
        )

    @property
    def pool(self) -> asyncpg.Pool:
        """Plain asyncpg connections, twice as fast as a session for one row."""
        if self._pool is None:
            raise RuntimeError("the database is not open")
        return self._pool

    async def close(self) -> None:
        """Let every connection go."""
        if self._pool is not None:
            self._pool.terminate()
        await self.engine.dispose()


# Five seconds bound what a caller waits for a lock or a lost plan; the gateway gives up at ten.
_SERVER = {"statement_timeout": "5000", "idle_in_transaction_session_timeout": "15000"}


class Transaction:
    """An open unit of work. Use cases read, change and record; only `begin` commits."""

    def __init__(self, session: AsyncSession, database: Database, by: Caller | None) -> None:
        self.session = session
        self.by = by
        self.vault = database.vault
        self.source = database.service
        self.recorded: list[tuple[Event, journal.Origin]] = []
        self._follow: list[Event] = []
        self.versions: dict[UUID, int] = {}
        """Once laid: how many events each subject has."""
        self.announced = False
        self.quiet = False
        """Whether the answer must not name what was announced: the caller may not know who it is."""
        self.unnamed: set[UUID] = set()
        """Subjects announced that the caller may not know of: the answer does not name them."""
        self.closes = False
        """Whether a right to see ends with this: the gateway then waits until it has ended there."""
        self.rehearsed = False
        """Whether all of it is only tried: done in full, answered, and then taken back."""

    def record(
        self, *events: Event, cause: journal.Fact | None = None, follows: bool = False
    ) -> None:
        """Announce facts when, and only when, this transaction commits.

        What only `follows` from a command about somebody else is noted of a restricted client too.
        """
        origin = cause.origin if cause else _origin(self.by)
        self.recorded.extend((event, origin) for event in events)
        self._follow.extend(events if follows else ())
        self.closes = self.closes or any(isinstance(event, _CLOSING) for event in events)

    def _respect(self, restricted: AbstractSet[UUID]) -> None:
        """Refuse a worker's command about whom may only be kept; what the house concludes is kept."""
        if restricted and self.by is not None:
            about = [event for event, _ in self.recorded if event.subject in restricted]
            about = [e for e in about if not any(e is follower for follower in self._follow)]
            if not all(event.stands_restriction() for event in about):
                raise ClientRestricted

    async def lay(self) -> str:
        """Lay what was recorded into the journal; answer the Sync-Token of its subjects."""
        await self.session.flush()
        laid = await journal.append(self.session, self.source, self.recorded)
        self._respect(laid.restricted)
        self.versions |= laid.versions
        self.announced = self.announced or bool(self.recorded)
        self.recorded.clear()
        self._follow.clear()
        if self.quiet:
            return ""
        told = {s: v for s, v in self.versions.items() if s not in self.unnamed}
        return ",".join(f"{self.source}:{subject}:{v}" for subject, v in told.items())


_CLOSING = (ClosesRelation, PartsParties, PartsClients, RestrictsClient, ErasesClient)


def _origin(by: Caller | None) -> journal.Origin:
    if by is None:
        return journal.Origin()
    return journal.Origin(by.worker, by.institution, by.traceparent)


@asynccontextmanager
async def begin(database: Database, *, by: Caller | None = None) -> AsyncIterator[Transaction]:
    """Open the only kind of transaction this system has."""
    async with database.sessions.begin() as session:
        tx = Transaction(session, database, by)
        yield tx
        await tx.lay()
        if tx.rehearsed:
            await session.rollback()
    if tx.announced and not tx.rehearsed:
        database.fresh.set()


@asynccontextmanager
async def look(database: Database) -> AsyncIterator[Transaction]:
    """Open a view of one moment: everything read in it belongs together, nothing is changed."""
    async with database.sessions() as session:
        await session.connection(
            execution_options={
                "isolation_level": "REPEATABLE READ",
                "postgresql_readonly": True,
            }
        )
        yield Transaction(session, database, None)
        await session.rollback()


# SQLSTATE classes of what passes: connection, rollback by deadlock, resources, locks, shutdown.
_PASSING_STATES = ("08", "40", "53", "55", "57")


def transient(error: BaseException) -> bool:
    """Whether a database or network is merely away, so that trying again may help."""
    if isinstance(error, DBAPIError):
        if isinstance(error.orig, asyncpg.InterfaceError):
            return not isinstance(error.orig, ValueError)
        return error.connection_invalidated or transient_state(error.orig)
    if isinstance(error, aiohttp.ClientResponseError):
        # 401 and 403: the house key is being changed, process by process.
        return error.status in {401, 403, 429, 502, 503, 504}
    if isinstance(error, asyncpg.PostgresError):
        return transient_state(error)
    away = (
        OSError,
        asyncio.TimeoutError,
        aiohttp.ClientError,
        asyncpg.InterfaceError,
        PoolTimeout,
    )
    return isinstance(error, away)


def transient_state(error: BaseException | None) -> bool:
    """The same, by the SQLSTATE that PostgreSQL gave."""
    return str(getattr(error, "sqlstate", None)).startswith(_PASSING_STATES)
