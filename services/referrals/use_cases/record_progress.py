"""A worker says in a review how it stands with a goal."""

from pydantic import ConfigDict

from contracts.values import Command, GoalId, Note, PlanId
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain import reviewing
from services.referrals.domain.plan import SupportPlan
from services.referrals.domain.reviews import Progress, ProgressCode
from services.referrals.store.plans import Plans


class RecordProgress(Command):
    """Say how it stands with one goal."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "goal_id": "0197a000-0000-7000-8000-00000000d101",
                    "progress": "on_track",
                    "note": "Two interviews this month.",
                }
            ]
        }
    )

    goal_id: GoalId
    progress: ProgressCode
    note: Note | None = None


async def record_progress(
    plan_id: PlanId, command: RecordProgress, *, by: Caller, expected: int | None, tx: Transaction
) -> SupportPlan:
    """Lay it beside what others said: nobody's words are written over."""
    plans = Plans(tx, by=by)
    plan = await plans.get(plan_id)
    await plans.require_seen(plan, expected)
    said = Progress(
        goal_id=command.goal_id,
        progress=command.progress,
        note=command.note,
        institution=by.institution,
        worker=by.worker,
        on=clock.today(),
    )
    tx.record(reviewing.record_progress(plan, said))
    await plans.keep(plan)
    return plan
