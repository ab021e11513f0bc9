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
from kernel.transactions import Database, transient

_LOCK = 7_001
_BATCH = 500
_POLL_SECONDS = 1.0
_HOUR = 3600.0
_FORGET = "DELETE FROM idempotency WHERE made_at < now() - interval '7 days'"

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
        self._numbered = asyncio.Event()
        self._streaming = False
        self._tidy_at = 0.0

    async def run(self) -> None:
        """Relay until cancelled; a lost database or broker is tried again."""
        while True:
            try:
                await self._serve()
            except Exception as error:  # noqa: BLE001 the relay loop is one of three places
                say = log().warning if transient(error) else log().error
                say("relay interrupted", source=self._source, error=where(error))
            await asyncio.sleep(0.5)

    async def _serve(self) -> None:
        connection = await self._database.connect()
        try:
            while not await connection.fetchval("SELECT pg_try_advisory_lock($1)", _LOCK):
                await self._stand_by(connection)
            await connection.add_listener("journal", lambda *_: self._database.fresh.set())
            await self._lead(connection)
        finally:
            connection.terminate()

    async def _stand_by(self, connection: asyncpg.Connection) -> None:
        if await _heard(self._database.fresh):
            await connection.execute("NOTIFY journal")

    async def _lead(self, connection: asyncpg.Connection) -> None:
        """Number what is committed. Publishing goes beside it: a broker that hangs delays no number,
        and hearers read numbered events from the journal itself.
        """
        publisher = asyncio.create_task(self._publish_forever())
        try:
            while not publisher.done():
                await self._tidy(connection)
                if await connection.execute(_NUMBER, _BATCH) == "UPDATE 0":
                    await _heard(self._database.fresh)
                else:
                    self._numbered.set()
            publisher.result()
        finally:
            publisher.cancel()

    async def _tidy(self, connection: asyncpg.Connection) -> None:
        """Once an hour, forget the answers to repeated requests that are older than a week."""
        now = asyncio.get_running_loop().time()
        if now >= self._tidy_at:
            self._tidy_at = now + _HOUR
            await connection.execute(_FORGET)

    async def _publish_forever(self) -> None:
        while True:
            if not await self._publish():
                await _heard(self._numbered)

    async def _publish(self) -> bool:
        """Publish what was numbered, in order; say whether there may be more."""
        if not self._bus.connected:
            self._streaming = False
            return False
        async with self._database.pool.acquire() as connection:
            done = await connection.fetchval("SELECT published_seq FROM journals")
            facts = await journal.read(connection, done, _BATCH)
        if not facts:
            return False
        try:
            if not self._streaming:
                await self._bus.ensure_stream(self._source)
                self._streaming = True
            await self._bus.publish(self._source, facts)
        except BrokerDown:
            self._streaming = False
            return False
        await self._database.pool.execute("UPDATE journals SET published_seq = $1", facts[-1].seq)
        PUBLISHED.labels(self._source).inc(len(facts))
        return True


async def _heard(knock: asyncio.Event) -> bool:
    """Wait for a knock, but look by oneself after a second; say whether somebody knocked."""
    # Not asyncio.wait_for: up to Python 3.11 it loses a cancellation that comes in the very tick of
    # the knock, and whoever stops the relay then waits for ever (reproduced).
    with suppress(TimeoutError):
        async with asyncio.timeout(_POLL_SECONDS):
            await knock.wait()
        knock.clear()
        return True
    return False
