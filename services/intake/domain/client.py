"""A client: who she is, how to reach her, why she came, and where she stands on her way."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated
from uuid import UUID

import phonenumbers
from pydantic import (
    AfterValidator,
    EmailStr,
    Field,
    StringConstraints,
    ValidatorFunctionWrapHandler,
    WrapValidator,
)

from contracts.intake import ClientProgressed, ClientRegistered, ClientStatus
from contracts.sections import Section
from contracts.territory import Municipality
from contracts.values import SENSITIVE, BasisKind, Command, Line
from kernel.refusals import Kind, Refusal
from services.intake.domain.pesel import Pesel, birth_date_of

_Name = Annotated[Line, Field(max_length=80)]


def _phone(value: str) -> str:
    try:
        number = phonenumbers.parse(value, "PL")
    except phonenumbers.NumberParseException:
        raise ValueError("is not a phone number") from None
    if not phonenumbers.is_possible_number(number):
        raise ValueError("is not a phone number")
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


Phone = Annotated[
    str,
    StringConstraints(max_length=24, pattern=r"^\+?[0-9 ()-]{5,24}$"),
    AfterValidator(_phone),
    SENSITIVE,
    Field(examples=["+48600100200"]),
]
"""A phone number, kept as E.164; without a country it is read as Polish."""


def _email(value: object, check: ValidatorFunctionWrapHandler) -> object:
    # The library's own words quote characters of what was sent.
    try:
        return check(value)
    except ValueError:
        raise ValueError("is not an e-mail address") from None


Email = Annotated[
    EmailStr,
    Field(max_length=200, examples=["proba@example.org"]),
    WrapValidator(_email),
    SENSITIVE,
]

PostalCode = Annotated[
    str, StringConstraints(pattern=r"^[0-9]{2}-[0-9]{3}$"), Field(examples=["41-800"])
]


class PersonName(Command):
    """The name on the person's papers."""

    given: Annotated[_Name, SENSITIVE, Field(examples=["Próbna"])]
    family: Annotated[_Name, SENSITIVE, Field(examples=["Wymyślona"])]


class Residence(Command):
    """Where she lives; for the homeless, where she was last registered (art. 101 ust. 2 u.p.s.)."""

    municipality: Municipality
    street: Annotated[Line | None, Field(examples=["Wolności 1"])] = None
    postal_code: PostalCode | None = None
    city: Annotated[Line | None, Field(examples=["Zabrze"])] = None
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


class ClientNotFound(Refusal):
    """There is no such client among those your institution may see."""

    kind = Kind.MISSING
    pl = "Wśród klientów, których może widzieć Twoja instytucja, nie ma takiego."


class PeselContradictsBirthDate(Refusal):
    """The PESEL number carries another birth date than the one given."""

    kind = Kind.INVALID
    pl = "Numer PESEL zawiera inną datę urodzenia niż podana."


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

    def registered(self, today: date) -> ClientRegistered:
        """Check that the particulars agree with each other, and announce the registration."""
        if not date(1900, 1, 1) <= self.birth_date <= today:
            raise BornInTheFuture(pointer="/birth_date")
        if self.pesel is not None and birth_date_of(self.pesel) != self.birth_date:
            raise PeselContradictsBirthDate(pointer="/pesel")
        return ClientRegistered(
            client_id=self.id,
            relation_id=self.id,
            party_id=self.registered_by,
            basis=BasisKind.REGISTRATION,
            municipality=self.residence.municipality if self.residence else None,
        )

    def progress(self, status: ClientStatus) -> list[ClientProgressed]:
        """Come a step further; a step back or in place is none."""
        if _WAY.index(status) <= _WAY.index(self.status):
            return []
        self.status = status
        return [ClientProgressed(client_id=self.id, status=status)]
