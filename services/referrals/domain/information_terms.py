"""How long an answer may take, be put off, and a link last, by date; the values stand in `information_terms.yaml`."""

from datetime import date, timedelta
from functools import cache
from typing import Annotated

from pydantic import Field, TypeAdapter

from contracts.working_days import after, on_or_after
from services.referrals.domain.dated import Enacted, Written, in_force, read_data


class _Value(Enacted):
    value: Annotated[int, Field(ge=1)]


class Term(Written):
    """One term; `title` is its Polish name."""

    title: str
    unit: str
    values: Annotated[tuple[_Value, ...], Field(min_length=1)]

    def on(self, day: date) -> int:
        """The value in force on the day."""
        found = in_force(self.values, day)
        if found is None:
            raise LookupError(f"no term of that day: {self.title}")
        return found.value


def information_due(asked_on: date) -> date:
    """The last day, inclusive, on which information is given in time (art. 105 ust. 1 u.p.s.)."""
    return on_or_after(asked_on + timedelta(days=_terms()["answer_days"].on(asked_on)))


def terms_from(asked_on: date) -> tuple[date, date]:
    """The last day of an answer in time, and the day of the first reminder."""
    due_on = information_due(asked_on)
    return due_on, half_way(asked_on, due_on)


def latest_delay(due_on: date) -> date:
    """The last day, inclusive, that a notice of delay may name."""
    return on_or_after(due_on + timedelta(days=_terms()["most_delay_days"].on(due_on)))


def half_way(asked_on: date, due_on: date) -> date:
    """When whoever was asked is first reminded; after the day of asking, before the term."""
    passed = (due_on - asked_on).days * _terms()["reminder_percent"].on(asked_on) // 100
    return min(asked_on + timedelta(days=max(passed, 1)), due_on)


def escalated_on(due_on: date) -> date:
    """When an overdue answer becomes the business of managers: the next day that somebody works."""
    return after(due_on, 1)


def link_lasts(day: date) -> timedelta:
    """How long a link handed out on a day can be used."""
    return timedelta(days=_terms()["link_days"].on(day))


@cache
def _terms() -> dict[str, Term]:
    return TypeAdapter(dict[str, Term]).validate_python(read_data("information_terms.yaml"))
