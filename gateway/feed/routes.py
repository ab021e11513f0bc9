"""The feed's addresses for whoever asks: a page of it, or a stream."""

from typing import Annotated

import orjson
from fastapi import APIRouter, Header, Query, Request, Response
from sse_starlette import EventSourceResponse

from contracts.values import ClientId
from gateway.asking import Reader, note_clients
from gateway.feed.reading import (
    EventType,
    FeedBegunAnew,
    FeedPage,
    UnknownEventType,
    Wanted,
    cursor_at,
    identity,
    known_types,
    read_on,
    seq_at,
)
from gateway.feed.stream import Opened, TooManyStreams
from kernel.pages import CursorUnreadable
from kernel.problems import problems
from kernel.verbs import READS, NotHereYet

router = APIRouter(prefix="/v1/events", tags=["feed"])

After = Annotated[
    str | None,
    Query(
        max_length=200,
        description="A place in the feed: `next` of a page, or an event's `id` in a stream.",
    ),
]
Types = Annotated[
    list[EventType] | None,
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
    """Read what happened to the clients you may see now, oldest first; without `after` from the beginning (strumień zdarzeń)."""
    pool, wanted = request.app.state.database.pool, Wanted(known_types(types), client_id)
    feed, _ = await identity(pool)
    found = await read_on(pool, by, wanted, after=seq_at(feed, after), most=limit)
    await note_clients(request, by, found.clients)
    next_ = cursor_at(feed, found.reached)
    page = {"items": [one.event for one in found.told], "next": next_, "more": found.more}
    return Response(orjson.dumps(page), media_type="application/json", headers=_FRESH)


_FRESH = {"Cache-Control": "no-store"}


class EventStream(Response):
    """Server-sent events, as the document tells of them."""

    media_type = "text/event-stream"


@router.get(
    "/stream",
    name="stream_events",
    response_class=EventStream,
    dependencies=READS,
    responses=_REFUSALS | problems(TooManyStreams),
)
async def stream(
    request: Request,
    by: Reader,
    after: After = None,
    types: Types = None,
    client_id: ClientId | None = None,
    last_event_id: Annotated[
        str | None, Header(max_length=200, description="The `id` of the last event you got.")
    ] = None,
) -> EventSourceResponse:
    """Follow the feed as server-sent events: from `Last-Event-ID`, or `after`, or now on (strumień na żywo)."""
    state, wanted = request.app.state, Wanted(known_types(types), client_id)
    feed, head = await identity(state.database.pool)
    place = last_event_id or after
    begin = seq_at(feed, place) if place else head
    started: EventSourceResponse = state.streams.start(Opened(request, by, wanted, feed, begin))
    return started
