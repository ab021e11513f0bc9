"""What somebody owes, and by when: the one list that a worker's and a manager's day are cut from."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID


class DutyKind(StrEnum):
    """What is to be done; the thing it is about is of the kind's own sort."""

    OPEN_REFERRAL = "open_referral"
    """Open what came (within two working days)."""
    ANSWER_REFERRAL = "answer_referral"
    """Accept it, decline it or send it back."""
    SUPPLY_INFORMATION = "supply_information"
    """The receiver sent a referral back with a question."""
    SEE_CLIENT = "see_client"
    """The appointment of a referral."""
    REPORT_OUTCOME = "report_outcome"
    """Say what came of a referral."""
    REVIEW_HOLD = "review_hold"
    """A referral is on hold until a day."""
    CONFIRM_CANCELLATION = "confirm_cancellation"
    """The sender asks for a referral back."""
    ACKNOWLEDGE_OUTCOME = "acknowledge_outcome"
    """Read what came of a referral and close the loop."""
    OFFER_PLACE = "offer_place"
    """A place came free for whoever waits longest."""
    SILENT_REFERRAL = "silent_referral"
    """What one sent is not answered in time."""
    ESCALATED_REFERRAL = "escalated_referral"
    """The same, and now it is the managers' business."""
    SUPERSEDED_REFERRAL = "superseded_referral"
    """What one sent fell away; look whether a new one is needed."""
    AGREE_PLAN = "agree_plan"
    """Sign one's part of a plan."""
    REVIEW_PLAN = "review_plan"
    FINISH_ACTION = "finish_action"
    CONTACT_CLIENT = "contact_client"
    """The adviser's next contact."""
    ACCEPT_HANDOVER = "accept_handover"
    HANDOVER_DECLINED = "handover_declined"
    """The colleague one proposed a hand-over to said no."""
    NEW_CLIENT = "new_client"
    """A client was assigned to a worker, or has no adviser yet."""
    PREPARE_MEETING = "prepare_meeting"
    APPROVE_MINUTES = "approve_minutes"
    ANSWER_REQUEST = "answer_request"
    """Answer another institution's request for information (seven days, art. 105 u.p.s.)."""
    SILENT_REQUEST = "silent_request"
    """What one asked is not answered in time."""
    ESCALATED_REQUEST = "escalated_request"
    """The same, and now it is the managers' business."""
    READ_ANSWER = "read_answer"
    """An answer came, or a no; look and close it."""
    HOLD_INTERVIEW = "hold_interview"
    UPDATE_INTERVIEW = "update_interview"


class Audience(StrEnum):
    """Whose day it stands in."""

    WORKER = "worker"
    MANAGER = "manager"


@dataclass(frozen=True)
class Duty:
    """Something to be done by an institution, perhaps by one worker of it; no day: it is news."""

    kind: DutyKind
    thing_id: UUID
    institution: UUID
    since: datetime
    client_id: UUID | None = None
    due_on: date | None = None
    worker: str | None = None
    audience: Audience = Audience.WORKER
