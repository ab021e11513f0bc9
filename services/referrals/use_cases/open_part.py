"""An institution writes its part of the plan, in a form of its act."""

from typing import Annotated

from pydantic import ConfigDict, Field

from contracts.referrals.plan import PartForm
from contracts.values import Command, PlanId
from kernel import clock, ids
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain import agreement
from services.referrals.domain.part_terms import EXAMPLE, PartTerms, PartText
from services.referrals.domain.parts import Part
from services.referrals.domain.plan import SupportPlan
from services.referrals.store.plans import Plans


class OpenPart(Command):
    """Write one's own part."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"form": "help_plan", "terms": EXAMPLE}]}
    )

    form: Annotated[PartForm, Field(description="The statutory form.")]
    terms: PartTerms
    text: PartText = PartText()


async def open_part(
    plan_id: PlanId, command: OpenPart, *, by: Caller, expected: int | None, tx: Transaction
) -> SupportPlan:
    """Open it for one's own institution."""
    plans = Plans(tx, by=by)
    plan = await plans.get(plan_id)
    await plans.require_seen(plan, expected)
    part = Part(ids.new(), by.institution, command.form, command.terms.valid_from)
    tx.record(
        agreement.open_part(plan, part, by.kind, command.terms, command.text, on=clock.today())
    )
    await plans.keep(plan)
    return plan
