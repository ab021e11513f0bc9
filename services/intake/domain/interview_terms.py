"""The terms of an interview by date, each with its source: `interview_terms.yaml`."""

from datetime import date, timedelta
from functools import cache
from typing import Annotated

from pydantic import Field

from contracts import working_days
from kernel.refusals import Kind, Refusal
from services.intake.domain.dated import Enacted, Written, in_force, read_data
from services.intake.domain.months import months_after


class TermUnknown(Refusal):
    """The law of that day is not known here: no term of an interview is laid down for it."""

    kind = Kind.INVALID
    pl = "Nie znamy przepisów z tego dnia: brakuje terminu przeprowadzenia wywiadu."


class Term(Enacted):
    """A term in force from a day to a day."""

    value: Annotated[int, Field(ge=1, le=60)]


class Terms(Written):
    """One kind of term, by date."""

    title: str
    values: tuple[Term, ...]

    def on(self, day: date) -> int:
        """The term in force on a day."""
        term = in_force(self.values, day)
        if term is None:
            raise TermUnknown
        return term.value


class InterviewTerms(Written):
    """All terms of an interview."""

    interview_working_days: Terms
    urgent_days: Terms
    update_months: Terms
    care_home_update_months: Terms


@cache
def load_terms() -> InterviewTerms:
    """Read and check the file, once."""
    return InterviewTerms.model_validate(read_data("interview_terms.yaml"))


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
    return months_after(signed_on, months.on(signed_on))
