"""A worker plans what an institution will do towards a goal."""

from typing import Annotated

from pydantic import ConfigDict, Field

from contracts.values import GoalId, InstitutionId, PlanId, Title
from kernel import ids
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain.goals import Action, ActionTerms, OwnerUnrelated
from services.referrals.domain.plan import SupportPlan
from services.referrals.store.plans import Plans, may_work


class AddAction(ActionTerms):
    """Plan an action."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "goal_id": "0197a000-0000-7000-8000-00000000d101",
                    "title": "Write a CV together",
                    "due_on": "2026-03-20",
                }
            ]
        }
    )

    goal_id: GoalId
    title: Annotated[Title, Field(examples=["Write a CV together"])]
    owner: Annotated[
        InstitutionId | None,
        Field(description="Who does it; absent: your institution. Another needs a live relation."),
    ] = None


async def add_action(
    plan_id: PlanId, command: AddAction, *, by: Caller, expected: int | None, tx: Transaction
) -> SupportPlan:
    """Plan it for one's own institution, or for another that may see the client."""
    plans = Plans(tx, by=by)
    plan = await plans.get(plan_id)
    await plans.require_seen(plan, expected)
    owner = command.owner or by.institution
    if owner != by.institution and not await may_work(tx, plan.client_id, owner):
        raise OwnerUnrelated(pointer="/owner")
    action = Action(ids.new(), command.title, owner)
    action.take(command)
    tx.record(plan.add_action(command.goal_id, action))
    await plans.keep(plan)
    return plan
