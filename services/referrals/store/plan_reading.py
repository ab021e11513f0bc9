"""How a reader stands to a plan: the policies, asked what of it is hers to read."""

from contracts.sections import Section
from kernel import relations
from kernel.callers import Caller
from kernel.rights import Seat, opens
from kernel.transactions import Transaction
from services.referrals.domain.plan import SupportPlan
from services.referrals.domain.plan_cut import PlanWithheld, Reading, reading

_ASKED = {
    PlanWithheld.DIAGNOSIS: "ReadPlanDiagnosis",
    PlanWithheld.PARTS: "ReadForeignParts",
    PlanWithheld.CONCLUSIONS: "ReadForeignConclusions",
    PlanWithheld.SUMMARY: "ReadPlanSummary",
}
"""What stands in policies/plans.cedar."""


async def reading_of(tx: Transaction, plan: SupportPlan, by: Caller) -> Reading:
    """By her role, on what her institution's access to the client rests, and whether it leads."""
    seat = Seat.of(by)
    standing = await relations.grounds_of(tx.session, plan.client_id, by)
    permitted = [
        what for what, action in _ASKED.items() if opens(seat, action, Section.PLAN, standing)
    ]
    return reading(by.institution, permitted, leads=plan.lead == by.institution)
