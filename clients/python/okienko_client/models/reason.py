from enum import StrEnum
from typing import Self


class Reason(StrEnum):
    CRISIS = "crisis"
    DECISION_NOT_DONE = "decision_not_done"
    ESCALATED_REFERRAL = "escalated_referral"
    OVERDUE_ACTION = "overdue_action"
    RAISED = "raised"
    REVIEW_DUE = "review_due"
    SILENT_REFERRAL = "silent_referral"

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
