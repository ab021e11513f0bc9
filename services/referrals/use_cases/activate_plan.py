"""The leading institution begins with the plan that everybody signed."""

from typing import Annotated

from pydantic import ConfigDict, Field, model_validator

from contracts.values import Command, Day, PlanId
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain import agreement
from services.referrals.domain.plan import SupportPlan
from services.referrals.store.plans import Plans


class ActivatePlan(Command):
    """Begin with it."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"ends_on": "2099-12-31"}]})

    review_on: Annotated[
        Day | None,
        Field(description="The first review, with an OPS within 6 months; absent: then."),
    ] = None
    ends_on: Annotated[Day | None, Field(description="When it should be over.")] = None

    @model_validator(mode="after")
    def _in_order(self) -> "ActivatePlan":
        if self.ends_on and self.review_on and self.ends_on < self.review_on:
            raise ValueError("a plan is reviewed before its end")
        return self


async def activate_plan(
    plan_id: PlanId, command: ActivatePlan, *, by: Caller, expected: int | None, tx: Transaction
) -> SupportPlan:
    """Activate it."""
    plans = Plans(tx, by=by)
    plan = await plans.get(plan_id)
    await plans.require_seen(plan, expected)
    activated = agreement.activate(
        plan,
        by=by.institution,
        on=clock.today(),
        review_on=command.review_on or agreement.usual_review(clock.today()),
        ends_on=command.ends_on,
    )
    tx.record(activated)
    await plans.keep(plan, for_ever=True)
    return plan
