"""For whom indicators are counted: which cases, in which groups, and who could tell their parts apart."""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from contracts.territory import register
from kernel import clock, relations
from kernel.callers import Caller
from kernel.rights import require
from kernel.tables import memberships
from kernel.transactions import Transaction
from services.referrals.domain.indicator import By, Cells, Span, TerritoryUnknown
from services.referrals.domain.small_numbers import Groups, apart
from services.referrals.tables.referrals import territories

_COUNTY = 4


@dataclass(frozen=True)
class Scope:
    """For whom is counted: the groups by their ids, and which cases are whose."""

    names: Mapping[str, str]
    grouping: Callable[[sa.Subquery, Any], tuple[Any, Any]]
    """Of the cases and their quarter: the group, and the condition that they are counted."""
    apart: Mapping[tuple[str, date], Cells] = field(default_factory=dict)
    """Of a group in a quarter: the parts of it that a reader can tell apart."""

    def of(self, rows: sa.Subquery, days: Span) -> sa.Subquery:
        """The cases of these days with their group and their quarter."""
        quarter = sa.cast(sa.func.date_trunc("quarter", rows.c.on), sa.Date)
        group, counted = self.grouping(rows, quarter)
        return (
            sa.select(
                sa.cast(group, sa.Text).label("group"),
                quarter.label("quarter"),
                rows.c.institution,
                rows.c.path,
                rows.c.days,
            )
            .where(counted, rows.c.on.between(days.first, days.last))
            .subquery("counted")
        )


async def scope_of(tx: Transaction, by: Caller, asked: By, days: Span) -> Scope:
    """What the caller may have counted; refused to whom it does not concern."""
    match asked:
        case By.INSTITUTION:
            return _own(by)
        case By.PARTNERSHIP:
            return await _partnerships(tx, by, days)
        case By.COUNTY:
            return await _counties(tx, by)


def _own(by: Caller) -> Scope:
    """One's own institution.

    Its manager sees its clients one by one, but not whoever has left since: so its numbers too are told
    by quarters, without the small ones.
    """
    require(by, "ShowTeamDay")
    return Scope(
        {str(by.institution): by.institution_name},
        lambda rows, _: (rows.c.institution, rows.c.institution == by.institution),
    )


async def _partnerships(tx: Transaction, by: Caller, days: Span) -> Scope:
    """The partnerships that an agreement in force joins it to: in each quarter, whoever was in it then.

    Who joins later does not change what was told before, for the difference would be its own number.
    """
    require(by, "ShowTeamDay")
    mine = await relations.groups_of(tx.session, by.institution)
    readers = await _readers(tx, mine)
    members: dict[date, dict[UUID, set[UUID]]] = {
        one.first: {group: set() for group in readers} for one in days.quarters()
    }
    for row in await tx.session.execute(_joint(readers, days)):
        members[row.quarter][row.group_id].add(row.member_id)
    known = await relations.parties_named(tx.session, list(mine))
    joint = _joint(mine, days).subquery("joint")
    return Scope(
        {str(group): known[group].name if group in known else str(group) for group in mine},
        lambda rows, quarter: (
            joint.c.group_id,
            sa.and_(rows.c.institution == joint.c.member_id, quarter == joint.c.quarter),
        ),
        {
            (str(group), quarter): apart(group, then, readers)
            for group in mine
            for quarter, then in members.items()
        },
    )


async def _readers(tx: Transaction, groups: Collection[UUID]) -> Groups:
    """Who reads these partnerships today; and the other ones that any of them reads."""
    day = clock.today()
    m = memberships.c
    today = sa.and_(m.valid_from <= day, sa.or_(m.valid_to.is_(None), m.valid_to >= day))
    partners = sa.select(m.member_id).where(m.group_id.in_(groups), today)
    theirs = sa.select(m.group_id).where(m.member_id.in_(partners), today)
    query = sa.select(m.group_id, m.member_id).where(m.group_id.in_(theirs), today)
    readers: dict[UUID, set[UUID]] = defaultdict(set)
    for group, member in await tx.session.execute(query):
        readers[group].add(member)
    return readers


def _joint(groups: Collection[UUID], days: Span) -> sa.Select[Any]:
    """Who was in these partnerships at the end of each quarter, once each."""
    m = memberships.c
    quarters = sa.values(
        sa.column("quarter", sa.Date), sa.column("ended", sa.Date), name="quarters"
    ).data([(one.first, one.last) for one in days.quarters()])
    then = sa.and_(
        m.valid_from <= quarters.c.ended,
        sa.or_(m.valid_to.is_(None), m.valid_to >= quarters.c.ended),
    )
    return (
        sa.select(m.group_id, m.member_id, quarters.c.quarter)
        .join_from(memberships, quarters, then)
        .where(m.group_id.in_(groups))
        .distinct()
    )


async def _counties(tx: Transaction, by: Caller) -> Scope:
    """The counties of the territory that the caller's institution serves, by where clients live."""
    require(by, "ShowRegionDay")
    mine = sa.select(territories.c.territory).where(territories.c.institution == by.institution)
    territory = await tx.session.scalar(mine)
    if territory is None:
        raise TerritoryUnknown
    names = {
        unit.code: unit.name
        for unit in register().values()
        if len(unit.code) == _COUNTY
        and (unit.code.startswith(territory) or territory.startswith(unit.code))
    }
    return Scope(
        names,
        lambda rows, _: (
            sa.func.left(rows.c.municipality, _COUNTY),
            rows.c.municipality.startswith(territory, autoescape=True),
        ),
    )
