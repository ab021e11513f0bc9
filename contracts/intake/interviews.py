"""Facts announced by intake about interviews."""

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from contracts.event import Event
from contracts.sections import Section
from contracts.values import (
    ClientId,
    Day,
    InterviewId,
)


class InterviewKind(StrEnum):
    """What kind of document help rests on (rodzaj dokumentu; art. 107 u.p.s.)."""

    INTERVIEW = "interview"
    INTERVIEW_UPDATE = "interview_update"
    DECLARATION = "declaration"
    """In place of an interview, in the cases the draft amendment UD315 foresees."""


_Kind = Annotated[InterviewKind, Field(examples=["interview"])]


class InterviewOpened(Event):
    """A family environmental interview was called for, to be done by a day."""

    wire_name: ClassVar = "interview.opened.v1"
    pl: ClassVar = "Wszczęto rodzinny wywiad środowiskowy; ma termin."
    section: ClassVar = Section.NOTES

    client_id: ClientId
    interview_id: InterviewId
    kind: _Kind
    due_on: Day
    urgent: Annotated[bool, Field(examples=[False])]


class InterviewSigned(Event):
    """A family environmental interview was signed; perhaps it must be updated by a day."""

    wire_name: ClassVar = "interview.signed.v1"
    pl: ClassVar = "Podpisano rodzinny wywiad środowiskowy."
    section: ClassVar = Section.NOTES

    client_id: ClientId
    interview_id: InterviewId
    kind: _Kind
    signed_on: Day
    update_due_on: Annotated[Day | None, Field(examples=["2026-09-02"])] = None


class InterviewWithdrawn(Event):
    """A family environmental interview was given up before anybody signed it."""

    wire_name: ClassVar = "interview.withdrawn.v1"
    pl: ClassVar = "Wycofano niepodpisany rodzinny wywiad środowiskowy."
    section: ClassVar = Section.NOTES

    client_id: ClientId
    interview_id: InterviewId
