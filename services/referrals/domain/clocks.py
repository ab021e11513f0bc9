"""How long things about a referral may take, by date; the values stand in `clocks.yaml`."""

from datetime import date, timedelta
from functools import cache
from typing import Annotated

from pydantic import Field, TypeAdapter

from contracts import working_days
from contracts.intake import Urgency
from services.referrals.domain.dated import Enacted, Written, in_force, read_data


class _Value(Enacted):
    value: Annotated[int, Field(ge=1)]


class _Clock(Written):
    title: str
    unit: str
    values: Annotated[tuple[_Value, ...], Field(min_length=1)]


def span(name: str, day: date) -> int:
    """How long one of them is on a day."""
    found = in_force(_clocks()[name].values, day)
    if found is None:
        raise LookupError(f"no clock of that day: {name}")
    return found.value


def days_after(day: date, name: str) -> date:
    """The calendar day on which a time ends that began on a day."""
    return day + timedelta(days=span(name, day))


def working_days_after(day: date, name: str) -> date:
    """The same, counted in working days."""
    return working_days.after(day, span(name, day))


def answer_days(urgency: Urgency, day: date) -> int:
    """How many working days an answer may take."""
    return span("urgent_days" if urgency is Urgency.URGENT else "answer_days", day)


def part_of_answer(urgency: Urgency, day: date, part: str) -> date:
    """The working day on which a part of the time for an answer is over, rounded up."""
    whole = answer_days(urgency, day) * span(part, day)
    return working_days.after(day, -(-whole // 100))


@cache
def _clocks() -> dict[str, _Clock]:
    return TypeAdapter(dict[str, _Clock]).validate_python(read_data("clocks.yaml"))
