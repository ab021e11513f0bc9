"""The leading institution concludes a review of the plan."""

from typing import Annotated

from pydantic import ConfigDict, Field

from contracts.values import Command, Day, Note, PlanId
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain import agreement, reviewing
from services.referrals.domain.plan import SupportPlan
from services.referrals.store.plans import Plans


class CloseReview(Command):
    """Conclude it and say when the next one is."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"conclusions": "Goes on as planned."}]}
    )

    conclusions: Annotated[Note, Field(description="What follows from it.")]
    next_review_on: Annotated[
        Day | None, Field(description="With an OPS within 6 months; absent: then.")
    ] = None


async def close_review(
    plan_id: PlanId, command: CloseReview, *, by: Caller, expected: int | None, tx: Transaction
) -> SupportPlan:
    """Close it."""
    plans = Plans(tx, by=by)
    plan = await plans.get(plan_id)
    await plans.require_seen(plan, expected)
    closed = reviewing.close_review(
        plan,
        by=by.institution,
        on=clock.today(),
        conclusions=command.conclusions,
        next_review_on=command.next_review_on or agreement.usual_review(clock.today()),
    )
    tx.record(closed)
    await plans.keep(plan)
    return plan
