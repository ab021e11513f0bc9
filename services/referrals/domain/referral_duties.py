"""Who owes what about a referral: all of it follows from how the referral stands, and only from that."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from contracts.referrals.codes import Change
from services.referrals.domain.clocks import days_after, working_days_after
from services.referrals.domain.duty import Audience, Duty, DutyKind
from services.referrals.domain.referral_clock import all_reminded, open_by, outcome_due_on
from services.referrals.domain.referral_record import ReferralRecord
from services.referrals.domain.referral_states import OPEN, Appointment, ReferralState

OURS = (
    DutyKind.OPEN_REFERRAL,
    DutyKind.ANSWER_REFERRAL,
    DutyKind.SUPPLY_INFORMATION,
    DutyKind.SEE_CLIENT,
    DutyKind.REPORT_OUTCOME,
    DutyKind.REVIEW_HOLD,
    DutyKind.CONFIRM_CANCELLATION,
    DutyKind.ACKNOWLEDGE_OUTCOME,
    DutyKind.SILENT_REFERRAL,
    DutyKind.ESCALATED_REFERRAL,
    DutyKind.SUPERSEDED_REFERRAL,
)
"""The kinds that follow from a referral's state; a place that came free is not among them."""


def duties_of(referral: ReferralRecord) -> list[Duty]:
    """What is to be done about it as it stands."""
    owed = _OWED.get(referral.state)
    found = owed(referral) if owed else []
    found += [_theirs(referral, DutyKind.SUPERSEDED_REFERRAL)] if _fell_away(referral) else []
    if referral.state not in OPEN:
        return found
    if referral.escalated_on:
        found += _for_managers(referral)
    if _is_silent(referral):
        found += [_theirs(referral, DutyKind.SILENT_REFERRAL, referral.answer_due_on)]
    return found


def _is_silent(referral: ReferralRecord) -> bool:
    """Whether the sender waits for the receiver longer than it should."""
    waits = referral.state in {ReferralState.SENT, ReferralState.RECEIVED}
    late = all_reminded(referral) or referral.escalated_on is not None
    reporting = {ReferralState.ACCEPTED, ReferralState.IN_PROGRESS, ReferralState.ON_HOLD}
    return (waits and late) or (referral.state in reporting and referral.reminders > 0)


def _fell_away(referral: ReferralRecord) -> bool:
    ended = referral.state in {ReferralState.SUPERSEDED, ReferralState.CANCEL_REQUESTED}
    # That another accepted is what the sender of an offer hoped for: nothing to look after.
    news = referral.change not in {None, Change.TAKEN_BY_ANOTHER}
    return ended and news and referral.acknowledged_at is None


def _for_managers(referral: ReferralRecord) -> list[Duty]:
    sides = [side for side in (referral.sent_by, referral.sent_to) if side is not None]
    return [
        Duty(
            kind=DutyKind.ESCALATED_REFERRAL,
            thing_id=referral.id,
            institution=side,
            since=referral.stands_since,
            client_id=referral.client_id,
            due_on=referral.escalated_on,
            audience=Audience.MANAGER,
        )
        for side in sides
    ]


def _ours(referral: ReferralRecord, kind: DutyKind, due_on: date | None) -> list[Duty]:
    """What its receiver owes; nobody yet, if nobody has claimed it."""
    if referral.sent_to is None:
        return []
    return [_duty(referral, kind, referral.sent_to, referral.receiver, due_on)]


def _theirs(referral: ReferralRecord, kind: DutyKind, due_on: date | None = None) -> Duty:
    """What its sender owes, or should know."""
    return _duty(referral, kind, referral.sent_by, referral.sender, due_on)


def _duty(
    referral: ReferralRecord,
    kind: DutyKind,
    institution: UUID,
    worker: str | None,
    due_on: date | None,
) -> Duty:
    return Duty(
        kind=kind,
        thing_id=referral.id,
        institution=institution,
        since=referral.stands_since,
        client_id=referral.client_id,
        due_on=due_on,
        worker=worker,
    )


def _sent(referral: ReferralRecord) -> list[Duty]:
    return _ours(referral, DutyKind.OPEN_REFERRAL, open_by(referral))


def _received(referral: ReferralRecord) -> list[Duty]:
    return _ours(referral, DutyKind.ANSWER_REFERRAL, referral.answer_due_on)


def _returned(referral: ReferralRecord) -> list[Duty]:
    return [_theirs(referral, DutyKind.SUPPLY_INFORMATION, referral.answer_due_on)]


def _under_way(referral: ReferralRecord) -> list[Duty]:
    report = _ours(referral, DutyKind.REPORT_OUTCOME, outcome_due_on(referral))
    if referral.appointment is not Appointment.SCHEDULED:
        return report
    return [*_ours(referral, DutyKind.SEE_CLIENT, referral.first_visit_on), *report]


def _on_hold(referral: ReferralRecord) -> list[Duty]:
    return _ours(referral, DutyKind.REVIEW_HOLD, referral.review_on)


def _cancelling(referral: ReferralRecord) -> list[Duty]:
    due = working_days_after(referral.stands_since_on, "cancellation_days")
    return _ours(referral, DutyKind.CONFIRM_CANCELLATION, due)


def _ended(referral: ReferralRecord) -> list[Duty]:
    """Whatever the end, its sender should read it."""
    if referral.acknowledged_at:
        return []
    due = days_after(referral.stands_since_on, "acknowledgement_days")
    return [_theirs(referral, DutyKind.ACKNOWLEDGE_OUTCOME, due)]


_OWED: dict[ReferralState, Callable[[ReferralRecord], list[Duty]]] = {
    ReferralState.SENT: _sent,
    ReferralState.RECEIVED: _received,
    ReferralState.RETURNED: _returned,
    ReferralState.ACCEPTED: _under_way,
    ReferralState.IN_PROGRESS: _under_way,
    ReferralState.ON_HOLD: _on_hold,
    ReferralState.CANCEL_REQUESTED: _cancelling,
    ReferralState.COMPLETED: _ended,
    ReferralState.DECLINED: _ended,
    ReferralState.FAILED: _ended,
    ReferralState.CANCELLED: _ended,
    ReferralState.EXPIRED: _ended,
}
