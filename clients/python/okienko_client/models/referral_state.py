from enum import StrEnum
from typing import Self


class ReferralState(StrEnum):
    ACCEPTED = "accepted"
    CANCELLED = "cancelled"
    CANCEL_REQUESTED = "cancel_requested"
    COMPLETED = "completed"
    DECLINED = "declined"
    DRAFT = "draft"
    ENTERED_IN_ERROR = "entered_in_error"
    EXPIRED = "expired"
    FAILED = "failed"
    IN_PROGRESS = "in_progress"
    ON_HOLD = "on_hold"
    RECEIVED = "received"
    RETURNED = "returned"
    SENT = "sent"
    SUPERSEDED = "superseded"
    WAITING = "waiting"
    WITHDRAWN = "withdrawn"

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        """A code of a later release: codes are open, so it is borne as it came."""
        if not isinstance(value, str):
            return None
        one = str.__new__(cls, value)
        one._name_, one._value_ = value.upper(), value
        return one

    def __str__(self) -> str:
        return str(self.value)
