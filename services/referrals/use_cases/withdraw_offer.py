"""The sender takes an offer back from everybody who has not accepted."""

from contracts.event import Event
from contracts.referrals.codes import CancelReason
from contracts.values import OfferId
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.referrals.domain.offers import Offer
from services.referrals.domain.referral import Referral
from services.referrals.domain.referral_states import MOVES
from services.referrals.domain.referral_words import Acting
from services.referrals.store.duties import Duties
from services.referrals.store.offers import Offers
from services.referrals.store.places import Places
from services.referrals.use_cases.take_step import acting, take_step


async def withdraw_offer(
    offer_id: OfferId, *, by: Caller, expected: int | None, tx: Transaction
) -> Offer:
    """Withdraw what nobody opened; ask for the rest back. After an exhausted one it is a full stop."""
    offer = await Offers(tx).get(offer_id, by=by)
    expect(offer.version, expected)
    offer.withdraw()
    acts = acting(by)
    found = await Offers(tx).all_of(offer.id)
    # All at once and in one order, before the first step wants those of its own service.
    await Places(tx).lock(one.service_id for one in found if one.service_id is not None)
    for referral in found:
        if told := _take_back(referral, acts):
            await take_step(referral, told, by=acts, tx=tx)
    await Duties(tx).strike(offer.id)
    return offer


def _take_back(referral: Referral, by: Acting) -> tuple[str, Event | None] | None:
    if referral.state in MOVES["withdraw"][0]:
        return "withdraw", referral.withdraw(by)
    if referral.state in MOVES["request_cancellation"][0]:
        asked = referral.request_cancellation(CancelReason.NOT_NEEDED, by)
        return "request_cancellation", asked
    return None
