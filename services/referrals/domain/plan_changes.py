"""What was changed in a plan, by whom and when; never the words themselves."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID


class ChangeKind(StrEnum):
    """What a change did; the thing it is about is of its own sort."""

    DIAGNOSIS_SET = "diagnosis_set"
    LEAD_ASSIGNED = "lead_assigned"
    GOAL_ADDED = "goal_added"
    GOAL_CHANGED = "goal_changed"
    GOAL_CONCLUDED = "goal_concluded"
    GOAL_DROPPED = "goal_dropped"
    ACTION_ADDED = "action_added"
    ACTION_CHANGED = "action_changed"
    ACTION_BEGUN = "action_begun"
    ACTION_FINISHED = "action_finished"
    ACTION_CANCELLED = "action_cancelled"
    SUPPORT_WOVEN = "support_woven"
    PART_OPENED = "part_opened"
    PART_CHANGED = "part_changed"
    PART_AGREED = "part_agreed"
    PART_SIGNED = "part_signed"
    PART_REFUSED = "part_refused"
    PART_CLOSED = "part_closed"
    PROPOSED = "proposed"
    ACTIVATED = "activated"
    REVIEW_OPENED = "review_opened"
    PROGRESS_RECORDED = "progress_recorded"
    REVIEW_CLOSED = "review_closed"
    COMPLETED = "completed"
    DISCONTINUED = "discontinued"


@dataclass(frozen=True)
class Change:
    """One change: it made this version of the plan."""

    version: int
    what: ChangeKind
    thing: UUID | None = None


@dataclass(frozen=True)
class Pen:
    """Who writes in the plan, and when; nobody: the house itself concluded it."""

    at: datetime
    on: date
    worker: str | None = None
    institution: UUID | None = None
