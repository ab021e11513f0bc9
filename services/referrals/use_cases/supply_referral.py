"""The sender answers what the receiving institution asked."""

from pydantic import ConfigDict

from contracts.values import Command, Note, ReferralId
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain.referral import Referral
from services.referrals.store.referrals import Referrals
from services.referrals.store.steps import Steps
from services.referrals.use_cases.take_step import acting, take_step


class SupplyReferral(Command):
    """Answer the question."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"answer": "Yes, from September on."}]}
    )

    answer: Note


async def supply_referral(
    referral_id: ReferralId,
    command: SupplyReferral,
    *,
    by: Caller,
    expected: int | None,
    tx: Transaction,
) -> Referral:
    """Answer it; the clock runs for the receiver again."""
    referral = await Referrals(tx, by=by).get(referral_id)
    await Steps(tx).require_seen(referral, expected)
    acts = acting(by)
    told = referral.supply(command.answer, acts)
    await take_step(referral, ("supply", told), by=acts, tx=tx, note=command.answer)
    return referral
