"""Facts about the way of a referral between its sending and its end; codes and days, no text."""

from typing import Annotated, ClassVar

from pydantic import Field

from contracts.event import Event
from contracts.referrals.codes import (
    CancelReason,
    Change,
    ErrorReason,
    FailReason,
    PauseReason,
    Satisfaction,
)
from contracts.relations import ClosesRelation, OpensRelation
from contracts.sections import Section
from contracts.values import ClientId, Day, InstitutionId, PartnershipId, ReferralId

_Changed = Annotated[Change, Field(examples=["client_moved"])]


class _Step(Event):
    """Something happened to a referral that changes nobody's right to see the client."""

    client_id: ClientId
    referral_id: ReferralId


class ReferralOffered(_Step):
    """A referral was laid open to the members of a partnership, for one of them to claim."""

    wire_name: ClassVar = "referral.offered.v1"
    pl: ClassVar = "Wystawiono skierowanie do przejęcia przez członków partnerstwa."
    section: ClassVar = Section.REFERRALS

    sent_by: InstitutionId
    open_to: PartnershipId


class ReferralClaimed(OpensRelation):
    """A member of the partnership claimed an open referral."""

    wire_name: ClassVar = "referral.claimed.v1"
    pl: ClassVar = "Członek partnerstwa przejął otwarte skierowanie."
    section: ClassVar = Section.REFERRALS

    referral_id: ReferralId


class ReferralReturned(_Step):
    """The receiving institution asked the sender something before it answers."""

    wire_name: ClassVar = "referral.returned.v1"
    pl: ClassVar = "Instytucja zwróciła skierowanie do uzupełnienia."
    section: ClassVar = Section.REFERRALS


class ReferralSupplied(_Step):
    """The sender supplied what the receiving institution had asked for."""

    wire_name: ClassVar = "referral.supplied.v1"
    pl: ClassVar = "Nadawca uzupełnił skierowanie."
    section: ClassVar = Section.REFERRALS


class ReferralWaitlisted(_Step):
    """The receiving institution put the client on its waiting list."""

    wire_name: ClassVar = "referral.waitlisted.v1"
    pl: ClassVar = "Wpisano na listę oczekujących."
    section: ClassVar = Section.REFERRALS


class ReferralStarted(_Step):
    """The help that the client was referred to began."""

    wire_name: ClassVar = "referral.started.v1"
    pl: ClassVar = "Rozpoczęto pomoc, do której skierowano."
    section: ClassVar = Section.REFERRALS


class AppointmentScheduled(_Step):
    """A day was set on which the receiving institution sees the client."""

    wire_name: ClassVar = "appointment.scheduled.v1"
    pl: ClassVar = "Wyznaczono termin wizyty."
    section: ClassVar = Section.REFERRALS

    visit_on: Day


class AppointmentMissed(_Step):
    """The client did not come on the day that was set."""

    wire_name: ClassVar = "appointment.missed.v1"
    pl: ClassVar = "Nie stawiono się na wizytę."
    section: ClassVar = Section.REFERRALS


class AppointmentCancelled(_Step):
    """The appointment was cancelled."""

    wire_name: ClassVar = "appointment.cancelled.v1"
    pl: ClassVar = "Odwołano wizytę."
    section: ClassVar = Section.REFERRALS


class ReferralNoted(_Step):
    """The receiving institution wrote an interim note for the sender."""

    wire_name: ClassVar = "referral.noted.v1"
    pl: ClassVar = "Instytucja zapisała notatkę o przebiegu."
    section: ClassVar = Section.REFERRALS


class ReferralPaused(_Step):
    """The referral rests until a day."""

    wire_name: ClassVar = "referral.paused.v1"
    pl: ClassVar = "Wstrzymano skierowanie do wskazanego dnia."
    section: ClassVar = Section.REFERRALS

    reason: Annotated[PauseReason, Field(examples=["illness"])]
    review_on: Day


