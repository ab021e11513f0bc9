"""Facts about requests for information between institutions, and about links to answer a referral by."""

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from contracts.event import Event
from contracts.relations import ClosesRelation, OpensRelation
from contracts.sections import Section
from contracts.values import (
    ClientId,
    Day,
    InformationRequestId,
    InstitutionId,
    ReferralId,
    ReferralLinkId,
)


class InformationRefusal(StrEnum):
    """Why an institution gives no information."""

    NO_BASIS = "no_basis"
    """The basis named does not carry the request."""
    NOT_COMPETENT = "not_competent"
    NO_DATA = "no_data"
    SECRECY = "secrecy"
    """A secret protected by statute: medical, of an advocate, of statistics."""
    CLIENT_UNKNOWN = "client_unknown"
    """Nobody of that name is known there."""
    TOO_WIDE = "too_wide"
    """More is asked than the task needs (GDPR art. 5(1)(c))."""
    OTHER = "other"


class DelayReason(StrEnum):
    """Why an answer comes later than the term (art. 36 § 1 k.p.a.)."""

    ARCHIVE = "archive"
    """The papers must be fetched."""
    OTHERS_ASKED = "others_asked"
    """Somebody else must be asked first."""
    COMPLICATED = "complicated"
    OTHER = "other"


class RequestOver(StrEnum):
    """Why a request fell away before it was answered."""

    RIGHT_ENDED = "right_ended"
    """Whoever asked may not see the client any more."""
    CLIENT_CLOSED = "client_closed"
    CLIENT_ERASED = "client_erased"
    ADVISER_CHANGED = "adviser_changed"


class InformationRequested(OpensRelation):
    """An institution asked another for information about a client."""

    wire_name: ClassVar = "information.requested.v1"
    pl: ClassVar = "Poproszono inną instytucję o udzielenie informacji."
    section: ClassVar = Section.REFERRALS

    request_id: InformationRequestId
    asked_by: InstitutionId
    due_on: Day


class InformationReceived(Event):
    """The institution asked opened the request for information."""

    wire_name: ClassVar = "information.received.v1"
    pl: ClassVar = "Instytucja odebrała wniosek o udzielenie informacji."
    section: ClassVar = Section.REFERRALS

    client_id: ClientId
    request_id: InformationRequestId


class InformationAnswered(ClosesRelation):
    """The institution asked gave the information, all of it or a part."""

    wire_name: ClassVar = "information.answered.v1"
    pl: ClassVar = "Instytucja udzieliła informacji, w całości albo w części."
    section: ClassVar = Section.REFERRALS

    request_id: InformationRequestId
    answered_by: InstitutionId
    complete: Annotated[bool, Field(examples=[True])]


class InformationRefused(ClosesRelation):
    """The institution asked refused the information and said why."""

    wire_name: ClassVar = "information.refused.v1"
    pl: ClassVar = "Instytucja odmówiła udzielenia informacji i podała przyczynę."
    section: ClassVar = Section.REFERRALS

    request_id: InformationRequestId
    refused_by: InstitutionId
    reason: Annotated[InformationRefusal, Field(examples=["no_data"])]


class InformationForwarded(ClosesRelation):
    """The institution asked passed the request on to the competent one."""

    wire_name: ClassVar = "information.forwarded.v1"
    pl: ClassVar = "Wniosek o udzielenie informacji przekazano instytucji właściwej."
    section: ClassVar = Section.REFERRALS

    request_id: InformationRequestId
    forwarded_by: InstitutionId
    forwarded_to: InstitutionId


class InformationDelayed(Event):
    """The institution asked gave notice that the answer comes on a later day."""

    wire_name: ClassVar = "information.delayed.v1"
    pl: ClassVar = "Instytucja zawiadomiła, że udzieli informacji w późniejszym terminie."
    section: ClassVar = Section.REFERRALS

    client_id: ClientId
    request_id: InformationRequestId
    due_on: Day
    reason: Annotated[DelayReason, Field(examples=["archive"])]


class InformationWithdrawn(ClosesRelation):
    """Whoever asked for information took the request back."""

    wire_name: ClassVar = "information.withdrawn.v1"
    pl: ClassVar = "Wycofano wniosek o udzielenie informacji."
    section: ClassVar = Section.REFERRALS

    request_id: InformationRequestId


class InformationSuperseded(ClosesRelation):
    """A request for information fell away because what it rested on changed."""

    wire_name: ClassVar = "information.superseded.v1"
    pl: ClassVar = "Wniosek o udzielenie informacji stał się bezprzedmiotowy."
    section: ClassVar = Section.REFERRALS

    request_id: InformationRequestId
    reason: Annotated[RequestOver, Field(examples=["right_ended"])]


class InformationAcknowledged(Event):
    """Whoever asked for information read what came of it."""

    wire_name: ClassVar = "information.acknowledged.v1"
    pl: ClassVar = "Pytająca instytucja zapoznała się z odpowiedzią na wniosek o informację."
    section: ClassVar = Section.REFERRALS

    client_id: ClientId
    request_id: InformationRequestId


class InformationReminded(Event):
    """The institution asked was reminded of a request for information."""

    wire_name: ClassVar = "information.reminded.v1"
    pl: ClassVar = "Przypomniano o wniosku o udzielenie informacji."
    section: ClassVar = Section.REFERRALS

    client_id: ClientId
    request_id: InformationRequestId


class InformationEscalated(Event):
    """A request for information is overdue, and the managers of both institutions were told."""

    wire_name: ClassVar = "information.escalated.v1"
    pl: ClassVar = (
        "Wniosek o informację jest po terminie; zawiadomiono kierownictwo obu instytucji."
    )
    section: ClassVar = Section.REFERRALS

    client_id: ClientId
    request_id: InformationRequestId


class LinkHanded(Event):
    """A signed link to answer a referral was handed out for its receiver."""

    wire_name: ClassVar = "link.handed.v1"
    pl: ClassVar = "Wydano odbiorcy podpisany odnośnik do odpowiedzi na skierowanie."
    section: ClassVar = Section.REFERRALS

    client_id: ClientId
    referral_id: ReferralId
    link_id: ReferralLinkId
    handed_by: InstitutionId
    until: Day


class LinkRevoked(Event):
    """A signed link to answer a referral was taken back."""

    wire_name: ClassVar = "link.revoked.v1"
    pl: ClassVar = "Cofnięto podpisany odnośnik do odpowiedzi na skierowanie."
    section: ClassVar = Section.REFERRALS

    client_id: ClientId
    referral_id: ReferralId
    link_id: ReferralLinkId

    def stands_restriction(self) -> bool:
        """A right that ends is no processing."""
        return True
