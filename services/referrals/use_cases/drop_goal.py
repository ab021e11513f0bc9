"""A worker takes a goal out of the plan."""

from contracts.values import GoalId, PlanId
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain.plan import SupportPlan
from services.referrals.store.plans import Plans


async def drop_goal(
    plan_id: PlanId, goal_id: GoalId, *, by: Caller, expected: int | None, tx: Transaction
) -> SupportPlan:
    """Drop it, with one's own open actions towards it."""
    plans = Plans(tx, by=by)
    plan = await plans.get(plan_id)
    goal = plan.goal(goal_id)
    await plans.require_seen(plan, expected, goal.version)
    tx.record(plan.drop_goal(goal, by=by.institution))
    await plans.keep(plan)
    return plan
