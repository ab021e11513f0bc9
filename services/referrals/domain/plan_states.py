"""The states of a plan and the steps between them (domain 2.9). Drawn in docs/states.md."""

from enum import StrEnum


class PlanStatus(StrEnum):
    """Where the plan stands."""

    DRAFT = "draft"
    CONSULTATION = "consultation"
    """Laid before the client and the institutions: they sign their parts, or have them changed."""
    AGREED = "agreed"
    ACTIVE = "active"
    UNDER_REVIEW = "under_review"
    COMPLETED = "completed"
    DISCONTINUED = "discontinued"


_S = PlanStatus
ENDED = frozenset({_S.COMPLETED, _S.DISCONTINUED})
CARRIED_OUT = frozenset({_S.ACTIVE, _S.UNDER_REVIEW})
MOVES = {
    "propose": (frozenset({_S.DRAFT}), _S.CONSULTATION),
    # By the last signature.
    "agree": (frozenset({_S.CONSULTATION}), _S.AGREED),
    # By a change of what was signed.
    "amend": (frozenset({_S.AGREED}), _S.CONSULTATION),
    "activate": (frozenset({_S.AGREED}), _S.ACTIVE),
    "open_review": (frozenset({_S.ACTIVE}), _S.UNDER_REVIEW),
    "close_review": (frozenset({_S.UNDER_REVIEW}), _S.ACTIVE),
    "complete": (CARRIED_OUT, _S.COMPLETED),
    "discontinue": (frozenset(_S) - ENDED, _S.DISCONTINUED),
}
