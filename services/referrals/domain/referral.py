"""A referral: a client sent to another institution, and its answer (domain 2.6)."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from contracts.intake import Urgency
from contracts.referrals import (
    DeclineReason,
    Outcome,
    ReferralAccepted,
    ReferralCompleted,
    ReferralDeclined,
    ReferralReceived,
    ReferralSent,
    ReferralWithdrawn,
)
from contracts.values import BasisKind, Consent, LegalBasis, Line, Note, Title
from kernel.refusals import Kind, Refusal
from services.referrals.domain.moves import move
from services.referrals.domain.referral_states import MOVES, Appointment, ReferralState

Place = Annotated[Line, Field(examples=["PUP Zabrze, room 12 (demo)"])]
TimeOfDay = Annotated[
    str, StringConstraints(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$"), Field(examples=["10:30"])
]
"""Hours and minutes in Poland, HH:MM."""

_POLAND = ZoneInfo("Europe/Warsaw")


class ReferralNotFound(Refusal):
    """There is no such referral among those your institution may see."""

    kind = Kind.MISSING
    pl = "Wśród skierowań, które może zobaczyć Twoja instytucja, nie ma takiego."


class ClientNotFound(Refusal):
    """There is no such client among those your institution may see."""

    kind = Kind.MISSING
    pl = "Wśród klientów, których może widzieć Twoja instytucja, nie ma takiego."


class ReceiverUnknown(Refusal):
    """The receiver is not an institution of the directory."""

    kind = Kind.INVALID
    pl = "Odbiorca nie jest instytucją z katalogu."


class ReferralToOneself(Refusal):
    """A referral goes to another institution, not to one's own."""

    kind = Kind.INVALID
    pl = "Skierowanie wysyła się do innej instytucji, nie do własnej."


class ConsentOver(Refusal):
    """The consent ended before today."""

    kind = Kind.INVALID
    pl = "Zgoda wygasła przed dniem dzisiejszym."


class ReferralOpen(Refusal):
    """An open referral of this client to this institution is there already; `referral_id` names it."""

    kind = Kind.CONFLICT
    pl = "Jest już otwarte skierowanie tej osoby do tej instytucji; wskazuje je `referral_id`."


class NotTheReceiver(Refusal):
    """Only the institution that the client was referred to answers the referral."""

    kind = Kind.FORBIDDEN
    pl = "Na skierowanie odpowiada tylko instytucja, do której je wysłano."


class NotTheSender(Refusal):
    """Only the institution that sent the referral may withdraw it."""

    kind = Kind.FORBIDDEN
    pl = "Skierowanie może wycofać tylko instytucja, która je wysłała."


class VisitBeforeSending(Refusal):
    """The first visit cannot be before the day the referral was sent."""

    kind = Kind.INVALID
    pl = "Pierwsza wizyta nie może wypadać przed dniem wysłania skierowania."


class Words(BaseModel):
    """What a referral says of a person. Sealed where it is kept, never in an event."""

    model_config = ConfigDict(frozen=True)

    purpose: Title
    basis: LegalBasis
    first_visit_at: TimeOfDay | None = None
    place: Place | None = None
    note: Note | None = None
    """What the receiver wrote with its last word: why it declined, or what came of it."""

    def saying(self, **more: Any) -> "Words":
        """The same, and more."""
        return self.model_copy(update=more)


@dataclass(frozen=True)
class Visit:
    """When and where the receiver will first see the client (pierwsza wizyta)."""

    on: date
    at: str | None = None
    place: str | None = None


