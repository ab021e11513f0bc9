"""Facts announced by intake: who the client is, her household, income, needs, and sharing."""

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from contracts.event import Event
from contracts.relations import ClosesRelation, JoinsClients, OpensRelation, PartsClients
from contracts.sections import Section
from contracts.territory import Municipality
from contracts.values import (
    AccessRequestId,
    ClientId,
    Day,
    DuplicateId,
    EmploymentId,
    InstitutionId,
    Month,
    NeedId,
    RelationId,
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


class AccessRefusal(StrEnum):
    """Why an institution refuses access to a client it registered."""

    NO_LEGAL_BASIS = "no_legal_basis"
    CLIENT_OBJECTS = "client_objects"
    ANOTHER_PERSON = "another_person"
    NOT_NEEDED = "not_needed"


class AccessWithdrawn(Event):
    """The institution that had asked for access took its request back."""

    wire_name: ClassVar = "access.withdrawn.v1"
    pl: ClassVar = "Instytucja wycofała prośbę o dostęp do karty."
    section: ClassVar = Section.PLAN

    client_id: ClientId
    request_id: AccessRequestId
    asked_by: InstitutionId

    def stands_restriction(self) -> bool:
        """Whoever asks no longer needs nothing of her."""
        return True


class AccessRefused(Event):
    """The request for access was refused."""

    wire_name: ClassVar = "access.refused.v1"
    pl: ClassVar = "Odmówiono dostępu do karty."
    section: ClassVar = Section.PLAN

    client_id: ClientId
    request_id: AccessRequestId
    asked_by: InstitutionId
    reason: Annotated[AccessRefusal | None, Field(examples=["no_legal_basis"])] = None

    def stands_restriction(self) -> bool:
        """A no changes nothing."""
        return True


class GlassBroken(OpensRelation):
    """In an emergency an institution opened the record for some hours, and the alarm was raised."""

    wire_name: ClassVar = "glass.broken.v1"
    pl: ClassVar = (
        "W nagłej potrzebie instytucja otworzyła kartę na kilka godzin; podniesiono alarm."
    )
    section: ClassVar = Section.PLAN


class Verdict(StrEnum):
    """What whoever was alarmed thinks of an emergency opening."""

    JUSTIFIED = "justified"
    UNJUSTIFIED = "unjustified"


class GlassReviewed(Event):
    """An emergency opening of the record was reviewed by an institution that was alarmed."""

    wire_name: ClassVar = "glass.reviewed.v1"
    pl: ClassVar = "Zaalarmowana instytucja oceniła awaryjne otwarcie karty."
    section: ClassVar = Section.PLAN

    client_id: ClientId
    relation_id: RelationId
    reviewed_by: InstitutionId
    verdict: Annotated[Verdict, Field(examples=["justified"])]

    def stands_restriction(self) -> bool:
        """The glass can be broken of whoever is restricted, so it is judged too."""
        return True


class MergeReason(StrEnum):
    """Why two records turned out to be of one person."""

    REGISTERED_TWICE = "registered_twice"
    NAME_CHANGED = "name_changed"
    PESEL_GIVEN_LATER = "pesel_given_later"
    MISTYPED = "mistyped"
    DOCUMENTS_SHOWN = "documents_shown"


class ClientMerged(JoinsClients):
    """Two records turned out to be of one person, and go on as one."""

    wire_name: ClassVar = "client.merged.v1"
    pl: ClassVar = "Scalono dwie karty tej samej osoby."
    section: ClassVar = Section.PLAN

    reason: Annotated[MergeReason, Field(examples=["registered_twice"])]


class ClientUnmerged(PartsClients):
    """A merge of two records was undone, and each stands for itself again."""

    wire_name: ClassVar = "client.unmerged.v1"
    pl: ClassVar = "Cofnięto scalenie kart; każda jest znowu osobna."
    section: ClassVar = Section.PLAN


class LinkKind(StrEnum):
    """Why two records that look alike stay apart, and belong together all the same."""

    TWIN = "twin"
    RELATIVE = "relative"
    KEPT_APART = "kept_apart"
    """The same person, whose records are kept apart for her protection or by order of a court."""


class _Pair(Event):
    """Two clients who look alike. About the pair, so that no client's timeline names the other."""

    subject_field: ClassVar = "duplicate_id"

    duplicate_id: DuplicateId
    first_id: ClientId
    second_id: ClientId


class DuplicateSuspected(_Pair):
    """Two clients look like one person, and somebody must decide."""

    wire_name: ClassVar = "duplicate.suspected.v1"
    pl: ClassVar = "Dwie osoby wyglądają na jedną; ktoś musi to rozstrzygnąć."

    score: Annotated[int, Field(ge=0, le=100, examples=[93])]
    due_on: Day


class DuplicateDismissed(_Pair):
    """Two clients who look alike are not the same person."""

    wire_name: ClassVar = "duplicate.dismissed.v1"
    pl: ClassVar = "Dwie podobne osoby to nie ta sama osoba."


class DuplicateLinked(_Pair):
    """Two clients who look alike stay apart for a reason."""

    wire_name: ClassVar = "duplicate.linked.v1"
    pl: ClassVar = "Dwie podobne karty pozostają osobno z podanego powodu."

    kind: Annotated[LinkKind, Field(examples=["twin"])]


class DuplicateReopened(_Pair):
    """A decision about two clients who look alike was taken back."""

    wire_name: ClassVar = "duplicate.reopened.v1"
    pl: ClassVar = "Cofnięto rozstrzygnięcie o dwóch podobnych osobach."
