"""The client takes back the consent that a referral rests on."""

from contracts.values import ReferralId
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain.referral import Referral
from services.referrals.domain.referral_house import withdraw_consent
from services.referrals.store.referrals import Referrals
from services.referrals.store.steps import Steps
from services.referrals.use_cases.take_step import acting, take_step


async def withdraw_referral_consent(
    referral_id: ReferralId, *, by: Caller, expected: int | None, tx: Transaction
) -> Referral:
    """Nobody answered yet: it falls away. Under way: it is asked back, and the receiver sees no more."""
    referral = await Referrals(tx, by=by).get(referral_id)
    await Steps(tx).require_seen(referral, expected)
    acts = acting(by)
    await take_step(referral, withdraw_consent(referral, acts), by=acts, tx=tx)
    return referral
