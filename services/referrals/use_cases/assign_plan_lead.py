"""One institution, and a worker of it, leads the plan."""

from typing import Annotated

from pydantic import ConfigDict, Field

from contracts.values import Command, InstitutionId, PlanId, WorkerCode
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain.plan import LeadUnrelated, SupportPlan
from services.referrals.store.plans import Plans, may_work


class AssignPlanLead(Command):
    """Take the lead, or pass it on."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"worker": "ops-zabrze"}]})

    institution: Annotated[
        InstitutionId | None, Field(description="Who leads; absent: your institution.")
    ] = None
    worker: Annotated[WorkerCode | None, Field(description="Who of it.")] = None


async def assign_plan_lead(
    plan_id: PlanId, command: AssignPlanLead, *, by: Caller, expected: int | None, tx: Transaction
) -> SupportPlan:
    """Assign it to an institution that may see the client."""
    plans = Plans(tx, by=by)
    plan = await plans.get(plan_id)
    await plans.require_seen(plan, expected)
    lead = command.institution or by.institution
    if lead != by.institution and not await may_work(tx, plan.client_id, lead):
        raise LeadUnrelated(pointer="/institution")
    tx.record(plan.assign_lead(lead, command.worker, by=by.institution))
    await plans.keep(plan)
    return plan
