"""How degressive support falls: presets, and schedules of one's own, with their limits (domain 3.3)."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import Annotated, NamedTuple, Self

from pydantic import ConfigDict, Field, StringConstraints, model_validator

from contracts.values import Amount, Command
from kernel.refusals import Kind, Refusal
from services.benefits.domain.dated import Exact, Percent, Written
from services.benefits.domain.exact import Number, Ratio, choose, least, most, part
from services.benefits.domain.money import grosze, ratio, to_grosz

MOST_MONTHS = 36
"""The longest schedule (window_months of domain 3.3)."""


class UnknownPreset(Refusal):
    """There is no schedule of that name."""

    kind = Kind.INVALID
    pl = "Nie ma harmonogramu o tej nazwie."


class PresetIncomplete(Refusal):
    """This preset needs something more of you; `missing` names it."""

    kind = Kind.INVALID
    pl = "Ten harmonogram wymaga podania czegoś jeszcze; wskazuje to `missing`."


class StartRule(StrEnum):
    """When the first month of support begins."""

    EMPLOYMENT_DATE = "employment_date"
    """On the first day of work; the first month is paid for the days from it, inclusive."""
    NEXT_MONTH = "next_month"
    """On the first day of the month after the one in which work began."""


PresetName = Annotated[
    str, StringConstraints(pattern=r"^[A-Z0-9-]{1,40}$"), Field(examples=["STEP-12"])
]
"""Name of a row in `parameters/schedule_presets.yaml`."""

_Months = Annotated[int, Field(ge=1, le=MOST_MONTHS, strict=True)]


class StepRun(Command):
    """A run of months of support with one percentage; the first month of support is 1."""

    model_config = ConfigDict(populate_by_name=True)

    first: Annotated[_Months, Field(alias="from")]
    last: Annotated[_Months, Field(alias="to")]
    percent: Percent


class Geometric(Command):
    """Each month a share of the month before, until it falls under the floor."""

    share: Annotated[Exact, Field(gt=0, lt=1, decimal_places=4, examples=["0.80"])]
    floor: Annotated[Amount, Field(description="Months below it are not paid.")] = Decimal("20.00")


class Taper(Command):
    """The lost benefit less a share of what is earned above an allowance."""

    share: Annotated[Exact, Field(gt=0, le=1, decimal_places=4, examples=["0.55"])]
    allowance: Annotated[Amount, Field(description="Net earnings that take nothing away.")]
    months: _Months = 12


class Independence(Command):
    """Support ends when the household lives by itself: its income without it, against its criterion."""

    criteria: Annotated[
        Exact, Field(gt=0, le=10, decimal_places=4, description="Of income; met when reached.")
    ] = Decimal("1.5")
    months: Annotated[_Months, Field(description="So many one after another.")] = 3


class ScheduleLimits(Command):
    """What no month and no award may pass; each is left out unless said."""

    cap_month: Annotated[Amount | None, Field(description="Most in a full month.")] = None
    cap_month_of_criterion: Annotated[
        Exact | None,
        Field(ge=0, le=10, decimal_places=4, description="Most in a full month, in criteria."),
    ] = None
    cap_total: Annotated[Amount | None, Field(description="Most over all months.")] = None
    min_payment: Annotated[Amount | None, Field(description="What comes to less is not paid.")] = (
        None
    )
    max_months: Annotated[_Months | None, Field(description="Most months of support.")] = None
    independence: Independence | None = None


class ScheduleChoice(Command):
    """Which schedule, and from when it runs: a preset, or one form of one's own; STEP-12 unsaid."""

    preset: PresetName | None = None
    steps: Annotated[tuple[StepRun, ...] | None, Field(min_length=1, max_length=MOST_MONTHS)] = (
        None
    )
    linear: Annotated[_Months | None, Field(description="Falls evenly over so many months.")] = (
        None
    )
    geometric: Geometric | None = None
    fixed: Annotated[
        tuple[Amount, ...] | None,
        Field(min_length=1, max_length=MOST_MONTHS, description="Złoty, month by month."),
    ] = None
    taper: Taper | None = None
    allowance: Annotated[
        Amount | None, Field(description="For a preset that tapers: earnings that take nothing.")
    ] = None
    exchange_rate: Annotated[
        Exact | None,
        Field(gt=0, le=1000, decimal_places=4, description="Złoty for a unit of its currency."),
    ] = None
    start_rule: StartRule = StartRule.EMPLOYMENT_DATE
    limits: ScheduleLimits = ScheduleLimits()

    @model_validator(mode="after")
    def _one_form(self) -> Self:
        forms = (self.preset, self.steps, self.linear, self.geometric, self.fixed, self.taper)
        if sum(form is not None for form in forms) > 1:
            raise ValueError("a schedule has one form: a preset or one of its own")
        if self.steps is not None:
            expected = 1
            for run in self.steps:
                if run.first != expected or run.last < run.first:
                    raise ValueError("steps follow one another from month 1, without a gap")
                expected = run.last + 1
        return self

    @property
    def own(self) -> bool:
        """Whether it is a form of one's own and no preset."""
        forms = (self.steps, self.linear, self.geometric, self.fixed, self.taper)
        return any(form is not None for form in forms)

    def within(self, months: int) -> Self:
        """The same for so many months at most, if they are fewer than it says itself."""
        most_months = min(months, self.limits.max_months or months)
        limits = self.limits.model_copy(update={"max_months": most_months})
        return self.model_copy(update={"limits": limits})

    @property
    def name(self) -> str:
        """Its preset, or in capitals which form of one's own it has."""
        for form in ("steps", "linear", "geometric", "fixed", "taper"):
            if getattr(self, form) is not None:
                return form.upper()
        return self.preset or DEFAULT_PRESET


