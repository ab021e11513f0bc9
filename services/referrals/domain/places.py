"""Places of a service: whether there is room, who is next, and how long a place is kept for her."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Annotated, NamedTuple
from uuid import UUID

from pydantic import Field, TypeAdapter

from contracts import working_days
from contracts.directory import MapCategory, ServiceStatus
from kernel.refusals import Kind, Refusal
from services.referrals.domain.dated import Enacted, Written, in_force, read_data


class ServiceUnknown(Refusal):
    """The directory has no such service."""

    kind = Kind.INVALID
    pl = "W katalogu nie ma takiej usługi."


class ServiceNotOffered(Refusal):
    """The service is not offered at present; `alternatives` names services of the same kind that are."""

    kind = Kind.CONFLICT
    pl = "Usługa nie jest teraz dostępna; `alternatives` wymienia podobne, które są."


class NoPlaces(Refusal):
    """All places of the service are taken; `alternatives` names services of the same kind with free places."""

    kind = Kind.CONFLICT
    pl = "Wszystkie miejsca w usłudze są zajęte; `alternatives` wymienia podobne usługi z wolnymi miejscami."


class NoWaitingList(Refusal):
    """The service keeps no waiting list."""

    kind = Kind.CONFLICT
    pl = "Usługa nie prowadzi listy oczekujących."


@dataclass(frozen=True)
class ServiceCopy:
    """What is known here of a service of the directory."""

    service_id: UUID
    institution: UUID
    name: str
    category: MapCategory
    area: tuple[str, ...]
    status: ServiceStatus
    places: int | None
    keeps_waiting_list: bool
    taken: int
    """As counted last, and announced."""
    waiting: int

    @property
    def is_offered(self) -> bool:
        """Whether somebody can be sent there now."""
        return self.status is ServiceStatus.ACTIVE


class Room(NamedTuple):
    """The places of a service at one moment, counted while nobody else can take one."""

    places: int | None
    taken: int
    promised: int
    """Free, and offered to somebody of the waiting list whose term is not over."""
    waiting: int

    @property
    def free(self) -> int | None:
        """How many more can be taken on by whoever comes; none: as many as come."""
        return None if self.places is None else max(0, self.places - self.taken - self.promised)

    @property
    def full(self) -> bool:
        """Whether there is no room for one more."""
        return self.free == 0


def lies_in(municipality: str) -> list[str]:
    """The codes of the territories a municipality lies in, itself among them."""
    return [municipality[:length] for length in (2, 4, 7)]


def kept_until(today: date) -> date:
    """The last day on which a place is kept for whom it was offered to."""
    found = in_force(_terms()["place_kept_days"].values, today)
    if found is None:
        raise LookupError("no term of that day")
    return working_days.after(today, found.value)


class _Value(Enacted):
    value: Annotated[int, Field(ge=1)]


class _Term(Written):
    title: str
    unit: str
    values: Annotated[tuple[_Value, ...], Field(min_length=1)]


@cache
def _terms() -> dict[str, _Term]:
    return TypeAdapter(dict[str, _Term]).validate_python(read_data("place_terms.yaml"))
