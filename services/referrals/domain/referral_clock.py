"""The clock of a referral: when somebody is reminded, when the managers are told, when it expires.

Pure: from what is kept of a referral follows what still has to ring and when. A state that somebody
must leave has at least one bell, so nothing waits for ever in silence.
"""

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from services.referrals.domain.clocks import days_after, part_of_answer, working_days_after
from services.referrals.domain.referral_record import ReferralRecord
from services.referrals.domain.referral_states import ReferralState


class Bell(StrEnum):
    """What the clock does; the later one overtakes those before it."""

    REMIND = "remind"
    ESCALATE = "escalate"
    EXPIRE = "expire"


class Ring(NamedTuple):
    """A bell and the day it rings."""

    on: date
    bell: Bell


def wind(referral: ReferralRecord) -> None:
    """Set the day on which the clock next has something to do."""
    referral.clock_on = min((ring.on for ring in to_ring(referral)), default=None)


def ringing(referral: ReferralRecord, today: date) -> Bell | None:
    """What is due today; of several the last, for who comes late need not be reminded first."""
    order = list(Bell)
    due = [ring.bell for ring in to_ring(referral) if ring.on <= today]
    return max(due, key=order.index, default=None)


def change_clock(referral: ReferralRecord, state: ReferralState) -> None:
    """Count anew for a state with other bells; between two with the same ones the clock runs on."""
    if _BELLS.get(referral.state) is not _BELLS.get(state):
        silence(referral)


def to_ring(referral: ReferralRecord) -> list[Ring]:
    """Every bell that has still to ring if nobody takes a step."""
    return [
        ring
        for number, ring in enumerate(_rings(referral))
        if not (ring.bell is Bell.REMIND and number < referral.reminders)
        and not (ring.bell is Bell.ESCALATE and referral.escalated_on)
    ]


def reminders_until(referral: ReferralRecord, today: date) -> int:
    """How many reminders there are up to a day, late or not."""
    return sum(ring.bell is Bell.REMIND and ring.on <= today for ring in _rings(referral))


def all_reminded(referral: ReferralRecord) -> bool:
    """Whether the last reminder is given: what is urgent has one alone."""
    return referral.reminders >= sum(ring.bell is Bell.REMIND for ring in _rings(referral))


def ask_for_answer(referral: ReferralRecord, today: date) -> None:
    """From today on an answer is awaited, from whoever's turn it is."""
    referral.asked_on = today
    referral.answer_due_on = part_of_answer(referral.urgency, today, "second_reminder")
    referral.expires_on = days_after(today, "expiry_days")
    silence(referral)


def silence(referral: ReferralRecord) -> None:
    """Forget who was reminded and told: another day counts from now on."""
    referral.reminders, referral.escalated_on = 0, None


def open_by(referral: ReferralRecord) -> date | None:
    """By when the receiver should have opened it."""
    if referral.asked_on is None or referral.answer_due_on is None:
        return None
    return min(working_days_after(referral.asked_on, "receive_days"), referral.answer_due_on)


def outcome_due_on(referral: ReferralRecord) -> date:
    """By when the receiver should say what came of it."""
    if referral.planned_end_on:
        return days_after(referral.planned_end_on, "outcome_days")
    begun = referral.first_visit_on or referral.stands_since_on
    return days_after(begun, "open_end_days")


def _rings(referral: ReferralRecord) -> list[Ring]:
    """All bells of its state, reminders first."""
    made = _BELLS.get(referral.state)
    return made(referral) if made else []


def _unanswered(referral: ReferralRecord) -> list[Ring]:
    asked, urgency = referral.asked_on or referral.sent_on, referral.urgency
    reminders = {part_of_answer(urgency, asked, p) for p in ("first_reminder", "second_reminder")}
    escalation = part_of_answer(urgency, asked, "escalation")
    expiry = referral.expires_on or days_after(asked, "expiry_days")
    return [
        *(Ring(on, Bell.REMIND) for on in sorted(reminders)),
        Ring(escalation, Bell.ESCALATE),
        Ring(expiry, Bell.EXPIRE),
    ]


def _waiting(referral: ReferralRecord) -> list[Ring]:
    return [Ring(days_after(referral.stands_since_on, "waiting_days"), Bell.ESCALATE)]


def _under_way(referral: ReferralRecord) -> list[Ring]:
    return _late(outcome_due_on(referral))


def _on_hold(referral: ReferralRecord) -> list[Ring]:
    return _late(referral.review_on or referral.stands_since_on)


def _cancelling(referral: ReferralRecord) -> list[Ring]:
    due = working_days_after(referral.stands_since_on, "cancellation_days")
    return [Ring(due, Bell.ESCALATE)]


def _completed(referral: ReferralRecord) -> list[Ring]:
    if referral.acknowledged_at:
        return []
    return [Ring(days_after(referral.stands_since_on, "acknowledgement_days"), Bell.REMIND)]


def _late(due: date) -> list[Ring]:
    return [Ring(due, Bell.REMIND), Ring(days_after(due, "late_days"), Bell.ESCALATE)]


_BELLS: dict[ReferralState, Callable[[ReferralRecord], list[Ring]]] = {
    ReferralState.SENT: _unanswered,
    ReferralState.RECEIVED: _unanswered,
    ReferralState.RETURNED: _unanswered,
    ReferralState.WAITING: _waiting,
    ReferralState.ACCEPTED: _under_way,
    ReferralState.IN_PROGRESS: _under_way,
    ReferralState.ON_HOLD: _on_hold,
    ReferralState.CANCEL_REQUESTED: _cancelling,
    ReferralState.COMPLETED: _completed,
}
