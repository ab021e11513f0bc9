"""A client: who she is, how to reach her, why she came, and where she stands on her way."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import Field

from contracts.identifiers import (
    Email,
    Pesel,
    Phone,
    PostalCode,
    Sex,
    Simc,
    Ulic,
    birth_date_of,
    sex_of,
)
from contracts.intake import ClientProgressed, ClientRegistered, ClientStatus
from contracts.sections import Section
from contracts.territory import Municipality
from contracts.values import SENSITIVE, BasisKind, Command, InstitutionKind, Line
from kernel.refusals import Kind, Refusal
from services.intake.domain.addresses import Building, City, Flat
from services.intake.domain.likeness import Candidate
from services.intake.domain.particulars import Particulars

_Name = Annotated[Line, Field(max_length=80)]


class PersonName(Command):
    """The name on the person's papers."""

    given: Annotated[_Name, SENSITIVE, Field(examples=["Próbna"])]
    family: Annotated[_Name, SENSITIVE, Field(examples=["Wymyślona"])]


class Residence(Command):
    """Where she lives; for the homeless, where she was last registered (art. 101 ust. 2 u.p.s.)."""

    municipality: Municipality
    street: Annotated[
        Line | None,
        Field(description="With or without the building's number.", examples=["Wolności 1"]),
    ] = None
    building: Building | None = None
    flat: Flat | None = None
    postal_code: PostalCode | None = None
    city: City | None = None
    simc: Simc | None = None
    ulic: Ulic | None = None
    homeless: Annotated[bool, Field(strict=True)] = False


class Contact(Command):
    """How to reach her."""

    phone: Phone | None = None
    email: Email | None = None


class HelpReason(StrEnum):
    """Why social assistance is given (powody udzielenia pomocy, art. 7 u.p.s.)."""

    POVERTY = "poverty"
    ORPHANHOOD = "orphanhood"
    HOMELESSNESS = "homelessness"
    UNEMPLOYMENT = "unemployment"
    DISABILITY = "disability"
    ILLNESS = "illness"
    DOMESTIC_VIOLENCE = "domestic_violence"
    HUMAN_TRAFFICKING = "human_trafficking"
    MATERNITY = "maternity"
    CARE_DIFFICULTIES = "care_difficulties"
    FOREIGNER_INTEGRATION = "foreigner_integration"
    LEAVING_PRISON = "leaving_prison"
    ADDICTION = "addiction"
    CRISIS = "crisis"
    DISASTER = "disaster"

    @property
    def section(self) -> Section:
        """The category it belongs to: some reasons are secrets of their own (GDPR art. 9)."""
        return _DELICATE.get(self, Section.NEEDS)


_DELICATE = {
    HelpReason.DOMESTIC_VIOLENCE: Section.VIOLENCE,
    HelpReason.HUMAN_TRAFFICKING: Section.VIOLENCE,
    HelpReason.ADDICTION: Section.ADDICTION,
    HelpReason.DISABILITY: Section.HEALTH,
    HelpReason.ILLNESS: Section.HEALTH,
    HelpReason.LEAVING_PRISON: Section.NOTES,
}
_WAY = list(ClientStatus)
_ASSISTANCE = frozenset({InstitutionKind.OPS, InstitutionKind.CUS})
_KEEPERS = {
    Section.IDENTITY: _ASSISTANCE,
    Section.INCOME: _ASSISTANCE,
    # Whoever among the authorities meets her hears first that she moved or has another phone.
    Section.CONTACT: _ASSISTANCE | {InstitutionKind.PCPR, InstitutionKind.PUP},
}
"""Which kinds of institution keep a section, besides the one that registered her."""


class ClientNotFound(Refusal):
    """There is no such client among those your institution may see."""

    kind = Kind.MISSING
    pl = "Wśród klientów, których może widzieć Twoja instytucja, nie ma takiego."


