"""An institution signs its part of the plan."""

from contracts.values import PartId, PlanId
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain import agreement
from services.referrals.domain.plan import SupportPlan
from services.referrals.store.plans import Plans


async def agree_part(
    plan_id: PlanId, part_id: PartId, *, by: Caller, expected: int | None, tx: Transaction
) -> SupportPlan:
    """Sign what was read: nothing that the signature is about may have changed since."""
    plans = Plans(tx, by=by)
    plan = await plans.get(plan_id)
    part = plan.part(part_id)
    agreement.require_own(plan, part, by.institution)
    await plans.require_seen(plan, expected, agreement.covered(plan, part))
    told = agreement.agree_part(
        plan, part, by=by.institution, worker=by.worker, roles=by.roles, on=clock.today()
    )
    tx.record(*told)
    await plans.keep(plan, for_ever=len(told) > 1)
    return plan
