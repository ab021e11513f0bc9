"""Facts announced by intake: who the client is, her household, income, needs, and sharing."""

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from contracts.event import Event
from contracts.relations import ClosesRelation, OpensRelation
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


class ClientNumbered(Event):
    """An institution gave the client a file number of its own."""

    wire_name: ClassVar = "client.numbered.v1"
    pl: ClassVar = "Instytucja nadała osobie własny numer akt."
    section: ClassVar = Section.IDENTITY

    client_id: ClientId


class AccessRequested(Event):
    """An institution that met the client asked for access to her record."""

    wire_name: ClassVar = "access.requested.v1"
    pl: ClassVar = "Instytucja poprosiła o dostęp do karty."
    section: ClassVar = Section.PLAN

    client_id: ClientId
    request_id: AccessRequestId
    asked_by: InstitutionId


class AccessRefused(Event):
    """The request for access was refused."""

    wire_name: ClassVar = "access.refused.v1"
    pl: ClassVar = "Odmówiono dostępu do karty."
    section: ClassVar = Section.PLAN

    client_id: ClientId
    request_id: AccessRequestId
    asked_by: InstitutionId
