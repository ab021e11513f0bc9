"""A plan as the institutions of its client see it."""

from typing import Annotated
from uuid import UUID

import sqlalchemy as sa
from pydantic import ConfigDict, Field

from contracts.referrals import Outcome
from contracts.sections import Section
from contracts.values import (
    ActionId,
    AwardId,
    ClientId,
    Day,
    GoalId,
    Month,
    PlanId,
    ReferralId,
    Title,
    Version,
    View,
)
from kernel import relations
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain.plan import (
    Action,
    ActionStatus,
    Goal,
    PlanNotFound,
    PlanStatus,
    Support,
    SupportKind,
    SupportPlan,
    SupportStatus,
)
from services.referrals.store.keys import keys_of
from services.referrals.store.plans import open_plan
from services.referrals.tables.plans import plans
from services.referrals.views.parties import Names, PartyView, names_of, party_view


class ActionView(View):
    """An action of a plan (działanie)."""

    id: ActionId
    title: Annotated[Title, Field(examples=["Write a CV together"])]
    owner: PartyView
    status: ActionStatus
    due_on: Day | None
    referral_id: Annotated[ReferralId | None, Field(description="The referral it follows.")]
    outcome: Annotated[Outcome | None, Field(description="What came of that referral.")]


class GoalView(View):
    """A goal of a plan (cel), with what is done towards it."""

    id: GoalId
    title: Title
    due_on: Day | None
    actions: list[ActionView]


class SupportView(View):
    """A support woven into a plan: months and a status, no amounts."""

    model_config = ConfigDict(populate_by_name=True)

    kind: SupportKind
    id: AwardId
    status: SupportStatus
    first_month: Annotated[Month, Field(alias="from", description="First month, inclusive.")]
    last_month: Annotated[Month, Field(alias="to", description="Last month, inclusive.")]


class PlanView(View):
    """The combined support plan of a client (jeden plan wsparcia)."""

    id: PlanId
    client_id: ClientId
    status: PlanStatus
    version: Version
    goals: list[GoalView]
    supports: list[SupportView]


class SeenPlans:
    """The plans of the clients that a caller's institution may see."""

    def __init__(self, tx: Transaction, by: Caller) -> None:
        self._tx = tx
        self._all = sa.select(SupportPlan).where(
            relations.visible(plans.c.client_id, by, Section.PLAN)
        )

    async def show(self, plan_id: UUID) -> PlanView:
        """One plan."""
        found = await self._tx.session.scalar(self._all.where(plans.c.id == plan_id))
        if found is None:
            raise PlanNotFound
        return await show_plan(self._tx, found)


async def show_plan(tx: Transaction, plan: SupportPlan) -> PlanView:
    """A plan at hand, its titles opened and its owners named."""
    open_plan(plan, await keys_of(tx, [plan.client_id]))
    owners = {action.owner for goal in plan.goals for action in goal.actions}
    return plan_view(plan, await names_of(tx, owners))


def plan_view(plan: SupportPlan, names: Names) -> PlanView:
    """A plan as it stands."""
    return PlanView(
        id=plan.id,
        client_id=plan.client_id,
        status=plan.status,
        version=plan.version,
        goals=[_goal_view(goal, names) for goal in plan.goals],
        supports=[_support_view(support) for support in plan.supports],
    )


def _goal_view(goal: Goal, names: Names) -> GoalView:
    actions = [_action_view(action, names) for action in goal.actions]
    return GoalView(id=goal.id, title=goal.title, due_on=goal.due_on, actions=actions)


def _action_view(action: Action, names: Names) -> ActionView:
    return ActionView(
        id=action.id,
        title=action.title,
        owner=party_view(action.owner, names),
        status=action.status,
        due_on=action.due_on,
        referral_id=action.referral_id,
        outcome=action.outcome,
    )


def _support_view(support: Support) -> SupportView:
    return SupportView(
        kind=support.kind,
        id=support.id,
        status=support.status,
        first_month=support.first_month,
        last_month=support.last_month,
    )
