"""The HTTP face of the parts of a plan and of agreeing to it."""

from fastapi import APIRouter, Response

from contracts.values import PartId, PlanId
from kernel.problems import problems
from kernel.verbs import WRITES, By, Expected, Tx, Verb
from kernel.versions import VersionIsOld
from services.referrals.domain.agreement import (
    ClientAnsweredEarlier,
    NotHappenedYet,
    NotInConsultation,
    PartsMissing,
)
from services.referrals.domain.moves import IllegalMove
from services.referrals.domain.part_limits import (
    BeyondLimit,
    ConsentToPassMissing,
    ReviewBeforeToday,
)
from services.referrals.domain.parts import (
    AlreadySigned,
    FormNotYours,
    NotThePartsOwner,
    NotYoursToSign,
    PartIncomplete,
    PartNotFound,
    PartOpen,
    PartOver,
)
from services.referrals.domain.plan import NotTheLead, PlanEnded, PlanNotFound, SayWhichVersion
from services.referrals.routes.plans_shown import shown
from services.referrals.use_cases.activate_plan import ActivatePlan, activate_plan
from services.referrals.use_cases.agree_part import agree_part
from services.referrals.use_cases.change_part import ChangePart, change_part
from services.referrals.use_cases.close_part import ClosePart, close_part
from services.referrals.use_cases.open_part import OpenPart, open_part
from services.referrals.use_cases.propose_plan import propose_plan
from services.referrals.use_cases.refuse_part import RefusePart, refuse_part
from services.referrals.use_cases.sign_part import SignPart, sign_part
from services.referrals.views.plan import PlanView

router = APIRouter(prefix="/v1/plans", tags=["plans"], route_class=Verb)


@router.post(
    "/{plan_id}/parts",
    name="open_part",
    status_code=201,
    dependencies=WRITES,
    responses=problems(
        PlanNotFound,
        PlanEnded,
        FormNotYours,
        PartOpen,
        BeyondLimit,
        ReviewBeforeToday,
        ConsentToPassMissing,
        VersionIsOld,
    ),
)
async def part(
    plan_id: PlanId, command: OpenPart, expected: Expected, by: By, tx: Tx, response: Response
) -> PlanView:
    """Write your institution's part of the plan (kontrakt socjalny, IPD, umowa, IPUS).

    What its act does not allow is refused with the limit and its source.
    """
    plan = await open_part(plan_id, command, by=by, expected=expected, tx=tx)
    return await shown(plan, by, tx, response, new=True)


@router.post(
    "/{plan_id}/parts/{part_id}/change",
    name="change_part",
    dependencies=WRITES,
    responses=problems(
        PlanNotFound,
        PartNotFound,
        NotThePartsOwner,
        PlanEnded,
        PartOver,
        BeyondLimit,
        ReviewBeforeToday,
        ConsentToPassMissing,
        SayWhichVersion,
        VersionIsOld,
    ),
)
async def change(
    plan_id: PlanId,
    part_id: PartId,
    command: ChangePart,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> PlanView:
    """Write your part anew, whole; it is then signed anew, and no other (zmiana części planu).

    To replace words send the ETag you saw as If-Match: without it 428; what was changed since: 412.
    """
    plan = await change_part(plan_id, part_id, command, by=by, expected=expected, tx=tx)
    return await shown(plan, by, tx, response)


@router.post(
    "/{plan_id}/parts/{part_id}/agree",
    name="agree_part",
    dependencies=WRITES,
    responses=problems(
        PlanNotFound,
        PartNotFound,
        NotThePartsOwner,
        NotYoursToSign,
        PlanEnded,
        NotInConsultation,
        PartIncomplete,
        AlreadySigned,
        SayWhichVersion,
        VersionIsOld,
    ),
)
async def agree(
    plan_id: PlanId, part_id: PartId, expected: Expected, by: By, tx: Tx, response: Response
) -> PlanView:
    """Sign your part for your institution, as you read it (podpis instytucji): If-Match says which version."""
    plan = await agree_part(plan_id, part_id, by=by, expected=expected, tx=tx)
    return await shown(plan, by, tx, response)


@router.post(
    "/{plan_id}/parts/{part_id}/sign",
    name="sign_part",
    dependencies=WRITES,
    responses=problems(
        PlanNotFound,
        PartNotFound,
        NotThePartsOwner,
        PlanEnded,
        NotInConsultation,
        PartIncomplete,
        AlreadySigned,
        ClientAnsweredEarlier,
        SayWhichVersion,
        VersionIsOld,
    ),
)
async def sign(
    plan_id: PlanId,
    part_id: PartId,
    command: SignPart,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> PlanView:
    """Record that the client signed the form of your part (podpis osoby): If-Match says which version."""
    plan = await sign_part(plan_id, part_id, command, by=by, expected=expected, tx=tx)
    return await shown(plan, by, tx, response)


@router.post(
    "/{plan_id}/parts/{part_id}/refuse",
    name="refuse_part",
    dependencies=WRITES,
    responses=problems(
        PlanNotFound,
        PartNotFound,
        NotThePartsOwner,
        NotInConsultation,
        PartIncomplete,
        AlreadySigned,
        ClientAnsweredEarlier,
        VersionIsOld,
    ),
)
async def refuse(
    plan_id: PlanId,
    part_id: PartId,
    command: RefusePart,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> PlanView:
    """Record that the client will not sign your part, and why, in her own words (odmowa podpisu)."""
    plan = await refuse_part(plan_id, part_id, command, by=by, expected=expected, tx=tx)
    return await shown(plan, by, tx, response)


@router.post(
    "/{plan_id}/parts/{part_id}/close",
    name="close_part",
    dependencies=WRITES,
    responses=problems(
        PlanNotFound,
        PartNotFound,
        NotThePartsOwner,
        PlanEnded,
        PartOver,
        PartIncomplete,
        NotHappenedYet,
        VersionIsOld,
    ),
)
async def close(
    plan_id: PlanId,
    part_id: PartId,
    command: ClosePart,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> PlanView:
    """Close your part and describe its results; an IPUS after a summary talk (zakończenie części)."""
    plan = await close_part(plan_id, part_id, command, by=by, expected=expected, tx=tx)
    return await shown(plan, by, tx, response)


@router.post(
    "/{plan_id}/propose",
    name="propose_plan",
    dependencies=WRITES,
    responses=problems(
        PlanNotFound, NotTheLead, IllegalMove, PartsMissing, PartIncomplete, VersionIsOld
    ),
)
async def propose(
    plan_id: PlanId, expected: Expected, by: By, tx: Tx, response: Response
) -> PlanView:
    """Lay the draft before the client and the institutions (przedstawienie do konsultacji)."""
    plan = await propose_plan(plan_id, by=by, expected=expected, tx=tx)
    return await shown(plan, by, tx, response)


@router.post(
    "/{plan_id}/activate",
    name="activate_plan",
    dependencies=WRITES,
    responses=problems(
        PlanNotFound, NotTheLead, IllegalMove, BeyondLimit, ReviewBeforeToday, VersionIsOld
    ),
)
async def activate(
    plan_id: PlanId, command: ActivatePlan, expected: Expected, by: By, tx: Tx, response: Response
) -> PlanView:
    """Begin with the plan that everybody signed (rozpoczęcie realizacji)."""
    plan = await activate_plan(plan_id, command, by=by, expected=expected, tx=tx)
    return await shown(plan, by, tx, response)
