"""A referral: a client sent to another institution, and its answer (domain 2.6)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

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
from contracts.referrals.codes import (
    CancelReason,
    Change,
    ErrorReason,
    FailReason,
    PauseReason,
    Satisfaction,
)
from contracts.referrals.steps import (
    AppointmentCancelled,
    AppointmentMissed,
    AppointmentScheduled,
    CancellationConfirmed,
    CancellationRequested,
    ReferralAcknowledged,
    ReferralClaimed,
    ReferralFailed,
    ReferralNoted,
    ReferralOffered,
    ReferralPaused,
    ReferralReopened,
    ReferralRetracted,
    ReferralReturned,
    ReferralStarted,
    ReferralSupplied,
    ReferralWaitlisted,
)
from contracts.values import BasisKind, Consent
from services.referrals.domain.clocks import days_after
from services.referrals.domain.referral_clock import (
    ask_for_answer,
    change_clock,
    outcome_due_on,
    silence,
    wind,
)
from services.referrals.domain.referral_record import ReferralRecord
from services.referrals.domain.referral_refusals import (
    AlreadyAcknowledged,
    AnswerStands,
    BasisIncomplete,
    ConsentOver,
    DayIsOver,
    EndBeforeVisit,
    NeitherSide,
    NoAppointment,
    NotADraft,
    NotTheReceiver,
    NotTheSender,
    ReferralToOneself,
    VisitBeforeSending,
    VisitToCome,
)
from services.referrals.domain.referral_states import ENDED, Appointment, ReferralState, step
from services.referrals.domain.referral_words import Acting, Visit, Words

_FORGOTTEN = (
    "received_at", "answered_at", "started_at", "ended_at", "acknowledged_at", "waiting_since",
    "decline_reason", "outcome", "fail_reason", "hold_reason", "cancel_reason", "change",
    "satisfaction", "appointment", "first_visit_on", "review_on", "planned_end_on", "before",
)  # fmt: skip
"""What an earlier end left behind, and a referral that is opened again must not carry."""


@dataclass(eq=False, kw_only=True)
class Referral(ReferralRecord):
    """One referral and what can be done with it. Each verb is one step of `referral_states.MOVES`."""

    def write(self, words: Words, by: Acting) -> None:
        """Write a draft anew."""
        self.require_sender(by)
        if self.state is not ReferralState.DRAFT:
            raise NotADraft
        self.words, self.sent_at = words, by.at
        self.version += 1

    def send(self, by: Acting) -> ReferralSent | ReferralOffered:
        """Hand it over: from now on the receiver may see the client; claimers, once they claimed."""
        state = self._as_sender("send", by)
        self._require_addressee(by)
        self.sent_at, self.sender = by.at, by.worker
        ask_for_answer(self, by.on)
        self.enter(state, by)
        if self.open_to and self.sent_to is None:
            return ReferralOffered(**self._named, sent_by=self.sent_by, open_to=self.open_to)
        return ReferralSent(
            **self._opening, referral_id=self.id, sent_by=self.sent_by, urgency=self.urgency
        )

    def supply(self, answer: str, by: Acting) -> ReferralSupplied:
        """Answer the receiver's question."""
        state = self._as_sender("supply", by)
        self.words = self.words.saying(supplied=answer)
        ask_for_answer(self, by.on)
        self.enter(state, by)
        return ReferralSupplied(**self._named)

    def withdraw(self, by: Acting) -> ReferralWithdrawn | None:
        """Take it back while nobody opened it; of a draft nobody knew."""
        self.enter(self._as_sender("withdraw", by), by)
        return ReferralWithdrawn(**self._closing) if self.asked_on else None

    def request_cancellation(self, reason: CancelReason, by: Acting) -> CancellationRequested:
        """Ask the receiver to give it back."""
        state = self._as_sender("request_cancellation", by)
        self.before, self.cancel_reason = self.state, reason
        self.enter(state, by)
        return CancellationRequested(**self._named, reason=reason)

    def acknowledge(
        self, satisfaction: Satisfaction | None, client_words: str | None, by: Acting
    ) -> ReferralAcknowledged:
        """Read how it ended: the loop is closed."""
        state = self._as_sender("acknowledge", by)
        if self.acknowledged_at is not None:
            raise AlreadyAcknowledged
        self.acknowledged_at, self.satisfaction = by.at, satisfaction
        self.words = self.words.saying(client_words=client_words)
        self.enter(state, by)
        return ReferralAcknowledged(**self._named, satisfaction=satisfaction)

    def reopen(self, relation_id: UUID, by: Acting) -> ReferralReopened | ReferralOffered:
        """Open what ended again: the receiver is asked anew, under a new relation."""
        state = self._as_sender("reopen", by)
        self._require_addressee(by)
        self._begin_anew(relation_id, by)
        self.received_at = None
        self.enter(state, by)
        if self.open_to and self.sent_to is None:
            return ReferralOffered(**self._named, sent_by=self.sent_by, open_to=self.open_to)
        return ReferralReopened(**self._opening, referral_id=self.id, reopened_by=by.institution)

    def claim(self, by: Acting) -> ReferralClaimed:
        """Take an open referral on, in time of one's own; that one is a member, others check."""
        if self.sent_to is not None:
            raise NotTheReceiver
        state = step("claim", self.state)
        if by.institution == self.sent_by:
            raise ReferralToOneself
        self.sent_to = by.institution
        self.receiver, self.received_at = by.worker, by.at
        ask_for_answer(self, by.on)
        self.enter(state, by)
        return ReferralClaimed(**self._opening, referral_id=self.id)

    def receive(self, by: Acting) -> ReferralReceived:
        """Note that the receiver opened it."""
        state = self._as_receiver("receive", by)
        self.received_at, self.receiver = by.at, by.worker
        self.enter(state, by)
        return ReferralReceived(**self._named)

    def send_back(self, question: str, by: Acting) -> ReferralReturned:
        """Ask the sender something first (zwrot do uzupełnienia)."""
        state = self._as_receiver("return", by)
        self.received_at = self.received_at or by.at
        self.words = self.words.saying(question=question, supplied=None)
        ask_for_answer(self, by.on)
        self.enter(state, by)
        return ReferralReturned(**self._named)

    def wait(self, by: Acting) -> ReferralWaitlisted:
        """Put the client on the waiting list."""
        state = self._as_receiver("wait", by)
        self._open_if_new(by)
        self.waiting_since = by.at
        self.enter(state, by)
        return ReferralWaitlisted(**self._named)

    def accept(
        self, visit: Visit, by: Acting, *, planned_end_on: date | None = None
    ) -> ReferralAccepted:
        """Agree to see the client; to accept is to have received."""
        state = self._as_receiver("accept", by)
        self._require_days(visit, planned_end_on)
        self._open_if_new(by)
        self.answered_at = by.at
        self.planned_end_on = planned_end_on
        self._set(visit)
        self.enter(state, by)
        return ReferralAccepted(**self._named, accepted_by=by.institution, first_visit_on=visit.on)

    def decline(
        self, reason: DeclineReason, note: str | None, by: Acting, *, instead: Sequence[Any] = ()
    ) -> ReferralDeclined:
        """Send it back with a reason, and with whom else one could ask."""
        state = self._as_receiver("decline", by)
        self._open_if_new(by)
        self.answered_at, self.decline_reason = by.at, reason
        self.words = self.words.saying(note=note, alternatives=tuple(instead))
        self.enter(state, by)
        return ReferralDeclined(**self._closing, declined_by=by.institution, reason=reason)

    def start(self, by: Acting) -> ReferralStarted:
        """Begin: the client came, or the rest is over."""
        state = self._as_receiver("start", by)
        self.started_at = self.started_at or by.at
        if self.appointment is Appointment.SCHEDULED and self._visit_came(by):
            self.appointment = Appointment.TOOK_PLACE
        self.enter(state, by)
        return ReferralStarted(**self._named)

    def schedule(
        self, visit: Visit, by: Acting, *, planned_end_on: date | None = None
    ) -> AppointmentScheduled:
        """Set a day, or another one."""
        state = self._as_receiver("schedule", by)
        self._require_days(visit, planned_end_on)
        due = outcome_due_on(self)
        self.planned_end_on = planned_end_on or self.planned_end_on
        self._set(visit)
        if outcome_due_on(self) != due:
            silence(self)
        self.enter(state, by)
        return AppointmentScheduled(**self._named, visit_on=visit.on)

    def miss(self, by: Acting) -> AppointmentMissed:
        """Note that the client did not come (niestawienie się)."""
        state = self._as_receiver("miss", by)
        self._require_appointment()
        if not self._visit_came(by):
            raise VisitToCome
        self.appointment = Appointment.NO_SHOW
        self.enter(state, by)
        return AppointmentMissed(**self._named)

    def cancel_appointment(self, by: Acting) -> AppointmentCancelled:
        """Call the appointment off; another can be set."""
        state = self._as_receiver("cancel_appointment", by)
        self._require_appointment()
        self.appointment = Appointment.CANCELLED
        self.enter(state, by)
        return AppointmentCancelled(**self._named)

    def note(self, by: Acting) -> ReferralNoted:
        """Tell the sender in between; what was written goes into the history."""
        state = self._as_receiver("note", by)
        if self.appointment is Appointment.SCHEDULED and self._visit_came(by):
            self.appointment = Appointment.TOOK_PLACE
        self.started_at = self.started_at or by.at
        self.enter(state, by)
        return ReferralNoted(**self._named)

    def hold(self, reason: PauseReason, review_on: date, by: Acting) -> ReferralPaused:
        """Let it rest until a day."""
        state = self._as_receiver("hold", by)
        if review_on < by.on:
            raise DayIsOver(pointer="/review_on")
        self.hold_reason, self.review_on = reason, review_on
        self.enter(state, by)
        return ReferralPaused(**self._named, reason=reason, review_on=review_on)

    def confirm_cancellation(self, by: Acting) -> CancellationConfirmed:
        """Give it back as the sender asked."""
        self.enter(self._as_receiver("confirm_cancellation", by), by)
        return CancellationConfirmed(**self._closing)

    def complete(
        self, outcome: Outcome, note: str, by: Acting, *, delivered: Sequence[str] = ()
    ) -> ReferralCompleted:
        """Say what came of it: the feedback that closes the loop."""
        state = self._as_receiver("complete", by)
        self.outcome = outcome
        self.words = self.words.saying(note=note, delivered=tuple(delivered))
        self.enter(state, by)
        return ReferralCompleted(**self._closing, completed_by=by.institution, outcome=outcome)

    def fail(self, reason: FailReason, note: str | None, by: Acting) -> ReferralFailed:
        """Say that what was begun came to nothing (przerwanie)."""
        state = self._as_receiver("fail", by)
        self.fail_reason = reason
        self.words = self.words.saying(note=note)
        self.enter(state, by)
        return ReferralFailed(**self._closing, failed_by=by.institution, reason=reason)

    def take_back(self, relation_id: UUID, by: Acting) -> ReferralReopened:
        """Take one's own answer back, if it was given by mistake not long ago."""
        state = self._as_receiver("take_back", by)
        if by.on > days_after(self.stands_since_on, "take_back_days"):
            raise AnswerStands
        received = self.received_at
        self._begin_anew(relation_id, by)
        self.received_at = received
        self.enter(state, by)
        return ReferralReopened(**self._opening, referral_id=self.id, reopened_by=by.institution)

    def mark_error(self, reason: ErrorReason, by: Acting) -> ReferralRetracted | None:
        """Say that it should never have been written: hidden from lists, kept for the audit."""
        if by.institution not in {self.sent_by, self.sent_to}:
            raise NeitherSide
        state = step("mark_error", self.state)
        self.error_reason = reason
        self.enter(state, by)
        return ReferralRetracted(**self._closing, reason=reason) if self.asked_on else None

    def enter(self, state: ReferralState, by: Acting) -> None:
        """Stand in a state from now on; the clock is wound for it."""
        change_clock(self, state)
        if state is not self.state:
            self.since = by.at
        self.ended_at = (self.ended_at or by.at) if state in ENDED else None
        self.state = state
        self.version += 1
        wind(self)

    def require_sender(self, by: Acting) -> None:
        """Refuse everybody else."""
        if by.institution != self.sent_by:
            raise NotTheSender

    def _as_sender(self, verb: str, by: Acting) -> ReferralState:
        self.require_sender(by)
        return step(verb, self.state)

    def _as_receiver(self, verb: str, by: Acting) -> ReferralState:
        if by.institution != self.sent_to:
            raise NotTheReceiver
        return step(verb, self.state)

    def _require_addressee(self, by: Acting) -> None:
        if self.sent_to is None and self.open_to is None:
            raise BasisIncomplete(pointer="/to")
        if self.sent_to == self.sent_by:
            raise ReferralToOneself(pointer="/to/institution")
        if self.words.basis is None:
            raise BasisIncomplete(pointer="/basis")
        until = self.consent_until
        if until is not None and until < by.on:
            raise ConsentOver(pointer="/basis/until")

    def _require_days(self, visit: Visit, planned_end_on: date | None) -> None:
        if visit.on < self.sent_on:
            raise VisitBeforeSending(pointer="/first_visit_on")
        if planned_end_on and planned_end_on < visit.on:
            raise EndBeforeVisit(pointer="/planned_end_on")

    def _require_appointment(self) -> None:
        if self.appointment is not Appointment.SCHEDULED:
            raise NoAppointment

    def _visit_came(self, by: Acting) -> bool:
        return self.first_visit_on is not None and self.first_visit_on <= by.on

    def _set(self, visit: Visit) -> None:
        self.appointment, self.first_visit_on = Appointment.SCHEDULED, visit.on
        self.words = self.words.saying(first_visit_at=visit.at, place=visit.place)

    def _open_if_new(self, by: Acting) -> None:
        self.received_at, self.receiver = self.received_at or by.at, self.receiver or by.worker

    def _begin_anew(self, relation_id: UUID, by: Acting) -> None:
        if self.change is Change.CONSENT_WITHDRAWN:
            raise ConsentOver(pointer="/basis")
        for name in _FORGOTTEN:
            setattr(self, name, None)
        self.relation_id = relation_id
        self.words = Words(purpose=self.words.purpose, basis=self.words.basis)
        ask_for_answer(self, by.on)

    @property
    def consent_until(self) -> date | None:
        """The last day of the consent it rests on, if it rests on one that ends."""
        basis = self.words.basis
        return basis.until if isinstance(basis, Consent) else None

    @property
    def _named(self) -> dict[str, UUID]:
        return {"client_id": self.client_id, "referral_id": self.id}

    @property
    def _closing(self) -> dict[str, UUID]:
        return self._named | {"relation_id": self.relation_id}

    @property
    def _opening(self) -> dict[str, Any]:
        return {
            "client_id": self.client_id,
            "relation_id": self.relation_id,
            "party_id": self.sent_to,
            "basis": BasisKind.REFERRAL,
            "until": self.consent_until,
        }
