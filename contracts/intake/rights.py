"""Facts announced by intake about the rights of whom the data are about: requests, restriction, erasure."""

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from contracts.event import Event
from contracts.intake import ClientStatus
from contracts.relations import (
    ErasesClient,
    FreesClient,
    RestrictsClient,
)
from contracts.sections import Section
from contracts.values import (
    ClientId,
    Day,
    SubjectRequestId,
)


class ClosingReason(StrEnum):
    """Why a case is closed."""

    INDEPENDENT = "independent"
    MOVED_AWAY = "moved_away"
    NO_CONTACT = "no_contact"
    RESIGNED = "resigned"
    NOT_ENTITLED = "not_entitled"
    DIED = "died"
    OTHER = "other"


class ClientClosed(Event):
    """The case of a client was closed."""

    wire_name: ClassVar = "client.closed.v1"
    pl: ClassVar = "Zamknięto sprawę klientki lub klienta."
    section: ClassVar = Section.PLAN

    client_id: ClientId
    closed_on: Day
    reason: Annotated[ClosingReason, Field(examples=["independent"])]


class ClientReopened(Event):
    """A closed case of a client was opened again."""

    wire_name: ClassVar = "client.reopened.v1"
    pl: ClassVar = "Ponownie otwarto zamkniętą sprawę."
    section: ClassVar = Section.PLAN

    client_id: ClientId
    status: Annotated[ClientStatus, Field(examples=["in_plan"])]


class ClientRestricted(RestrictsClient):
    """The client's data were restricted, so that only the institution that registered her sees them."""

    wire_name: ClassVar = "client.restricted.v1"
    pl: ClassVar = "Ograniczono przetwarzanie danych."
    section: ClassVar = Section.PLAN


class ClientUnrestricted(FreesClient):
    """The restriction of the client's data was lifted."""

    wire_name: ClassVar = "client.unrestricted.v1"
    pl: ClassVar = "Zniesiono ograniczenie przetwarzania danych."
    section: ClassVar = Section.PLAN


class ClientErased(ErasesClient):
    """The client was erased, and only her id is left."""

    wire_name: ClassVar = "client.erased.v1"
    pl: ClassVar = "Usunięto dane; pozostał tylko identyfikator."
    section: ClassVar = Section.IDENTITY


class RequestKind(StrEnum):
    """What a data subject may ask for (GDPR art. 15, 16, 17, 18, 20, 21)."""

    ACCESS = "access"
    RECTIFICATION = "rectification"
    ERASURE = "erasure"
    RESTRICTION = "restriction"
    PORTABILITY = "portability"
    OBJECTION = "objection"


class _OfHerOwnData(Event):
    """About a request of the person herself, which no restriction stops."""

    section: ClassVar = Section.NOTES

    client_id: ClientId
    request_id: SubjectRequestId

    def stands_restriction(self) -> bool:
        """She is answered also while her data are restricted."""
        return True


class RequestOpened(_OfHerOwnData):
    """A person asked an institution about her own data."""

    wire_name: ClassVar = "request.opened.v1"
    pl: ClassVar = "Wpłynął wniosek osoby, której dane dotyczą."

    kind: Annotated[RequestKind, Field(examples=["access"])]
    due_on: Day


class RequestExtended(_OfHerOwnData):
    """The term for a request of a data subject was extended."""

    wire_name: ClassVar = "request.extended.v1"
    pl: ClassVar = "Przedłużono termin odpowiedzi na wniosek osoby, której dane dotyczą."

    due_on: Day


class RequestAnswered(_OfHerOwnData):
    """A request of a data subject was answered."""

    wire_name: ClassVar = "request.answered.v1"
    pl: ClassVar = "Odpowiedziano na wniosek osoby, której dane dotyczą."

    fulfilled: Annotated[bool, Field(examples=[True])]
