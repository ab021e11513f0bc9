"""The feed as server-sent events: each as it comes, resumable by `Last-Event-ID`."""

from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass
from uuid import UUID

import orjson
from fastapi import Request
from sse_starlette import EventSourceResponse, ServerSentEvent

from gateway.asking import note_clients
from gateway.feed.pulse import Pulse
from gateway.feed.reading import Wanted, cursor_at, read_on
from kernel.callers import Caller
from kernel.identity import NotLoggedIn
from kernel.refusals import Kind, Refusal
from kernel.transactions import Database

MOST = 4
PING_SECONDS = 15
_LOOK = 5.0
"""Seconds after which a stream looks by itself, and whether its token is still good."""


class TooManyStreams(Refusal):
    """Four streams at most may be open to one caller; close one first."""

    kind = Kind.TOO_MANY
    pl = (
        "Jedna osoba może mieć otwarte najwyżej cztery strumienie; proszę najpierw zamknąć któryś."
    )


@dataclass(frozen=True)
class Opened:
    """What somebody wants to follow, and from where."""

    request: Request
    by: Caller
    wanted: Wanted
    feed: UUID
    after: int


class Streams:
    """The streams that are open in this process."""

    def __init__(self, database: Database, pulse: Pulse) -> None:
        self._database = database
        self._pulse = pulse
        self._open: Counter[tuple[UUID, str]] = Counter()

    def start(self, opened: Opened) -> EventSourceResponse:
        """Begin to tell, unless enough are open."""
        if self._open[_seat(opened)] >= MOST:
            raise TooManyStreams(retry_after=PING_SECONDS)
        return EventSourceResponse(self._counted(opened), ping=PING_SECONDS, send_timeout=30)

    async def _counted(self, opened: Opened) -> AsyncIterator[ServerSentEvent]:
        # Only once it flows: of a generator that never began nothing is cleared up.
        self._open[_seat(opened)] += 1
        try:
            async for event in self._flow(opened):
                yield event
        finally:
            self._open[_seat(opened)] -= 1

    async def _flow(self, opened: Opened) -> AsyncIterator[ServerSentEvent]:
        at, state = opened.after, opened.request.app.state
        # At once, so that whoever connected knows that he is, and from where he may go on.
        yield ServerSentEvent(comment="okienko", id=cursor_at(opened.feed, at), retry=2_000)
        while True:
            try:
                by = await state.identity.caller(opened.request.headers.get("authorization"))
            except NotLoggedIn:
                return  # the token ran out: whoever comes again with a new one goes on from here
            # One by one: a reader that is slow to take an event gets no later one after a withdrawal.
            found = await read_on(self._database.pool, by, opened.wanted, after=at, most=1)
            for one in found.told:
                await note_clients(opened.request, by, [one.client])
                yield ServerSentEvent(
                    id=cursor_at(opened.feed, one.seq),
                    event=one.event["type"],
                    data=orjson.dumps(one.event).decode(),
                )
            at = found.reached
            if not found.more:
                await self._pulse.next(_LOOK)


def _seat(opened: Opened) -> tuple[UUID, str]:
    return opened.by.institution, opened.by.worker
