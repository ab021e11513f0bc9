"""What a part of the plan says: its days and terms, which lie open, and its words, which are sealed."""

from typing import Annotated, Any

from pydantic import ConfigDict, Field, JsonValue, model_validator

from contracts.values import SENSITIVE, Command, Day, Line, Note

Duties = Annotated[
    tuple[Annotated[Line, SENSITIVE], ...],
    Field(max_length=30, examples=[["Looks for work every week."]]),
]
EXAMPLE: dict[str, JsonValue] = {
    "valid_from": "2030-03-02",
    "valid_to": "2030-08-31",
    "review_on": "2030-06-01",
}


class PartTerms(Command):
    """From when to when a part holds, and the terms of its form."""

    model_config = ConfigDict(json_schema_extra={"examples": [EXAMPLE]})

    valid_from: Day
    valid_to: Annotated[Day | None, Field(description="Last day, inclusive.")] = None
    review_on: Annotated[
        Day | None, Field(description="OPS: within 6 months of its beginning, or the last review.")
    ] = None
    contact_every_days: Annotated[
        int | None, Field(ge=1, le=365, description="How often they are in touch; IPD: ≤ 30.")
    ] = None
    applied_on: Annotated[Day | None, Field(description="IPUS: when it was applied for.")] = None
    registered_on: Annotated[
        Day | None, Field(description="IPD: since when she is registered, without a break.")
    ] = None
    under_30: Annotated[bool, Field(description="IPD: then it is made at once.")] = False
    job_started_on: Annotated[
        Day | None, Field(description="IPD: she took a job; it then ends within 60 days.")
    ] = None
    passed_to_other_units: Annotated[
        bool, Field(description="IPUS: the application goes to other units too.")
    ] = False
    passing_consent: Annotated[
        Line | None, SENSITIVE, Field(description="IPUS: evidence of her consent to that.")
    ] = None

    @model_validator(mode="after")
    def _in_order(self) -> "PartTerms":
        if self.valid_to and self.valid_to < self.valid_from:
            raise ValueError("a part ends on the day it begins or later")
        return self


class PartText(Command):
    """What a part says in words, as its form asks for it."""

    problem: Annotated[Note | None, Field(description="What is to be solved.")] = None
    causes: Note | None = None
    client_duties: Annotated[Duties, Field(description="What the client takes on.")] = ()
    institution_duties: Annotated[Duties, Field(description="What the institution does.")] = ()
    effect: Annotated[
        Note | None, Field(description="What follows if what was agreed is not done.")
    ] = None


class PartWords(Command):
    """All that is kept sealed of a part."""

    text: PartText = PartText()
    passing_consent: Line | None = None
    evidence: Line | None = None
    """Where the form that the client signed is kept."""
    reason: Note | None = None
    """Why she refused, in her own words."""
    results: Note | None = None
    """What came of it, described at its end."""


def missing(needs: tuple[str, ...], terms: PartTerms, text: PartText) -> list[str]:
    """Which of the things a form needs are not yet said."""
    said: dict[str, Any] = dict(terms) | dict(text)
    return [name for name in needs if not said[name]]
