"""What is kept of a referral; its verbs stand in `referral.py`."""

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from contracts.intake import Urgency
from contracts.referrals import DeclineReason, Outcome
from contracts.referrals.codes import (
    CancelReason,
    Change,
    ErrorReason,
    FailReason,
    PauseReason,
    Satisfaction,
)
from services.referrals.domain.referral_states import Appointment, ReferralState
from services.referrals.domain.referral_words import POLAND, Words


@dataclass(eq=False, kw_only=True)
class ReferralRecord:
    """The facts of one referral (skierowanie), from the institution that sent it to the one that answers."""

    id: UUID
    client_id: UUID
    sent_by: UUID
    sent_at: datetime
    """When it was handed over; of a draft, when it was begun."""
    urgency: Urgency
    words: Words
    sent_to: UUID | None = None
    """Whose turn it is; none while it is open to a partnership and nobody has claimed it."""
    relation_id: UUID
    """The relation it opens for its receiver; another one each time it is reopened."""
    rests_on: UUID | None = None
    """The sharing it was sent on the strength of, if the sender named one."""
    sender: str | None = None
    """The worker who sent it, by the subject of her token."""
    receiver: str | None = None
    """The worker who took it on."""
    open_to: UUID | None = None
    """The partnership whose members may claim it."""
    service_id: UUID | None = None
    """The service of the directory it asks for; it takes one of its places when accepted."""
    offer_id: UUID | None = None
    """The offer to several that it is one of."""
    part_of: UUID | None = None
    """The referral that its sender received, and passes on a part of."""
    goal_id: UUID | None = None
    action_id: UUID | None = None
    """The action of the plan that follows it, if it serves a goal."""
    state: ReferralState = ReferralState.DRAFT
    since: datetime | None = None
    """Since when it stands so; none: since it was begun."""
    before: ReferralState | None = None
    """The state in which a cancellation was asked for."""
    appointment: Appointment | None = None
    first_visit_on: date | None = None
    """The day of the latest appointment."""
    review_on: date | None = None
    """Until when it is on hold."""
    planned_end_on: date | None = None
    asked_on: date | None = None
    """The day from which the time for an answer counts; none: it was never handed over."""
    answer_due_on: date | None = None
    expires_on: date | None = None
    clock_on: date | None = None
    """The next day on which the clock has something to do about it; none: nothing."""
    reminders: int = 0
    escalated_on: date | None = None
    received_at: datetime | None = None
    answered_at: datetime | None = None
    started_at: datetime | None = None
    ended_at: datetime | None = None
    acknowledged_at: datetime | None = None
    """When the sender read the outcome: the loop is closed."""
    waiting_since: datetime | None = None
    joins_list: bool = False
    """Whether the sender would have her wait where no place is free."""
    holds_place: bool = False
    """Whether it takes one of the places of its service."""
    decline_reason: DeclineReason | None = None
    outcome: Outcome | None = None
    fail_reason: FailReason | None = None
    hold_reason: PauseReason | None = None
    cancel_reason: CancelReason | None = None
    error_reason: ErrorReason | None = None
    change: Change | None = None
    """What it rested on and what changed, if that ended it."""
    satisfaction: Satisfaction | None = None
    version: int = 1
    sealed: bytes = field(default=b"", repr=False)
    """The words as they are kept: the store seals and opens them."""

    @property
    def sent_on(self) -> date:
        """The calendar day in Poland on which it was sent."""
        return self.sent_at.astimezone(POLAND).date()

    @property
    def ended_on(self) -> date | None:
        """The calendar day in Poland on which it ended."""
        return self.ended_at and self.ended_at.astimezone(POLAND).date()

    @property
    def stands_since(self) -> datetime:
        """Since when it stands in its present state."""
        return self.since or self.sent_at

    @property
    def stands_since_on(self) -> date:
        """The calendar day of that."""
        return self.stands_since.astimezone(POLAND).date()
