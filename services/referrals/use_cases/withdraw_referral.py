"""The sender takes back a referral that is not answered yet."""

from contracts.values import ReferralId
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.referrals.domain.referral import Referral
from services.referrals.store.plans import Plans
from services.referrals.store.referrals import Referrals


async def withdraw_referral(
    referral_id: ReferralId, *, by: Caller, expected: int | None, tx: Transaction
) -> Referral:
    """Withdraw it; the action that follows it is cancelled."""
    referrals, plans = Referrals(tx, by=by), Plans(tx, by=None)
    referral = await referrals.get(referral_id)
    expect(referral.version, expected)
    tx.record(referral.withdraw(by=by.institution))
    await referrals.keep(referral)
    if referral.action_id and (plan := await plans.with_action(referral.action_id)):
        plan.referral_ended(referral.action_id)
    return referral
