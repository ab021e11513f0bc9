"""What an award comes to, computed from facts: nothing in it was decided by anybody."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

from contracts.values import Day, Month
from kernel.refusals import Kind, Refusal
from services.benefits.domain.law import law_of
from services.benefits.domain.money import zloty
from services.benefits.domain.months import first_day, month_of
from services.benefits.domain.parameters import Parameters
from services.benefits.domain.schedule import MonthLine, kept_line
from services.benefits.domain.trace import Trace
from services.benefits.domain.what_if import WhatIf
from services.benefits.domain.working_out import what_if


class NothingLost(Refusal):
    """Taking the job takes no benefit away, so there is nothing to make up for."""

    kind = Kind.CONFLICT
    pl = "Podjęcie pracy nie odbiera żadnego świadczenia, więc nie ma czego wyrównywać."


class WindowOver(Refusal):
    """Support must be used within so many months of the first day of work; they are over."""

    kind = Kind.CONFLICT
    pl = "Wsparcie trzeba wykorzystać w określonej liczbie miesięcy od podjęcia pracy; ten czas minął."


@dataclass(frozen=True)
class AwardTerms:
    """What an award comes to: on which facts, and month by month."""

    asked: WhatIf
    lost_benefit: Decimal
    months: tuple[MonthLine, ...]
    trace: Trace
    employment_id: UUID | None = None
    received_on: Day | None = None


def compute_award(
    asked: WhatIf,
    parameters: Parameters,
    *,
    employment_id: UUID | None = None,
    received_on: date | None = None,
    last_month: Month | None = None,
) -> AwardTerms:
    """Work out the lost benefit and the months of support that make up for it, step by step.

    Of what lies beyond `last_month` nothing is paid.
    """
    answer = what_if(asked, parameters)
    # After the schedule: a preset that does not exist is worth saying first.
    if not answer.months:
        raise NothingLost
    lines = (kept_line(one.paid, one.percent) for one in answer.months)
    months = tuple(one for one in lines if last_month is None or one.month <= last_month)
    if not months:
        raise WindowOver
    *before, last = answer.workings
    return AwardTerms(
        asked=asked,
        lost_benefit=zloty(answer.lost),
        months=months,
        trace=last.trace(*(working.trace() for working in before)),
        employment_id=employment_id,
        received_on=received_on,
    )


@dataclass(frozen=True)
class Programme:
    """What the programme decided about its awards, in force in one month."""

    retro_days: int
    window_months: int
    once_per_months: int
    max_months: int
    resume_months: int
    disqualifies_dismissed: bool


def programme(month: Month, parameters: Parameters) -> Programme:
    """The rules of the programme in a month."""
    law = law_of(month, None, parameters)
    return Programme(
        retro_days=law.number("programme_retro_days"),
        window_months=law.number("programme_window_months"),
        once_per_months=law.number("programme_once_per_months"),
        max_months=law.number("programme_max_months"),
        resume_months=law.number("programme_resume_months"),
        disqualifies_dismissed=bool(law.number("programme_disqualify_dismissed")),
    )


def supported_from(received_on: date, rules: Programme) -> date:
    """The earliest day that can be paid: the month of application, no back pay unless allowed."""
    return first_day(month_of(received_on - timedelta(days=rules.retro_days)))
