"""The HTTP face of offers to several, of what is open to a partnership, and of waiting lists."""

from fastapi import APIRouter, Response

from contracts.directory import MapCategory
from contracts.values import OfferId, ReferralId
from kernel.pages import CursorUnreadable
from kernel.problems import problems
from kernel.verbs import READS, WRITES, By, Cursor, Expected, Limit, Tx, Verb, tag
from kernel.versions import VersionIsOld
from services.referrals.domain.moves import IllegalMove
from services.referrals.domain.offers import (
    AlreadyClaimed,
    NobodyToAsk,
    OfferNotFound,
    OfferOver,
)
from services.referrals.domain.places import NoWaitingList, ServiceUnknown
from services.referrals.domain.plan import GoalNotInPlan
from services.referrals.domain.referral_refusals import (
    ClientNotFound,
    ConsentOver,
    GroundOver,
    NotTheReceiver,
    ReceiverUnknown,
    ReferralNotFound,
    ReferralOpen,
    ReferralToOneself,
)
from services.referrals.use_cases.claim_referral import claim_referral
from services.referrals.use_cases.make_offer import MakeOffer, make_offer
from services.referrals.use_cases.place_on_waiting_list import place_on_waiting_list
from services.referrals.use_cases.withdraw_offer import withdraw_offer
from services.referrals.views.offers import (
    OfferView,
    OpenReferralPage,
    list_open_referrals,
    show_offer,
)
from services.referrals.views.referral import ReferralView
from services.referrals.views.referrals import SeenReferrals

router = APIRouter(prefix="/v1", tags=["offers"], route_class=Verb)


@router.post(
    "/offers",
    name="make_offer",
    status_code=201,
    dependencies=WRITES,
    responses=problems(
        ClientNotFound,
        ReceiverUnknown,
        ServiceUnknown,
        ReferralToOneself,
        ConsentOver,
        GroundOver,
        GoalNotInPlan,
        NobodyToAsk,
    ),
)
async def make(command: MakeOffer, by: By, tx: Tx, response: Response) -> OfferView:
    """Offer a client to several at once (propozycja dla kilku): the first who accepts takes her on."""
    offer = await make_offer(command, by=by, tx=tx)
    tag(response, offer.version, f"/v1/offers/{offer.id}", about=offer.client_id)
    return await show_offer(tx, offer.id, by)


@router.get(
    "/offers/open",
    name="list_open_referrals",
    dependencies=READS,
    responses=problems(CursorUnreadable),
)
async def open_referrals(
    by: By,
    tx: Tx,
    limit: Limit = 50,
    cursor: Cursor = None,
    category: MapCategory | None = None,
) -> OpenReferralPage:
    """List what is open to your partnerships (skierowania otwarte): what is needed, never who she is."""
    return await list_open_referrals(tx, by, category=category, limit=limit, after=cursor)


@router.get(
    "/offers/{offer_id}",
    name="show_offer",
    dependencies=READS,
    responses=problems(OfferNotFound),
)
async def offer(offer_id: OfferId, by: By, tx: Tx, response: Response) -> OfferView:
    """Show an offer to several with the answer of each (propozycja dla kilku)."""
    view = await show_offer(tx, offer_id, by)
    tag(response, view.version, about=view.client_id)
    return view


@router.post(
    "/offers/{offer_id}/withdraw",
    name="withdraw_offer",
    dependencies=WRITES,
    responses=problems(OfferNotFound, OfferOver, VersionIsOld),
)
async def withdraw(
    offer_id: OfferId, expected: Expected, by: By, tx: Tx, response: Response
) -> OfferView:
    """Take an offer back from all who have not accepted (wycofanie propozycji)."""
    offer = await withdraw_offer(offer_id, by=by, expected=expected, tx=tx)
    tag(response, offer.version, about=offer.client_id)
    return await show_offer(tx, offer.id, by)


@router.post(
    "/referrals/{referral_id}/claim",
    name="claim_referral",
    dependencies=WRITES,
    responses=problems(ReferralNotFound, AlreadyClaimed, ReferralOpen, IllegalMove, VersionIsOld),
)
async def claim(
    referral_id: ReferralId, expected: Expected, by: By, tx: Tx, response: Response
) -> ReferralView:
    """Take on a referral that is open to your partnership (podjęcie skierowania); one wins."""
    referral = await claim_referral(referral_id, by=by, expected=expected, tx=tx)
    tag(response, referral.version, about=referral.client_id)
    return await SeenReferrals(tx, by).show(referral.id)


@router.post(
    "/referrals/{referral_id}/wait",
    name="place_on_waiting_list",
    dependencies=WRITES,
    responses=problems(ReferralNotFound, NotTheReceiver, NoWaitingList, IllegalMove, VersionIsOld),
)
async def wait(
    referral_id: ReferralId, expected: Expected, by: By, tx: Tx, response: Response
) -> ReferralView:
    """Put the client on the waiting list (lista oczekujących): urgent ones first, then who waits longest."""
    referral = await place_on_waiting_list(referral_id, by=by, expected=expected, tx=tx)
    tag(response, referral.version, about=referral.client_id)
    return await SeenReferrals(tx, by).show(referral.id)
