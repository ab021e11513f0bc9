"""The leading institution gives the plan up before its time."""

from typing import Annotated

from pydantic import ConfigDict, Field

from contracts.referrals.plan import EndReason
from contracts.values import Command, Note, PlanId
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain import reviewing
from services.referrals.domain.plan import SupportPlan
from services.referrals.store.plans import Plans


class DiscontinuePlan(Command):
    """Give it up, with a reason."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"reason": "moved_away"}]})

    reason: EndReason
    summary: Annotated[Note | None, Field(description="What was reached so far.")] = None


async def discontinue_plan(
    plan_id: PlanId, command: DiscontinuePlan, *, by: Caller, expected: int | None, tx: Transaction
) -> SupportPlan:
    """Discontinue it."""
    plans = Plans(tx, by=by)
    plan = await plans.get(plan_id)
    await plans.require_seen(plan, expected)
    given_up = reviewing.discontinue(
        plan,
        by=by.institution,
        on=clock.today(),
        reason=command.reason,
        summary=command.summary,
    )
    tx.record(given_up)
    await plans.keep(plan, for_ever=True)
    return plan
