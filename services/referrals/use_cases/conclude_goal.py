"""A worker says what came of a goal."""

from typing import Annotated

from pydantic import ConfigDict, Field

from contracts.values import Command, GoalId, Note, PlanId
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain.goals import GoalResultCode
from services.referrals.domain.plan import SupportPlan
from services.referrals.store.plans import Plans


class ConcludeGoal(Command):
    """Say what came of it."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"result": "reached", "note": "At work since May."}]}
    )

    result: Annotated[GoalResultCode, Field(description="Reached, in part, or not.")]
    note: Note | None = None


async def conclude_goal(
    plan_id: PlanId,
    goal_id: GoalId,
    command: ConcludeGoal,
    *,
    by: Caller,
    expected: int | None,
    tx: Transaction,
) -> SupportPlan:
    """Conclude it once."""
    plans = Plans(tx, by=by)
    plan = await plans.get(plan_id)
    await plans.require_seen(plan, expected)
    tx.record(plan.conclude_goal(plan.goal(goal_id), command.result, command.note))
    await plans.keep(plan)
    return plan
