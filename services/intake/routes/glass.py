"""The HTTP face of emergencies: breaking the glass, and the alarms that follow."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from contracts.values import AlarmId, RelationId
from kernel.pages import CursorUnreadable
from kernel.problems import problems
from kernel.verbs import READS, WRITES, By, Cursor, Limit, Tx, Verb, concern
from services.intake.domain.access import AlreadyVisible, NobodyRegistered
from services.intake.domain.client import ClientNotFound
from services.intake.domain.glass import (
    AlarmNotFound,
    AlarmReviewed,
    GlassNotFound,
    GlassOfOthers,
    GlassOver,
    OwnGlass,
)
from services.intake.routes.clients import index_secret_of
from services.intake.use_cases.break_glass import BreakGlass, break_glass
from services.intake.use_cases.end_glass import end_glass
from services.intake.use_cases.review_alarm import ReviewAlarm, review_alarm
from services.intake.views.glass import (
    AlarmPage,
    AlarmView,
    GlassView,
    glass_view,
    list_alarms,
    reviewed_view,
)

router = APIRouter(prefix="/v1", tags=["intake"], route_class=Verb)


@router.post(
    "/break-glass",
    name="break_glass",
    status_code=201,
    dependencies=WRITES,
    responses=problems(NobodyRegistered, ClientNotFound, AlreadyVisible),
)
async def emergency(
    command: BreakGlass, request: Request, by: By, tx: Tx, response: Response
) -> GlassView:
    """Open a record for some hours because life or health depends on it; an alarm is raised."""
    glass = await break_glass(command, by=by, tx=tx, index_secret=index_secret_of(request))
    concern(response, [glass.client_id])
    return await glass_view(tx, glass, by)


@router.post(
    "/break-glass/{glass_id}/end",
    name="end_glass",
    status_code=204,
    dependencies=WRITES,
    responses=problems(GlassNotFound, GlassOfOthers, GlassOver),
)
async def end(glass_id: RelationId, by: By, tx: Tx, response: Response) -> None:
    """End an emergency opening before its hours are over (zakończenie awaryjnego otwarcia karty)."""
    concern(response, [(await end_glass(glass_id, by=by, tx=tx)).client_id])


@router.get(
    "/alarms", name="list_alarms", dependencies=READS, responses=problems(CursorUnreadable)
)
async def alarms(
    by: By,
    tx: Tx,
    response: Response,
    unreviewed: Annotated[bool, Query(description="Only those without a verdict.")] = False,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> AlarmPage:
    """List the emergency openings to review, newest first, and the requests left unanswered."""
    page = await list_alarms(tx, by, unreviewed=unreviewed, limit=limit, after=cursor)
    late = [item.client_id for item in page.overdue_requests if item.client_id]
    concern(response, dict.fromkeys([*(item.client_id for item in page.items), *late]))
    return page


@router.post(
    "/alarms/{alarm_id}/review",
    name="review_alarm",
    dependencies=WRITES,
    responses=problems(AlarmNotFound, AlarmReviewed, OwnGlass),
)
async def review(
    alarm_id: AlarmId, command: ReviewAlarm, by: By, tx: Tx, response: Response
) -> AlarmView:
    """Say whether the glass was broken rightly."""
    alarm = await review_alarm(alarm_id, command, by=by, tx=tx)
    concern(response, [alarm.glass.client_id])
    return await reviewed_view(tx, alarm)
