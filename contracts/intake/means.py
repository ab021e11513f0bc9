"""Facts announced by intake about incomes, work, needs and the labour office."""

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from contracts.event import Event
from contracts.sections import Section
from contracts.values import (
    AssessmentId,
    ClientId,
    Day,
    EmploymentId,
    LabourRegistrationId,
    Month,
    NeedId,
    StrengthId,
)


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
