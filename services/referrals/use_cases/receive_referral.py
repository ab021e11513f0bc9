"""The receiving institution opens a referral."""

from contracts.values import ReferralId
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.referrals.domain.referral import Referral
from services.referrals.store.referrals import Referrals


async def receive_referral(
    referral_id: ReferralId, *, by: Caller, expected: int | None, tx: Transaction
) -> Referral:
    """Note that it was opened, so that the sender knows."""
    referrals = Referrals(tx, by=by)
    referral = await referrals.get(referral_id)
    expect(referral.version, expected)
    tx.record(referral.receive(by=by.institution))
    await referrals.keep(referral)
    return referral
