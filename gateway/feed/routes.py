"""The feed's addresses for whoever asks: a page of it, or a stream."""

from typing import Annotated

import orjson
from fastapi import APIRouter, Query, Request, Response

from contracts.values import ClientId
from gateway.asking import Reader, note_clients
from gateway.feed.reading import (
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
from kernel.pages import CursorUnreadable
from kernel.problems import problems
from kernel.verbs import READS, NotHereYet

router = APIRouter(prefix="/v1/events", tags=["feed"])

After = Annotated[
    str | None,
    Query(max_length=200, description="`next` of the page before; left out: from the beginning."),
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


_FRESH = {"Cache-Control": "no-store"}
