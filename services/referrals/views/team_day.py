"""The day of a team, for whoever leads it: who has how much to do, and what needs the manager's word."""

from dataclasses import replace
from typing import Annotated

import sqlalchemy as sa
from pydantic import Field

from contracts.values import Day, View, WorkerId
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain.day import AHEAD, Group
from services.referrals.domain.duty import Audience
from services.referrals.store.day import group_of, owed_at, wholly_open
from services.referrals.tables.duties import duties
from services.referrals.views.my_day import Count, DayGroup, Look, day_group, duty_rows, pages


class WorkersDay(View):
    """How much one worker has to do."""

    worker: Annotated[WorkerId | None, Field(description="None: what nobody has taken yet.")]
    overdue: Count
    due: Count
    silent: Count
    new: Count
    later: Count


class TeamDay(View):
    """The day of everybody at an institution (dzień zespołu)."""

    today: Day
    until: Day
    workers: Annotated[list[WorkersDay], Field(description="The most overdue first.")]
    escalated: Annotated[DayGroup, Field(description="What has become the managers' business.")]


async def team_day(tx: Transaction, by: Caller, look: Look) -> TeamDay:
    """The counts of each worker, and a page of what is escalated."""
    today = clock.today()
    until = look.until or today + AHEAD
    own = sa.func.coalesce(duties.c.worker, "")
    group = group_of(own, today, until).label("group")
    opened = wholly_open(by)
    owed = (
        sa.select(duties.c.worker, group)
        .join(opened, opened.c.client_id == duties.c.client_id, isouter=True)
        .where(owed_at(by, Audience.WORKER, opened.c.client_id.is_not(None)))
        # Else the group of each duty is worked out anew for each of the five counts.
        .cte("owed")
        .prefix_with("MATERIALIZED")
    )
    each = [sa.func.count().filter(owed.c.group == one.value).label(one.value) for one in Group]
    counted = sa.select(owed.c.worker, *each).group_by(owed.c.worker)
    pressing = [sa.desc(Group.OVERDUE.value), sa.desc(Group.DUE.value), owed.c.worker]
    rows = await tx.session.execute(counted.order_by(*pressing))
    return TeamDay(
        today=today,
        until=until,
        workers=[WorkersDay.model_validate(row) for row in rows],
        escalated=await _escalated(tx, by, look),
    )


async def _escalated(tx: Transaction, by: Caller, look: Look) -> DayGroup:
    today = clock.today()
    one = sa.literal(Group.SILENT.value)
    owed = duty_rows(by, one).where(owed_at(by, Audience.MANAGER))
    look = replace(look, group=Group.SILENT)
    rows = (await tx.session.execute(pages(owed, look))).all()
    return day_group(rows, Group.SILENT, look, today)
