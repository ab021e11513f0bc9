"""Knowing that the feed has grown: one look for everybody who waits, and none when nobody does."""

import asyncio

from gateway.feed.reading import identity
from kernel.observe import log, where
from kernel.transactions import Database

_LOOK_SECONDS = 0.2


class Tide:
    """The end of the feed, as this process last saw it."""

    def __init__(self, database: Database, look_seconds: float = _LOOK_SECONDS) -> None:
        self._database = database
        self._look_seconds = look_seconds
        self._waiting: set[asyncio.Future[None]] = set()
        self._wanted = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._end = 0

    async def open(self) -> None:
        """Begin to look."""
        self._task = asyncio.create_task(self._run())

    async def close(self) -> None:
        """Stop; whoever waits is woken, and finds nothing."""
        if self._task:
            self._task.cancel()
        self._wake()

    async def rise(self, beyond: int, seconds: float) -> bool:
        """Wait until the feed goes beyond a number, or the time is over; say whether it does."""
        if self._end > beyond:
            return True
        waiting: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.add(waiting)
        self._wanted.set()
        try:
            await asyncio.wait((waiting,), timeout=seconds)
        finally:
            self._waiting.discard(waiting)
        return self._end > beyond

    async def _run(self) -> None:
        while True:
            await self._wanted.wait()
            try:
                _, end = await identity(self._database.pool)
            except Exception as error:  # noqa: BLE001 a database that is away comes back
                log().warning("feed not looked at", error=where(error))
                end = self._end
            if end > self._end:
                self._end = end
                self._wake()
            if not self._waiting:
                self._wanted.clear()
            await asyncio.sleep(self._look_seconds)

    def _wake(self) -> None:
        for waiting in self._waiting:
            if not waiting.done():
                waiting.set_result(None)
