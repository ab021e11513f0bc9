"""What a schedule costs and whom it helps, over a whole cohort: the rules of one household, in columns."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields
from datetime import date
from functools import lru_cache
from typing import Annotated, Any, cast

import numpy as np
from pydantic import Field

from contracts.territory import Municipality
from contracts.values import Command, Day, Line, Month
from services.benefits.domain.cohort import Cohort, CohortChoice
from services.benefits.domain.columns import Plan
from services.benefits.domain.exact import Column, Number, Truth, choose, least, most, part
from services.benefits.domain.family_allowance import Children
from services.benefits.domain.law import Law, law_of
from services.benefits.domain.money import ratio
from services.benefits.domain.months import month_of, shifted
from services.benefits.domain.okresowy import social_criterion
from services.benefits.domain.parameters import Parameters
from services.benefits.domain.planned_law import PlannedValue, check_planned, planned_law
from services.benefits.domain.position import (
    Family,
    MonthMeans,
    NoPaper,
    Position,
    Scope,
    lost_between,
    position,
)
from services.benefits.domain.schedule import (
    Facing,
    chosen,
    first_day_paid,
    months_of_support,
)
from services.benefits.domain.schedule_choice import MOST_MONTHS, ScheduleChoice
from services.benefits.domain.trace import Working
from services.benefits.domain.wage import Wage, wage_of

_RAISE = 10_000
"""A raise of 100 złoty gross: of what it leaves in hand the effective marginal rate is made."""
_TENTHS = 13
"""Below nothing, eleven tenths of the raise, and all above."""
_COLUMNS = tuple(one.name for one in fields(Cohort))


class Variant(Command):
    """One way of paying support, beside others."""

    name: Annotated[Line, Field(examples=["STEP-12"])]
    scope: Scope = Scope.SA
    schedule: ScheduleChoice = ScheduleChoice()
    parameters: Annotated[
        tuple[PlannedValue, ...],
        Field(max_length=20, description="Values of a planned law in place of today's."),
    ] = ()


class Simulate(Command):
    """A cohort whose adults take a job on one day, and ways of supporting them to compare."""

    on: Annotated[Day, Field(description="The first day of work of everybody.")]
    municipality: Municipality | None = None
    cohort: CohortChoice
    variants: Annotated[tuple[Variant, ...], Field(min_length=1, max_length=8)]


@dataclass
class VariantSums:
    """What one variant comes to, over the households worked out so far; grosze."""

    by_month: dict[Month, int] = field(default_factory=dict)
    paid_in: dict[Month, int] = field(default_factory=dict)
    """How many households are paid in the month."""
    lost: int = 0
    """Grosze a month that jobs take away, by the variant's law and scope."""
    without_job: int = 0
    """Benefits of the scope in the month before the job, of all households."""
    with_job: int = 0
    """The same in the first month of the job."""
    supported: int = 0
    """Households that are paid anything."""
    better: int = 0
    """Households that have more in hand in the first month of work, with support, than before it."""
    worse: int = 0
    more_than_first: int = 0
    """Households that get more of this variant than of the first."""
    less_than_first: int = 0

    def add(self, other: "VariantSums") -> None:
        """Take in what another chunk came to."""
        for month, amount in other.by_month.items():
            self.by_month[month] = self.by_month.get(month, 0) + amount
            self.paid_in[month] = self.paid_in.get(month, 0) + other.paid_in[month]
        for name in _COUNTED:
            setattr(self, name, getattr(self, name) + getattr(other, name))

    def filled(self, totals: Sequence[int]) -> "VariantSums":
        """The figures, where this one says in which place of the totals each stands."""
        return VariantSums(
            {month: totals[place] for month, place in self.by_month.items()},
            {month: totals[place] for month, place in self.paid_in.items()},
            **{name: totals[getattr(self, name)] for name in _COUNTED},
        )


_COUNTED = (
    "lost", "without_job", "with_job", "supported", "better", "worse", "more_than_first",
    "less_than_first",
)  # fmt: skip


