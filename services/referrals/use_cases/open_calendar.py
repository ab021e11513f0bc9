"""A worker subscribes to her duties with a calendar program."""

from typing import Annotated

from pydantic import ConfigDict, Field

from contracts.values import Command
from kernel import clock, ids
from kernel.callers import Caller
from kernel.rights import require
from kernel.transactions import Transaction
from services.referrals.domain.calendar import (
    Calendar,
    CalendarLanguage,
    CalendarsEnough,
    Shows,
    expiry,
    term,
)
from services.referrals.domain.duty import DutyKind
from services.referrals.store.calendars import Calendars


class OpenCalendar(Command):
    """Ask for a calendar's address."""

    model_config = ConfigDict(
        populate_by_name=True,
        json_schema_extra={"examples": [{"for": "me", "kinds": ["answer_referral"]}]},
    )

    shows: Annotated[Shows, Field(alias="for", description="Your own duties, or your team's.")]
    kinds: Annotated[
        frozenset[DutyKind],
        Field(max_length=len(DutyKind), description="These kinds alone; none named: all."),
    ] = frozenset()
    language: CalendarLanguage = CalendarLanguage.PL


async def open_calendar(command: OpenCalendar, *, by: Caller, tx: Transaction) -> Calendar:
    """Open it in the seat she sits in now: it will never show more than that seat sees."""
    if command.shows is Shows.TEAM:
        require(by, "ShowTeamDay")
    calendars, now = Calendars(tx, by=by), clock.now()
    if await calendars.live(now) >= term("most", clock.today()):
        raise CalendarsEnough
    calendar = Calendar(
        id=ids.new(),
        pass_id=ids.new(),
        institution=by.institution,
        institution_name=by.institution_name,
        institution_kind=by.kind,
        worker=by.worker,
        roles=sorted(by.roles),
        shows=command.shows,
        kinds=sorted(command.kinds),
        language=command.language,
        made_at=now,
        expires_at=expiry(now, clock.today()),
    )
    await calendars.keep(calendar)
    return calendar
