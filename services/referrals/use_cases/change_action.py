"""The institution that owns an action changes what it is."""

from typing import Annotated

from pydantic import ConfigDict, Field

from contracts.values import ActionId, PlanId, Title
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain.goals import ActionTerms
from services.referrals.domain.plan import SupportPlan
from services.referrals.store.plans import Plans


class ChangeAction(ActionTerms):
    """Change an action, whole: what is not said is no longer so."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"title": "Write a CV together", "due_on": "2026-04-20", "cost": "120.00"}
            ]
        }
    )

    title: Annotated[Title, Field(examples=["Write a CV together"])]


async def change_action(
    plan_id: PlanId,
    action_id: ActionId,
    command: ChangeAction,
    *,
    by: Caller,
    expected: int | None,
    tx: Transaction,
) -> SupportPlan:
    """Change it, unless somebody did so after the worker looked."""
    plans = Plans(tx, by=by)
    plan = await plans.get(plan_id)
    action = plan.action(action_id)
    await plans.require_seen(plan, expected, action.version)
    tx.record(plan.change_action(action, command.title, command, by=by.institution))
    await plans.keep(plan)
    return plan
