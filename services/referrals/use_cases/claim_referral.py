"""A member of a partnership takes on a referral that is open to all of them."""

from contracts.values import ReferralId
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.referrals.domain.referral import Referral
from services.referrals.store.claimable import Claimable
from services.referrals.use_cases.send_referral import require_no_twin
from services.referrals.use_cases.take_step import acting, take_step


async def claim_referral(
    referral_id: ReferralId, *, by: Caller, expected: int | None, tx: Transaction
) -> Referral:
    """Claim it: from now on the claimer sees who she is, and owes an answer in its own time."""
    referral = await Claimable(tx, by=by).get(referral_id)
    expect(referral.version, expected)
    acts = acting(by)
    told = referral.claim(acts)
    await require_no_twin(referral, tx)
    await take_step(referral, ("claim", told), by=acts, tx=tx)
    return referral
