"""My day: what a worker has to do, what she waits for, and what is new."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Annotated, Any
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field

from contracts.values import ClientId, Day, View, WorkerId
from kernel import clock
from kernel.callers import Caller
from kernel.pages import CursorUnreadable, cursor, place
from kernel.transactions import Transaction
from services.referrals.domain.day import AHEAD, SHOWN, WORDS, Group, address, days_late
from services.referrals.domain.duty import DutyKind
from services.referrals.store.day import (
    group_of,
    named,
    owed_at,
    owed_by,
    plan_of,
    workers_of,
)
from services.referrals.store.persons import survivor_of
from services.referrals.tables.duties import duties

Count = Annotated[int, Field(ge=0, examples=[3])]
_NO_DAY = date.max
Next = Annotated[
    str | None,
    Field(description="Pass as `cursor` with this `group` for the next page; null: the last."),
]


class DutyView(View):
    """Something to be done (zadanie)."""

    kind: Annotated[DutyKind, Field(examples=["answer_referral"])]
    to_do: Annotated[
        str,
        Field(
            description="What is asked for, in the language of Accept-Language.",
            examples=["Say what came of the referral."],
        ),
    ]
    thing_id: Annotated[UUID, Field(description="The referral, plan, meeting … it is about.")]
    address: Annotated[str, Field(examples=["/v1/referrals/0197a000-0000-7000-8000-00000000e001"])]
    client_id: Annotated[
        ClientId | None, Field(description="None: no one client, or she may not be seen.")
    ]
    worker: Annotated[
        WorkerId | None, Field(description="Whose it is; none: whoever takes it first.")
    ]
    due_on: Annotated[Day | None, Field(description="None: it is news.")]
    days_late: Annotated[int, Field(ge=0, description="Working days past its day.", examples=[0])]
    since: datetime


class DayGroup(View):
    """One group of a day: how many there are, and the most pressing of them."""

    count: Count
    items: list[DutyView]
    next: Next


class MyDay(View):
    """A worker's day (mój dzień)."""

    as_of: Annotated[
        datetime,
        Field(description="Pass to `/v1/my-day/seen` when she has looked through the news."),
    ]
    today: Day
    until: Day
    overdue: DayGroup | None
    due: DayGroup | None
    silent: Annotated[DayGroup | None, Field(description="Others owe her the answer.")]
    new: DayGroup | None
    later: Annotated[int, Field(ge=0, description="What is due after `until`.", examples=[12])]


@dataclass(frozen=True)
class Look:
    """How one looks at a day: how far ahead, at which group, from where on, in which language."""

    language: str = "en"
    until: date | None = None
    group: Group | None = None
    limit: int = 50
    after: str | None = None

    @property
    def groups(self) -> Sequence[Group]:
        """The groups that are shown."""
        return [self.group] if self.group else SHOWN


async def my_day(tx: Transaction, by: Caller, look: Look) -> MyDay:
    """The day of a caller, in one look at the database."""
    if look.after and not look.group:
        raise CursorUnreadable
    today = clock.today()
    until = look.until or today + AHEAD
    mine = duty_rows(by, group_of(sa.literal(by.worker), today, until)).where(
        owed_at(by), owed_by(await workers_of(tx, by))
    )
    rows = (await tx.session.execute(pages(mine, look))).all()
    counts = {row.group: row.total for row in rows}
    groups = {group: day_group(rows, group, look, today) for group in look.groups}
    return MyDay(
        as_of=clock.now(),
        today=today,
        until=until,
        later=counts.get(Group.LATER, 0),
        **{group.value: groups.get(group) for group in SHOWN},
    )


def duty_rows(by: Caller, group: sa.ColumnElement[Any]) -> sa.Select[Any]:
    """Duties, with the group each stands in."""
    return sa.select(
        duties.c.kind,
        duties.c.thing_id,
        named(by).label("client_id"),
        duties.c.worker,
        duties.c.due_on,
        duties.c.since,
        group.label("group"),
        sa.func.coalesce(duties.c.due_on, sa.literal(_NO_DAY)).label("day"),
    )


