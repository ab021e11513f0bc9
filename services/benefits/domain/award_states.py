"""Where an award and each of its months stand, and which verb leads from where to where."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final, TypeVar

from kernel.refusals import Kind, Refusal

S = TypeVar("S", bound=StrEnum)


class AwardState(StrEnum):
    """Where an award stands."""

    APPLIED = "applied"
    APPROVED = "approved"
    """Granted; its first month has not come yet."""
    ACTIVE = "active"
    SUSPENDED = "suspended"
    """Work ended: nothing is paid until work begins again."""
    ENDED = "ended"
    REJECTED = "rejected"


_S = AwardState
LIVE: Final = frozenset({_S.APPROVED, _S.ACTIVE, _S.SUSPENDED})
"""Granted and not over."""
OPEN: Final = LIVE | {_S.APPLIED}
"""Keeps its months: no second award of the client may have any of them."""
PAYABLE: Final = frozenset({_S.APPROVED, _S.ACTIVE, _S.SUSPENDED, _S.ENDED})
"""Its months that stand are owed: also of one that was suspended or ended after them."""

MOVES: Final[dict[str, tuple[frozenset[AwardState], AwardState]]] = {
    "approve": (frozenset({_S.APPLIED}), _S.APPROVED),
    "reject": (frozenset({_S.APPLIED}), _S.REJECTED),
    "activate": (frozenset({_S.APPROVED}), _S.ACTIVE),
    "suspend": (frozenset({_S.APPROVED, _S.ACTIVE}), _S.SUSPENDED),
    "resume": (frozenset({_S.SUSPENDED}), _S.ACTIVE),
    "end": (LIVE, _S.ENDED),
}
STAYS: Final[dict[str, frozenset[AwardState]]] = {
    "correct": frozenset({_S.APPROVED, _S.ACTIVE, _S.SUSPENDED}),
}
BY_THE_CLOCK: Final = frozenset({"activate"})
"""Steps that nobody takes: they come with a day."""


class MonthState(StrEnum):
    """Where one month of support stands; paying it is a matter of the payments."""

    PLANNED = "planned"
    DUE = "due"
    """Its month has come and the award is granted: it can be paid."""
    APPROVED = "approved"
    PAID = "paid"
    CORRECTED = "corrected"
    CANCELLED = "cancelled"


STANDING: Final = frozenset({MonthState.PLANNED, MonthState.DUE})
"""Nobody has paid it yet, so it can still change."""


class SuspensionReason(StrEnum):
    """Why an award is suspended."""

    JOB_LOST = "job_lost"
    UNPAID_LEAVE = "unpaid_leave"
    CHECKING_FACTS = "checking_facts"


class IllegalMove(Refusal):
    """This step is not possible from the present state; `allowed` lists those that are."""

    kind = Kind.CONFLICT
    pl = "Tego kroku nie można wykonać w obecnym stanie; `allowed` wymienia kroki możliwe."


def move(moves: Mapping[str, tuple[frozenset[S], S]], verb: str, state: S) -> S:
    """The state a verb leads to; a repeat is refused like any other step that is not possible."""
    sources, target = moves[verb]
    if state not in sources:
        raise IllegalMove(state=state.value, allowed=allowed(moves, state))
    return target


def allowed(moves: Mapping[str, tuple[frozenset[S], S]], state: S) -> list[str]:
    """The verbs that somebody can carry out from a state."""
    return [
        verb for verb, (begins, _) in moves.items() if state in begins and verb not in BY_THE_CLOCK
    ]
