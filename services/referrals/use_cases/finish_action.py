"""The institution that owns an action says that it is done."""

from contracts.values import ActionId, PlanId
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain.plan import SupportPlan
from services.referrals.store.plans import Plans


async def finish_action(
    plan_id: PlanId, action_id: ActionId, *, by: Caller, expected: int | None, tx: Transaction
) -> SupportPlan:
    """Finish it."""
    plans = Plans(tx, by=by)
    plan = await plans.get(plan_id)
    await plans.require_seen(plan, expected)
    tx.record(plan.finish_action(action_id, by=by.institution))
    await plans.keep(plan)
    return plan
