"""Feels whether the feed goes on, once for everybody in this process who waits for it."""

import asyncio
from contextlib import suppress

from kernel.observe import log, where
from kernel.service import stop
from kernel.transactions import Database, transient

BEAT = 0.2
"""Seconds between two looks: five small questions a second, however many wait."""


class Pulse:
    """Wakes whoever waits when the feed has a new number."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._moved = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self.head = 0
        """The last number of the feed, as it was a moment ago."""

    async def open(self) -> None:
        """Begin to feel."""
        self._task = asyncio.create_task(self._run())

    async def close(self) -> None:
        """Stop."""
        if self._task:
            await stop([self._task])

    async def next(self, seconds: float) -> None:
        """Return when the feed goes on, or after so many seconds."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._moved.wait()

    async def _run(self) -> None:
        while True:
            try:
                await self._look()
            except Exception as error:  # noqa: BLE001 whoever waits looks by itself too, and this goes on
                say = log().warning if transient(error) else log().error
                say("feed not felt", error=where(error))
            await asyncio.sleep(BEAT)

    async def _look(self) -> None:
        head = await self._database.pool.fetchval("SELECT coalesce(max(seq), 0) FROM journal")
        if head != self.head:
            self.head = head
            moved, self._moved = self._moved, asyncio.Event()
            moved.set()
