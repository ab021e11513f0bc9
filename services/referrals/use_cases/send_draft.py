"""A worker sends a referral that was begun earlier."""

from contracts.values import ReferralId
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.referrals.domain.referral import Referral
from services.referrals.store.referrals import Referrals
from services.referrals.use_cases.addressing import Addressee, require_room
from services.referrals.use_cases.hand_over import hand_over, plans_of
from services.referrals.use_cases.take_step import acting


async def send_draft(
    referral_id: ReferralId, *, by: Caller, expected: int | None, tx: Transaction
) -> Referral:
    """Send it as it is; what is missing is named."""
    referral = await Referrals(tx, by=by).get(referral_id)
    expect(referral.version, expected)
    referral.require_sender(acting(by))
    plans = await plans_of(referral.client_id, by, tx)
    to = Addressee(
        referral.sent_to, referral.service_id, referral.open_to, joins_list=referral.joins_list
    )
    if referral.service_id is not None:
        joins, client = referral.joins_list, referral.client_id
        await require_room(referral.service_id, of=client, joins_list=joins, tx=tx, pointer="/to")
    await hand_over(referral, to, plans, by=by, tx=tx)
    return referral
