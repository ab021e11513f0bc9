"""Restricting a client's data: they are kept, and for now nothing else is done with them (GDPR art. 18)."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from kernel.refusals import Kind, Refusal


class RestrictionGround(StrEnum):
    """Why only keeping is allowed (art. 18(1)), in the order of its letters."""

    ACCURACY_CONTESTED = "accuracy_contested"
    UNLAWFUL_BUT_KEPT = "unlawful_but_kept"
    NEEDED_FOR_CLAIMS = "needed_for_claims"
    OBJECTION_PENDING = "objection_pending"


class AlreadyRestricted(Refusal):
    """The client's data are restricted already."""

    kind = Kind.CONFLICT
    pl = "Przetwarzanie danych tej osoby już ograniczono."


class NotRestricted(Refusal):
    """The client's data are not restricted."""

    kind = Kind.CONFLICT
    pl = "Przetwarzania danych tej osoby nie ograniczono."


class ReviewInThePast(Refusal):
    """The day to look again has passed."""

    kind = Kind.INVALID
    pl = "Dzień ponownego sprawdzenia już minął."


@dataclass(eq=False)
class Restriction:
    """A restriction (ograniczenie przetwarzania). It never ends by itself: the person is told first
    (art. 18(3)), so `review_on` is only the day to look again.
    """

    id: UUID
    client_id: UUID
    ground: RestrictionGround
    review_on: date | None
    placed_by: str
    placed_at: datetime
    lifted_by: str | None = None
    lifted_at: datetime | None = None

    def check(self, today: date) -> None:
        """Refuse a day to look again that has passed."""
        if self.review_on is not None and self.review_on < today:
            raise ReviewInThePast(pointer="/review_on")

    def lift(self, by: str, at: datetime) -> None:
        """Let it end."""
        self.lifted_by, self.lifted_at = by, at
