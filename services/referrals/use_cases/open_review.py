"""A worker begins a review of the plan."""

from contracts.values import PlanId
from kernel import clock, ids
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain import reviewing
from services.referrals.domain.plan import SupportPlan
from services.referrals.domain.reviews import Review
from services.referrals.store.plans import Plans


async def open_review(
    plan_id: PlanId, *, by: Caller, expected: int | None, tx: Transaction
) -> SupportPlan:
    """Open it; any institution of the client may ask for one."""
    plans = Plans(tx, by=by)
    plan = await plans.get(plan_id)
    await plans.require_seen(plan, expected)
    review = Review(ids.new(), by.institution, by.worker, clock.today())
    tx.record(reviewing.open_review(plan, review))
    await plans.keep(plan)
    return plan
