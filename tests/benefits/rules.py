"""The rules by themselves, asked as tests write it: złoty and days in, złoty and months out."""

from datetime import date
from decimal import Decimal

from services.benefits.domain.law import law_of
from services.benefits.domain.money import grosze, zloty
from services.benefits.domain.months import month_of
from services.benefits.domain.okresowy import periodic_allowance
from services.benefits.domain.parameters import Parameters
from services.benefits.domain.schedule import (
    Facing,
    MonthLine,
    chosen,
    first_day_paid,
    kept_line,
    months_of_support,
)
from services.benefits.domain.schedule_choice import ScheduleChoice
from services.benefits.domain.trace import Working

ZABRZE = "2478011"


def okresowy(persons: int, income: Decimal, month: str, known: Parameters) -> Decimal:
    """The periodic allowance of a household in Zabrze for a full month."""
    working = Working(law_of(month, ZABRZE, known), "", pl="", inputs={})
    return zloty(int(periodic_allowance(working, persons=persons, income=grosze(income))))


def support(
    lost: Decimal, day: date, choice: ScheduleChoice, known: Parameters
) -> tuple[MonthLine, ...]:
    """The months of support of a lost benefit that stays the same, for work from a day on."""
    first = first_day_paid(day, choice.start_rule)
    working = Working(law_of(month_of(first), None, known), "", pl="", inputs={})
    schedule = chosen(choice, working, known)
    paid = months_of_support(schedule, Facing(grosze(lost)), first_paid_on=first)
    return tuple(kept_line(one, schedule.steps[one.step - 1].percent) for one in paid)
