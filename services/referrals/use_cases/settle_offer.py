"""What a step of one referral means for the offer to several that it is one of."""

from kernel import clock
from kernel.journal import Fact
from kernel.transactions import Transaction
from services.referrals.domain.duty import Duty, DutyKind
from services.referrals.domain.offers import Offer, OfferState, TakenByAnother
from services.referrals.domain.referral import Referral
from services.referrals.domain.referral_states import ENDED
from services.referrals.store.duties import Duties
from services.referrals.store.offers import Offers


async def settle_offer(
    referral: Referral, verb: str, *, tx: Transaction, cause: Fact | None = None
) -> None:
    """The first acceptance settles it; when nobody is left who could accept, its maker is told.

    The row of the offer is locked before that of any of its referrals (`Referrals.get`), so of
    several acceptances at one instant the second finds it settled.
    """
    if referral.offer_id is None:
        return
    if verb == "reopen":
        # Its sender asks this one again, whatever became of the offer.
        referral.offer_id = None
        return
    concerned = verb in {"accept", "take_back"} or referral.state in ENDED
    offer = await Offers(tx).held(referral.offer_id) if concerned else None
    if offer is None:
        return
    if verb == "accept":
        offer.settle(referral.id)
        await Duties(tx).strike(offer.id)
    elif verb == "take_back" and offer.settled_by not in {None, referral.id}:
        raise TakenByAnother
    elif referral.state in ENDED and offer.state is OfferState.OPEN:
        await tx.session.flush()
        if not await Offers(tx).any_open(offer.id):
            await tell_exhausted(offer, tx=tx, cause=cause)


async def tell_exhausted(offer: Offer, *, tx: Transaction, cause: Fact | None = None) -> None:
    """Nobody is left: whoever made the offer looks further."""
    tx.record(offer.exhaust(), cause=cause)
    await Duties(tx).owe(
        Duty(
            kind=DutyKind.EXHAUSTED_OFFER,
            thing_id=offer.id,
            institution=offer.made_by,
            since=clock.now(),
            client_id=offer.client_id,
            worker=offer.maker,
        )
    )


async def notice_exhausted_offers(tx: Transaction) -> bool:
    """By the clock: offers whose last referral ended while somebody else had the offer in hand."""
    found = await Offers(tx).left_without_answer(_HANDFUL)
    for offer in found:
        await tell_exhausted(offer, tx=tx)
    return len(found) == _HANDFUL


_HANDFUL = 50
