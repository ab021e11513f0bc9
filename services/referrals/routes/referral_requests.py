"""The HTTP face of what the sender of a referral does, and of errors that either side finds."""

from fastapi import APIRouter, Response

from contracts.values import ReferralId
from kernel.problems import problems
from kernel.verbs import WRITES, By, Expected, Tx, Verb, tag
from kernel.versions import VersionIsOld
from services.referrals.domain.moves import IllegalMove
from services.referrals.domain.offers import NotAMember, TakenByAnother
from services.referrals.domain.places import NoPlaces, ServiceNotOffered, ServiceUnknown
from services.referrals.domain.plan import GoalNotInPlan
from services.referrals.domain.referral_refusals import (
    AlreadyAcknowledged,
    AnswerStands,
    BasisIncomplete,
    ConsentOver,
    GroundOver,
    NeitherSide,
    NotOnConsent,
    NotTheReceiver,
    NotTheSender,
    ReferralNotFound,
    ReferralOpen,
    ReferralToOneself,
)
from services.referrals.use_cases.acknowledge_referral import (
    AcknowledgeReferral,
    acknowledge_referral,
)
from services.referrals.use_cases.mark_referral_error import MarkReferralError, mark_referral_error
from services.referrals.use_cases.reopen_referral import reopen_referral
from services.referrals.use_cases.request_cancellation import (
    RequestCancellation,
    request_cancellation,
)
from services.referrals.use_cases.supply_referral import SupplyReferral, supply_referral
from services.referrals.use_cases.withdraw_referral import withdraw_referral
from services.referrals.use_cases.withdraw_referral_consent import withdraw_referral_consent
from services.referrals.views.referral import ReferralView
from services.referrals.views.referrals import SeenReferrals

router = APIRouter(prefix="/v1/referrals", tags=["referrals"], route_class=Verb)

REQUESTS = (ReferralNotFound, NotTheSender, IllegalMove, VersionIsOld)


@router.post(
    "/{referral_id}/supply",
    name="supply_referral",
    dependencies=WRITES,
    responses=problems(*REQUESTS),
)
async def supply(
    referral_id: ReferralId,
    command: SupplyReferral,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> ReferralView:
    """Answer what the receiver asked (uzupełnienie skierowania)."""
    referral = await supply_referral(referral_id, command, by=by, expected=expected, tx=tx)
    tag(response, referral.version, about=referral.client_id)
    return await SeenReferrals(tx, by).show(referral.id)


@router.post(
    "/{referral_id}/withdraw",
    name="withdraw_referral",
    dependencies=WRITES,
    responses=problems(*REQUESTS),
)
async def withdraw(
    referral_id: ReferralId,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> ReferralView:
    """Take back a referral your institution sent, while nobody opened it (wycofanie)."""
    referral = await withdraw_referral(referral_id, by=by, expected=expected, tx=tx)
    tag(response, referral.version, about=referral.client_id)
    return await SeenReferrals(tx, by).show(referral.id)


@router.post(
    "/{referral_id}/request-cancellation",
    name="request_cancellation",
    dependencies=WRITES,
    responses=problems(*REQUESTS),
)
async def ask_back(
    referral_id: ReferralId,
    command: RequestCancellation,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> ReferralView:
    """Ask for a referral back that the receiver opened already (prośba o wycofanie)."""
    referral = await request_cancellation(referral_id, command, by=by, expected=expected, tx=tx)
    tag(response, referral.version, about=referral.client_id)
    return await SeenReferrals(tx, by).show(referral.id)


@router.post(
    "/{referral_id}/reopen",
    name="reopen_referral",
    dependencies=WRITES,
    responses=problems(
        *REQUESTS,
        NotTheReceiver,
        AnswerStands,
        BasisIncomplete,
        ReferralToOneself,
        ConsentOver,
        GroundOver,
        ServiceUnknown,
        ServiceNotOffered,
        NoPlaces,
        NotAMember,
        ReferralOpen,
        GoalNotInPlan,
        TakenByAnother,
    ),
)
async def reopen(
    referral_id: ReferralId,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> ReferralView:
    """Open a referral again that had ended (ponowne otwarcie): the sender always, the receiver what it answered by mistake within 14 days."""
    referral = await reopen_referral(referral_id, by=by, expected=expected, tx=tx)
    tag(response, referral.version, about=referral.client_id)
    return await SeenReferrals(tx, by).show(referral.id)


@router.post(
    "/{referral_id}/acknowledge",
    name="acknowledge_referral",
    dependencies=WRITES,
    responses=problems(*REQUESTS, AlreadyAcknowledged),
)
async def acknowledge(
    referral_id: ReferralId,
    command: AcknowledgeReferral,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> ReferralView:
    """Read how it ended and close the loop, with what the client says of it (zapoznanie się z wynikiem)."""
    referral = await acknowledge_referral(referral_id, command, by=by, expected=expected, tx=tx)
    tag(response, referral.version, about=referral.client_id)
    return await SeenReferrals(tx, by).show(referral.id)


@router.post(
    "/{referral_id}/mark-error",
    name="mark_referral_error",
    dependencies=WRITES,
    responses=problems(ReferralNotFound, NeitherSide, IllegalMove, VersionIsOld),
)
async def mark_error(
    referral_id: ReferralId,
    command: MarkReferralError,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> ReferralView:
    """Say that a referral was entered in error (wpis omyłkowy): it leaves the lists, its history stays."""
    referral = await mark_referral_error(referral_id, command, by=by, expected=expected, tx=tx)
    tag(response, referral.version, about=referral.client_id)
    return await SeenReferrals(tx, by).show(referral.id)


@router.post(
    "/{referral_id}/withdraw-consent",
    name="withdraw_referral_consent",
    dependencies=WRITES,
    responses=problems(*REQUESTS, NotOnConsent),
)
async def withdraw_consent(
    referral_id: ReferralId,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> ReferralView:
    """Note that the client withdrew the consent this referral rests on (cofnięcie zgody): the receiver may not see her any more."""
    referral = await withdraw_referral_consent(referral_id, by=by, expected=expected, tx=tx)
    tag(response, referral.version, about=referral.client_id)
    return await SeenReferrals(tx, by).show(referral.id)
