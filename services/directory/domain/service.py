"""A service: what an institution offers, to whom, where, and for how many at once (domain 7)."""

from dataclasses import dataclass, field, fields
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict, EmailStr, Field, HttpUrl, StringConstraints

from contracts.directory import (
    CapacityChanged,
    MapCategory,
    ServiceChanged,
    ServiceClosed,
    ServicePublished,
    ServiceReopened,
    ServiceRetired,
    ServiceStatus,
)
from contracts.values import Line, Prose
from kernel.refusals import Kind, Refusal
from services.directory.domain.categories import TargetGroup
from services.directory.domain.folding import fold

ServiceName = Annotated[Line, Field(examples=["Counselling for job seekers (demo)"])]
Description = Annotated[Prose, Field(examples=["Individual talks, every working day."])]
Age = Annotated[int, Field(ge=0, le=130, examples=[18])]
_S = ServiceStatus

MOVES: dict[str, tuple[frozenset[ServiceStatus], ServiceStatus]] = {
    "close": (frozenset({_S.ACTIVE, _S.INACTIVE}), _S.TEMPORARILY_CLOSED),
    "reopen": (frozenset({_S.INACTIVE, _S.TEMPORARILY_CLOSED}), _S.ACTIVE),
    "retire": (frozenset(_S) - {_S.DEFUNCT}, _S.DEFUNCT),
}


class Cost(StrEnum):
    """Whether it costs the client anything."""

    FREE = "free"
    PAID = "paid"


class PlaceUnit(StrEnum):
    """What a place is."""

    PERSON = "person"
    BED = "bed"
    DWELLING = "dwelling"
    MEAL = "meal"
    WEEKLY_HOUR = "weekly_hour"


class CapacityStatus(StrEnum):
    """Whether somebody can be taken on now, in the words of Gravity's capacity status."""

    CAPACITY = "capacity"
    NO_CAPACITY = "no_capacity"
    WAITLIST = "waitlist"
    ADDITIONAL_ASSESSMENT_REQUIRED = "additional_assessment_required"


class ServiceNotFound(Refusal):
    """There is no such service in the directory."""

    kind = Kind.MISSING
    pl = "W katalogu nie ma takiej usługi."


class ServiceKnown(Refusal):
    """Another service with this id is in the directory already."""

    kind = Kind.CONFLICT
    pl = "W katalogu jest już inna usługa o tym identyfikatorze."


class ProviderUnknown(Refusal):
    """The institution that offers a service must be in the directory."""

    kind = Kind.INVALID
    pl = "Instytucja, która udziela usługi, musi być w katalogu."


class NotTheProvider(Refusal):
    """Only the institution that offers a service, or the operator, keeps its entry."""

    kind = Kind.FORBIDDEN
    pl = "Wpis usługi prowadzi tylko instytucja, która jej udziela, albo operator."


class AgesReversed(Refusal):
    """The lowest age is above the highest."""

    kind = Kind.INVALID
    pl = "Najniższy wiek jest wyższy od najwyższego."


class ServiceStands(Refusal):
    """This step is not possible from the present status of the service; `allowed` lists those that are."""

    kind = Kind.CONFLICT
    pl = "Tego kroku nie można wykonać w obecnym stanie usługi; `allowed` wymienia kroki możliwe."


class PublicContact(BaseModel):
    """Where anybody may ask about the service (public, so never a worker's private number)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    phone: Annotated[
        str | None,
        StringConstraints(pattern=r"^\+[0-9]{8,15}$"),
        Field(examples=["+48320000000"]),
    ] = None
    email: Annotated[EmailStr | None, Field(examples=["info@example.org"])] = None
    website: Annotated[HttpUrl | None, Field(examples=["https://example.org/"])] = None


@dataclass(frozen=True, kw_only=True)
class Wording:
    """What the directory says of a service: all that changing it replaces."""

    name: str
    category: MapCategory
    description: str | None
    area: tuple[str, ...]
    target_groups: tuple[TargetGroup, ...]
    minimum_age: int | None
    maximum_age: int | None
    cost: Cost
    referral_required: bool
    assessment_required: bool
    contact: dict[str, Any]

    def __post_init__(self) -> None:
        low, high = self.minimum_age, self.maximum_age
        if low is not None and high is not None and low > high:
            raise AgesReversed(pointer="/minimum_age")

    def differing(self, other: "Wording") -> list[str]:
        """In what two wordings differ, by the names of the fields."""
        names = [f.name for f in fields(self)]
        return [name for name in names if getattr(self, name) != getattr(other, name)]


@dataclass(eq=False)
class ServiceChange:
    """One line of a service's history: which fields, who and when, never what they said before."""

    id: UUID
    service_id: UUID
    version: int
    fields: list[str]
    changed_at: datetime
    changed_by: UUID


