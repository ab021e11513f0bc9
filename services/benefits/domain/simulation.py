"""What a schedule costs and whom it helps, over a whole cohort: the rules of one household, in columns."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Annotated, Any

import numpy as np
from pydantic import Field

from contracts.territory import Municipality
from contracts.values import Command, Day, Line, Month
from services.benefits.domain.cohort import Cohort, CohortChoice
from services.benefits.domain.exact import Column, Number, part
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
    laws = [planned_law(one.parameters, asked.municipality, parameters) for one in asked.variants]
    # Under one law the households stand once, however many schedules are compared.
    streets = {law: _Street(asked, cohort, law) for law in laws}
    street = streets[laws[0]]
    before, after = street.before.cash, street.after.cash
    sums = Sums(
        households=len(cohort),
        losing=_count(street.lost(asked.variants[0].scope) > 0),
        better_without=_count(after > before),
        worse_without=_count(after < before),
        rates=street.rates(),
    )
    first: Column | None = None
    for variant, law in zip(asked.variants, laws, strict=True):
        found, total = streets[law].support(variant)
        first = total if first is None else first
        found.more_than_first = _count(total > first)
        found.less_than_first = _count(total < first)
        sums.variants.append(found)
    return sums


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
        own = np.where(cohort.adults == 1, counted, income)
        means = MonthMeans(counted, cash, 0, (own,), (cohort.unable,))
        return position(NoPaper(law), self.family, means)

    def lost(self, scope: Scope) -> Column:
        """What the job takes away, a month."""
        return np.asarray(lost_between(self.before, self.after, scope))

    def rates(self) -> Counter[int]:
        """Households by what of the next 100 złoty they do not keep, in tenths."""
        more = wage_of(self._law, self._cohort.gross + _RAISE)
        raised = self._stand(self._law, more)
        kept = np.asarray(raised.cash - self.after.cash)
        tenths = np.clip((_RAISE - kept) * 10 // _RAISE, -1, 11)
        values, counts = np.unique(tenths, return_counts=True)
        return Counter(dict(zip(values.tolist(), counts.tolist(), strict=True)))

    def support(self, variant: Variant) -> tuple[VariantSums, Column]:
        """What one variant pays, and to each household in all."""
        schedule = self._schedule(variant)
        lost = self.lost(variant.scope)
        facing = Facing(lost, self.wage.net, social_criterion(self._law, self._cohort.persons))
        day = first_day_paid(self._asked.on, variant.schedule.start_rule)
        spent = supported = 0
        sums, total = VariantSums(), np.zeros(len(self._cohort), dtype=np.int64)
        ends = self._independent_after(variant, facing.criterion)
        last: Number | None = None
        for n, paid in enumerate(months_of_support(schedule, facing, first_paid_on=day)):
            amount = np.broadcast_to(np.asarray(paid.amount), total.shape)
            amount = amount if ends is None else np.where(n < ends, amount, 0)
            # Months of one step share one column: it is added up once.
            if paid.amount is not last or ends is not None:
                spent, supported, last = _sum(amount), _count(amount > 0), paid.amount
            sums.by_month[paid.month], sums.paid_in[paid.month] = spent, supported
            total = total + amount
            if n == 0:
                in_hand = self.after.cash + amount
                sums.better = _count(in_hand > self.before.cash)
                sums.worse = _count(in_hand < self.before.cash)
        sums.supported = _count(total > 0)
        shape = total.shape
        sums.lost = _sum(lost)
        sums.without_job = _sum(np.broadcast_to(self.before.had(variant.scope), shape))
        sums.with_job = _sum(np.broadcast_to(self.after.kept(variant.scope), shape))
        return sums, total

    def _independent_after(self, variant: Variant, criterion: Number) -> Column | None:
        """After how many months of support a household lives by itself; its income stays as it is."""
        test = variant.schedule.limits.independence
        if test is None:
            return None
        enough = part(criterion, ratio(test.criteria))
        return np.where(np.asarray(self.after.income >= enough), test.months, MOST_MONTHS)

    def _schedule(self, variant: Variant) -> Any:
        day: date = first_day_paid(self._asked.on, variant.schedule.start_rule)
        law = law_of(month_of(day), None, self._parameters)
        return chosen(variant.schedule, Working(law, "", pl="", inputs={}), self._parameters)


def _sum(column: Any) -> int:
    return int(np.sum(column))


def _count(truth: Any) -> int:
    return int(np.count_nonzero(truth))
