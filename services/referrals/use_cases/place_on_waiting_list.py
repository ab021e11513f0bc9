"""The receiving institution puts a client on the waiting list."""

from contracts.values import ReferralId
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain.places import NoWaitingList
from services.referrals.domain.referral import Referral
from services.referrals.store.places import Places
from services.referrals.store.referrals import Referrals
from services.referrals.store.steps import Steps
from services.referrals.use_cases.take_step import acting, take_step


async def place_on_waiting_list(
    referral_id: ReferralId, *, by: Caller, expected: int | None, tx: Transaction
) -> Referral:
    """Let her wait; a place that is free, or comes free, is kept for whoever is first."""
    referral = await Referrals(tx, by=by).get(referral_id)
    await Steps(tx).require_seen(referral, expected)
    acts = acting(by)
    told = referral.wait(acts)
    if referral.service_id is not None:
        service = await Places(tx).find(referral.service_id)
        if service is not None and not service.keeps_waiting_list:
            raise NoWaitingList
    await take_step(referral, ("wait", told), by=acts, tx=tx)
    return referral
