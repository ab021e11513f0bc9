"""A worker writes the diagnosis that all institutions go by."""

from typing import Annotated

from pydantic import ConfigDict, Field

from contracts.values import SENSITIVE, Command, Line, Note, PlanId
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain.plan import SupportPlan
from services.referrals.store.plan_reading import reading_of
from services.referrals.store.plans import Plans


class SetDiagnosis(Command):
    """Write the diagnosis and the strengths, whole."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "diagnosis": "Long without work; wants to go back to a bakery.",
                    "strengths": ["Speaks three languages."],
                }
            ]
        }
    )

    diagnosis: Annotated[Note, Field(description="What the situation is, in short.")]
    strengths: Annotated[
        tuple[Annotated[Line, SENSITIVE], ...],
        Field(max_length=30, description="What she can build on."),
    ] = ()


async def set_diagnosis(
    plan_id: PlanId, command: SetDiagnosis, *, by: Caller, expected: int | None, tx: Transaction
) -> SupportPlan:
    """Write it, unless somebody did so after the worker looked, or she may not read what stands there."""
    plans = Plans(tx, by=by)
    plan = await plans.get(plan_id)
    (await reading_of(tx, plan, by)).require_diagnosis()
    await plans.require_seen(plan, expected, plan.diagnosis_version)
    tx.record(plan.diagnose(command.diagnosis, command.strengths))
    await plans.keep(plan)
    return plan
