"""What the client needs, as recorded by a worker."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from contracts.intake import NeedAdded, Urgency
from contracts.sections import Section


class NeedKind(StrEnum):
    """A coded need (rozpoznana potrzeba)."""

    WORK = "work"
    TRAINING = "training"
    HOUSING = "housing"
    FOOD = "food"
    CHILDCARE = "childcare"
    CARE = "care"
    DEBT_ADVICE = "debt_advice"
    LEGAL_ADVICE = "legal_advice"
    LANGUAGE = "language"
    TRANSPORT = "transport"
    HEALTH = "health"
    MENTAL_HEALTH = "mental_health"
    ADDICTION_THERAPY = "addiction_therapy"
    PROTECTION_FROM_VIOLENCE = "protection_from_violence"
    OTHER = "other"

    @property
    def section(self) -> Section:
        """The category it belongs to; health, addiction and violence are secrets of their own."""
        return _DELICATE.get(self, Section.NEEDS)


_DELICATE = {
    NeedKind.HEALTH: Section.HEALTH,
    NeedKind.MENTAL_HEALTH: Section.ADDICTION,
    NeedKind.ADDICTION_THERAPY: Section.ADDICTION,
    NeedKind.PROTECTION_FROM_VIOLENCE: Section.VIOLENCE,
}


@dataclass(eq=False)
class Need:
    """One need."""

    id: UUID
    client_id: UUID
    kind: NeedKind
    urgency: Urgency
    note: str | None
    added_by: UUID
    added_at: datetime

    def added(self) -> NeedAdded:
        """Announce it, without saying what kind: that may be a secret of its own."""
        return NeedAdded(client_id=self.client_id, need_id=self.id, urgency=self.urgency)
