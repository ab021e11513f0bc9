"""A worker words a goal of the plan anew."""

from contracts.values import GoalId, PlanId
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain.plan import SupportPlan
from services.referrals.store.plans import Plans
from services.referrals.use_cases.add_goal import AddGoal


class ChangeGoal(AddGoal):
    """Word a goal anew, whole."""


async def change_goal(
    plan_id: PlanId,
    goal_id: GoalId,
    command: ChangeGoal,
    *,
    by: Caller,
    expected: int | None,
    tx: Transaction,
) -> SupportPlan:
    """Change it, unless somebody did so after the worker looked."""
    plans = Plans(tx, by=by)
    plan = await plans.get(plan_id)
    goal = plan.goal(goal_id)
    await plans.require_seen(plan, expected, goal.version)
    tx.record(plan.change_goal(goal, command.title, command.due_on, command.words()))
    await plans.keep(plan)
    return plan