DEFAULT_PRESET = "STEP-12"


class FallingStep(NamedTuple):
    """One month of a schedule: a share of the lost benefit, or a sum of its own."""

    share: Ratio
    percent: Decimal | None
    """As it is told; None where the share is not of the lost benefit alone."""
    fixed: int | None = None


@dataclass(frozen=True)
class Schedule:
    """A schedule at hand: what each of its months pays of a lost benefit."""

    name: str
    steps: tuple[FallingStep, ...]
    taper: Taper | None
    limits: ScheduleLimits
    floor: int = 0
    """Months that come to less are not paid, and those after them neither; grosze."""

    def full(self, step: int, lost: Number, earned: Number, criterion: Number) -> Number:
        """Grosze of a full month before it is shared by days: never more than was lost.

        `step` counts from 1; `earned` is net earnings and `criterion` the household's, in grosze a month.
        """
        of = self.steps[step - 1]
        amount = least(of.fixed, lost) if of.fixed is not None else part(lost, of.share)
        if self.taper is not None:
            above = most(earned - grosze(self.taper.allowance), 0)
            taken = part(above, ratio(self.taper.share))
            amount = part(most(lost - taken, 0), of.share)
        if self.floor:
            whole = amount
            amount = choose(whole < self.floor, lambda: 0, lambda: whole)
        return self._capped(amount, criterion)

    def _capped(self, amount: Number, criterion: Number) -> Number:
        if self.limits.cap_month is not None:
            amount = least(amount, grosze(self.limits.cap_month))
        if self.limits.cap_month_of_criterion is not None:
            amount = least(amount, part(criterion, ratio(self.limits.cap_month_of_criterion)))
        return amount

    def paid(self, amount: Number, before: Number) -> Number:
        """What of a month is paid, after so much was paid before: within the total, nothing too small."""
        if self.limits.cap_total is not None:
            amount = least(amount, most(grosze(self.limits.cap_total) - before, 0))
        if self.limits.min_payment is not None:
            within = amount
            small = within < grosze(self.limits.min_payment)
            return choose(small, lambda: 0, lambda: within)
        return amount


class PresetForm(Written):
    """How a preset falls: percents month by month, sums of its own, or a taper of earnings."""

    percents: tuple[Percent, ...] | None = None
    fixed: tuple[Exact, ...] | None = None
    currency: str | None = None
    """Of the sums; the choice then says what one unit is worth in złoty."""
    taper: Exact | None = None
    """Share of the earnings above an allowance, which the choice says."""
    months: int = 12

    @model_validator(mode="before")
    @classmethod
    def _percents_alone(cls, value: object) -> object:
        return {"percents": value} if isinstance(value, list | tuple) else value

    def __str__(self) -> str:
        """As a working quotes it."""
        said = self.percents or self.fixed or (self.taper,)
        return ", ".join(map(str, said))


@lru_cache(maxsize=256)
def schedule_of(choice: ScheduleChoice, preset: PresetForm | None) -> Schedule:
    """The schedule that was chosen; `preset` is the form its name stands for in the first month."""
    steps, taper = _form(choice, preset)
    most_months = choice.limits.max_months or MOST_MONTHS
    floor = grosze(choice.geometric.floor) if choice.geometric else 0
    return Schedule(choice.name, steps[:most_months], taper, choice.limits, floor)


def _form(
    choice: ScheduleChoice, preset: PresetForm | None
) -> tuple[tuple[FallingStep, ...], Taper | None]:
    if preset is not None:
        return _preset(choice, preset)
    if choice.taper is not None:
        return _tapered(choice.taper.months), choice.taper
    return tuple(_own_steps(choice)), None


def _own_steps(choice: ScheduleChoice) -> Iterator[FallingStep]:
    if (n := choice.linear) is not None:
        yield from (_share(Ratio(n - k, n)) for k in range(n))
    if choice.geometric is not None:
        # A millionth is exact enough for any sum of money, and small enough for whole numbers.
        shares = (choice.geometric.share**k for k in range(MOST_MONTHS))
        yield from (_share(ratio(round(share, 6))) for share in shares)
    yield from (_sum(amount) for amount in choice.fixed or ())
    for run in choice.steps or ():
        yield from (_percent(run.percent) for _ in range(run.first, run.last + 1))


def _preset(
    choice: ScheduleChoice, preset: PresetForm
) -> tuple[tuple[FallingStep, ...], Taper | None]:
    if preset.percents is not None:
        return tuple(_percent(one) for one in preset.percents), None
    if preset.taper is not None:
        if choice.allowance is None:
            raise PresetIncomplete(pointer="/schedule/allowance", missing="allowance")
        taper = Taper(share=preset.taper, allowance=choice.allowance, months=preset.months)
        return _tapered(preset.months), taper
    if choice.exchange_rate is None and preset.currency is not None:
        raise PresetIncomplete(pointer="/schedule/exchange_rate", missing="exchange_rate")
    rate = choice.exchange_rate or Decimal(1)
    return tuple(_sum(to_grosz(amount * rate)) for amount in preset.fixed or ()), None


def _percent(percent: Decimal) -> FallingStep:
    return FallingStep(ratio(percent / 100), percent)


def _share(share: Ratio) -> FallingStep:
    return FallingStep(share, to_grosz(Decimal(share.num * 100) / share.den))


def _sum(amount: Decimal) -> FallingStep:
    return FallingStep(Ratio(1, 1), None, grosze(amount))


def _tapered(months: int) -> tuple[FallingStep, ...]:
    return (FallingStep(Ratio(1, 1), None),) * months
