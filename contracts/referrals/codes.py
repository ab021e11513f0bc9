"""Code lists of referrals: why one is put off, given back, given up or falls away (domain 2.6)."""

from enum import StrEnum


class FailReason(StrEnum):
    """Why what was begun came to nothing (przerwanie)."""

    CLIENT_RESIGNED = "client_resigned"
    NO_CONTACT = "no_contact"
    MOVED_AWAY = "moved_away"
    NO_LONGER_ENTITLED = "no_longer_entitled"
    HEALTH = "health"
    SERVICE_ENDED = "service_ended"
    OTHER = "other"


class PauseReason(StrEnum):
    """Why a referral rests until a day."""

    ILLNESS = "illness"
    CLIENT_AWAY = "client_away"
    DOCUMENTS_MISSING = "documents_missing"
    DECISION_PENDING = "decision_pending"
    OTHER = "other"


class CancelReason(StrEnum):
    """Why a sender asks for a referral back."""

    NOT_NEEDED = "not_needed"
    CLIENT_RESIGNED = "client_resigned"
    HELPED_ELSEWHERE = "helped_elsewhere"
    SENT_BY_MISTAKE = "sent_by_mistake"
    BASIS_CHANGED = "basis_changed"
    """What it rested on changed; the house asks in the sender's name."""
    OTHER = "other"


class ErrorReason(StrEnum):
    """Why a referral should never have been written."""

    WRONG_CLIENT = "wrong_client"
    WRONG_RECEIVER = "wrong_receiver"
    ENTERED_TWICE = "entered_twice"
    OTHER = "other"


class Change(StrEnum):
    """What changed so that a referral rests on nothing any more."""

    CLIENT_MOVED = "client_moved"
    SHARING_CLOSED = "sharing_closed"
    CONSENT_WITHDRAWN = "consent_withdrawn"
    CLIENT_CLOSED = "client_closed"
    CLIENT_ERASED = "client_erased"
    ADVISER_CHANGED = "adviser_changed"
    TAKEN_BY_ANOTHER = "taken_by_another"
    """She was offered to several, and another accepted first."""
    PARENT_ENDED = "parent_ended"
    """It was a part of another referral, and that ended."""
    SERVICE_RETIRED = "service_retired"
    """The service it asked for is offered no more."""


class Satisfaction(StrEnum):
    """What the client herself says of the help she was referred to."""

    VERY_SATISFIED = "very_satisfied"
    SATISFIED = "satisfied"
    NEITHER = "neither"
    DISSATISFIED = "dissatisfied"
    VERY_DISSATISFIED = "very_dissatisfied"
    NOT_SAID = "not_said"
