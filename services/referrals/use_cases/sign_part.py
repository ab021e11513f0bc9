"""The client signed the form of a part: the institution records the day and where the form is."""

from typing import Annotated

from pydantic import ConfigDict, Field

from contracts.values import Command, Day, Line, PartId, PlanId
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain import agreement
from services.referrals.domain.plan import SupportPlan
from services.referrals.store.plans import Plans


class SignPart(Command):
    """Record that she signed."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"evidence": "KS/12/2026"}]})

    evidence: Annotated[Line, Field(description="Where the signed form is kept.")]
    on: Annotated[Day | None, Field(description="The day she signed; absent: today.")] = None


async def sign_part(
    plan_id: PlanId,
    part_id: PartId,
    command: SignPart,
    *,
    by: Caller,
    expected: int | None,
    tx: Transaction,
) -> SupportPlan:
    """Record it of the version that she read."""
    plans = Plans(tx, by=by)
    plan = await plans.get(plan_id)
    part = plan.part(part_id)
    agreement.require_own(plan, part, by.institution)
    await plans.require_seen(plan, expected, agreement.covered(plan, part))
    told = agreement.client_signs(
        plan,
        part,
        by=by.institution,
        signed_on=command.on or clock.today(),
        evidence=command.evidence,
        today=clock.today(),
    )
    tx.record(*told)
    await plans.keep(plan, for_ever=len(told) > 1)
    return plan
