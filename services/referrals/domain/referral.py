"""A referral: a client sent to another institution, and its answer (domain 2.6)."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
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


class ReferralState(StrEnum):
    """Where a referral stands."""

    SENT = "sent"
    RECEIVED = "received"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    COMPLETED = "completed"
    WITHDRAWN = "withdrawn"


_UNANSWERED = frozenset({ReferralState.SENT, ReferralState.RECEIVED})
MOVES = {
    "receive": (frozenset({ReferralState.SENT}), ReferralState.RECEIVED),
    "accept": (_UNANSWERED, ReferralState.ACCEPTED),
    "decline": (_UNANSWERED, ReferralState.DECLINED),
    "complete": (frozenset({ReferralState.ACCEPTED}), ReferralState.COMPLETED),
    "withdraw": (_UNANSWERED, ReferralState.WITHDRAWN),
}
OPEN = _UNANSWERED | {ReferralState.ACCEPTED}
"""Something is still to come."""

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
    sent_to: UUID
    sent_at: datetime
    urgency: Urgency
    words: Words
    goal_id: UUID | None = None
    action_id: UUID | None = None
    """The action of the plan that follows it, if it serves a goal."""
    state: ReferralState = ReferralState.SENT
    first_visit_on: date | None = None
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
        if self.sent_to == self.sent_by:
            raise ReferralToOneself(pointer="/to/institution")
        consent = self.words.basis if isinstance(self.words.basis, Consent) else None
        until = consent.until if consent else None
        if until is not None and until < self.sent_on:
            raise ConsentOver(pointer="/basis/until")
        return ReferralSent(
            client_id=self.client_id,
            relation_id=self.id,
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
            relation_id=self.id,
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
            relation_id=self.id,
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
            client_id=self.client_id, relation_id=self.id, referral_id=self.id
        )

    def _answered(self, verb: str, by: UUID) -> ReferralState:
        if by != self.sent_to:
            raise NotTheReceiver
        return move(MOVES, verb, self.state)

    def _enter(self, state: ReferralState) -> None:
        self.state = state
        self.version += 1
