"""The HTTP face of calendars: asking for an address, taking it back, and reading by it."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Header, Path, Request, Response

from kernel.passes import Passes, PassOver
from kernel.problems import problems
from kernel.verbs import READS, WRITES, By, Tx, Verb
from kernel.versions import still_fresh
from services.referrals.domain.calendar import (
    CalendarNotFound,
    CalendarRevoked,
    CalendarsEnough,
)
from services.referrals.use_cases.open_calendar import OpenCalendar, open_calendar
from services.referrals.use_cases.revoke_calendar import revoke_calendar
from services.referrals.views.calendars import (
    CalendarList,
    CalendarView,
    OpenedCalendar,
    list_calendars,
    opened,
    read_feed,
)

router = APIRouter(prefix="/v1", tags=["my-day"], route_class=Verb)
CalendarId = Annotated[UUID, Path(examples=["0197a000-0000-7000-8000-00000000d702"])]


async def _passes(request: Request) -> Passes:
    passes: Passes = request.app.state.passes
    return passes


@router.post(
    "/my-day/calendars",
    name="open_calendar",
    status_code=201,
    dependencies=WRITES,
    responses=problems(CalendarsEnough),
)
async def ask(
    command: OpenCalendar, by: By, tx: Tx, passes: Annotated[Passes, Depends(_passes)]
) -> OpenedCalendar:
    """Ask for the address of a calendar (subskrypcja kalendarza, iCalendar); it is shown this once."""
    return opened(await open_calendar(command, by=by, tx=tx), passes)


@router.get("/my-day/calendars", name="list_calendars", dependencies=READS)
async def listed(by: By, tx: Tx) -> CalendarList:
    """List your calendars; whoever leads a team sees all of the team's. Addresses are not shown."""
    return await list_calendars(tx, by)


@router.post(
    "/my-day/calendars/{calendar_id}/revoke",
    name="revoke_calendar",
    dependencies=WRITES,
    responses=problems(CalendarNotFound, CalendarRevoked),
)
async def revoke(calendar_id: CalendarId, by: By, tx: Tx) -> CalendarView:
    """Revoke a calendar's address (unieważnienie): it opens nothing from the next request on."""
    return CalendarView.model_validate(await revoke_calendar(calendar_id, by=by, tx=tx))


@router.get(
    "/calendars/{calendar_id}.ics",
    name="read_calendar",
    openapi_extra={"security": []},
    responses={
        200: {"content": {"text/calendar": {"schema": {"type": "string"}}}},
        304: {"description": "Nothing has changed."},
        **problems(PassOver),
    },
    response_class=Response,
)
async def read(
    calendar_id: Annotated[
        str,
        Path(
            description="The pass of the address that was handed out, as it was given.",
            json_schema_extra={"pattern": "^[A-Za-z0-9_.-]{1,2000}$"},
        ),
    ],
    by: By,
    tx: Tx,
    if_none_match: Annotated[str | None, Header()] = None,
) -> Response:
    """Read a calendar (RFC 5545) by its address, without logging in: days and kinds, and no person."""
    del calendar_id  # the pass says which
    feed = await read_feed(tx, by)
    headers = {"ETag": feed.etag, "Cache-Control": "private, max-age=300"}
    if still_fresh(if_none_match, feed.etag):
        return Response(status_code=304, headers=headers)
    return Response(feed.body, media_type="text/calendar; charset=utf-8", headers=headers)
