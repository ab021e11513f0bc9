"""The months of degressive support: how much of the lost benefit is still paid in each."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Annotated, NamedTuple

from pydantic import BaseModel, ConfigDict, Field

from contracts.values import Amount, Month
from services.benefits.domain.dated import Percent
from services.benefits.domain.exact import Number, Ratio, part
from services.benefits.domain.money import ZERO, written, zloty
from services.benefits.domain.months import days_in, first_day, month_of, shifted
from services.benefits.domain.parameters import Parameters
from services.benefits.domain.schedule_choice import (
    Schedule,
    ScheduleChoice,
    StartRule,
    UnknownPreset,
    schedule_of,
)
from services.benefits.domain.trace import PROGRAMME, Working


class MonthLine(BaseModel):
    """One month of support: its step (from 1), the days paid out of those the month has.

    `percent` is that of the lost benefit; none where the month is a sum of its own or tapers.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    month: Month
    step: Annotated[int, Field(ge=1)]
    percent: Percent | None
    days: Annotated[int, Field(ge=1, le=31)]
    of_days: Annotated[int, Field(ge=28, le=31)]
    amount: Amount
    full: Amount | None = None
    """What a full month of this step pays; none in awards kept before it was written down."""
    spans: tuple[tuple[int, int], ...] | None = None
    """Days paid, first and last, where a pause lies in the month; none: to the end of the month."""


class Facing(NamedTuple):
    """What a month of support looks at besides the schedule, in grosze a month."""

    lost: Number
    earned: Number = 0
    """Net earnings, for a taper."""
    criterion: Number = 0
    """The household's, for a cap in criteria."""


class Paid(NamedTuple):
    """One month of support while it is worked out, in grosze."""

    month: Month
    step: int
    days: int
    of_days: int
    full: Number
    amount: Number


def total(lines: Sequence[MonthLine]) -> Decimal:
    """Złoty over all the months."""
    return sum((line.amount for line in lines), ZERO)


def chosen(choice: ScheduleChoice, working: Working, parameters: Parameters) -> Schedule:
    """The schedule of a choice; the working notes the preset it stands on."""
    if choice.own:
        return schedule_of(choice, None)
    if choice.name not in parameters.schedule_presets:
        raise UnknownPreset(pointer="/schedule/preset", known=sorted(parameters.schedule_presets))
    return schedule_of(choice, working.take(choice.name).value)


def first_day_paid(employment_started_on: date, rule: StartRule) -> date:
    """From which day support is paid."""
    if rule is StartRule.EMPLOYMENT_DATE:
        return employment_started_on
    return first_day(shifted(month_of(employment_started_on), 1))


def months_of_support(
    schedule: Schedule, facing: Facing, *, first_paid_on: date
) -> Iterator[Paid]:
    """Month by month what is paid of a lost benefit that stays the same, for one household or many.

    Order: share or taper, cap of the month, days of the month, cap of the total, least payment.
    """
    before: Number = 0
    counts = schedule.limits.cap_total is not None
    first = month_of(first_paid_on)
    full: Number = 0
    for step in range(1, len(schedule.steps) + 1):
        day = first_paid_on if step == 1 else first_day(shifted(first, step - 1))
        # Months of one step pay the same: worked out once.
        if step == 1 or schedule.steps[step - 1] != schedule.steps[step - 2]:
            full = schedule.full(step, facing.lost, facing.earned, facing.criterion)
        paid = of_month(schedule, step, day, full, before)
        if schedule.floor and type(paid.full) is int and not paid.full:
            return
        yield paid
        if counts:
            before = before + paid.amount


def month_paid(
    schedule: Schedule, step: int, first_paid_on: date, facing: Facing, before: Number
) -> Paid:
    """What one month pays from a day to its end, after so many grosze were paid before."""
    full = schedule.full(step, facing.lost, facing.earned, facing.criterion)
    return of_month(schedule, step, first_paid_on, full, before)


def of_month(
    schedule: Schedule, step: int, first_paid_on: date, full: Number, before: Number
) -> Paid:
    """What of a full amount one month pays: its days, the total, nothing too small."""
    month = month_of(first_paid_on)
    return of_days_paid(
        schedule, step, month, days_in(month) - first_paid_on.day + 1, full, before
    )


def of_days_paid(
    schedule: Schedule, step: int, month: Month, days: int, full: Number, before: Number
) -> Paid:
    """The same for so many days of the month, wherever they lie in it."""
    of_days = days_in(month)
    # Rounded before it is prorated: the decision names the full amount, art. 106 divides that one.
    shared = full if days == of_days else part(full, Ratio(days, of_days))
    return Paid(month, step, days, of_days, full, schedule.paid(shared, before))


def kept_line(
    paid: Paid, percent: Decimal | None, spans: tuple[tuple[int, int], ...] | None = None
) -> MonthLine:
    """One month as it is kept."""
    return MonthLine(
        month=paid.month,
        step=paid.step,
        percent=percent,
        days=paid.days,
        of_days=paid.of_days,
        amount=zloty(int(paid.amount)),
        full=zloty(int(paid.full)),
        spans=spans,
    )


def note_month(paid: Paid, schedule: Schedule, lost: int, working: Working) -> None:
    """Write down how one month came about."""
    percent = schedule.steps[paid.step - 1].percent
    share, udzial = "by the schedule", "według harmonogramu"
    shown = written(paid.full)
    if percent is not None:
        # Written once: a what-if says it a dozen times, and a decimal is slowly written.
        said = f"{percent} %"
        share, udzial = f"{said} of the lost benefit", f"{said} utraconego świadczenia"
        shown = f"{written(lost)} × {said}"
    working.step(
        f"{paid.month}, step {paid.step}: {share}",
        pl=f"{paid.month}, krok {paid.step}: {udzial}",
        article="art. 106 ust. 3 u.p.s." if paid.days < paid.of_days else PROGRAMME,
        calculation=f"{shown} × {paid.days} ÷ {paid.of_days}",
        result=written(paid.amount),
    )
