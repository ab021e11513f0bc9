"""What happens to a referral without anybody's hand: the clock rings, or its ground falls away."""

from datetime import datetime
from uuid import UUID

from contracts.event import Event
from contracts.referrals.codes import CancelReason, Change
from contracts.referrals.steps import (
    BasisWithdrawn,
    CancellationRequested,
    ReferralEscalated,
    ReferralExpired,
    ReferralReminded,
    ReferralSuperseded,
)
from contracts.values import Consent
from services.referrals.domain.referral import Referral
from services.referrals.domain.referral_clock import Bell, reminders_until, ringing
from services.referrals.domain.referral_refusals import NotOnConsent
from services.referrals.domain.referral_states import (
    UNANSWERED,
    UNDER_WAY,
    ReferralState,
    step,
)
from services.referrals.domain.referral_words import Acting

HOUSE = UUID(int=0)
"""The house itself, where nobody acts."""
PENDING = UNANSWERED | {ReferralState.DRAFT}
NO_RIGHT_LEFT = frozenset({Change.CONSENT_WITHDRAWN, Change.SHARING_CLOSED, Change.CLIENT_ERASED})
"""After these the receiver may not see the client any more, whatever it still has to do."""


def by_itself(at: datetime) -> Acting:
    """Nobody's hand, at an instant."""
    return Acting(HOUSE, "", at)


def ring(referral: Referral, at: datetime) -> tuple[str, Event] | None:
    """Do what the clock says today; none: it is not time yet."""
    by = by_itself(at)
    bell = ringing(referral, by.on)
    if bell is None:
        return None
    named = _named(referral)
    reminded = reminders_until(referral, by.on)
    if bell is Bell.EXPIRE:
        referral.enter(step("expire", referral.state), by)
        return "expire", ReferralExpired(**named, relation_id=referral.relation_id)
    # A late round reminds once of what rang twice.
    referral.reminders = max(referral.reminders, reminded)
    if bell is Bell.ESCALATE:
        referral.escalated_on = by.on
        referral.enter(referral.state, by)
        return "escalate", ReferralEscalated(**named)
    referral.enter(referral.state, by)
    return "remind", ReferralReminded(**named, reminder=referral.reminders)


def supersede(referral: Referral, change: Change, by: Acting) -> tuple[str, Event | None] | None:
    """Let it fall away if it is unanswered, ask for it back if it is under way; else nothing."""
    if referral.state in UNDER_WAY:
        referral.before = referral.state
        return _ask_back(referral, change, by)
    if referral.state is ReferralState.CANCEL_REQUESTED and _loses_its_right(referral, change):
        return _ask_back(referral, change, by)
    if referral.state not in PENDING:
        return None
    state = step("supersede", referral.state)
    referral.change = change
    referral.enter(state, by)
    closing = _named(referral) | {"relation_id": referral.relation_id}
    told = ReferralSuperseded(**closing, change=change) if referral.asked_on else None
    return "supersede", told


def _loses_its_right(referral: Referral, change: Change) -> bool:
    """Whether a receiver that is asked for it back, and may take its time, sees her no more at once."""
    return change in NO_RIGHT_LEFT and referral.change not in NO_RIGHT_LEFT


def _ask_back(referral: Referral, change: Change, by: Acting) -> tuple[str, Event]:
    reason = CancelReason.BASIS_CHANGED
    referral.change, referral.cancel_reason = change, reason
    referral.enter(ReferralState.CANCEL_REQUESTED, by)
    named = _named(referral)
    if change in NO_RIGHT_LEFT:
        withdrawn = BasisWithdrawn(**named, relation_id=referral.relation_id, change=change)
        return "request_cancellation", withdrawn
    return "request_cancellation", CancellationRequested(**named, reason=reason, change=change)


def _named(referral: Referral) -> dict[str, UUID]:
    return {"client_id": referral.client_id, "referral_id": referral.id}


def withdraw_consent(referral: Referral, by: Acting) -> tuple[str, Event | None]:
    """The client takes back the consent it rests on."""
    referral.require_sender(by)
    if not isinstance(referral.words.basis, Consent):
        raise NotOnConsent
    taken = supersede(referral, Change.CONSENT_WITHDRAWN, by)
    if taken is None:
        # Refused in the words of the table: from here nothing is superseded any more.
        step("supersede", referral.state)
        raise NotOnConsent
    return taken
