"""The client will not sign a part as it stands."""

from typing import Annotated

from pydantic import ConfigDict, Field

from contracts.values import Command, Day, Note, PartId, PlanId
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain import agreement
from services.referrals.domain.plan import SupportPlan
from services.referrals.store.plans import Plans


class RefusePart(Command):
    """Record that she refused."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"reason": "She cannot come on Mondays."}]}
    )

    reason: Annotated[Note, Field(description="Why, in her own words.")]
    on: Annotated[Day | None, Field(description="The day she refused; absent: today.")] = None


async def refuse_part(
    plan_id: PlanId,
    part_id: PartId,
    command: RefusePart,
    *,
    by: Caller,
    expected: int | None,
    tx: Transaction,
) -> SupportPlan:
    """Record it, with her reason, so that the part can be changed."""
    plans = Plans(tx, by=by)
    plan = await plans.get(plan_id)
    await plans.require_seen(plan, expected)
    refused = agreement.client_refuses(
        plan,
        plan.part(part_id),
        by=by.institution,
        refused_on=command.on or clock.today(),
        reason=command.reason,
        today=clock.today(),
    )
    tx.record(refused)
    await plans.keep(plan)
    return plan
