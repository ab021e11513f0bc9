"""What the client needs and what she can build on, as recorded by a worker."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import Annotated
from uuid import UUID

from pydantic import Field, TypeAdapter

from contracts.intake import NeedAdded, Urgency
from contracts.intake.means import NeedClosed, NeedOutcome, StrengthAdded
from contracts.sections import Section
from contracts.values import Line
from kernel.refusals import Kind, Refusal
from services.intake.domain.dated import Written, read_data


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

    @property
    def category(self) -> "ServiceCategory":
        """The kind of service that answers it."""
        return _categories()[self]


class ServiceCategory(Written):
    """A kind of service: our code, the statute that names it, and its place in Open Eligibility."""

    code: Annotated[str, Field(pattern=r"^[a-z_]+(\.[a-z_]+)?$", examples=["labour.placement"])]
    title: Annotated[Line, Field(examples=["pośrednictwo pracy"])]
    article: str
    open_eligibility: Annotated[str | None, Field(examples=["work"])]


_CATEGORIES = TypeAdapter(dict[NeedKind, ServiceCategory])


@cache
def _categories() -> dict[NeedKind, ServiceCategory]:
    return _CATEGORIES.validate_python(read_data("service_categories.yaml"))


class StrengthKind(StrEnum):
    """What she can build on (mocna strona, zasób)."""

    WORK_EXPERIENCE = "work_experience"
    QUALIFICATIONS = "qualifications"
    MOTIVATION = "motivation"
    FAMILY = "family"
    PEOPLE_TO_RELY_ON = "people_to_rely_on"
    STABLE_HOUSING = "stable_housing"
    LANGUAGES = "languages"
    DIGITAL_SKILLS = "digital_skills"
    DRIVING_LICENCE = "driving_licence"
    OTHER = "other"


class NeedNotFound(Refusal):
    """There is no such need of this client."""

    kind = Kind.MISSING
    pl = "Nie ma takiej potrzeby tej osoby."


class NeedAlreadyClosed(Refusal):
    """The need has been closed already."""

    kind = Kind.CONFLICT
    pl = "Tę potrzebę już zamknięto."


_DELICATE = {
    NeedKind.HEALTH: Section.HEALTH,
    NeedKind.MENTAL_HEALTH: Section.ADDICTION,
    NeedKind.ADDICTION_THERAPY: Section.ADDICTION,
    NeedKind.PROTECTION_FROM_VIOLENCE: Section.VIOLENCE,
}


@dataclass(frozen=True)
class Closing:
    """What became of a need, and when."""

    outcome: NeedOutcome
    reason: str | None
    closed_on: date


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
    due_on: date | None = None
    closing: Closing | None = None

    def added(self) -> NeedAdded:
        """Announce it, without saying what kind: that may be a secret of its own."""
        return NeedAdded(client_id=self.client_id, need_id=self.id, urgency=self.urgency)

    def close(self, closing: Closing) -> NeedClosed:
        """Close it; the need and why it is closed both stay."""
        if self.closing is not None:
            raise NeedAlreadyClosed(state=self.closing.outcome, allowed=[])
        self.closing = closing
        return NeedClosed(client_id=self.client_id, need_id=self.id, outcome=closing.outcome)


@dataclass(frozen=True)
class Strength:
    """One strength."""

    id: UUID
    client_id: UUID
    kind: StrengthKind
    note: str | None
    added_by: UUID
    added_at: datetime

    def added(self) -> StrengthAdded:
        """Announce it."""
        return StrengthAdded(client_id=self.client_id, strength_id=self.id)
