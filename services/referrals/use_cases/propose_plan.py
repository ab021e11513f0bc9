"""The leading institution lays the draft before the client and the others."""

from contracts.values import PlanId
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain import agreement
from services.referrals.domain.plan import SupportPlan
from services.referrals.store.plans import Plans


async def propose_plan(
    plan_id: PlanId, *, by: Caller, expected: int | None, tx: Transaction
) -> SupportPlan:
    """Propose it."""
    plans = Plans(tx, by=by)
    plan = await plans.get(plan_id)
    await plans.require_seen(plan, expected)
    tx.record(agreement.propose(plan, by=by.institution, on=clock.today()))
    await plans.keep(plan)
    return plan
