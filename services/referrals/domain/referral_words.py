"""What a referral says of a person, and the small values its verbs take."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from contracts.values import Command, InstitutionId, LegalBasis, Line, Note, Title

Place = Annotated[Line, Field(examples=["PUP Zabrze, room 12 (demo)"])]
TimeOfDay = Annotated[
    str, StringConstraints(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$"), Field(examples=["10:30"])
]
"""Hours and minutes in Poland, HH:MM."""
Delivered = Annotated[Title, Field(examples=["CV written together"])]
POLAND = ZoneInfo("Europe/Warsaw")


class Alternative(Command):
    """Whom else one could ask: another institution, or a service of the directory."""

    institution: InstitutionId | None = None
    service: Annotated[UUID | None, Field(examples=["0197a000-0000-7000-8000-00000000e201"])] = (
        None
    )

    @model_validator(mode="after")
    def _one(self) -> "Alternative":
        if (self.institution is None) == (self.service is None):
            raise ValueError("names either an institution or a service")
        return self


class Words(BaseModel):
    """What a referral says of a person. Sealed where it is kept, never in an event."""

    model_config = ConfigDict(frozen=True)

    purpose: Title
    basis: LegalBasis | None = None
    """A draft may lack it."""
    first_visit_at: TimeOfDay | None = None
    place: Place | None = None
    note: Note | None = None
    """What the receiver wrote with its last word: why it declined, or what came of it."""
    question: Note | None = None
    """What the receiver asks before it answers."""
    supplied: Note | None = None
    """What the sender answered."""
    alternatives: tuple[Alternative, ...] = ()
    delivered: tuple[Delivered, ...] = ()
    client_words: Note | None = None
    """What the client herself says of it."""

    def saying(self, **more: Any) -> "Words":
        """The same, and more."""
        return self.model_copy(update=more)


@dataclass(frozen=True)
class Visit:
    """When and where the receiver sees the client (wizyta)."""

    on: date
    at: str | None = None
    place: str | None = None


@dataclass(frozen=True)
class Acting:
    """Who takes a step, for which institution, and when."""

    institution: UUID
    worker: str
    at: datetime

    @property
    def on(self) -> date:
        """The calendar day in Poland."""
        return self.at.astimezone(POLAND).date()
