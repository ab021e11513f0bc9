"""Carries a journal to the broker: numbers what was committed, then publishes it in order.

One relay is active per database, held by an advisory lock on the very connection that numbers, so
a relay that lost its lock cannot number. The others stand by and pass the knock on.
"""

import asyncio
from contextlib import suppress

import asyncpg

from kernel import journal
from kernel.bus import BrokerDown, Bus
from kernel.observe import PUBLISHED, log, where
from kernel.transactions import Database

_LOCK = 7_001
_BATCH = 500
_POLL_SECONDS = 1.0

# Positions are taken before commits, so the order among rows committed together is by position
# and a row that commits late is simply numbered later: nothing is ever skipped.
_NUMBER = """
WITH fresh AS (
  SELECT position, row_number() OVER (ORDER BY position) AS place
  FROM (SELECT position FROM journal WHERE seq IS NULL ORDER BY position LIMIT $1) AS next
), last AS (SELECT coalesce(max(seq), 0) AS seq FROM journal)
UPDATE journal SET seq = last.seq + fresh.place FROM fresh, last
WHERE journal.position = fresh.position
"""


class Relay:
    """The active relay of one journal, or its standby."""

    def __init__(self, database: Database, bus: Bus) -> None:
        self._database = database
        self._bus = bus
        self._source = database.service
        self._streaming = False

    async def run(self) -> None:
        """Relay until cancelled; a lost database or broker is tried again."""
        while True:
            try:
                await self._serve()
            except (asyncpg.PostgresError, asyncpg.InterfaceError, OSError) as error:
                log().warning("relay interrupted", source=self._source, error=where(error))
            await asyncio.sleep(0.5)

    async def _serve(self) -> None:
        connection = await self._database.connect()
        try:
            if await connection.fetchval("SELECT pg_try_advisory_lock($1)", _LOCK):
                await connection.add_listener("journal", lambda *_: self._database.fresh.set())
                await self._lead(connection)
            await self._stand_by(connection)
        finally:
            connection.terminate()

    async def _stand_by(self, connection: asyncpg.Connection) -> None:
        with suppress(TimeoutError):
            await asyncio.wait_for(self._database.fresh.wait(), _POLL_SECONDS)
            self._database.fresh.clear()
            await connection.execute("NOTIFY journal")

    async def _lead(self, connection: asyncpg.Connection) -> None:
        while True:
            self._database.fresh.clear()
            numbered = await connection.execute(_NUMBER, _BATCH)
            published = await self._publish(connection)
            if numbered == "UPDATE 0" and published < _BATCH:
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._database.fresh.wait(), _POLL_SECONDS)

    async def _publish(self, connection: asyncpg.Connection) -> int:
        """Publish what was numbered; with the broker away it waits here and hearers read the journal."""
        if not self._bus.connected:
            self._streaming = False
            return 0
        done = await connection.fetchval("SELECT published_seq FROM journals")
        facts = await journal.read(connection, done, _BATCH)
        if not facts:
            return 0
        try:
            if not self._streaming:
                await self._bus.ensure_stream(self._source)
                self._streaming = True
            await self._bus.publish(self._source, facts)
        except BrokerDown:
            self._streaming = False
            return 0
        await connection.execute("UPDATE journals SET published_seq = $1", facts[-1].seq)
        PUBLISHED.labels(self._source).inc(len(facts))
        return len(facts)
