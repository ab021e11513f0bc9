"""The HTTP face of referrals."""

from fastapi import APIRouter, Response

from contracts.values import ReferralId
from kernel.pages import CursorUnreadable
from kernel.problems import problems
from kernel.verbs import READS, WRITES, By, Cursor, Expected, Limit, Tx, Verb, concern, tag
from kernel.versions import VersionIsOld
from services.referrals.domain.moves import IllegalMove
from services.referrals.domain.plan import GoalNotInPlan
from services.referrals.domain.referral import (
    ClientNotFound,
    ConsentOver,
    NotTheReceiver,
    NotTheSender,
    ReceiverUnknown,
    ReferralNotFound,
    ReferralOpen,
    ReferralToOneself,
    VisitBeforeSending,
)
from services.referrals.domain.referral_states import ReferralState
from services.referrals.use_cases.accept_referral import AcceptReferral, accept_referral
from services.referrals.use_cases.complete_referral import CompleteReferral, complete_referral
from services.referrals.use_cases.decline_referral import DeclineReferral, decline_referral
from services.referrals.use_cases.receive_referral import receive_referral
from services.referrals.use_cases.send_referral import SendReferral, send_referral
from services.referrals.use_cases.withdraw_referral import withdraw_referral
from services.referrals.views.referral import (
    ReferralBox,
    ReferralPage,
    ReferralView,
    SeenReferrals,
)

router = APIRouter(prefix="/v1/referrals", tags=["referrals"], route_class=Verb)

_ANSWER = problems(ReferralNotFound, NotTheReceiver, IllegalMove, VersionIsOld)


@router.get("", name="list_referrals", dependencies=READS, responses=problems(CursorUnreadable))
async def referrals(
    by: By,
    tx: Tx,
    response: Response,
    box: ReferralBox = ReferralBox.IN,
    state: ReferralState | None = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> ReferralPage:
    """List what came to your institution, or what it sent (skierowania), newest first."""
    page = await SeenReferrals(tx, by).page(box, state, limit, cursor)
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


@router.post(
    "",
    name="send_referral",
    status_code=201,
    dependencies=WRITES,
    responses=problems(
        ClientNotFound,
        ReceiverUnknown,
        ReferralToOneself,
        ConsentOver,
        GoalNotInPlan,
        ReferralOpen,
    ),
)
async def send(command: SendReferral, by: By, tx: Tx, response: Response) -> ReferralView:
    """Refer a client to another institution (skierowanie): it may see her from now on."""
    referral = await send_referral(command, by=by, tx=tx)
    tag(response, referral.version, f"/v1/referrals/{referral.id}", about=referral.client_id)
    return await SeenReferrals(tx, by).show(referral.id)


@router.post(
    "/{referral_id}/receive", name="receive_referral", dependencies=WRITES, responses=_ANSWER
)
async def receive(
    referral_id: ReferralId, expected: Expected, by: By, tx: Tx, response: Response
) -> ReferralView:
    """Note that your institution opened the referral (potwierdzenie odbioru)."""
    referral = await receive_referral(referral_id, by=by, expected=expected, tx=tx)
    tag(response, referral.version, about=referral.client_id)
    return await SeenReferrals(tx, by).show(referral.id)


@router.post(
    "/{referral_id}/accept",
    name="accept_referral",
    dependencies=WRITES,
    responses=_ANSWER | problems(VisitBeforeSending),
)
async def accept(
    referral_id: ReferralId,
    command: AcceptReferral,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> ReferralView:
    """Accept the referral and name the day of the first visit (przyjęcie skierowania)."""
    referral = await accept_referral(referral_id, command, by=by, expected=expected, tx=tx)
    tag(response, referral.version, about=referral.client_id)
    return await SeenReferrals(tx, by).show(referral.id)


@router.post(
    "/{referral_id}/decline", name="decline_referral", dependencies=WRITES, responses=_ANSWER
)
async def decline(
    referral_id: ReferralId,
    command: DeclineReferral,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> ReferralView:
    """Decline the referral with a reason (odmowa przyjęcia skierowania)."""
    referral = await decline_referral(referral_id, command, by=by, expected=expected, tx=tx)
    tag(response, referral.version, about=referral.client_id)
    return await SeenReferrals(tx, by).show(referral.id)


@router.post(
    "/{referral_id}/complete", name="complete_referral", dependencies=WRITES, responses=_ANSWER
)
async def complete(
    referral_id: ReferralId,
    command: CompleteReferral,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> ReferralView:
    """Complete the referral and say what came of it (zakończenie skierowania z wynikiem)."""
    referral = await complete_referral(referral_id, command, by=by, expected=expected, tx=tx)
    tag(response, referral.version, about=referral.client_id)
    return await SeenReferrals(tx, by).show(referral.id)


@router.post(
    "/{referral_id}/withdraw",
    name="withdraw_referral",
    dependencies=WRITES,
    responses=problems(ReferralNotFound, NotTheSender, IllegalMove, VersionIsOld),
)
async def withdraw(
    referral_id: ReferralId, expected: Expected, by: By, tx: Tx, response: Response
) -> ReferralView:
    """Take back a referral your institution sent, while it is unanswered (wycofanie)."""
    referral = await withdraw_referral(referral_id, by=by, expected=expected, tx=tx)
    tag(response, referral.version, about=referral.client_id)
    return await SeenReferrals(tx, by).show(referral.id)
