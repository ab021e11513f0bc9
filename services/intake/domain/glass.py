"""Breaking the glass: in an emergency a record is opened for some hours, and an alarm is raised."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import Field, StringConstraints

from contracts.intake import GlassBroken, GlassReviewed, SharingClosed, Verdict
from contracts.values import SENSITIVE, BasisKind, Prose, VitalInterest
from kernel.refusals import Kind, Refusal
from services.intake.domain.sharing import Sharing


class GlassReason(StrEnum):
    """Whose life or health depends on it, and how (GDPR art. 6(1)(d), 9(2)(c))."""

    LIFE_IN_DANGER = "life_in_danger"
    HEALTH_IN_DANGER = "health_in_danger"
    CHILD_IN_DANGER = "child_in_danger"
    MISSING_PERSON = "missing_person"
    SHELTER_TONIGHT = "shelter_tonight"


class UrgencyFact(StrEnum):
    """What makes it impossible to ask first."""

    CANNOT_CONSENT = "cannot_consent"
    OWNER_CLOSED = "owner_closed"
    OWNER_DOES_NOT_ANSWER = "owner_does_not_answer"
    SERVICES_CALLED = "services_called"


Explanation = Annotated[
    Prose,
    StringConstraints(min_length=20),
    SENSITIVE,
    Field(examples=["Found unconscious at the night shelter, an ambulance is on its way."]),
]
"""What happened, in the worker's own words: at least twenty characters, for whoever reviews it."""


class AlarmNotFound(Refusal):
    """There is no such alarm for your institution."""

    kind = Kind.MISSING
    pl = "Twoja instytucja nie ma takiego alarmu."


class AlarmReviewed(Refusal):
    """Your institution has reviewed this alarm already."""

    kind = Kind.CONFLICT
    pl = "Twoja instytucja już oceniła ten alarm."


class GlassNotFound(Refusal):
    """There is no such emergency opening that your institution made or was alarmed of."""

    kind = Kind.MISSING
    pl = "Nie ma takiego awaryjnego otwarcia, którego dokonała Twoja instytucja albo o którym ją powiadomiono."


class GlassOfOthers(Refusal):
    """Whoever broke the glass ends it, or a manager or data-protection officer who was alarmed."""

    kind = Kind.FORBIDDEN
    pl = (
        "Awaryjne otwarcie karty kończy ten, kto go dokonał, albo powiadomiony kierownik"
        " lub inspektor ochrony danych."
    )


class GlassOver(Refusal):
    """The emergency opening is over already."""

    kind = Kind.CONFLICT
    pl = "To awaryjne otwarcie karty już się skończyło."


class OwnGlass(Refusal):
    """Whoever broke the glass does not review it; somebody else of your institution does."""

    kind = Kind.FORBIDDEN
    pl = "Kto otworzył kartę awaryjnie, nie ocenia tego sam; robi to ktoś inny z instytucji."


@dataclass(frozen=True)
class Emergency:
    """Why the glass was broken."""

    reason: GlassReason
    facts: tuple[UrgencyFact, ...]
    explanation: Explanation


@dataclass(frozen=True)
class Glass:
    """A record opened in an emergency (awaryjne otwarcie karty)."""

    id: UUID
    client_id: UUID
    broken_by: UUID
    worker: str
    emergency: Emergency
    broken_at: datetime
    expires_at: datetime

    def disclosure(self) -> Sharing:
        """Its entry in the register of disclosures, by which it can be ended early."""
        return Sharing(
            id=self.id,
            client_id=self.client_id,
            party=self.broken_by,
            basis=VitalInterest(kind="vital_interest", reason=self.emergency.reason.value),
            sections=(),
            until=None,
            opened_by=self.broken_by,
            opened_at=self.broken_at,
            expires_at=self.expires_at,
        )

    def end(
        self, disclosure: Sharing, at: datetime, *, institution: UUID, worker: str, answers: bool
    ) -> SharingClosed:
        """End what is left of it at once: whoever broke it may, and whoever `answers` for such openings."""
        if not answers and (institution, worker) != (self.broken_by, self.worker):
            raise GlassOfOthers
        if disclosure.closed_at is not None or self.expires_at <= at:
            raise GlassOver
        return disclosure.withdraw(at, by=self.broken_by, registered_by=self.broken_by)

    def broken(self) -> GlassBroken:
        """Announce it."""
        return GlassBroken(
            client_id=self.client_id,
            relation_id=self.id,
            party_id=self.broken_by,
            basis=BasisKind.VITAL_INTEREST,
            expires_at=self.expires_at,
        )


@dataclass(eq=False)
class Alarm:
    """One institution is told of an emergency opening, and says what it thinks of it."""

    id: UUID
    glass: Glass
    institution: UUID
    raised_at: datetime
    verdict: Verdict | None = None
    note: str | None = None
    reviewed_by: str | None = None
    reviewed_at: datetime | None = None

    def review(
        self, verdict: Verdict, note: str | None, *, worker: str, at: datetime
    ) -> GlassReviewed:
        """Say what one thinks of it, once; nobody judges her own."""
        if (self.institution, worker) == (self.glass.broken_by, self.glass.worker):
            raise OwnGlass
        if self.verdict is not None:
            raise AlarmReviewed
        self.verdict, self.note = verdict, note
        self.reviewed_by, self.reviewed_at = worker, at
        return GlassReviewed(
            client_id=self.glass.client_id,
            relation_id=self.glass.id,
            reviewed_by=self.institution,
            verdict=verdict,
        )
