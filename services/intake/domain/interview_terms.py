"""The terms of an interview by date, each with its source: `interview_terms.yaml`."""

from calendar import monthrange
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import BaseModel, ConfigDict, Field

from contracts import working_days
from kernel.refusals import Kind, Refusal

_FILE = Path(__file__).with_name("interview_terms.yaml")
_YEAR = 12


class TermUnknown(Refusal):
    """The law of that day is not known here: no term of an interview is laid down for it."""

    kind = Kind.INVALID
    pl = "Nie znamy przepisów z tego dnia: brakuje terminu przeprowadzenia wywiadu."


class _Written(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Source(_Written):
    """Where a term is written, and what we add about it."""

    act: str
    article: str
    note: str


class Term(_Written):
    """A term in force from a day to a day, both inclusive; no last day: until further notice."""

    valid_from: Annotated[date, Field(alias="from")]
    valid_to: Annotated[date | None, Field(alias="to")]
    value: Annotated[int, Field(ge=1, le=60)]
    source: Source


class Terms(_Written):
    """One kind of term, by date."""

    title: str
    values: tuple[Term, ...]

    def on(self, day: date) -> int:
        """The term in force on a day."""
        for term in self.values:
            if term.valid_from <= day and (term.valid_to is None or day <= term.valid_to):
                return term.value
        raise TermUnknown


class InterviewTerms(_Written):
    """All terms of an interview."""

    interview_working_days: Terms
    urgent_days: Terms
    update_months: Terms
    care_home_update_months: Terms


@cache
def load_terms() -> InterviewTerms:
    """Read and check the file, once."""
    return InterviewTerms.model_validate(yaml.safe_load(_FILE.read_text(encoding="utf-8")))


def due_on(received_on: date, *, urgent: bool) -> date:
    """The last day for the interview, inclusive; the day the need became known is not counted."""
    if urgent:
        days = load_terms().urgent_days.on(received_on)
        return working_days.on_or_after(received_on + timedelta(days=days))
    return working_days.after(received_on, load_terms().interview_working_days.on(received_on))


def update_due_on(signed_on: date, *, in_care_home: bool) -> date:
    """The last day for the update, inclusive; never moved on: the act says "at least every"."""
    terms = load_terms()
    months = terms.care_home_update_months if in_care_home else terms.update_months
    return _months_after(signed_on, months.on(signed_on))


def _months_after(day: date, months: int) -> date:
    """The same day so many months later, or the last one of a shorter month."""
    past, month = divmod(day.month - 1 + months, _YEAR)
    year, month = day.year + past, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
