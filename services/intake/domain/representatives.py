"""Who may act in her name: dated, with the paper it rests on."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field, model_validator

from contracts.identifiers import Email, Phone
from contracts.values import SENSITIVE, Command, Day, Line
from kernel.refusals import Kind, Refusal
from services.intake.domain.addresses import Address


class RepresentativeKind(StrEnum):
    """By what right somebody acts for her."""

    PARENT = "parent"
    """Of a minor (przedstawiciel ustawowy)."""
    LEGAL_GUARDIAN = "legal_guardian"
    """Opiekun prawny (art. 145, 175 k.r.o.)."""
    CURATOR = "curator"
    """Kurator (art. 178, 183 k.r.o.)."""
    ATTORNEY = "attorney"
    """Pełnomocnik (art. 32-33 KPA)."""


class Representative(Command):
    """A person who acts in the client's name (przedstawiciel), both days inclusive."""

    name: Annotated[Line, SENSITIVE, Field(examples=["Zmyślona Opiekunka"])]
    kind: Annotated[RepresentativeKind, Field(examples=["attorney"])]
    scope: Annotated[
        Line | None, SENSITIVE, Field(description="None: in everything.", examples=["zasiłki"])
    ] = None
    phone: Phone | None = None
    email: Email | None = None
    address: Annotated[Address | None, SENSITIVE] = None
    valid_from: Day
    valid_to: Day | None = None
    evidence: Annotated[Line, SENSITIVE, Field(examples=["pełnomocnictwo z 2 marca 2026 r."])]

    @model_validator(mode="after")
    def _in_order(self) -> "Representative":
        if self.valid_to is not None and self.valid_to < self.valid_from:
            raise ValueError("ends before it begins")
        return self


class RepresentativeNotFound(Refusal):
    """Nobody of this id acts in the client's name."""

    kind = Kind.MISSING
    pl = "Nikt o tym identyfikatorze nie działa w imieniu tej osoby."


class EndsBeforeItBegan(Refusal):
    """It cannot end before the day it began."""

    kind = Kind.INVALID
    pl = "Nie może się skończyć przed dniem, w którym się zaczęło."
