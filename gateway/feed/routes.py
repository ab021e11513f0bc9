"""The feed's addresses for whoever asks: a page of it, or a stream."""

from typing import Annotated

import orjson
from fastapi import APIRouter, Header, Query, Request, Response
from sse_starlette import EventSourceResponse

from contracts.values import ClientId
from gateway.asking import Reader, note_clients
from gateway.feed.reading import (
    FeedBegunAnew,
    FeedPage,
    Stretch,
    UnknownEventType,
    Wanted,
    cursor_at,
    identity,
    known_types,
    read_on,
    seq_at,
)
from gateway.feed.streaming import TooManyStreams, stream
from kernel.pages import CursorUnreadable
from kernel.problems import problems
from kernel.verbs import READS, NotHereYet

router = APIRouter(prefix="/v1/events", tags=["feed"])
_AT_ONCE = 100
_PING_SECONDS = 15
"""A comment so often keeps a proxy from closing a quiet stream."""

After = Annotated[
    str | None,
    Query(max_length=200, description="`next` of the page before; left out: from the beginning."),
]
Place = Annotated[
    str | None,
    Query(
        max_length=200,
        description="`next` of a page, or the id of an event; left out: from now on.",
    ),
]
Types = Annotated[
    list[str] | None,
    Query(max_length=50, description="Only these types; none named: all you may see."),
]
_REFUSALS = problems(CursorUnreadable, FeedBegunAnew, UnknownEventType, NotHereYet)


@router.get(
    "", name="read_events", response_model=FeedPage, dependencies=READS, responses=_REFUSALS
)
async def events(
    request: Request,
    by: Reader,
    after: After = None,
    limit: Annotated[int, Query(ge=1, le=500, description="How many at most.")] = 100,
    types: Types = None,
    client_id: ClientId | None = None,
) -> Response:
    """Read what happened to the clients you may see now, oldest first (strumień zdarzeń)."""
    pool, wanted = request.app.state.database.pool, Wanted(known_types(types), client_id)
    feed, _ = await identity(pool)
    found = await read_on(pool, by, wanted, after=seq_at(feed, after), most=limit)
    await note_clients(request, by, found.clients)
    next_ = cursor_at(feed, found.reached)
    page = {"items": [one.event for one in found.told], "next": next_, "more": found.more}
    return Response(orjson.dumps(page), media_type="application/json", headers=_FRESH)


@router.get(
    "/stream",
    name="stream_events",
    response_class=EventSourceResponse,
    dependencies=READS,
    responses=_REFUSALS
    | problems(TooManyStreams)
    | {200: {"content": {"text/event-stream": {"schema": {"type": "string"}}}}},
)
async def live(
    request: Request,
    by: Reader,
    after: Place = None,
    types: Types = None,
    client_id: ClientId | None = None,
    last_event_id: Annotated[
        str | None,
        Header(max_length=200, description="As a browser sends it when it comes again."),
    ] = None,
) -> EventSourceResponse:
    """Be told what happens as it happens, from now on or on from `Last-Event-ID` (zdarzenia na żywo)."""
    state, wanted = request.app.state, Wanted(known_types(types), client_id)
    pool = state.database.pool
    feed, head = await identity(pool)
    place = last_event_id or after
    since = seq_at(feed, place) if place else head

    async def read(reached: int) -> Stretch:
        found = await read_on(pool, by, wanted, after=reached, most=_AT_ONCE)
        if found.told:
            await note_clients(request, by, found.clients)
        return found

    state.streams.enter(by.institution)
    told = stream(state.tide, feed, since, state.settings.stream_seconds, read)
    return EventSourceResponse(
        state.streams.held(by.institution, told),
        ping=_PING_SECONDS,
        headers=_FRESH | {"X-Accel-Buffering": "no"},
    )


_FRESH = {"Cache-Control": "no-store"}
