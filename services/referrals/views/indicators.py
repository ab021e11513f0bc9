"""Indicators by institution, partnership or county: exact, in both languages, without small numbers."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field

from contracts.territory import register
from contracts.values import Month, View
from kernel import clock, relations
from kernel.callers import Caller
from kernel.rights import require
from kernel.tables import memberships
from kernel.transactions import Transaction
from services.referrals.domain.indicator import (
    INDICATORS,
    By,
    Indicator,
    Leaves,
    Population,
    Span,
    Telling,
    TerritoryUnknown,
    span,
)
from services.referrals.domain.small_numbers import Path, least
from services.referrals.store.cases import cases
from services.referrals.tables.referrals import territories

_Days = Annotated[float | None, Field(ge=0, examples=[12.5])]
_Number = Annotated[int | None, Field(ge=0, description="None: left out.", examples=[41])]


class CodeCount(View):
    """How many under one code."""

    code: Annotated[str, Field(examples=["no_places"])]
    count: _Number


class IndicatorView(View):
    """One indicator (wskaźnik): so many of so many."""

    code: Annotated[str, Field(examples=["referrals_accepted"])]
    title: Annotated[str, Field(examples=["Referrals accepted"])]
    definition: Annotated[str, Field(examples=["Of the answered referrals, those accepted."])]
    numerator: _Number
    denominator: _Number
    percent: Annotated[
        float | None, Field(ge=0, le=100, description="None: of nothing.", examples=[87.5])
    ]
    median_days: _Days
    p90_days: _Days
    by_code: list[CodeCount]
    suppressed: Annotated[bool, Field(description="Whether anything of it is left out.")]


class IndicatorGroup(View):
    """The indicators of one institution, partnership or county."""

    id: Annotated[str, Field(description="An id, or a TERC code.", examples=["2478"])]
    name: Annotated[str, Field(examples=["Zabrze"])]
    indicators: list[IndicatorView]


class IndicatorReport(View):
    """What came of the work of some months (wskaźniki)."""

    first_month: Month
    last_month: Month
    by: By
    as_of: datetime
    small: Annotated[int, Field(description="Counts from 1 to below this are left out.")]
    groups: list[IndicatorGroup]


@dataclass(frozen=True)
class Asked:
    """Over which months, for whom, in which language."""

    first: Month | None
    last: Month | None
    by: By
    language: str = "en"


@dataclass(frozen=True)
class _Scope:
    """For whom is counted: which cases, and what tells the groups apart."""

    group: Any
    """The column or expression by which cases are grouped."""
    condition: Any
    names: Mapping[str, str]
    members: Mapping[str, Sequence[UUID]]
    """Of a partnership: who could subtract her own from the whole."""
    quarterly: bool = True


async def report(tx: Transaction, by: Caller, asked: Asked) -> IndicatorReport:
    """Count everything that may be told."""
    today, now = clock.today(), clock.now()
    days = span(asked.first, asked.last, asked.by, today)
    k = least(today)
    told: dict[str, list[IndicatorView]] = defaultdict(list)
    names: Mapping[str, str] = {}
    for population in Population:
        rows = cases(population, today)
        scope = await _SCOPES[asked.by](tx, by, rows)
        names = scope.names
        counted = await _count(tx, rows, scope, days)
        took = await _took(tx, rows, scope, days)
        for one in names:
            telling = _telling(population, counted[one], scope, one, k)
            told[one] += [
                _view(indicator, telling, took.get(one), asked.language)
                for indicator in INDICATORS
                if indicator.population is population
            ]
    return IndicatorReport(
        first_month=days.first.isoformat()[:7],
        last_month=days.last.isoformat()[:7],
        by=asked.by,
        as_of=now,
        small=k,
        groups=[IndicatorGroup(id=i, name=names[i], indicators=told[i]) for i in sorted(names)],
    )


Atom = tuple[date | None, UUID]
Counted = Mapping[Atom, Leaves]


async def _count(
    tx: Transaction, rows: sa.Subquery, scope: _Scope, days: Span
) -> Mapping[str, Counted]:
    """Cases by group, quarter, institution and path."""
    quarter = sa.cast(sa.func.date_trunc("quarter", rows.c.on), sa.Date)
    query = (
        sa.select(
            sa.cast(scope.group, sa.Text).label("group"),
            quarter.label("quarter"),
            rows.c.institution,
            rows.c.path,
            sa.func.count().label("total"),
        )
        .where(scope.condition, rows.c.on.between(days.first, days.last))
        .group_by(sa.text("1"), sa.text("2"), rows.c.institution, rows.c.path)
    )
    counted: dict[str, dict[Atom, dict[Path, int]]] = defaultdict(lambda: defaultdict(dict))
    for row in await tx.session.execute(query):
        atom = (row.quarter if scope.quarterly else None, row.institution)
        leaves = counted[row.group][atom]
        path = tuple(row.path.split("/"))
        leaves[path] = leaves.get(path, 0) + row.total
    return counted


async def _took(
    tx: Transaction, rows: sa.Subquery, scope: _Scope, days: Span
) -> Mapping[str, tuple[float, float]]:
    """How many days it took: the middle, and what nine in ten do not exceed."""
    shares = [sa.func.percentile_cont(share).within_group(rows.c.days) for share in (0.5, 0.9)]
    query = (
        sa.select(sa.cast(scope.group, sa.Text), *shares)
        .where(
            scope.condition,
            rows.c.on.between(days.first, days.last),
            rows.c.days.is_not(None),
        )
        .group_by(sa.text("1"))
    )
    return {
        group: (round(middle, 1), round(most, 1))
        for group, middle, most in await tx.session.execute(query)
    }


def _telling(
    population: Population, counted: Counted, scope: _Scope, group: str, k: int
) -> Telling:
    """What may be told of one group: nothing that a quarter, or a member who knows her own, gives away."""
    quarters: dict[date | None, dict[UUID, Leaves]] = defaultdict(dict)
    for (quarter, institution), leaves in counted.items():
        quarters[quarter][institution] = leaves
    atoms = [_sum(parts, None) for parts in quarters.values()]
    views = [
        _sum(parts, member)
        for parts in quarters.values()
        for member in scope.members.get(group, ())
        if member in parts
    ]
    return Telling.of(population, atoms, views, k)


def _sum(parts: Mapping[UUID, Leaves], without: UUID | None) -> Leaves:
    leaves: dict[Path, int] = defaultdict(int)
    for institution, own in parts.items():
        for path, count in own.items():
            leaves[path] += 0 if institution == without else count
    return leaves


def _view(
    indicator: Indicator, telling: Telling, took: tuple[float, float] | None, language: str
) -> IndicatorView:
    numerator, denominator = telling.sum(indicator.numerator), telling.sum(indicator.denominator)
    known = numerator is not None and denominator is not None
    by_code = telling.parts(indicator.numerator[0]) if indicator.broken_down else {}
    timed = took if indicator.timed and numerator else None
    polish = language == "pl"
    return IndicatorView(
        code=indicator.code,
        title=indicator.title_pl if polish else indicator.title_en,
        definition=indicator.pl if polish else indicator.en,
        numerator=numerator if known else None,
        denominator=denominator,
        percent=_percent(numerator, denominator) if known else None,
        median_days=timed[0] if timed else None,
        p90_days=timed[1] if timed else None,
        by_code=[CodeCount(code=code, count=count) for code, count in by_code.items()],
        suppressed=not known or None in by_code.values(),
    )


def _percent(numerator: int | None, denominator: int | None) -> float | None:
    """Rounded half up to one place, in whole numbers."""
    if not denominator or numerator is None:
        return None
    return (numerator * 2000 + denominator) // (2 * denominator) / 10


async def _own(tx: Transaction, by: Caller, rows: sa.Subquery) -> _Scope:
    """One's own institution: its own clients and referrals, which its manager may see one by one."""
    del tx
    require(by, "ShowTeamDay")
    own = str(by.institution)
    return _Scope(
        rows.c.institution,
        rows.c.institution == by.institution,
        {own: by.institution_name},
        {},
        quarterly=False,
    )


