"""Indicators by institution, partnership or county: exact, in both languages, without small numbers."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, NamedTuple
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field

from contracts.values import Day, Month, View
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain.indicator import (
    INDICATORS,
    By,
    Indicator,
    Leaves,
    Population,
    Telling,
    span,
)
from services.referrals.domain.small_numbers import beyond, least
from services.referrals.store.cases import cases
from services.referrals.views.indicator_scopes import scope_of

_Days = Annotated[
    float | None, Field(ge=0, description="None: left out, or of nothing.", examples=[12.5])
]
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
    as_of: Annotated[Day, Field(description="The end of the last quarter that is over.")]
    small: Annotated[int, Field(description="Counts from 1 to below this are left out.")]
    groups: list[IndicatorGroup]


@dataclass(frozen=True)
class Asked:
    """Over which months, for whom, in which language."""

    first: Month | None
    last: Month | None
    by: By
    language: str = "en"


class _Told(NamedTuple):
    """What may be told of a group, how many days it took, and the smallest number that is shown."""

    telling: Telling
    took: tuple[float, float] | None
    k: int

    def days(self, count: int | None) -> tuple[float | None, float | None]:
        """The median and the 90th percentile of so many, unless they are of too few."""
        if not count or self.took is None:
            return None, None
        median, most = self.took
        return (
            median if beyond(count, 2, self.k) else None,
            most if beyond(count, 10, self.k) else None,
        )


async def report(tx: Transaction, by: Caller, asked: Asked) -> IndicatorReport:
    """Count everything that may be told."""
    today = clock.today()
    days = span(asked.first, asked.last, today)
    k = least(today)
    scope = await scope_of(tx, by, asked.by, days)
    told: dict[str, list[IndicatorView]] = defaultdict(list)
    for population in Population:
        rows = scope.of(cases(population, days.as_of), days)
        counted = await _count(tx, rows)
        took = await _took(tx, rows)
        for one in scope.names:
            quarters = counted[one]
            cells = [scope.apart.get((one, quarter), frozenset()) for quarter in quarters]
            telling = Telling.of(population, list(quarters.values()), cells, k)
            told[one] += [
                _view(indicator, _Told(telling, took.get(one), k), asked.language)
                for indicator in INDICATORS
                if indicator.population is population
            ]
    return IndicatorReport(
        first_month=days.first.isoformat()[:7],
        last_month=days.last.isoformat()[:7],
        by=asked.by,
        as_of=days.as_of,
        small=k,
        groups=[
            IndicatorGroup(id=one, name=scope.names[one], indicators=told[one])
            for one in sorted(scope.names)
        ],
    )


async def _count(
    tx: Transaction, rows: sa.Subquery
) -> Mapping[str, Mapping[date, Mapping[UUID, Leaves]]]:
    """Cases by group, quarter, institution and path."""
    keys = (rows.c.group, rows.c.quarter, rows.c.institution, rows.c.path)
    query = sa.select(*keys, sa.func.count().label("total")).group_by(*keys)
    counted: dict[str, Any] = defaultdict(lambda: defaultdict(lambda: defaultdict(Counter)))
    for row in await tx.session.execute(query):
        path = tuple(row.path.split("/"))
        counted[row.group][row.quarter][row.institution][path] += row.total
    return counted


async def _took(tx: Transaction, rows: sa.Subquery) -> Mapping[str, tuple[float, float]]:
    """How many days it took: the middle, and what nine in ten do not exceed."""
    shares = [sa.func.percentile_cont(share).within_group(rows.c.days) for share in (0.5, 0.9)]
    query = sa.select(rows.c.group, *shares).where(rows.c.days.is_not(None)).group_by(rows.c.group)
    return {
        group: (round(middle, 1), round(most, 1))
        for group, middle, most in await tx.session.execute(query)
    }


def _view(indicator: Indicator, told: _Told, language: str) -> IndicatorView:
    telling = told.telling
    numerator, denominator = telling.sum(indicator.numerator), telling.sum(indicator.denominator)
    known = numerator is not None and denominator is not None
    # Which codes occur below a missing number would say how many it is at least.
    broken_down = indicator.broken_down and known
    by_code = telling.parts(indicator.numerator[0]) if broken_down else {}
    median, most = told.days(numerator) if indicator.timed and known else (None, None)
    untold = indicator.timed and bool(numerator) and None in (median, most)
    polish = language == "pl"
    return IndicatorView(
        code=indicator.code,
        title=indicator.title_pl if polish else indicator.title_en,
        definition=indicator.pl if polish else indicator.en,
        numerator=numerator if known else None,
        denominator=denominator,
        percent=_percent(numerator, denominator) if known else None,
        median_days=median,
        p90_days=most,
        by_code=[CodeCount(code=code, count=count) for code, count in by_code.items()],
        suppressed=not known or untold or None in by_code.values(),
    )


def _percent(numerator: int | None, denominator: int | None) -> float | None:
    """Rounded half up to one place, in whole numbers."""
    if not denominator or numerator is None:
        return None
    return (numerator * 2000 + denominator) // (2 * denominator) / 10