def pages(mine: sa.Select[Any], look: Look) -> sa.Select[Any]:
    """The first rows of each group after its cursor, and at least one of each, with the count of all."""
    rows = mine.cte("mine").prefix_with("MATERIALIZED")
    key = sa.tuple_(rows.c.day, rows.c.since, rows.c.thing_id, rows.c.kind)
    ahead = key > sa.tuple_(*place_of(look.after)) if look.after else sa.true()
    order = [rows.c.day, rows.c.since, rows.c.thing_id, rows.c.kind]
    turn = sa.func.row_number().over(partition_by=[rows.c.group, ahead], order_by=order)
    ranked = sa.select(
        rows,
        sa.func.count().over(partition_by=rows.c.group).label("total"),
        turn.label("turn"),
        ahead.label("ahead"),
    ).where(rows.c.group.is_not(None))
    ranked_rows = ranked.subquery("ranked")
    shown = sa.and_(
        ranked_rows.c.group.in_([group.value for group in look.groups]),
        ranked_rows.c.ahead,
        ranked_rows.c.turn <= look.limit + 1,
    )
    return (
        sa.select(
            ranked_rows,
            survivor_of(ranked_rows.c.client_id).label("person"),
            plan_of(ranked_rows.c.thing_id).label("plan_id"),
        )
        .where(sa.or_(shown, ranked_rows.c.turn == 1))
        .order_by(*(ranked_rows.c[name] for name in ("day", "since", "thing_id", "kind")))
    )


def day_group(rows: Sequence[Any], group: Group, look: Look, today: date) -> DayGroup:
    """One group out of the rows of all of them."""
    whole = [row for row in rows if row.group == group]
    ahead = [row for row in whole if row.ahead]
    page = ahead[: look.limit]
    last = page[-1] if len(ahead) > look.limit else None
    return DayGroup(
        count=whole[0].total if whole else 0,
        items=[duty_view(row, look.language, today) for row in page],
        next=place_after(last) if last else None,
    )


def duty_view(row: Any, language: str, today: date) -> DutyView:
    """One duty in words."""
    words = WORDS[row.kind]
    return DutyView(
        kind=row.kind,
        to_do=words.pl if language == "pl" else words.en,
        thing_id=row.thing_id,
        address=address(row.kind, row.plan_id or row.thing_id),
        client_id=row.person,
        worker=row.worker,
        due_on=row.due_on,
        days_late=days_late(row.due_on, today),
        since=row.since,
    )


def clients_of(*groups: DayGroup | None) -> Mapping[UUID, None]:
    """Whom these groups show, each once."""
    shown = (item.client_id for group in groups if group for item in group.items)
    return dict.fromkeys(one for one in shown if one is not None)


def place_after(row: Any) -> str:
    """The cursor that goes on behind a row."""
    parts = (row.day.isoformat(), row.since.isoformat(), str(row.thing_id), row.kind.value)
    return cursor(" ".join(parts))


def place_of(after: str) -> tuple[sa.ColumnElement[Any], ...]:
    """The row behind which a cursor goes on."""
    try:
        day, since, thing_id, kind = place(after).split(" ")
        at = datetime.fromisoformat(since)
        if at.tzinfo is None:
            raise CursorUnreadable
        found = (date.fromisoformat(day), at.astimezone(UTC), UUID(thing_id))
        code = DutyKind(kind)
    except (ValueError, OverflowError):
        raise CursorUnreadable from None
    columns: tuple[Any, ...] = (
        sa.Date(),
        sa.DateTime(timezone=True),
        sa.Uuid(),
        duties.c.kind.type,
    )
    values = (*found, code)
    return tuple(sa.literal(v, t) for v, t in zip(values, columns, strict=True))
