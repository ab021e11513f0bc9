"""An institution closes its part of the plan: after a summary talk, with its results described."""

from typing import Annotated

from pydantic import ConfigDict, Field

from contracts.values import Command, Day, Note, PartId, PlanId
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain import agreement
from services.referrals.domain.plan import SupportPlan
from services.referrals.store.plans import Plans


class ClosePart(Command):
    """Describe what came of it."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"talk_on": "2026-03-20", "results": "She keeps house by herself."}]
        }
    )

    results: Annotated[Note, Field(description="What came of it.")]
    talk_on: Annotated[
        Day | None, Field(description="The summary talk with her; an IPUS needs one.")
    ] = None


async def close_part(
    plan_id: PlanId,
    part_id: PartId,
    command: ClosePart,
    *,
    by: Caller,
    expected: int | None,
    tx: Transaction,
) -> SupportPlan:
    """Close it."""
    plans = Plans(tx, by=by)
    plan = await plans.get(plan_id)
    await plans.require_seen(plan, expected)
    closed = agreement.close_part(
        plan,
        plan.part(part_id),
        by=by.institution,
        talk_on=command.talk_on,
        results=command.results,
        on=clock.today(),
    )
    tx.record(*closed)
    await plans.keep(plan, for_ever=len(closed) > 1)
    return plan