@dataclass(eq=False, kw_only=True)
class Service:
    """A service (usługa) that an institution offers."""

    id: UUID
    institution_id: UUID
    name: str
    category: MapCategory
    description: str | None = None
    area: list[str] = field(default_factory=list)
    target_groups: list[TargetGroup] = field(default_factory=list)
    minimum_age: int | None = None
    maximum_age: int | None = None
    cost: Cost = Cost.FREE
    referral_required: bool = False
    assessment_required: bool = False
    contact: dict[str, Any] = field(default_factory=dict)
    status: ServiceStatus = ServiceStatus.ACTIVE
    closed_until: date | None = None
    places: int | None = None
    unit: PlaceUnit = PlaceUnit.PERSON
    keeps_waiting_list: bool = False
    taken: int = 0
    """As referrals counted them last."""
    waiting: int = 0
    folded: str = ""
    """Its words as a search compares them."""
    version: int = 1

    @property
    def wording(self) -> Wording:
        """What the directory says of it now."""
        said = {f.name: getattr(self, f.name) for f in fields(Wording)}
        lists = {"area": tuple(self.area), "target_groups": tuple(self.target_groups)}
        return Wording(**(said | lists))

    @property
    def free(self) -> int | None:
        """How many more can be taken on; none: as many as come. Never fewer than nobody."""
        return None if self.places is None else max(0, self.places - self.taken)

    @property
    def capacity_status(self) -> CapacityStatus:
        """Whether somebody can be taken on now. Worked out, so that it cannot contradict the numbers."""
        if self.status is not ServiceStatus.ACTIVE:
            return CapacityStatus.NO_CAPACITY
        if self.free == 0:
            return (
                CapacityStatus.WAITLIST if self.keeps_waiting_list else CapacityStatus.NO_CAPACITY
            )
        if self.assessment_required:
            return CapacityStatus.ADDITIONAL_ASSESSMENT_REQUIRED
        return CapacityStatus.CAPACITY

    def publish(self) -> ServicePublished:
        """Enter it in the directory."""
        self.folded = _folded(self.wording)
        return ServicePublished(**self._facts())

    def change(self, wording: Wording) -> tuple[ServiceChanged | None, list[str]]:
        """Replace what is said of it; the same words again change nothing."""
        self._require_offered()
        differing = wording.differing(self.wording)
        if not differing:
            return None, []
        for name in differing:
            value = getattr(wording, name)
            setattr(self, name, list(value) if isinstance(value, tuple) else value)
        self.folded = _folded(wording)
        self.version += 1
        return ServiceChanged(**self._facts()), differing

    def set_capacity(
        self, places: int | None, unit: PlaceUnit, *, keeps_waiting_list: bool
    ) -> CapacityChanged | None:
        """Say how many it has room for; fewer than are taken already turns nobody out."""
        self._require_offered()
        new = (places, unit, keeps_waiting_list)
        if new == (self.places, self.unit, self.keeps_waiting_list):
            return None
        self.places, self.unit, self.keeps_waiting_list = new
        self.version += 1
        return CapacityChanged(**self._facts())

    def close(self, until: date | None) -> ServiceClosed:
        """Close it for a time; whoever is taken on stays."""
        self._step("close")
        self.closed_until = until
        return ServiceClosed(**self._facts())

    def reopen(self) -> ServiceReopened:
        """Offer it again."""
        self._step("reopen")
        self.closed_until = None
        return ServiceReopened(**self._facts())

    def retire(self) -> ServiceRetired:
        """Offer it no longer; its entry stays, for the referrals that name it."""
        self._step("retire")
        return ServiceRetired(**self._facts())

    def _step(self, verb: str) -> None:
        sources, target = MOVES[verb]
        if self.status not in sources:
            raise ServiceStands(state=self.status.value, allowed=self._allowed())
        self.status = target
        self.version += 1

    def _require_offered(self) -> None:
        if self.status is ServiceStatus.DEFUNCT:
            raise ServiceStands(state=self.status.value, allowed=[])

    def _allowed(self) -> list[str]:
        steps = [verb for verb, (sources, _) in MOVES.items() if self.status in sources]
        return steps + ([] if self.status is ServiceStatus.DEFUNCT else ["change", "set_capacity"])

    def _facts(self) -> dict[str, Any]:
        """All that every event of it says."""
        return {
            "service_id": self.id,
            "institution": self.institution_id,
            "name": self.name,
            "category": self.category,
            "area": tuple(self.area),
            "status": self.status,
            "places": self.places,
            "keeps_waiting_list": self.keeps_waiting_list,
        }


def _folded(wording: Wording) -> str:
    return " ".join(fold(f"{wording.name} {wording.description or ''}"))
