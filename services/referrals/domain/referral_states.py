"""The states of a referral and the steps between them.

The only exact table that is published, BSeR harmonised with IHE 360X, under our own names: `sent` is
its Created, `declined` its Rejected, `cancel_requested` its 5.2. Where it is silent the FHIR Task of
Gravity's SDOH guide decides (hold, fail, entered in error), then the practice of case workers
(returned for information, waiting, superseded, reopened). Drawn in docs/states.md.
"""

from enum import StrEnum

from services.referrals.domain.moves import IllegalMove


class ReferralState(StrEnum):
    """Where a referral stands."""

    DRAFT = "draft"
    SENT = "sent"
    """Nobody has opened it yet; without a receiver, whoever of the partnership may claim it."""
    RECEIVED = "received"
    RETURNED = "returned"
    """Back with the sender: the receiver asks something first."""
    WAITING = "waiting"
    """On the receiver's waiting list."""
    ACCEPTED = "accepted"
    IN_PROGRESS = "in_progress"
    ON_HOLD = "on_hold"
    CANCEL_REQUESTED = "cancel_requested"
    """After the hand-over the sender can only ask; the receiver may still answer with an outcome."""
    COMPLETED = "completed"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    """Taken back before anybody opened it."""
    CANCELLED = "cancelled"
    """Taken back after that, with the receiver's word."""
    FAILED = "failed"
    EXPIRED = "expired"
    SUPERSEDED = "superseded"
    """What it rested on changed before it was answered."""
    ENTERED_IN_ERROR = "entered_in_error"


class Appointment(StrEnum):
    """How the latest appointment of a referral stands (BSeR 5.1.1 to 5.1.4)."""

    SCHEDULED = "scheduled"
    NO_SHOW = "no_show"
    CANCELLED = "cancelled"
    TOOK_PLACE = "took_place"


_S = ReferralState
UNANSWERED = frozenset({_S.SENT, _S.RECEIVED, _S.RETURNED, _S.WAITING})
"""Handed over, and neither accepted nor sent back for good."""
UNDER_WAY = frozenset({_S.ACCEPTED, _S.IN_PROGRESS, _S.ON_HOLD})
OPEN = UNANSWERED | UNDER_WAY | {_S.CANCEL_REQUESTED}
"""Handed over, and something is still to come."""
ENDED = frozenset(_S) - OPEN - {_S.DRAFT}
_WITH_THE_RECEIVER = frozenset({_S.RECEIVED, _S.WAITING}) | UNDER_WAY

MOVES: dict[str, tuple[frozenset[ReferralState], ReferralState]] = {
    "send": (frozenset({_S.DRAFT}), _S.SENT),
    "claim": (frozenset({_S.SENT}), _S.RECEIVED),
    "receive": (frozenset({_S.SENT}), _S.RECEIVED),
    "return": (frozenset({_S.SENT, _S.RECEIVED}), _S.RETURNED),
    "supply": (frozenset({_S.RETURNED}), _S.RECEIVED),
    "wait": (frozenset({_S.SENT, _S.RECEIVED}), _S.WAITING),
    "accept": (frozenset({_S.SENT, _S.RECEIVED, _S.WAITING}), _S.ACCEPTED),
    "decline": (frozenset({_S.SENT}) | _WITH_THE_RECEIVER, _S.DECLINED),
    "start": (frozenset({_S.ACCEPTED, _S.ON_HOLD}), _S.IN_PROGRESS),
    "schedule": (UNDER_WAY, _S.IN_PROGRESS),
    "miss": (frozenset({_S.ACCEPTED, _S.IN_PROGRESS}), _S.IN_PROGRESS),
    "cancel_appointment": (frozenset({_S.ACCEPTED, _S.IN_PROGRESS}), _S.IN_PROGRESS),
    "note": (frozenset({_S.ACCEPTED, _S.IN_PROGRESS}), _S.IN_PROGRESS),
    "hold": (frozenset({_S.ACCEPTED, _S.IN_PROGRESS}), _S.ON_HOLD),
    "complete": (frozenset({_S.ACCEPTED, _S.IN_PROGRESS, _S.CANCEL_REQUESTED}), _S.COMPLETED),
    "fail": (frozenset({_S.IN_PROGRESS}), _S.FAILED),
    "withdraw": (frozenset({_S.DRAFT, _S.SENT, _S.RETURNED}), _S.WITHDRAWN),
    "request_cancellation": (_WITH_THE_RECEIVER, _S.CANCEL_REQUESTED),
    "confirm_cancellation": (frozenset({_S.CANCEL_REQUESTED}), _S.CANCELLED),
    "expire": (frozenset({_S.SENT, _S.RECEIVED, _S.RETURNED}), _S.EXPIRED),
    "supersede": (UNANSWERED | {_S.DRAFT}, _S.SUPERSEDED),
    "reopen": (ENDED - {_S.ENTERED_IN_ERROR}, _S.SENT),
    "take_back": (frozenset({_S.COMPLETED, _S.DECLINED}), _S.RECEIVED),
    "mark_error": (frozenset(_S) - {_S.ENTERED_IN_ERROR}, _S.ENTERED_IN_ERROR),
}

STAYS: dict[str, frozenset[ReferralState]] = {
    "acknowledge": ENDED - {_S.WITHDRAWN, _S.ENTERED_IN_ERROR},
}
"""Steps after which it stands where it stood."""


def step(verb: str, state: ReferralState) -> ReferralState:
    """The state a verb leads to; a repeat is refused like any other step that is not possible."""
    if state in (STAYS[verb] if verb in STAYS else MOVES[verb][0]):
        return state if verb in STAYS else MOVES[verb][1]
    begins = {name: sources for name, (sources, _) in MOVES.items()} | STAYS
    allowed = [name for name, sources in begins.items() if state in sources]
    raise IllegalMove(state=state.value, allowed=allowed)
