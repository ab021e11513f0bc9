"""The feed as server-sent events: each as soon as it is numbered, to whoever may know it then."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from uuid import UUID

import orjson
from sse_starlette import ServerSentEvent

from gateway.feed.reading import Stretch, cursor_at
from gateway.feed.tide import Tide
from kernel.refusals import Kind, Refusal


class TooManyStreams(Refusal):
    """So many streams are open already; close one, or pull the feed instead."""

    kind = Kind.TOO_MANY
    pl = "Otwartych jest już tyle strumieni; proszę zamknąć któryś albo pobierać zdarzenia stronami."


class Streams:
    """How many streams this process has open, of one institution and of all."""

    def __init__(self, each: int, altogether: int) -> None:
        self._each = each
        self._altogether = altogether
        self._open: Counter[UUID] = Counter()

    def enter(self, institution: UUID) -> None:
        """One more, if there is room."""
        if self._open[institution] >= self._each or self._open.total() >= self._altogether:
            raise TooManyStreams(retry_after=30)
        self._open[institution] += 1

    async def held(
        self, institution: UUID, told: AsyncIterator[ServerSentEvent]
    ) -> AsyncIterator[ServerSentEvent]:
        """A stream that gives its place back when it ends, however it does."""
        try:
            async for event in told:
                yield event
        finally:
            self._open[institution] -= 1
            if not self._open[institution]:
                del self._open[institution]


async def stream(
    tide: Tide, feed: UUID, after: int, seconds: float, read: Callable[[int], Awaitable[Stretch]]
) -> AsyncIterator[ServerSentEvent]:
    """Tell what comes after a number, until the time is over; the reader comes again by itself.

    It ends so that its reader comes with a fresh token: one that is over opens nothing any more. Every
    stretch asks anew for relations and rights, so a right that ends in the middle ends what is told.
    """
    clock = asyncio.get_running_loop().time
    until = clock() + seconds
    # Something at once: a proxy lets the beginning through, and the reader knows where it is.
    yield ServerSentEvent(id=cursor_at(feed, after), comment="from here")
    while (left := until - clock()) > 0:
        found = await read(after)
        for one in found.told:
            yield ServerSentEvent(
                id=cursor_at(feed, one.seq),
                event=one.event["type"],
                data=orjson.dumps(one.event).decode(),
            )
        after = found.reached
        if not found.more:
            await tide.rise(after, left)
