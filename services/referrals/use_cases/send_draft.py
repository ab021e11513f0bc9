"""A worker sends a referral that was begun earlier."""

from contracts.values import ReferralId
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain.referral import Referral
from services.referrals.store.referrals import Referrals
from services.referrals.store.steps import Steps
from services.referrals.use_cases.addressing import Addressee
from services.referrals.use_cases.hand_over import hand_over, plans_of, require_reachable
from services.referrals.use_cases.take_step import acting


async def send_draft(
    referral_id: ReferralId, *, by: Caller, expected: int | None, tx: Transaction
) -> Referral:
    """Send it as it is; what is missing is named."""
    referral = await Referrals(tx, by=by).get(referral_id)
    await Steps(tx).require_seen(referral, expected)
    referral.require_sender(acting(by))
    plans = await plans_of(referral.client_id, by, tx)
    to = Addressee(
        referral.sent_to, referral.service_id, referral.open_to, joins_list=referral.joins_list
    )
    await require_reachable(referral, by, tx)
    await hand_over(referral, to, plans, by=by, tx=tx)
    return referral
