"""Papers other than the PESEL number by which somebody is known."""

import re
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field

from contracts.iso import Country
from contracts.values import SENSITIVE, Command, Day, Line
from kernel.refusals import Kind, Refusal


class DocumentKind(StrEnum):
    """What kind of paper it is (dokument tożsamości)."""

    IDENTITY_CARD = "identity_card"
    PASSPORT = "passport"
    RESIDENCE_CARD = "residence_card"
    """Karta pobytu."""
    TRAVEL_DOCUMENT = "travel_document"
    """Of a refugee, or of a foreigner without a passport."""
    FOREIGNERS_CERTIFICATE = "foreigners_certificate"
    """Tymczasowe zaświadczenie tożsamości cudzoziemca."""
    BIRTH_CERTIFICATE = "birth_certificate"
    DRIVING_LICENCE = "driving_licence"
    OTHER = "other"


def _as_printed(number: str) -> str:
    # No pattern in the document: there a number may also be read covered, with stars in it.
    if not re.fullmatch(r"[A-Z0-9][A-Z0-9 /.-]{1,39}", number):
        raise ValueError("2 to 40 letters, digits, spaces and / . - as printed on the paper")
    return number


DocumentNumber = Annotated[
    str,
    BeforeValidator(
        lambda said: " ".join(said.upper().split()) if isinstance(said, str) else said
    ),
    AfterValidator(_as_printed),
    SENSITIVE,
    Field(examples=["ZZC123456"], json_schema_extra={"maxLength": 40}),
]
"""As printed on the paper, in capitals."""


class IdentityDocument(Command):
    """One paper (dokument tożsamości)."""

    kind: Annotated[DocumentKind, Field(examples=["passport"])]
    number: DocumentNumber
    issued_by: Annotated[Line | None, SENSITIVE, Field(examples=["Prezydent Zabrza"])] = None
    country: Annotated[Country | None, Field(description="Which issued it.")] = None
    valid_until: Annotated[Day | None, Field(description="Last day, inclusive.")] = None


class DocumentKnown(Refusal):
    """This document is recorded already."""

    kind = Kind.CONFLICT
    pl = "Ten dokument jest już zapisany."


class DocumentNotFound(Refusal):
    """The client has no such document recorded, or it was retracted."""

    kind = Kind.MISSING
    pl = "Nie zapisano takiego dokumentu tej osoby albo go wycofano."


class TooManyRecorded(Refusal):
    """At most twenty of a kind are recorded; retract or dismiss what does not count any more."""

    kind = Kind.CONFLICT
    pl = "Zapisuje się najwyżej dwadzieścia; proszę wycofać nieaktualne."


COVERED = "*****"
"""What stands where a number or a piece of evidence is not shown; even its length is not told."""


def covered(document: IdentityDocument) -> IdentityDocument:
    """The same with its number covered."""
    return document.model_copy(update={"number": COVERED})