class PeselContradictsBirthDate(Refusal):
    """The PESEL number carries another birth date than the one given."""

    kind = Kind.INVALID
    pl = "Numer PESEL zawiera inną datę urodzenia niż podana."


class SexContradictsPesel(Refusal):
    """The PESEL number carries another sex than the one given."""

    kind = Kind.INVALID
    pl = "Numer PESEL zawiera inną płeć niż podana."


class NotYoursToChange(Refusal):
    """Your institution may not change this; the one that registered the client may."""

    kind = Kind.FORBIDDEN
    pl = "Twoja instytucja nie może tego zmienić; może to zrobić instytucja, która zarejestrowała osobę."


class BornInTheFuture(Refusal):
    """The birth date is in the future, or before 1900."""

    kind = Kind.INVALID
    pl = "Data urodzenia jest w przyszłości albo sprzed 1900 roku."


class AlreadyRegistered(Refusal):
    """A client with this PESEL number is registered already; ask her institution for access."""

    kind = Kind.CONFLICT
    pl = "Osoba o tym numerze PESEL jest już zarejestrowana; o dostęp proszę poprosić jej instytucję."


@dataclass(frozen=True)
class Known:
    """Somebody who is registered already: where, and whether the asker may see her."""

    client_id: UUID
    owner: UUID
    registered_at: str | None
    visible: bool

    def refusal(self) -> AlreadyRegistered:
        """What the asker may know of her: the record if he may see it, else only whom to ask."""
        if self.visible:
            return AlreadyRegistered(
                pointer="/pesel",
                client_id=str(self.client_id),
                href=f"/v1/records/{self.client_id}",
            )
        return AlreadyRegistered(
            pointer="/pesel",
            registered_at=self.registered_at,
            ask_for_access={"method": "POST", "href": "/v1/access-requests"},
        )


@dataclass(eq=False)
class Client:
    """A person who came for help (osoba objęta wsparciem)."""

    id: UUID
    name: PersonName
    birth_date: date
    pesel: Pesel | None
    residence: Residence | None
    contact: Contact
    reasons: list[HelpReason]
    registered_by: UUID
    registered_at: datetime
    status: ClientStatus = ClientStatus.REGISTERED
    version: int = 1
    alike: list[Candidate] = field(default_factory=list)
    """Who on record is likely the same person, found as she was registered; kept as pairs."""
    particulars: Particulars = field(default_factory=Particulars)

    @property
    def sex(self) -> Sex | None:
        """As recorded, or else as the number says."""
        return self.particulars.sex or (sex_of(self.pesel) if self.pesel else None)

    def registered(self, today: date) -> ClientRegistered:
        """Check that the particulars agree with each other, and announce the registration."""
        self.agree(today)
        return ClientRegistered(
            client_id=self.id,
            relation_id=self.id,
            party_id=self.registered_by,
            basis=BasisKind.REGISTRATION,
            municipality=self.residence.municipality if self.residence else None,
        )

    def agree(self, today: date) -> None:
        """Check that birth date, sex and PESEL number do not contradict one another."""
        if not date(1900, 1, 1) <= self.birth_date <= today:
            raise BornInTheFuture(pointer="/birth_date")
        if self.pesel is None:
            return
        if birth_date_of(self.pesel) != self.birth_date:
            raise PeselContradictsBirthDate(pointer="/pesel")
        if self.sex is not sex_of(self.pesel):
            raise SexContradictsPesel(pointer="/sex")

    def let_change(self, section: Section, institution: UUID, kind: InstitutionKind) -> None:
        """Refuse whoever may read this of her but not change it (domain 8.3: F, not R)."""
        if institution != self.registered_by and kind not in _KEEPERS[section]:
            raise NotYoursToChange

    def progress(self, status: ClientStatus) -> list[ClientProgressed]:
        """Come a step further; a step back or in place is none."""
        if _WAY.index(status) <= _WAY.index(self.status):
            return []
        self.status = status
        return [ClientProgressed(client_id=self.id, status=status)]
