"""The leading institution ends the plan, with a result of every goal and a summary."""

from typing import Annotated

from pydantic import ConfigDict, Field

from contracts.values import Command, Note, PlanId
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain import reviewing
from services.referrals.domain.plan import SupportPlan
from services.referrals.domain.reviewing import GoalResult
from services.referrals.store.plans import Plans


class CompletePlan(Command):
    """Say what came of it."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "results": [
                        {"goal_id": "0197a000-0000-7000-8000-00000000d101", "result": "reached"}
                    ],
                    "summary": "She works full time and needs no help any more.",
                }
            ]
        }
    )

    results: Annotated[
        tuple[GoalResult, ...],
        Field(max_length=200, description="Of every goal that is still open; the last counts."),
    ] = ()
    summary: Annotated[Note, Field(description="What was reached, in short.")]


async def complete_plan(
    plan_id: PlanId, command: CompletePlan, *, by: Caller, expected: int | None, tx: Transaction
) -> SupportPlan:
    """Complete it; what still was to be done is cancelled."""
    plans = Plans(tx, by=by)
    plan = await plans.get(plan_id)
    await plans.require_seen(plan, expected)
    completed = reviewing.complete(
        plan,
        by=by.institution,
        on=clock.today(),
        results={one.goal_id: one for one in command.results},
        summary=command.summary,
    )
    tx.record(completed)
    await plans.keep(plan, for_ever=True)
    return plan
