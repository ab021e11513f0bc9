"""A fact about a person: who recorded it, when, from which source, whether she confirmed it.

Nothing is overwritten. A fact that takes the place of another leaves it standing as history.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from contracts.intake.person import FactKind
from kernel.refusals import Kind, Refusal


class FactSource(StrEnum):
    """From where whoever recorded it knew."""

    CLIENT_STATEMENT = "client_statement"
    DOCUMENT = "document"
    """A paper was shown."""
    REGISTER = "register"
    """A public register was asked (PESEL, CEPiK, CBB)."""
    OTHER_INSTITUTION = "other_institution"
    IMPORT = "import"


class FactOrigin(StrEnum):
    """Why it was recorded: the first time, because life changed, or because of a mistake."""

    REGISTERED = "registered"
    ADDED = "added"
    CHANGED = "changed"
    CORRECTED = "corrected"
    """What stood before was a mistake."""
    REISSUED = "reissued"
    REMOVED = "removed"


class DayToCome(Refusal):
    """What begins or was confirmed on a day that has not come yet cannot be recorded as done."""

    kind = Kind.INVALID
    pl = "Nie można zapisać jako dokonanego tego, co ma nastąpić dopiero w przyszłości."


class NothingChanges(Refusal):
    """What you sent is what is recorded already, so there is nothing to change."""

    kind = Kind.CONFLICT
    pl = "Tak właśnie jest zapisane, więc nie ma czego zmieniać."


class NothingToConfirm(Refusal):
    """Nothing of this kind is recorded of the client, so there is nothing to confirm."""

    kind = Kind.INVALID
    pl = "Nie zapisano niczego tego rodzaju, więc nie ma czego potwierdzić."


class FactNotShown(Refusal):
    """You can confirm only what your institution is shown in full."""

    kind = Kind.FORBIDDEN
    pl = "Potwierdzić można tylko to, co Twoja instytucja widzi w całości."


@dataclass(frozen=True)
class Change:
    """One fact takes the place of another; none before: the first of its kind, none after: no more."""

    kind: FactKind
    before: Any
    after: Any
    origin: FactOrigin
    since: date | None = None
    item: UUID | None = None
    """Which document or representative, where she may have several."""


@dataclass(frozen=True)
class Provenance:
    """Who recorded, when, and from which source."""

    source: FactSource
    recorded_by: UUID
    recorded_at: datetime


@dataclass(frozen=True)
class Fact:
    """One fact as it was recorded, in force or superseded."""

    kind: FactKind
    item: UUID | None
    value: Any
    since: date | None
    origin: FactOrigin
    provenance: Provenance
    confirmed_on: date | None = None
    confirmed_by: UUID | None = None
    superseded_at: datetime | None = None


def not_to_come(day: date, today: date, at: str) -> None:
    """Refuse a day that has not come yet."""
    if day > today:
        raise DayToCome(pointer=at)
