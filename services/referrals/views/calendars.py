"""Calendars as their owners see them, and what a calendar program is given to read."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Annotated, Any
from uuid import UUID, uuid5

import sqlalchemy as sa
from icalendar import Alarm, Event
from icalendar import Calendar as Sheet
from pydantic import ConfigDict, Field

from contracts.intake import Urgency
from contracts.values import View, WorkerId
from kernel import clock
from kernel.callers import Caller
from kernel.passes import Passes, PassOver, pass_for
from kernel.transactions import Transaction
from services.referrals.domain.calendar import ROLE, Calendar, CalendarLanguage, Shows
from services.referrals.domain.day import WORDS, address
from services.referrals.domain.duty import Audience, DutyKind
from services.referrals.store.calendars import Calendars, calendar_of
from services.referrals.store.day import owed_at, owed_by, plan_of, workers_of
from services.referrals.tables.calendars import calendars
from services.referrals.tables.duties import duties
from services.referrals.tables.referrals import referrals

_PAST, _AHEAD = timedelta(days=90), timedelta(days=400)
_MOST = 2_000
_REFRESH = timedelta(hours=1)
_MORNING = timedelta(hours=8)
_TITLES = {
    CalendarLanguage.PL: ("Okienko: terminy", "Termin"),
    CalendarLanguage.EN: ("Okienko: what is due", "Due"),
}


class CalendarView(View):
    """A calendar that somebody subscribes to (subskrypcja kalendarza)."""

    model_config = ConfigDict(populate_by_name=True)

    id: UUID
    shows: Annotated[Shows, Field(alias="for")]
    kinds: list[DutyKind]
    language: CalendarLanguage
    worker: WorkerId
    made_at: datetime
    expires_at: datetime
    revoked_at: datetime | None


class OpenedCalendar(CalendarView):
    """The same, with its address: it is shown this once."""

    address: Annotated[
        str,
        Field(
            description="Give it to the calendar program; whoever knows it reads the calendar.",
            examples=["/v1/calendars/eyJhbGciOiJIUzI1NiJ9.e30.c2ln.ics"],
        ),
    ]


class CalendarList(View):
    """Calendars, newest first."""

    items: list[CalendarView]


def opened(calendar: Calendar, passes: Passes) -> OpenedCalendar:
    """A calendar with the address that opens it."""
    party = (calendar.institution, calendar.institution_name, calendar.institution_kind)
    holder = pass_for(calendar.pass_id, ROLE, only=calendar.id, party=party, name="Kalendarz")
    token = passes.make(holder, calendar.expires_at)
    seen = CalendarView.model_validate(calendar).model_dump()
    return OpenedCalendar(**seen, address=f"/v1/calendars/{token}.ics")


async def list_calendars(tx: Transaction, by: Caller) -> CalendarList:
    """One's own calendars; a team's leader sees all of the team's."""
    query = Calendars(tx, by=by).all.order_by(calendars.c.id.desc()).limit(_MOST)
    found = await tx.session.scalars(query)
    return CalendarList(items=[CalendarView.model_validate(one) for one in found])


@dataclass(frozen=True)
class Feed:
    """What a calendar program reads, and a mark by which it knows that nothing changed."""

    body: bytes

    @property
    def etag(self) -> str:
        """The mark."""
        return f'"{sha256(self.body).hexdigest()[:32]}"'


async def read_feed(tx: Transaction, holder: Caller) -> Feed:
    """The duties of this moment, as the seat sees them in which the calendar was asked for."""
    calendar = await calendar_of(tx, holder)
    if calendar is None:
        raise PassOver
    rows = await tx.session.execute(await _owed(tx, calendar))
    title, due = _TITLES[calendar.language]
    sheet = Sheet()
    sheet.add("prodid", "-//Okienko//my-day//PL")
    sheet.add("version", "2.0")
    sheet.add("method", "PUBLISH")
    sheet.add("name", title)
    sheet.add("x-wr-calname", title)
    sheet.add("refresh-interval", _REFRESH, parameters={"value": "DURATION"})
    sheet.add("x-published-ttl", "PT1H")
    for row in rows:
        sheet.add_component(_entry(row, calendar, due))
    return Feed(sheet.to_ical())


def _entry(row: Any, calendar: Calendar, due: str) -> Event:
    """One day of one duty: what kind of thing, and an id that opens only to whoever may see it."""
    words, polish = WORDS[row.kind], calendar.language is CalendarLanguage.PL
    summary = f"{due}: {words.pl_short if polish else words.en_short}"
    entry = Event()
    # Of this calendar alone: two feeds laid side by side do not tell that they mean the same thing.
    entry.add("uid", f"{uuid5(calendar.id, f'{row.thing_id} {row.kind}')}@okienko")
    entry.add("dtstamp", row.since.astimezone(UTC))
    entry.add("dtstart", row.due_on)
    entry.add("dtend", row.due_on + timedelta(days=1))
    entry.add("summary", summary)
    entry.add("description", words.pl if polish else words.en)
    entry.add("url", f"okienko:{address(row.kind, row.plan_id or row.thing_id)}")
    entry.add("class", "PRIVATE")
    entry.add("transp", "TRANSPARENT")
    if row.urgent:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", summary)
        alarm.add("trigger", _MORNING)
        entry.add_component(alarm)
    return entry


async def _owed(tx: Transaction, calendar: Calendar) -> sa.Select[Any]:
    by, today = _seat(calendar), clock.today()
    if calendar.shows is Shows.TEAM:
        whose = sa.or_(owed_at(by), owed_at(by, Audience.MANAGER))
    else:
        whose = sa.and_(owed_at(by), owed_by(await workers_of(tx, by)))
    urgent = sa.exists().where(
        referrals.c.id == duties.c.thing_id, referrals.c.urgency == Urgency.URGENT
    )
    query = sa.select(
        duties.c.thing_id,
        duties.c.kind,
        duties.c.since,
        duties.c.due_on,
        plan_of(duties.c.thing_id).label("plan_id"),
        urgent.label("urgent"),
    ).where(whose, duties.c.due_on.between(today - _PAST, today + _AHEAD))
    if calendar.kinds:
        query = query.where(duties.c.kind.in_(calendar.kinds))
    return query.order_by(duties.c.due_on, duties.c.thing_id, duties.c.kind).limit(_MOST)


def _seat(calendar: Calendar) -> Caller:
    return Caller(
        worker=calendar.worker,
        name="",
        institution=calendar.institution,
        institution_name=calendar.institution_name,
        kind=calendar.institution_kind,
        roles=frozenset(calendar.roles),
    )
