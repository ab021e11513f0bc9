"""A worker sets a goal in the client's plan."""

from typing import Annotated

from pydantic import ConfigDict, Field

from contracts.values import Command, Day, PlanId, Title
from kernel import ids
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.referrals.domain.plan import Goal, SupportPlan
from services.referrals.store.plans import Plans


class AddGoal(Command):
    """Set a goal."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"title": "Job within six months", "due_on": "2026-09-01"}]
        }
    )

    title: Title
    due_on: Annotated[Day | None, Field(description="When it should be reached.")] = None


async def add_goal(
    plan_id: PlanId, command: AddGoal, *, by: Caller, expected: int | None, tx: Transaction
) -> SupportPlan:
    """Set it in the plan that every institution of the client shares."""
    plans = Plans(tx, by=by)
    plan = await plans.get(plan_id)
    expect(plan.version, expected)
    tx.record(plan.add_goal(Goal(ids.new(), command.title, command.due_on)))
    await plans.keep(plan)
    return plan
