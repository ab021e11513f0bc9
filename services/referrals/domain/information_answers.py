"""What one institution asks another about a client, and how it answers: coded, and in words where it must."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from contracts.intake.means import LabourStatus
from contracts.values import Command, Consent, Day, Line, Note, StatutoryTask


class QuestionKind(StrEnum):
    """What is asked. Each kind has its own form of answer."""

    PUP_STATUS = "pup_status"
    """Whether she is registered at a PUP, and as what."""
    BENEFIT_RIGHT = "benefit_right"
    """Whether she has a right to unemployment benefit, and for which period."""
    IPD_STATE = "ipd_state"
    """How her individual action plan stands."""
    ATTENDANCE = "attendance"
    """Whether she comes to what was agreed."""
    BENEFITS_PAID = "benefits_paid"
    """Whether benefits are paid to her: yes or no, never how much (art. 100 u.p.s.)."""
    SERVICES_PROVIDED = "services_provided"
    CONTACT = "contact"
    """How she can be reached."""
    OTHER = "other"


class Question(Command):
    """One thing that is asked."""

    kind: Annotated[QuestionKind, Field(examples=["pup_status"])]
    text: Annotated[
        Note | None, Field(description="The question in words; of `other` it is all there is.")
    ] = None

    @model_validator(mode="after")
    def _other_needs_words(self) -> Self:
        if self.kind is QuestionKind.OTHER and self.text is None:
            raise ValueError("a question of another kind needs its words")
        return self


def each_kind_once(questions: tuple[Question, ...]) -> tuple[Question, ...]:
    """Refuse to ask the same twice in one request: an answer names the kind it answers."""
    kinds = [question.kind for question in questions]
    if len(set(kinds)) < len(kinds):
        raise ValueError("each kind of question is asked once")
    return questions


class IpdState(StrEnum):
    """How an individual action plan stands (indywidualny plan działania)."""

    NONE = "none"
    BEING_MADE = "being_made"
    AGREED = "agreed"
    CARRIED_OUT = "carried_out"
    BROKEN_OFF = "broken_off"
    FINISHED = "finished"


class Attendance(StrEnum):
    """Whether she comes."""

    REGULAR = "regular"
    IRREGULAR = "irregular"
    NONE = "none"


class _Answer(Command):
    text: Annotated[Note | None, Field(description="What is to be added in words.")] = None


class PupStatusAnswer(_Answer):
    """Her status at the PUP."""

    kind: Literal["pup_status"]
    status: Annotated[
        LabourStatus | None, Field(description="None: not registered.", examples=["unemployed"])
    ]
    since: Day | None = None


class BenefitRightAnswer(_Answer):
    """Her right to unemployment benefit."""

    kind: Literal["benefit_right"]
    entitled: bool
    first_day: Day | None = None
    last_day: Annotated[Day | None, Field(description="None: not known yet.")] = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.first_day and self.last_day and self.last_day < self.first_day:
            raise ValueError("a period ends on the day it begins or later")
        return self


class IpdAnswer(_Answer):
    """How her individual action plan stands."""

    kind: Literal["ipd_state"]
    state: IpdState
    next_contact_on: Day | None = None


class AttendanceAnswer(_Answer):
    """Whether she comes to what was agreed."""

    kind: Literal["attendance"]
    attends: Attendance
    last_seen_on: Day | None = None


class BenefitsPaidAnswer(_Answer):
    """Whether benefits are paid to her."""

    kind: Literal["benefits_paid"]
    paid: bool
    until: Annotated[Day | None, Field(description="None: until further notice.")] = None


class ServicesAnswer(_Answer):
    """Which services she is given."""

    kind: Literal["services_provided"]
    services: Annotated[tuple[Line, ...], Field(max_length=20, examples=[["asystent rodziny"]])]


class ContactAnswer(_Answer):
    """How she can be reached."""

    kind: Literal["contact"]
    text: Note


class OtherAnswer(_Answer):
    """What was asked in words is answered in words."""

    kind: Literal["other"]
    text: Note


Answer = Annotated[
    PupStatusAnswer
    | BenefitRightAnswer
    | IpdAnswer
    | AttendanceAnswer
    | BenefitsPaidAnswer
    | ServicesAnswer
    | ContactAnswer
    | OtherAnswer,
    Field(discriminator="kind"),
]
"""One question answered, in the form of its kind."""

InformationBasis = Annotated[StatutoryTask | Consent, Field(discriminator="kind")]
"""On what an institution asks: an article, or the client's consent. An emergency breaks the glass."""


class InformationWords(BaseModel):
    """What a request and its answer say of a person. Sealed where it is kept, never in an event."""

    model_config = ConfigDict(frozen=True)

    questions: tuple[Question, ...]
    basis: InformationBasis
    answers: tuple[Answer, ...] = ()
    note: Note | None = None
    """What the asked institution wrote with its last word."""

    def saying(self, **more: Any) -> "InformationWords":
        """The same, and more."""
        return self.model_copy(update=more)


def kinds_of(questions: Sequence[Question]) -> list[str]:
    """The codes of what is asked; what is asked in words alone is never the same twice."""
    return [
        question.kind.value for question in questions if question.kind is not QuestionKind.OTHER
    ]