async def _partnerships(tx: Transaction, by: Caller, rows: sa.Subquery) -> _Scope:
    """The partnerships that an agreement in force joins it to."""
    require(by, "ShowTeamDay")
    day = clock.today()
    joined = sa.and_(
        memberships.c.valid_from <= day,
        sa.or_(memberships.c.valid_to.is_(None), memberships.c.valid_to >= day),
    )
    mine = sa.select(memberships.c.group_id).where(
        memberships.c.member_id == by.institution, joined
    )
    pairs = sa.select(memberships.c.group_id, memberships.c.member_id).distinct()
    pairs = pairs.where(memberships.c.group_id.in_(mine), joined)
    members: dict[str, list[UUID]] = defaultdict(list)
    for group, member in await tx.session.execute(pairs):
        members[str(group)].append(member)
    known = await relations.parties_named(tx.session, [UUID(group) for group in members])
    names = {
        group: known[UUID(group)].name if UUID(group) in known else group for group in members
    }
    joint = pairs.subquery("joint")
    return _Scope(joint.c.group_id, rows.c.institution == joint.c.member_id, names, members)


async def _counties(tx: Transaction, by: Caller, rows: sa.Subquery) -> _Scope:
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
    return _Scope(
        sa.func.left(rows.c.municipality, _COUNTY),
        rows.c.municipality.startswith(territory, autoescape=True),
        names,
        {},
    )


_COUNTY = 4
_SCOPES = {By.INSTITUTION: _own, By.PARTNERSHIP: _partnerships, By.COUNTY: _counties}
