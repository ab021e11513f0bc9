"""How long an answer may take and an emergency may last, by date; the values stand in `terms.yaml`."""

from datetime import date, timedelta
from functools import cache
from typing import Annotated

from pydantic import Field, TypeAdapter

from contracts.working_days import on_or_after
from services.intake.domain.dated import Enacted, Written, in_force, read_data


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


def answer_due(asked_on: date) -> date:
    """The last day, inclusive, on which a request for access is answered in time."""
    days = timedelta(days=_terms()["answer_days"].on(asked_on))
    return on_or_after(asked_on + days)


def glass_lasts(day: date) -> timedelta:
    """How long a record opened in an emergency stays open."""
    return timedelta(hours=_terms()["glass_hours"].on(day))


@cache
def _terms() -> dict[str, Term]:
    return TypeAdapter(dict[str, Term]).validate_python(read_data("terms.yaml"))
