"""Facts announced by intake: who the client is, her household, income, needs, and sharing."""

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from contracts.event import Event
from contracts.relations import (
    ClosesRelation,
    ErasesClient,
    FreesClient,
    OpensRelation,
    RestrictsClient,
)
from contracts.sections import Section
from contracts.territory import Municipality
from contracts.values import (
    AccessRequestId,
    ClientId,
    Day,
    EmploymentId,
    InstitutionId,
    Month,
    NeedId,
    SubjectRequestId,
)


class Urgency(StrEnum):
    """How soon somebody must act."""

    NORMAL = "normal"
    URGENT = "urgent"


class ClientRegistered(OpensRelation):
    """A client was registered and her record opened."""

    wire_name: ClassVar = "client.registered.v1"
    pl: ClassVar = "Zarejestrowano klientkę lub klienta i otwarto kartę."
    section: ClassVar = Section.PLAN

    municipality: Annotated[Municipality | None, Field(examples=["2478011"])] = None


class SharingOpened(OpensRelation):
    """The record was shared with a partner on a legal basis."""

    wire_name: ClassVar = "sharing.opened.v1"
    pl: ClassVar = "Udostępniono kartę partnerowi na podstawie prawnej."
    section: ClassVar = Section.PLAN


class SharingClosed(ClosesRelation):
    """A sharing of the record was withdrawn."""

    wire_name: ClassVar = "sharing.closed.v1"
    pl: ClassVar = "Cofnięto udostępnienie karty."
    section: ClassVar = Section.PLAN


class HouseholdChanged(Event):
    """The household was declared or changed."""

    wire_name: ClassVar = "household.changed.v1"
    pl: ClassVar = "Zadeklarowano lub zmieniono skład gospodarstwa domowego."
    section: ClassVar = Section.HOUSEHOLD

    client_id: ClientId
    valid_from: Day


class IncomeDeclared(Event):
    """The incomes of a month were declared."""

    wire_name: ClassVar = "income.declared.v1"
    pl: ClassVar = "Złożono oświadczenie o dochodach za miesiąc."
    section: ClassVar = Section.INCOME

    client_id: ClientId
    month: Month


class NeedAdded(Event):
    """A need was recorded."""

    wire_name: ClassVar = "need.added.v1"
    pl: ClassVar = "Zapisano potrzebę."
    section: ClassVar = Section.NEEDS

    client_id: ClientId
    need_id: NeedId
    urgency: Annotated[Urgency, Field(examples=["normal"])]


class EmploymentStarted(Event):
    """The client took a job."""

    wire_name: ClassVar = "employment.started.v1"
    pl: ClassVar = "Podjęto pracę."
    section: ClassVar = Section.WORK

    client_id: ClientId
    employment_id: EmploymentId
    started_on: Day


class ClientStatus(StrEnum):
    """Where a client stands on her way (domain 2.10)."""

    REGISTERED = "registered"
    ASSESSED = "assessed"
    IN_PLAN = "in_plan"
    IN_WORK_SUPPORTED = "in_work_supported"
    INDEPENDENT = "independent"
    CLOSED = "closed"


class ClientProgressed(Event):
    """The client came a step further on her way."""

    wire_name: ClassVar = "client.progressed.v1"
    pl: ClassVar = "Klientka lub klient jest o krok dalej na swojej drodze."
    section: ClassVar = Section.PLAN

    client_id: ClientId
    status: Annotated[ClientStatus, Field(examples=["assessed"])]


class AccessRequested(Event):
    """An institution that met the client asked for access to her record."""

    wire_name: ClassVar = "access.requested.v1"
    pl: ClassVar = "Instytucja poprosiła o dostęp do karty."
    section: ClassVar = Section.PLAN

    client_id: ClientId
    request_id: AccessRequestId
    asked_by: InstitutionId

    def stands_restriction(self) -> bool:
        """Whoever asks learns nothing by being let ask."""
        return True


class AccessRefused(Event):
    """The request for access was refused."""

    wire_name: ClassVar = "access.refused.v1"
    pl: ClassVar = "Odmówiono dostępu do karty."
    section: ClassVar = Section.PLAN

    client_id: ClientId
    request_id: AccessRequestId
    asked_by: InstitutionId

    def stands_restriction(self) -> bool:
        """A no changes nothing."""
        return True


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
