"""The HTTP face of signed links, by which a receiver without software answers a referral."""

from fastapi import APIRouter, Request, Response

from contracts.values import ReferralId, ReferralLinkId
from kernel.problems import problems
from kernel.verbs import READS, WRITES, By, Tx, Verb, concern, tag
from services.referrals.domain.links import (
    LinkGone,
    LinkHandedOut,
    LinkNotFound,
    NobodyToAnswer,
    NotYoursToHandOut,
    ReferralLink,
)
from services.referrals.domain.referral_refusals import ReferralNotFound
from services.referrals.use_cases.hand_out_link import HandOutLink, hand_out_link
from services.referrals.use_cases.renew_link import renew_link
from services.referrals.use_cases.revoke_link import revoke_link
from services.referrals.views.answer_sheet import AnswerSheet, show_sheet
from services.referrals.views.links import (
    HandedLink,
    LinkPage,
    LinkView,
    links_to,
    show_handed,
    show_link,
)
from services.referrals.views.referrals import SeenReferrals

router = APIRouter(prefix="/v1", tags=["referral links"], route_class=Verb)

_HAND = (ReferralNotFound, NotYoursToHandOut, NobodyToAnswer)


@router.post(
    "/referrals/{referral_id}/links",
    name="hand_out_link",
    status_code=201,
    dependencies=WRITES,
    responses=problems(*_HAND, LinkHandedOut),
)
async def hand_out(
    referral_id: ReferralId,
    command: HandOutLink,
    request: Request,
    by: By,
    tx: Tx,
    response: Response,
) -> HandedLink:
    """Hand out a signed link, by which the receiver answers without an account (podpisany odnośnik).

    It opens this one referral, for eight days; it is shown once and never again.
    """
    link = await hand_out_link(referral_id, command, by=by, tx=tx)
    return await _handed(link, request, tx, response)


@router.get(
    "/referrals/{referral_id}/links",
    name="list_links",
    dependencies=READS,
    responses=problems(ReferralNotFound),
)
async def links(referral_id: ReferralId, by: By, tx: Tx, response: Response) -> LinkPage:
    """List the links your institution handed out to a referral, without the links themselves."""
    view = await SeenReferrals(tx, by).show(referral_id)
    concern(response, [view.client_id])
    return await links_to(tx, referral_id, by)


@router.get(
    "/referrals/{referral_id}/answer-sheet",
    name="show_answer_sheet",
    dependencies=READS,
    responses=problems(ReferralNotFound),
)
async def sheet(referral_id: ReferralId, by: By, tx: Tx, response: Response) -> AnswerSheet:
    """Show what a receiver needs to answer a referral, and what it can do now (arkusz odpowiedzi)."""
    shown, client_id = await show_sheet(tx, referral_id, by)
    # It is read in browsers of whoever holds a link.
    response.headers["Cache-Control"] = "no-store"
    tag(response, shown.version, about=client_id)
    return shown


@router.post(
    "/referral-links/{link_id}/renew",
    name="renew_link",
    status_code=201,
    dependencies=WRITES,
    responses=problems(*_HAND, LinkNotFound, LinkGone),
)
async def renew(
    link_id: ReferralLinkId, request: Request, by: By, tx: Tx, response: Response
) -> HandedLink:
    """Put a new link in the place of one that ran out or was lost; the old one dies."""
    link = await renew_link(link_id, by=by, tx=tx)
    return await _handed(link, request, tx, response)


@router.post(
    "/referral-links/{link_id}/revoke",
    name="revoke_link",
    dependencies=WRITES,
    responses=problems(LinkNotFound, LinkGone),
)
async def revoke(link_id: ReferralLinkId, by: By, tx: Tx, response: Response) -> LinkView:
    """Take a link back: it opens nothing from now on."""
    link = await revoke_link(link_id, by=by, tx=tx)
    concern(response, [link.client_id])
    return await show_link(tx, link)


async def _handed(link: ReferralLink, request: Request, tx: Tx, response: Response) -> HandedLink:
    concern(response, [link.client_id])
    response.headers["Cache-Control"] = "no-store"
    state = request.app.state
    return await show_handed(tx, link, state.passes, state.settings.public_url)
