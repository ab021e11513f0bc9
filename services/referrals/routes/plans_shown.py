"""Answering with the plan as it now stands."""

from fastapi import Response

from kernel.verbs import By, Tx, tag
from services.referrals.domain.plan import SupportPlan
from services.referrals.views.plan import PlanView, SeenPlans


async def shown(
    plan: SupportPlan, by: By, tx: Tx, response: Response, *, new: bool = False
) -> PlanView:
    """The plan with its version; where it lives, if something new stands in it."""
    tag(response, plan.version, f"/v1/plans/{plan.id}" if new else None, about=plan.client_id)
    return await SeenPlans(tx, by).show(plan.id)