@dataclass
class Sums:
    """What a cohort comes to, over the households worked out so far."""

    households: int = 0
    losing: int = 0
    """Households from whom the job takes anything, in the first variant's scope."""
    better_without: int = 0
    worse_without: int = 0
    """Households that have less in hand with the job than before, without support."""
    rates: Counter[int] = field(default_factory=Counter)
    """Households by effective marginal rate of the next 100 złoty, in tenths of it: 7 is 70–79 %."""
    variants: list[VariantSums] = field(default_factory=list)

    @classmethod
    def read(cls, told: Mapping[str, Any]) -> "Sums":
        """The same from plain data; nothing told is nothing worked out."""
        said = dict(told)
        rates = Counter({int(tenth): n for tenth, n in said.pop("rates", {}).items()})
        variants = [VariantSums(**one) for one in said.pop("variants", [])]
        return cls(**said, rates=rates, variants=variants)

    def told(self) -> dict[str, Any]:
        """As plain data, to be kept between two handfuls."""
        told = asdict(self)
        return told | {"rates": {str(tenth): n for tenth, n in sorted(self.rates.items())}}

    def add(self, other: "Sums") -> None:
        """Take in what another chunk came to."""
        for name in ("households", "losing", "better_without", "worse_without"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.rates.update(other.rates)
        if not self.variants:
            self.variants = [VariantSums() for _ in other.variants]
        for mine, its in zip(self.variants, other.variants, strict=True):
            mine.add(its)


def simulate(asked: Simulate, cohort: Cohort, parameters: Parameters) -> Sums:
    """Work out one chunk."""
    for n, variant in enumerate(asked.variants):
        check_planned(variant.parameters, parameters, at=f"/variants/{n}/parameters")
    return _planned(asked, parameters).sums(cohort)


class _Adding:
    """What of the columns of a simulation is added up, and in which place of the totals it stands."""

    def __init__(self) -> None:
        self.columns: list[Number] = []
        self.ways: list[Callable[[Column], int]] = []

    def sum(self, column: Number) -> int:
        """The place of its sum."""
        return self._place(column, _sum)

    def count(self, truth: Truth) -> int:
        """The place of how many it holds for."""
        return self._place(cast("Number", truth), _count)

    def _place(self, column: Number, way: Callable[[Column], int]) -> int:
        # Months of one step share one column: it is added up once.
        for place, (known, its) in enumerate(zip(self.columns, self.ways, strict=True)):
            if known is column and its is way:
                return place
        self.columns.append(column)
        self.ways.append(way)
        return len(self.columns) - 1


class _Planned:
    """A simulation read once: the plan of its columns, and where in the totals each figure stands."""

    def __init__(self, asked: Simulate, parameters: Parameters) -> None:
        self._asked, self._parameters = asked, parameters
        self._adding = _Adding()
        self._places = Sums()
        self._plan = Plan(len(fields(Cohort)), self._wanted)

    def sums(self, cohort: Cohort) -> Sums:
        """What a chunk comes to."""
        totals, rates = [0] * len(self._adding.ways), np.zeros(_TENTHS, dtype=np.int64)
        for *columns, tenths in self._plan.blocks(*(getattr(cohort, n) for n in _COLUMNS)):
            for place, (way, column) in enumerate(zip(self._adding.ways, columns, strict=True)):
                totals[place] += way(column)
            rates += np.bincount(tenths, minlength=_TENTHS)
        at = self._places
        return Sums(
            households=len(cohort),
            losing=totals[at.losing],
            better_without=totals[at.better_without],
            worse_without=totals[at.worse_without],
            rates=Counter({n - 1: int(many) for n, many in enumerate(rates) if many}),
            variants=[one.filled(totals) for one in at.variants],
        )

    def _wanted(self, *columns: Column) -> list[Number]:
        asked, cohort = self._asked, Cohort(*columns)
        laws = [
            planned_law(one.parameters, asked.municipality, self._parameters)
            for one in asked.variants
        ]
        # Under one law the households stand once, however many schedules are compared.
        streets = {law: _Street(asked, cohort, law) for law in laws}
        street, adding, places = streets[laws[0]], self._adding, self._places
        before, after = street.before.cash, street.after.cash
        places.losing = adding.count(street.lost(asked.variants[0].scope) > 0)
        places.better_without = adding.count(after > before)
        places.worse_without = adding.count(after < before)
        first: Number | None = None
        for variant, law in zip(asked.variants, laws, strict=True):
            found, total = streets[law].support(variant, adding)
            first = total if first is None else first
            found.more_than_first = adding.count(total > first)
            found.less_than_first = adding.count(total < first)
            places.variants.append(found)
        return [*adding.columns, street.tenths()]


@lru_cache(maxsize=16)
def _planned(asked: Simulate, parameters: Parameters) -> _Planned:
    return _Planned(asked, parameters)


def standings(asked: Simulate, cohort: Cohort, parameters: Parameters) -> tuple[Column, Column]:
    """What each household of a chunk gets without the job and with it, in the first scope; grosze."""
    street, scope = _Street(asked, cohort, parameters), asked.variants[0].scope
    shape = (len(cohort),)
    before, after = street.before.had(scope), street.after.kept(scope)
    return np.broadcast_to(before, shape), np.broadcast_to(after, shape)


class _Street:
    """The households of a chunk, before and after the job."""

    def __init__(self, asked: Simulate, cohort: Cohort, parameters: Parameters) -> None:
        self._asked, self._cohort, self._parameters = asked, cohort, parameters
        first = month_of(asked.on)
        self._law = law_of(first, asked.municipality, parameters)
        self._law_before = law_of(shifted(first, -1), asked.municipality, parameters)
        kids = Children(cohort.to_5, cohort.to_18, cohort.to_24)
        self.family = Family(
            cohort.persons, kids, cohort.to_5 + cohort.to_18, False, computes_family_allowance=True
        )
        self.wage = wage_of(self._law, cohort.gross)
        self.before = self._stand(self._law_before, None)
        self.after = self._stand(self._law, self.wage)

    def _stand(self, law: Law, wage: Wage | None) -> Position:
        cohort = self._cohort
        income: Number = cohort.income
        counted, cash = income, income
        if wage is not None:
            counted, cash = income + wage.counted, income + wage.net
        # The adult unable to work is another than the one who takes the job, if there are two.
        own = choose(cast("Truth", cohort.adults == 1), lambda: counted, lambda: income)
        means = MonthMeans(counted, cash, 0, (own,), (cohort.unable,))
        return position(NoPaper(law), self.family, means)

    def lost(self, scope: Scope) -> Number:
        """What the job takes away, a month."""
        return lost_between(self.before, self.after, scope)

    def tenths(self) -> Number:
        """What of the next 100 złoty is not kept, in tenths of it and one more: 0 is below nothing."""
        more = wage_of(self._law, self._cohort.gross + _RAISE)
        kept = self._stand(self._law, more).cash - self.after.cash
        return least(most((_RAISE - kept) * 10 // _RAISE + 1, 0), _TENTHS - 1)

    def support(self, variant: Variant, adding: _Adding) -> tuple[VariantSums, Number]:
        """Where the figures of one variant stand, and what each household gets of it in all."""
        schedule = self._schedule(variant)
        lost = self.lost(variant.scope)
        facing = Facing(lost, self.wage.net, social_criterion(self._law, self._cohort.persons))
        day = first_day_paid(self._asked.on, variant.schedule.start_rule)
        at, total = VariantSums(), cast("Number", 0)
        ends = self._independent_after(variant, facing.criterion)
        for n, paid in enumerate(months_of_support(schedule, facing, first_paid_on=day)):
            amount = paid.amount if ends is None else _until(ends, n, paid.amount)
            at.by_month[paid.month] = adding.sum(amount)
            at.paid_in[paid.month] = adding.count(amount > 0)
            total = total + amount
            if n == 0:
                in_hand = self.after.cash + amount
                at.better = adding.count(in_hand > self.before.cash)
                at.worse = adding.count(in_hand < self.before.cash)
        at.supported = adding.count(total > 0)
        at.lost = adding.sum(lost)
        at.without_job = adding.sum(self.before.had(variant.scope))
        at.with_job = adding.sum(self.after.kept(variant.scope))
        return at, total

    def _independent_after(self, variant: Variant, criterion: Number) -> Number | None:
        """After how many months of support a household lives by itself; its income stays as it is."""
        test = variant.schedule.limits.independence
        if test is None:
            return None
        enough = part(criterion, ratio(test.criteria))
        return choose(self.after.income >= enough, lambda: test.months, lambda: MOST_MONTHS)

    def _schedule(self, variant: Variant) -> Any:
        day: date = first_day_paid(self._asked.on, variant.schedule.start_rule)
        law = law_of(month_of(day), None, self._parameters)
        return chosen(variant.schedule, Working(law, "", pl="", inputs={}), self._parameters)


def _until(ends: Number, month: int, amount: Number) -> Number:
    return choose(ends > month, lambda: amount, lambda: 0)


def _sum(column: Any) -> int:
    return int(np.sum(column))


def _count(truth: Any) -> int:
    return int(np.count_nonzero(truth))