@dataclass(eq=False, kw_only=True)
class Referral:
    """One referral (skierowanie), from the institution that sent it to the one that answers."""

    id: UUID
    client_id: UUID
    sent_by: UUID
    sent_at: datetime
    """When it was handed over; of a draft, when it was begun."""
    urgency: Urgency
    words: Words
    sent_to: UUID | None = None
    """Whose turn it is; none while it is open to a partnership and nobody has claimed it."""
    relation_id: UUID
    """The relation it opens for its receiver; another one each time it is reopened."""
    sender: str | None = None
    """The worker who sent it, by the subject of her token."""
    receiver: str | None = None
    """The worker who took it on."""
    open_to: UUID | None = None
    """The partnership whose members may claim it."""
    service_id: UUID | None = None
    """The service of the directory it asks for; it takes one of its places when accepted."""
    offer_id: UUID | None = None
    """The offer to several that it is one of."""
    part_of: UUID | None = None
    """The referral that its sender received, and passes on a part of."""
    goal_id: UUID | None = None
    action_id: UUID | None = None
    """The action of the plan that follows it, if it serves a goal."""
    state: ReferralState = ReferralState.SENT
    before: ReferralState | None = None
    """The state in which a cancellation was asked for."""
    appointment: Appointment | None = None
    first_visit_on: date | None = None
    """The day of the latest appointment."""
    review_on: date | None = None
    """Until when it is on hold."""
    planned_end_on: date | None = None
    answer_due_on: date | None = None
    expires_on: date | None = None
    clock_on: date | None = None
    """The next day on which the clock has something to do about it; none: nothing."""
    reminders: int = 0
    escalated_on: date | None = None
    received_at: datetime | None = None
    answered_at: datetime | None = None
    started_at: datetime | None = None
    ended_at: datetime | None = None
    acknowledged_at: datetime | None = None
    """When the sender read the outcome: the loop is closed."""
    waiting_since: datetime | None = None
    holds_place: bool = False
    """Whether it takes one of the places of its service."""
    decline_reason: DeclineReason | None = None
    outcome: Outcome | None = None
    version: int = 1
    sealed: bytes = field(default=b"", repr=False)
    """The words as they are kept: the store seals and opens them."""

    @property
    def sent_on(self) -> date:
        """The calendar day in Poland on which it was sent."""
        return self.sent_at.astimezone(_POLAND).date()

    def send(self) -> ReferralSent:
        """Hand it over: from now on the receiver may see the client."""
        if self.sent_to is None or self.sent_to == self.sent_by:
            raise ReferralToOneself(pointer="/to/institution")
        consent = self.words.basis if isinstance(self.words.basis, Consent) else None
        until = consent.until if consent else None
        if until is not None and until < self.sent_on:
            raise ConsentOver(pointer="/basis/until")
        return ReferralSent(
            client_id=self.client_id,
            relation_id=self.relation_id,
            party_id=self.sent_to,
            basis=BasisKind.REFERRAL,
            until=until,
            referral_id=self.id,
            sent_by=self.sent_by,
            urgency=self.urgency,
        )

    def receive(self, *, by: UUID) -> ReferralReceived:
        """Note that the receiver opened it."""
        self._enter(self._answered("receive", by))
        return ReferralReceived(client_id=self.client_id, referral_id=self.id)

    def accept(self, visit: Visit, *, by: UUID) -> ReferralAccepted:
        """Agree to see the client; to accept is to have received."""
        state = self._answered("accept", by)
        if visit.on < self.sent_on:
            raise VisitBeforeSending(pointer="/first_visit_on")
        self._enter(state)
        self.first_visit_on = visit.on
        self.words = self.words.saying(first_visit_at=visit.at, place=visit.place)
        return ReferralAccepted(
            client_id=self.client_id,
            referral_id=self.id,
            accepted_by=by,
            first_visit_on=visit.on,
        )

    def decline(self, reason: DeclineReason, note: str | None, *, by: UUID) -> ReferralDeclined:
        """Send it back with a reason."""
        self._enter(self._answered("decline", by))
        self.decline_reason = reason
        self.words = self.words.saying(note=note)
        return ReferralDeclined(
            client_id=self.client_id,
            relation_id=self.relation_id,
            referral_id=self.id,
            declined_by=by,
            reason=reason,
        )

    def complete(self, outcome: Outcome, note: str | None, *, by: UUID) -> ReferralCompleted:
        """Say what came of it: the feedback that closes the loop."""
        self._enter(self._answered("complete", by))
        self.outcome = outcome
        self.words = self.words.saying(note=note)
        return ReferralCompleted(
            client_id=self.client_id,
            relation_id=self.relation_id,
            referral_id=self.id,
            completed_by=by,
            outcome=outcome,
        )

    def withdraw(self, *, by: UUID) -> ReferralWithdrawn:
        """Take it back while it is unanswered."""
        if by != self.sent_by:
            raise NotTheSender
        self._enter(move(MOVES, "withdraw", self.state))
        return ReferralWithdrawn(
            client_id=self.client_id, relation_id=self.relation_id, referral_id=self.id
        )

    def _answered(self, verb: str, by: UUID) -> ReferralState:
        if by != self.sent_to:
            raise NotTheReceiver
        return move(MOVES, verb, self.state)

    def _enter(self, state: ReferralState) -> None:
        self.state = state
        self.version += 1
