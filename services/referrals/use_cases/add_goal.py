"""A worker sets a goal in the client's plan."""

from typing import Annotated

from pydantic import ConfigDict, Field

from contracts.values import Command, Day, Line, PlanId, Title
from kernel import ids
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain.goals import Goal, GoalWords
from services.referrals.domain.plan import SupportPlan
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
    indicator: Annotated[
        Line | None, Field(description="By what one sees it.", examples=["weeks at work"])
    ] = None
    baseline: Annotated[Line | None, Field(description="Where it stands today.")] = None
    target: Annotated[Line | None, Field(description="Where it should stand.")] = None

    def words(self) -> GoalWords:
        """How one sees whether it is reached."""
        return GoalWords(indicator=self.indicator, baseline=self.baseline, target=self.target)


async def add_goal(
    plan_id: PlanId, command: AddGoal, *, by: Caller, expected: int | None, tx: Transaction
) -> SupportPlan:
    """Set it in the plan that every institution of the client shares."""
    plans = Plans(tx, by=by)
    plan = await plans.get(plan_id)
    await plans.require_seen(plan, expected)
    goal = Goal(ids.new(), command.title, command.due_on, words=command.words())
    tx.record(plan.add_goal(goal))
    await plans.keep(plan)
    return plan
