"""Facts announced by referrals about personal advisers: who advises, hand-overs, contacts."""

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from contracts.event import Event
from contracts.sections import Section
from contracts.values import AdviceId, ClientId, ContactId, Day, HandoverId, InstitutionId


class AdviserRole(StrEnum):
    """As what somebody advises a client (domain 1.2)."""

    PERSONAL_ADVISER = "personal_adviser"
    """Doradca osobisty."""
    LEAD_SOCIAL_WORKER = "lead_social_worker"
    """Pracownik socjalny prowadzący."""
    EMPLOYMENT_ADVISER = "employment_adviser"
    """Doradca ds. zatrudnienia."""
    COORDINATOR = "coordinator"


class AdviceEnd(StrEnum):
    """Why somebody advises a client no longer."""

    CASE_CLOSED = "case_closed"
    CLIENT_ASKED = "client_asked"
    WORKER_LEFT = "worker_left"
    CASELOAD = "caseload"
    TAKEN_IN_ERROR = "taken_in_error"
    OTHER = "other"
    HANDED_OVER = "handed_over"
    """Another worker of the institution advises her now."""
    ACCESS_ENDED = "access_ended"
    """The institution may not see her any more."""


class HandoverRefusal(StrEnum):
    """Why a worker does not take a client over."""

    CASELOAD = "caseload"
    CONFLICT_OF_INTEREST = "conflict_of_interest"
    NOT_COMPETENT = "not_competent"
    ABSENT = "absent"
    OTHER = "other"


class ContactKind(StrEnum):
    """How an adviser and a client were in touch."""

    VISIT = "visit"
    OFFICE = "office"
    PHONE = "phone"
    E_MAIL = "e_mail"
    LETTER = "letter"
    OTHER = "other"


class ContactOutcome(StrEnum):
    """What came of trying to be in touch."""

    REACHED = "reached"
    REFUSED = "refused"
    """She was reached, and did not want to talk."""
    NOT_REACHED = "not_reached"
    NO_SHOW = "no_show"
    ENTERED_IN_ERROR = "entered_in_error"
    """Only of a correction: it never took place."""


class AdviceAssigned(Event):
    """The client has an adviser at an institution."""

    wire_name: ClassVar = "advice.assigned.v1"
    pl: ClassVar = "Klientka lub klient ma w instytucji doradcę."
    section: ClassVar = Section.PLAN

    client_id: ClientId
    advice_id: AdviceId
    institution: InstitutionId
    role: Annotated[AdviserRole, Field(examples=["employment_adviser"])]
    since: Day


class AdviceEnded(Event):
    """An adviser advises the client no longer."""

    wire_name: ClassVar = "advice.ended.v1"
    pl: ClassVar = "Doradca nie prowadzi już klientki lub klienta."
    section: ClassVar = Section.PLAN

    client_id: ClientId
    advice_id: AdviceId
    institution: InstitutionId
    reason: Annotated[AdviceEnd, Field(examples=["handed_over"])]


class _OfHandover(Event):
    section: ClassVar = Section.PLAN

    client_id: ClientId
    handover_id: HandoverId
    advice_id: AdviceId
    institution: InstitutionId


class HandoverProposed(_OfHandover):
    """It was proposed that another worker of the institution takes the client over."""

    wire_name: ClassVar = "handover.proposed.v1"
    pl: ClassVar = "Zaproponowano przekazanie klientki lub klienta innej osobie w instytucji."


class HandoverAccepted(_OfHandover):
    """Another worker of the institution took the client over."""

    wire_name: ClassVar = "handover.accepted.v1"
    pl: ClassVar = "Inna osoba w instytucji przejęła klientkę lub klienta."

    new_advice_id: AdviceId


class HandoverDeclined(_OfHandover):
    """A worker did not take the client over and said why."""

    wire_name: ClassVar = "handover.declined.v1"
    pl: ClassVar = "Odmówiono przejęcia klientki lub klienta i podano przyczynę."

    reason: Annotated[HandoverRefusal, Field(examples=["caseload"])]


class HandoverWithdrawn(_OfHandover):
    """A proposed hand-over was taken back."""

    wire_name: ClassVar = "handover.withdrawn.v1"
    pl: ClassVar = "Wycofano propozycję przekazania klientki lub klienta."


class HandoverSuperseded(_OfHandover):
    """A proposed hand-over fell away because the adviser changed otherwise."""

    wire_name: ClassVar = "handover.superseded.v1"
    pl: ClassVar = "Propozycja przekazania upadła, bo doradca zmienił się inaczej."


class ContactLogged(Event):
    """An institution was in touch with the client, or tried to be."""

    wire_name: ClassVar = "contact.logged.v1"
    pl: ClassVar = "Instytucja kontaktowała się z klientką lub klientem albo próbowała."
    section: ClassVar = Section.PLAN

    client_id: ClientId
    contact_id: ContactId
    institution: InstitutionId
    kind: Annotated[ContactKind, Field(examples=["phone"])]
    happened_on: Day


class ContactCorrected(Event):
    """An entry of the contact log was corrected by a new one."""

    wire_name: ClassVar = "contact.corrected.v1"
    pl: ClassVar = "Wpis o kontakcie sprostowano nowym wpisem."
    section: ClassVar = Section.PLAN

    client_id: ClientId
    contact_id: ContactId
    corrects: ContactId
    institution: InstitutionId
    kind: Annotated[ContactKind, Field(examples=["phone"])]
    happened_on: Day
