"""The HTTP face of referrals: lists, drafts, and sending them."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

from contracts.values import ClientId, ReferralId
from kernel.pages import CursorUnreadable
from kernel.problems import problems
from kernel.verbs import READS, WRITES, By, Cursor, Expected, Limit, Tx, Verb, concern, tag
from kernel.versions import VersionIsOld
from services.referrals.domain.moves import IllegalMove
from services.referrals.domain.offers import NotAMember, PartUnfounded
from services.referrals.domain.places import NoPlaces, ServiceNotOffered, ServiceUnknown
from services.referrals.domain.plan import GoalNotInPlan
from services.referrals.domain.referral_refusals import (
    BasisIncomplete,
    ClientNotFound,
    ConsentOver,
    GroundOver,
    NotADraft,
    NotTheSender,
    ReceiverUnknown,
    ReferralNotFound,
    ReferralOpen,
    ReferralToOneself,
)
from services.referrals.domain.referral_states import ReferralState
from services.referrals.use_cases.draft_referral import (
    ChangeDraft,
    DraftReferral,
    change_draft,
    draft_referral,
)
from services.referrals.use_cases.send_draft import send_draft
from services.referrals.use_cases.send_referral import SendReferral, send_referral
from services.referrals.views.referral import ReferralView
from services.referrals.views.referrals import (
    ReferralBox,
    ReferralHistory,
    ReferralPage,
    SeenReferrals,
    Which,
)

router = APIRouter(prefix="/v1/referrals", tags=["referrals"], route_class=Verb)

_WHERE = (
    ReceiverUnknown,
    ReferralToOneself,
    ServiceUnknown,
    ServiceNotOffered,
    NoPlaces,
    NotAMember,
)
_ADDRESS = (ClientNotFound, *_WHERE)
_SENDING = (*_ADDRESS, BasisIncomplete, ConsentOver, GroundOver, GoalNotInPlan, ReferralOpen)
_DRAFT = (ReferralNotFound, NotTheSender, VersionIsOld)


@router.get("", name="list_referrals", dependencies=READS, responses=problems(CursorUnreadable))
async def referrals(
    by: By,
    tx: Tx,
    response: Response,
    box: ReferralBox = ReferralBox.IN,
    state: ReferralState | None = None,
    client_id: Annotated[ClientId | None, Query(description="Of one client only.")] = None,
    overdue: Annotated[bool, Query(description="Only where something is late.")] = False,
    silent: Annotated[bool, Query(description="Only where the answer is late.")] = False,
    waiting: Annotated[bool, Query(description="Only those on a waiting list.")] = False,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> ReferralPage:
    """List what came to your institution, or what it sent (skierowania), newest first."""
    which = Which(
        box=box, state=state, client_id=client_id, overdue=overdue, silent=silent, waiting=waiting
    )
    page = await SeenReferrals(tx, by).page(which, limit, cursor)
    concern(response, dict.fromkeys(item.client_id for item in page.items))
    return page


@router.get(
    "/{referral_id}",
    name="show_referral",
    dependencies=READS,
    responses=problems(ReferralNotFound),
)
async def referral(referral_id: ReferralId, by: By, tx: Tx, response: Response) -> ReferralView:
    """Show one referral (skierowanie)."""
    view = await SeenReferrals(tx, by).show(referral_id)
    tag(response, view.version, about=view.client_id)
    return view


@router.get(
    "/{referral_id}/history",
    name="show_referral_history",
    dependencies=READS,
    responses=problems(ReferralNotFound),
)
async def history(referral_id: ReferralId, by: By, tx: Tx, response: Response) -> ReferralHistory:
    """Show every step of a referral (przebieg skierowania): who took it, when, and what was written."""
    view, steps = await SeenReferrals(tx, by).history(referral_id)
    tag(response, view.version, about=view.client_id)
    return steps


@router.post(
    "",
    name="send_referral",
    status_code=201,
    dependencies=WRITES,
    responses=problems(*_SENDING, ReferralNotFound, PartUnfounded),
)
async def send(command: SendReferral, by: By, tx: Tx, response: Response) -> ReferralView:
    """Refer a client (skierowanie) to an institution or one of its services, which may see her from now
    on; or lay it open to a partnership, where whoever claims it may.
    """
    referral = await send_referral(command, by=by, tx=tx)
    tag(response, referral.version, f"/v1/referrals/{referral.id}", about=referral.client_id)
    return await SeenReferrals(tx, by).show(referral.id)


@router.post(
    "/drafts",
    name="draft_referral",
    status_code=201,
    dependencies=WRITES,
    responses=problems(*_ADDRESS),
)
async def draft(command: DraftReferral, by: By, tx: Tx, response: Response) -> ReferralView:
    """Begin a referral to be finished later (projekt skierowania); nobody else sees it."""
    referral = await draft_referral(command, by=by, tx=tx)
    tag(response, referral.version, f"/v1/referrals/{referral.id}", about=referral.client_id)
    return await SeenReferrals(tx, by).show(referral.id)


@router.post(
    "/{referral_id}/change",
    name="change_draft",
    dependencies=WRITES,
    responses=problems(*_DRAFT, NotADraft, *_WHERE),
)
async def change(
    referral_id: ReferralId,
    command: ChangeDraft,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> ReferralView:
    """Write a draft anew (zmiana projektu)."""
    referral = await change_draft(referral_id, command, by=by, expected=expected, tx=tx)
    tag(response, referral.version, about=referral.client_id)
    return await SeenReferrals(tx, by).show(referral.id)


@router.post(
    "/{referral_id}/send",
    name="send_draft",
    dependencies=WRITES,
    responses=problems(*_DRAFT, IllegalMove, *_SENDING),
)
async def send_it(
    referral_id: ReferralId, expected: Expected, by: By, tx: Tx, response: Response
) -> ReferralView:
    """Send a draft (wysłanie projektu); what it lacks is named."""
    referral = await send_draft(referral_id, by=by, expected=expected, tx=tx)
    tag(response, referral.version, about=referral.client_id)
    return await SeenReferrals(tx, by).show(referral.id)
