"""The receiving institution asks something before it answers."""

from pydantic import ConfigDict

from contracts.values import Command, Note, ReferralId
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain.referral import Referral
from services.referrals.store.referrals import Referrals
from services.referrals.store.steps import Steps
from services.referrals.use_cases.take_step import acting, take_step


class ReturnReferral(Command):
    """Ask the sender something first."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"question": "Does she have a place for the child?"}]}
    )

    question: Note


async def return_referral(
    referral_id: ReferralId,
    command: ReturnReferral,
    *,
    by: Caller,
    expected: int | None,
    tx: Transaction,
) -> Referral:
    """Give it back for an answer; the clock runs for the sender now."""
    referral = await Referrals(tx, by=by).get(referral_id)
    await Steps(tx).require_seen(referral, expected)
    acts = acting(by)
    told = referral.send_back(command.question, acts)
    await take_step(referral, ("return", told), by=acts, tx=tx, note=command.question)
    return referral
