"""An institution changes its part of the plan."""

from pydantic import ConfigDict

from contracts.values import Command, PartId, PlanId
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain import agreement
from services.referrals.domain.part_terms import EXAMPLE, PartTerms, PartText
from services.referrals.domain.plan import SupportPlan
from services.referrals.store.plans import Plans


class ChangePart(Command):
    """Write one's own part anew, whole."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"terms": EXAMPLE}]})

    terms: PartTerms
    text: PartText = PartText()


async def change_part(
    plan_id: PlanId,
    part_id: PartId,
    command: ChangePart,
    *,
    by: Caller,
    expected: int | None,
    tx: Transaction,
) -> SupportPlan:
    """Change it, unless somebody did so after the worker looked; it is signed anew."""
    plans = Plans(tx, by=by)
    plan = await plans.get(plan_id)
    part = plan.part(part_id)
    agreement.require_own(plan, part, by.institution)
    await plans.require_seen(plan, expected, part.version)
    changed = agreement.change_part(
        plan, part, command.terms, command.text, by=by.institution, on=clock.today()
    )
    tx.record(changed)
    await plans.keep(plan)
    return plan
