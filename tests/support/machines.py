"""State machines played against a service over HTTP, from code that does not await.

hypothesis drives a machine from a plain function, so the room lives on a loop in a thread of its own
and is asked through a portal. One room serves a whole run: a client per example keeps them apart.
"""

import asyncio
import threading
from collections.abc import Coroutine, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from typing import Any, TypeVar
from uuid import UUID

import httpx2
import sqlalchemy as sa
from hypothesis import HealthCheck, settings

from contracts.event import Event
from kernel.callers import Caller
from kernel.service import Reactions
from kernel.transactions import Database
from tests.support.rooms import BuildApp, bearer, fact_of, hear, know, room, stand_ready

T = TypeVar("T")
_PATIENCE = 60


class Room:
    """A service that plain functions can ask."""

    def __init__(
        self, loop: asyncio.AbstractEventLoop, client: httpx2.AsyncClient, database: Database
    ) -> None:
        self._loop = loop
        self._client = client
        self.database = database

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """Do something on the room's loop and wait for it."""
        done: Future[T] = asyncio.run_coroutine_threadsafe(work, self._loop)
        return done.result(_PATIENCE)

    def ask(self, caller: Caller, path: str, body: Any = None, **headers: str) -> httpx2.Response:
        """Carry out a command."""
        asked = self._client.post(path, json=body or {}, headers=bearer(caller, **headers))
        return self.run(asked)

    def at_once(self, *asked: tuple[Caller, str, Any]) -> list[httpx2.Response]:
        """Carry out several commands at the same instant; their answers in the order asked."""

        async def gather() -> list[httpx2.Response]:
            return await asyncio.gather(
                *(self._client.post(p, json=b or {}, headers=bearer(c)) for c, p, b in asked)
            )

        return self.run(gather())

    def see(self, caller: Caller, path: str, **params: Any) -> httpx2.Response:
        """Read."""
        return self.run(self._client.get(path, params=params, headers=bearer(caller)))

    def hear(self, reactions: Reactions, *events: Event) -> None:
        """Let the service hear events."""
        self.run(hear(self.database, reactions, *map(fact_of, events)))

    def know(self, party_id: UUID, name: str, kind: Any) -> None:
        """Let the service know a party by name."""
        self.run(know(self.database, party_id, name, kind))

    def fetch(self, query: str, *values: Any) -> list[Any]:
        """Rows of its database."""
        return list(self.run(self.database.pool.fetch(query, *values)))

    def announced(self, subject: UUID) -> list[str]:
        """The wire names of what was announced about a subject, in order."""
        rows = self.fetch("SELECT type FROM journal WHERE subject = $1 ORDER BY position", subject)
        return [row["type"] for row in rows]


@contextmanager
def room_of(build_app: BuildApp, metadata: sa.MetaData) -> Iterator[Room]:
    """Put up one service for plain functions, on a loop of its own."""
    # Here and not on the loop: PostgreSQL would end with the thread that starts it.
    stand_ready()
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    opened = room(build_app, metadata)

    def run(work: Coroutine[Any, Any, Any]) -> Any:
        return asyncio.run_coroutine_threadsafe(work, loop).result(_PATIENCE)

    try:
        client, database = run(_enter(opened))
        try:
            yield Room(loop, client, database)
        finally:
            run(_leave(opened))
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join(_PATIENCE)
        loop.close()


async def _enter(opened: Any) -> tuple[httpx2.AsyncClient, Database]:
    entered: tuple[httpx2.AsyncClient, Database] = await opened.__aenter__()
    return entered


async def _leave(opened: Any) -> None:
    await opened.__aexit__(None, None, None)


def played(*, nightly: bool, examples: int = 200, steps: int = 30) -> settings:
    """How long a machine is played: in every build the same games, at night many and others."""
    return settings(
        max_examples=5_000 if nightly else examples,
        stateful_step_count=50 if nightly else steps,
        deadline=None,
        derandomize=not nightly,
        database=None,
        print_blob=True,
        suppress_health_check=list(HealthCheck),
    )
