from enum import StrEnum
from typing import Self


class ChangeKind(StrEnum):
    ACTION_ADDED = "action_added"
    ACTION_BEGUN = "action_begun"
    ACTION_CANCELLED = "action_cancelled"
    ACTION_CHANGED = "action_changed"
    ACTION_FINISHED = "action_finished"
    ACTIVATED = "activated"
    COMPLETED = "completed"
    DIAGNOSIS_SET = "diagnosis_set"
    DISCONTINUED = "discontinued"
    GOAL_ADDED = "goal_added"
    GOAL_CHANGED = "goal_changed"
    GOAL_CONCLUDED = "goal_concluded"
    GOAL_DROPPED = "goal_dropped"
    LEAD_ASSIGNED = "lead_assigned"
    PART_AGREED = "part_agreed"
    PART_CHANGED = "part_changed"
    PART_CLOSED = "part_closed"
    PART_OPENED = "part_opened"
    PART_REFUSED = "part_refused"
    PART_SIGNED = "part_signed"
    PROGRESS_RECORDED = "progress_recorded"
    PROPOSED = "proposed"
    REVIEW_CLOSED = "review_closed"
    REVIEW_OPENED = "review_opened"
    SUPPORT_WOVEN = "support_woven"

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