class CancellationRequested(_Step):
    """The receiving institution was asked to give the referral back."""

    wire_name: ClassVar = "cancellation.requested.v1"
    pl: ClassVar = "Poproszono o wycofanie skierowania."
    section: ClassVar = Section.REFERRALS

    reason: Annotated[CancelReason, Field(examples=["not_needed"])]
    change: _Changed | None = None


class CancellationConfirmed(ClosesRelation):
    """The receiving institution gave the referral back."""

    wire_name: ClassVar = "cancellation.confirmed.v1"
    pl: ClassVar = "Instytucja potwierdziła wycofanie skierowania."
    section: ClassVar = Section.REFERRALS

    referral_id: ReferralId


class BasisWithdrawn(ClosesRelation):
    """What a referral under way rested on was withdrawn, and its receiver is asked to give it back."""

    wire_name: ClassVar = "basis.withdrawn.v1"
    pl: ClassVar = "Ustała podstawa realizowanego skierowania; poproszono o jego wycofanie."
    section: ClassVar = Section.REFERRALS

    referral_id: ReferralId
    change: Annotated[Change, Field(examples=["consent_withdrawn"])]


class ReferralFailed(ClosesRelation):
    """What was begun on a referral came to nothing."""

    wire_name: ClassVar = "referral.failed.v1"
    pl: ClassVar = "Przerwano realizację skierowania."
    section: ClassVar = Section.REFERRALS

    referral_id: ReferralId
    failed_by: InstitutionId
    reason: Annotated[FailReason, Field(examples=["no_contact"])]


class ReferralExpired(ClosesRelation):
    """Nobody answered the referral in time, and it expired."""

    wire_name: ClassVar = "referral.expired.v1"
    pl: ClassVar = "Skierowanie wygasło bez odpowiedzi."
    section: ClassVar = Section.REFERRALS

    referral_id: ReferralId


class ReferralSuperseded(ClosesRelation):
    """What an unanswered referral rested on changed, so it fell away."""

    wire_name: ClassVar = "referral.superseded.v1"
    pl: ClassVar = "Skierowanie straciło podstawę przed odpowiedzią."
    section: ClassVar = Section.REFERRALS

    referral_id: ReferralId
    change: _Changed


class ReferralReopened(OpensRelation):
    """A referral that had ended was opened again."""

    wire_name: ClassVar = "referral.reopened.v1"
    pl: ClassVar = "Ponownie otwarto skierowanie."
    section: ClassVar = Section.REFERRALS

    referral_id: ReferralId
    reopened_by: InstitutionId


class ReferralAcknowledged(_Step):
    """The sender read how the referral ended, and the loop is closed."""

    wire_name: ClassVar = "referral.acknowledged.v1"
    pl: ClassVar = "Nadawca zapoznał się z wynikiem skierowania."
    section: ClassVar = Section.REFERRALS

    satisfaction: Annotated[Satisfaction | None, Field(examples=["satisfied"])] = None


class ReferralReminded(_Step):
    """Whoever has the next word on a referral was reminded of it."""

    wire_name: ClassVar = "referral.reminded.v1"
    pl: ClassVar = "Przypomniano o skierowaniu."
    section: ClassVar = Section.REFERRALS

    reminder: Annotated[int, Field(ge=1, le=9, examples=[1])]


class ReferralEscalated(_Step):
    """The managers of both institutions were told of a referral without an answer."""

    wire_name: ClassVar = "referral.escalated.v1"
    pl: ClassVar = "O skierowaniu bez odpowiedzi powiadomiono kierowników obu instytucji."
    section: ClassVar = Section.REFERRALS


class ReferralRetracted(ClosesRelation):
    """A referral turned out to have been entered in error."""

    wire_name: ClassVar = "referral.retracted.v1"
    pl: ClassVar = "Skierowanie uznano za wprowadzone omyłkowo."
    section: ClassVar = Section.REFERRALS

    referral_id: ReferralId
    reason: Annotated[ErrorReason, Field(examples=["wrong_client"])]
