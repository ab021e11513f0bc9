"""The months of degressive support: how much of the lost benefit is still paid in each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from contracts.values import Amount, Command, Month
from kernel.refusals import Kind, Refusal
from services.benefits.domain.money import ZERO, share_of_month, to_grosz
from services.benefits.domain.months import days_in, first_day, month_of, shifted
from services.benefits.domain.parameters import Parameters, Percent
from services.benefits.domain.trace import PROGRAMME, Trace, Working


class UnknownPreset(Refusal):
    """There is no schedule of that name."""

    kind = Kind.INVALID
    pl = "Nie ma harmonogramu o tej nazwie."


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


class ScheduleChoice(Command):
    """Which schedule, and from when it runs."""

    preset: PresetName = "STEP-12"
    start_rule: StartRule = StartRule.EMPLOYMENT_DATE


class MonthLine(BaseModel):
    """One month of support: its step (from 1), the days paid out of those the month has."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    month: Month
    step: Annotated[int, Field(ge=1)]
    percent: Percent
    days: Annotated[int, Field(ge=1, le=31)]
    of_days: Annotated[int, Field(ge=28, le=31)]
    amount: Amount


@dataclass(frozen=True)
class Schedule:
    """All months of support, one after another, and why they are what they are."""

    lines: tuple[MonthLine, ...]
    trace: Trace


def total(lines: Sequence[MonthLine]) -> Decimal:
    """Złoty over all the months."""
    return sum((line.amount for line in lines), ZERO)


def degressive_schedule(
    lost_benefit: Decimal,
    *,
    employment_started_on: date,
    choice: ScheduleChoice,
    parameters: Parameters,
) -> Schedule:
    """Spread the lost benefit (złoty a month) over the steps of the preset.

    The preset is the one in force in the first month of support. A step is used up by every
    calendar month with at least one paid day.
    """
    preset = parameters.schedule_presets.get(choice.preset)
    if preset is None:
        raise UnknownPreset(pointer="/schedule/preset", known=sorted(parameters.schedule_presets))
    first_paid_on = _first_paid_on(employment_started_on, choice.start_rule)
    first = month_of(first_paid_on)
    working = Working(
        "months of degressive support",
        pl="miesiące wsparcia degresywnego",
        month=first,
        inputs={
            "lost_benefit": f"{lost_benefit:.2f}",
            "employment_started_on": employment_started_on,
            "preset": choice.preset,
            "start_rule": choice.start_rule,
        },
    )
    lines = tuple(
        _line(lost_benefit, step=step, percent=percent, first_paid_on=first_paid_on)
        for step, percent in enumerate(working.take(preset).value, start=1)
    )
    for line in lines:
        working.step(
            f"{line.month}, step {line.step}: {line.percent} % of the lost benefit",
            pl=f"{line.month}, krok {line.step}: {line.percent} % utraconego świadczenia",
            article="art. 106 ust. 3 u.p.s." if line.days < line.of_days else PROGRAMME,
            calculation=f"{lost_benefit:.2f} × {line.percent} % × {line.days} ÷ {line.of_days}",
            result=line.amount,
        )
    return Schedule(lines, working.trace())


def _first_paid_on(employment_started_on: date, rule: StartRule) -> date:
    if rule is StartRule.EMPLOYMENT_DATE:
        return employment_started_on
    return first_day(shifted(month_of(employment_started_on), 1))


def _line(lost_benefit: Decimal, *, step: int, percent: Decimal, first_paid_on: date) -> MonthLine:
    month = shifted(month_of(first_paid_on), step - 1)
    of_days = days_in(month)
    days = of_days - first_paid_on.day + 1 if step == 1 else of_days
    # Rounded before it is prorated: the decision names the full amount, art. 106 divides that one.
    full = to_grosz(lost_benefit * percent / 100)
    return MonthLine(
        month=month,
        step=step,
        percent=percent,
        days=days,
        of_days=of_days,
        amount=share_of_month(full, days=days, of_days=of_days),
    )
