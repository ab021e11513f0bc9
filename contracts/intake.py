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
    AssessmentId,
    ClientId,
    Day,
    EmploymentId,
    InstitutionId,
    LabourRegistrationId,
    Month,
    NeedId,
    StrengthId,
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


class EmploymentChanged(Event):
    """The terms of a job changed from a day on."""

    wire_name: ClassVar = "employment.changed.v1"
    pl: ClassVar = "Zmieniły się warunki pracy."
    section: ClassVar = Section.WORK

    client_id: ClientId
    employment_id: EmploymentId
    changed_from: Day


class EmploymentEnd(StrEnum):
    """How a job came to its end (sposób ustania zatrudnienia)."""

    CONTRACT_EXPIRED = "contract_expired"
    RESIGNED = "resigned"
    DISMISSED = "dismissed"
    MUTUAL_AGREEMENT = "mutual_agreement"
    EMPLOYER_CLOSED = "employer_closed"
    OTHER = "other"


class EmploymentEnded(Event):
    """A job ended; the day is the last one of work, inclusive."""

    wire_name: ClassVar = "employment.ended.v1"
    pl: ClassVar = "Praca się zakończyła."
    section: ClassVar = Section.WORK

    client_id: ClientId
    employment_id: EmploymentId
    ended_on: Day
    reason: Annotated[EmploymentEnd, Field(examples=["contract_expired"])]


class IncomeVerified(Event):
    """The incomes of a month were checked against evidence by a second worker."""

    wire_name: ClassVar = "income.verified.v1"
    pl: ClassVar = "Dochody za miesiąc sprawdził z dowodami drugi pracownik."
    section: ClassVar = Section.INCOME

    client_id: ClientId
    month: Month


class NeedOutcome(StrEnum):
    """What became of a need."""

    MET = "met"
    NOT_MET = "not_met"
    WITHDRAWN = "withdrawn"


class NeedClosed(Event):
    """A need was closed."""

    wire_name: ClassVar = "need.closed.v1"
    pl: ClassVar = "Zamknięto potrzebę."
    section: ClassVar = Section.NEEDS

    client_id: ClientId
    need_id: NeedId
    outcome: Annotated[NeedOutcome, Field(examples=["met"])]


class StrengthAdded(Event):
    """A strength of the client was recorded."""

    wire_name: ClassVar = "strength.added.v1"
    pl: ClassVar = "Zapisano mocną stronę."
    section: ClassVar = Section.NEEDS

    client_id: ClientId
    strength_id: StrengthId


Instrument = Annotated[
    str, Field(pattern=r"^[a-z][a-z_]{2,39}$", examples=["employment_readiness"])
]
"""The code of an assessment instrument."""


class AssessmentRecorded(Event):
    """The client was assessed with an instrument; the score stays with intake."""

    wire_name: ClassVar = "assessment.recorded.v1"
    pl: ClassVar = "Zapisano ocenę sytuacji."
    section: ClassVar = Section.NEEDS

    client_id: ClientId
    assessment_id: AssessmentId
    instrument: Instrument
    assessed_on: Day


class DiagnosisRecorded(Event):
    """A diagnosis was written down."""

    wire_name: ClassVar = "diagnosis.recorded.v1"
    pl: ClassVar = "Zapisano diagnozę."
    section: ClassVar = Section.NOTES

    client_id: ClientId


class LabourStatus(StrEnum):
    """As what a labour office registers somebody (domain 2.3)."""

    UNEMPLOYED = "unemployed"
    JOB_SEEKER = "job_seeker"
    INACTIVE = "inactive"


class LabourRegistered(Event):
    """A labour office registered the client."""

    wire_name: ClassVar = "labour.registered.v1"
    pl: ClassVar = "Urząd pracy zarejestrował klientkę lub klienta."
    section: ClassVar = Section.WORK

    client_id: ClientId
    registration_id: LabourRegistrationId
    status: Annotated[LabourStatus, Field(examples=["unemployed"])]
    registered_on: Day


class LabourEnd(StrEnum):
    """Why a registration at a labour office ended (przyczyna wyrejestrowania)."""

    TOOK_JOB = "took_job"
    OWN_BUSINESS = "own_business"
    TRAINING = "training"
    REFUSED_OFFER = "refused_offer"
    NO_SHOW = "no_show"
    OWN_REQUEST = "own_request"
    MOVED = "moved"
    OTHER_ENTITLEMENT = "other_entitlement"
    OTHER = "other"


class LabourDeregistered(Event):
    """The registration at a labour office ended; the day is the last one, inclusive."""

    wire_name: ClassVar = "labour.deregistered.v1"
    pl: ClassVar = "Zakończyła się rejestracja w urzędzie pracy."
    section: ClassVar = Section.WORK

    client_id: ClientId
    registration_id: LabourRegistrationId
    ended_on: Day
    reason: Annotated[LabourEnd, Field(examples=["took_job"])]


class ContactChannel(StrEnum):
    """How the office and the client were in touch."""

    VISIT = "visit"
    PHONE = "phone"
    E_MAIL = "e_mail"
    OTHER = "other"


class LabourContacted(Event):
    """The labour office and the client were in touch."""

    wire_name: ClassVar = "labour.contacted.v1"
    pl: ClassVar = "Urząd pracy kontaktował się z klientką lub klientem."
    section: ClassVar = Section.WORK

    client_id: ClientId
    registration_id: LabourRegistrationId
    contacted_on: Day
    channel: Annotated[ContactChannel, Field(examples=["phone"])]


class IpdRecorded(Event):
    """An individual action plan of the labour office was made."""

    wire_name: ClassVar = "ipd.recorded.v1"
    pl: ClassVar = "Sporządzono indywidualny plan działania."
    section: ClassVar = Section.WORK

    client_id: ClientId
    registration_id: LabourRegistrationId
    made_on: Day


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


class AccessRefused(Event):
    """The request for access was refused."""

    wire_name: ClassVar = "access.refused.v1"
    pl: ClassVar = "Odmówiono dostępu do karty."
    section: ClassVar = Section.PLAN

    client_id: ClientId
    request_id: AccessRequestId
    asked_by: InstitutionId
