"""The states of a request for information and the steps between them."""

from enum import StrEnum


class InformationState(StrEnum):
    """Where a request for information stands. That it is overdue is a clock, not a state."""

    ASKED = "asked"
    RECEIVED = "received"
    PARTLY_ANSWERED = "partly_answered"
    """What is missing may still follow."""
    ANSWERED = "answered"
    REFUSED = "refused"
    PASSED_ON = "passed_on"
    """Another request to the competent institution took its place."""
    WITHDRAWN = "withdrawn"
    SUPERSEDED = "superseded"


_S = InformationState
OPEN = frozenset({_S.ASKED, _S.RECEIVED})
TOLD = frozenset({_S.PARTLY_ANSWERED, _S.ANSWERED, _S.REFUSED, _S.PASSED_ON, _S.SUPERSEDED})
"""Something came of it that whoever asked has to read."""
MOVES: dict[str, tuple[frozenset[InformationState], InformationState]] = {
    "receive": (frozenset({_S.ASKED}), _S.RECEIVED),
    "answer": (OPEN | {_S.PARTLY_ANSWERED}, _S.ANSWERED),
    "answer_partly": (OPEN, _S.PARTLY_ANSWERED),
    "refuse": (OPEN, _S.REFUSED),
    "pass_on": (OPEN, _S.PASSED_ON),
    "delay": (OPEN, _S.RECEIVED),
    "withdraw": (OPEN, _S.WITHDRAWN),
    "supersede": (OPEN, _S.SUPERSEDED),
}
ASKERS = ("withdraw", "acknowledge")
ANSWERERS = ("receive", "answer", "answer_partly", "refuse", "pass_on", "delay")
