"""What the next adviser of a client should know, put together at one moment."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field

from contracts.intake import Urgency
from contracts.referrals.advice import ContactKind
from contracts.values import (
    ActionId,
    Day,
    GoalId,
    InformationRequestId,
    InstitutionId,
    Line,
    PlanId,
    ReferralId,
    Title,
    View,
)
from services.referrals.domain.duty import DutyKind
from services.referrals.domain.information_states import InformationState
from services.referrals.domain.referral_states import ReferralState


class SummaryAction(View):
    """An action that somebody still owes."""

    action_id: ActionId
    title: Title
    owner: InstitutionId
    due_on: Day | None


class SummaryGoal(View):
    """A goal that is not reached yet."""

    goal_id: GoalId
    title: Title
    due_on: Day | None


class SummaryPlan(View):
    """Where the plan stood."""

    plan_id: PlanId
    status: Annotated[str, Field(examples=["draft"])]
    open_goals: list[SummaryGoal]
    overdue_actions: list[SummaryAction]
    due_actions: Annotated[list[SummaryAction], Field(description="Open and not overdue.")]


class SummaryReferral(View):
    """An open referral with its clocks."""

    referral_id: ReferralId
    purpose: Title
    urgency: Urgency
    state: ReferralState
    other: Annotated[
        InstitutionId | None, Field(description="Who sent it, or whom it was sent to.")
    ]
    other_name: Line | None
    answer_due_on: Day | None
    expires_on: Day | None
    first_visit_on: Day | None
    rests_on_adviser: Annotated[
        bool,
        Field(
            description="The adviser sent it and it is unanswered: without being kept it falls away."
        ),
    ]


class SummaryRequest(View):
    """A request for information that is not answered yet."""

    request_id: InformationRequestId
    kinds: Annotated[list[str], Field(description="What is asked, in codes.")]
    state: InformationState
    other: Annotated[InstitutionId, Field(description="Who asked, or whom it was asked.")]
    other_name: Line | None
    due_on: Day
    rests_on_adviser: Annotated[
        bool, Field(description="The adviser asked: without being kept it falls away.")
    ]


class SummaryContact(View):
    """When an institution was last in touch."""

    institution: InstitutionId
    institution_name: Line | None
    happened_on: Day
    kind: ContactKind


class SummaryDuty(View):
    """What the institution owes next about the client."""

    kind: DutyKind
    thing_id: UUID
    due_on: Day | None


class HandoverSummary(View):
    """What the next adviser should know, put together at the moment of the proposal."""

    made_at: datetime
    plans: list[SummaryPlan]
    referrals_out: list[SummaryReferral]
    referrals_in: list[SummaryReferral]
    requests_out: list[SummaryRequest]
    requests_in: list[SummaryRequest]
    last_contacts: list[SummaryContact]
    duties: list[SummaryDuty]

    @property
    def resting(self) -> set[UUID]:
        """What was pending in the name of the adviser."""
        sent = {one.referral_id for one in self.referrals_out if one.rests_on_adviser}
        return sent | {one.request_id for one in self.requests_out if one.rests_on_adviser}
