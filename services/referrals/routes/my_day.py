"""The HTTP face of the day: what is due, overdue, silent and new."""

from typing import Annotated

from fastapi import APIRouter, Header, Query, Response

from contracts.values import Day
from kernel.pages import CursorUnreadable
from kernel.problems import language_of, problems
from kernel.verbs import READS, WRITES, By, Cursor, Limit, Tx, Verb, concern
from services.referrals.domain.day import Group
from services.referrals.domain.indicator import TerritoryUnknown
from services.referrals.use_cases.see_news import SeeNews, see_news
from services.referrals.views.my_day import Look, MyDay, clients_of, my_day
from services.referrals.views.region_day import RegionDay, region_day
from services.referrals.views.team_day import TeamDay, team_day

router = APIRouter(prefix="/v1/my-day", tags=["my-day"], route_class=Verb)

Until = Annotated[Day | None, Query(description="Look ahead to this day; none: seven days.")]
Language = Annotated[str, Header(alias="Accept-Language", description="pl, or English.")]
OneGroup = Annotated[
    Group | None, Query(description="This group alone; none: all four. A cursor needs it.")
]


@router.get("", name="show_my_day", dependencies=READS, responses=problems(CursorUnreadable))
async def day(
    by: By,
    tx: Tx,
    response: Response,
    until: Until = None,
    group: OneGroup = None,
    limit: Limit = 20,
    cursor: Cursor = None,
    accept_language: Language = "en",
) -> MyDay:
    """Show a worker's day (mój dzień): overdue, due, silent and new, the most pressing first."""
    language = language_of({"accept-language": accept_language})
    shown = await my_day(tx, by, Look(language, until, group, limit, cursor))
    response.headers["Content-Language"] = language
    concern(response, clients_of(shown.overdue, shown.due, shown.silent, shown.new))
    return shown


@router.post("/seen", name="see_news", status_code=204, dependencies=WRITES)
async def seen(command: SeeNews, by: By, tx: Tx) -> None:
    """Mark the news of your day as seen (odczytane); what is owed stays until it is done."""
    await see_news(command, by=by, tx=tx)


@router.get(
    "/team", name="show_team_day", dependencies=READS, responses=problems(CursorUnreadable)
)
async def team(
    by: By,
    tx: Tx,
    response: Response,
    until: Until = None,
    limit: Limit = 50,
    cursor: Cursor = None,
    accept_language: Language = "en",
) -> TeamDay:
    """Show a manager the day of the team (dzień zespołu): counts by worker, and what is escalated."""
    language = language_of({"accept-language": accept_language})
    shown = await team_day(tx, by, Look(language, until, None, limit, cursor))
    response.headers["Content-Language"] = language
    concern(response, clients_of(shown.escalated))
    return shown


@router.get(
    "/region", name="show_region_day", dependencies=READS, responses=problems(TerritoryUnknown)
)
async def region(by: By, tx: Tx) -> RegionDay:
    """Count what is to be done in a region (dzień województwa): no client, no worker, no small number."""
    return await region_day(tx, by)
