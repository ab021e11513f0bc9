"""The HTTP face of visits: recorded and confirmed by the provider, checked by whoever pays."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

from contracts.benefits.vouchers import VisitId, VoucherProgrammeId
from contracts.values import Month
from kernel.pages import CursorUnreadable
from kernel.problems import problems
from kernel.verbs import (
    READS,
    WRITES,
    By,
    Cursor,
    Expected,
    Limit,
    Tx,
    Verb,
    concern,
    tag,
)
from kernel.versions import VersionIsOld
from services.benefits.domain.visit import Visit
from services.benefits.domain.visit_refusals import (
    MonthSubmitted,
    NoSuchFlag,
    NotATime,
    NotDrawn,
    NotTheCareProvider,
    NotThePayer,
    OtherProvider,
    ServiceNotCovered,
    TwoPlacesAtOnce,
    VisitNotFound,
    VisitStruck,
    VoucherNotGood,
    VoucherUsedUp,
)
from services.benefits.domain.voucher_settlement import SettlementClosed
from services.benefits.domain.voucher_states import CodeLocked, NotOnContract, VoucherNotFound
from services.benefits.store.visits import Visits, Wanted
from services.benefits.use_cases.check_visit_by_phone import (
    CheckVisitByPhone,
    check_visit_by_phone,
)
from services.benefits.use_cases.clear_visit_flag import ClearVisitFlag, clear_visit_flag
from services.benefits.use_cases.confirm_visit import ConfirmVisit, confirm_visit
from services.benefits.use_cases.correct_visit import CorrectVisit, correct_visit
from services.benefits.use_cases.explain_visit import ExplainVisit, explain_visit
from services.benefits.use_cases.record_care_visit import RecordCareVisit, record_care_visit
from services.benefits.use_cases.strike_visit import StrikeVisit, strike_visit
from services.benefits.views.visits import (
    RecordedVisitView,
    VisitPage,
    VisitView,
    list_visits,
    recorded_view,
    visit_view,
)

router = APIRouter(prefix="/v1/voucher-visits", tags=["vouchers"], route_class=Verb)
_LAID = (
    NotATime,
    MonthSubmitted,
    NotOnContract,
    OtherProvider,
    ServiceNotCovered,
    VoucherNotGood,
    TwoPlacesAtOnce,
    VoucherUsedUp,
)
_OWN = (VisitNotFound, NotTheCareProvider, VisitStruck, VersionIsOld)
_PAID = (VisitNotFound, NotThePayer, VisitStruck, SettlementClosed, VersionIsOld)


async def _answer(tx: Tx, by: By, visit: Visit, response: Response) -> VisitView:
    tag(response, visit.version, about=visit.client_id)
    return await visit_view(tx, by, visit)


@router.post(
    "",
    name="record_care_visit",
    status_code=201,
    dependencies=WRITES,
    responses=problems(VoucherNotFound, CodeLocked, *_LAID),
)
async def record(
    command: RecordCareVisit, by: By, tx: Tx, response: Response
) -> RecordedVisitView:
    """Record a visit paid for with a voucher, confirmed by the client's code (karta pracy)."""
    recorded = await record_care_visit(command, by=by, tx=tx)
    visit = recorded.visit
    tag(response, visit.version, f"/v1/voucher-visits/{visit.id}", about=visit.client_id)
    return await recorded_view(tx, by, recorded)


@router.get("", name="list_visits", dependencies=READS, responses=problems(CursorUnreadable))
async def visits(
    by: By,
    tx: Tx,
    response: Response,
    programme_id: VoucherProgrammeId | None = None,
    month: Month | None = None,
    to_phone: Annotated[
        bool, Query(description="Those drawn for a check by telephone that waits.")
    ] = False,
    flagged: Annotated[bool, Query(description="Those that wait for an explanation.")] = False,
    cursor: Cursor = None,
    limit: Limit = 20,
) -> VisitPage:
    """List the visits that your institution provided or pays for, as they were recorded."""
    wanted = Wanted(programme_id, month, to_phone, flagged)
    page, clients = await list_visits(tx, by, wanted, after=cursor, limit=limit)
    concern(response, clients)
    return page


@router.get(
    "/{visit_id}", name="show_visit", dependencies=READS, responses=problems(VisitNotFound)
)
async def show(visit_id: VisitId, by: By, tx: Tx, response: Response) -> VisitView:
    """Show a visit with its flags and corrections."""
    return await _answer(tx, by, await Visits(tx, by).find(visit_id), response)


@router.post(
    "/{visit_id}/confirm",
    name="confirm_visit",
    dependencies=WRITES,
    responses=problems(*_OWN, MonthSubmitted, CodeLocked),
)
async def confirm(
    visit_id: VisitId,
    command: ConfirmVisit,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> RecordedVisitView:
    """Confirm a visit with the client's code; a wrong one counts, and five lock the voucher's code."""
    recorded = await confirm_visit(visit_id, command, expected=expected, by=by, tx=tx)
    tag(response, recorded.visit.version, about=recorded.visit.client_id)
    return await recorded_view(tx, by, recorded)


@router.post(
    "/{visit_id}/correct",
    name="correct_visit",
    dependencies=WRITES,
    responses=problems(*_OWN, *_LAID),
)
async def correct(
    visit_id: VisitId,
    command: CorrectVisit,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> RecordedVisitView:
    """Correct the times of a visit, with a reason; the client confirms it anew."""
    recorded = await correct_visit(visit_id, command, expected=expected, by=by, tx=tx)
    tag(response, recorded.visit.version, about=recorded.visit.client_id)
    return await recorded_view(tx, by, recorded)


@router.post(
    "/{visit_id}/explain",
    name="explain_visit",
    dependencies=WRITES,
    responses=problems(*_OWN, NoSuchFlag),
)
async def explain(
    visit_id: VisitId,
    command: ExplainVisit,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> VisitView:
    """Explain what looks wrong about a visit of yours; the payer decides whether it is enough."""
    visit = await explain_visit(visit_id, command, expected=expected, by=by, tx=tx)
    return await _answer(tx, by, visit, response)


@router.post(
    "/{visit_id}/clear-flag",
    name="clear_visit_flag",
    dependencies=WRITES,
    responses=problems(*_PAID, NoSuchFlag),
)
async def clear_flag(
    visit_id: VisitId,
    command: ClearVisitFlag,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> VisitView:
    """Take a flag of a visit as explained, with a note why."""
    visit = await clear_visit_flag(visit_id, command, expected=expected, by=by, tx=tx)
    return await _answer(tx, by, visit, response)


@router.post(
    "/{visit_id}/check-by-phone",
    name="check_visit_by_phone",
    dependencies=WRITES,
    responses=problems(*_PAID, NotDrawn),
)
async def check_by_phone(
    visit_id: VisitId,
    command: CheckVisitByPhone,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> VisitView:
    """Note what the client said on the telephone about a visit that was drawn."""
    visit = await check_visit_by_phone(visit_id, command, expected=expected, by=by, tx=tx)
    return await _answer(tx, by, visit, response)


@router.post(
    "/{visit_id}/strike",
    name="strike_visit",
    dependencies=WRITES,
    responses=problems(*_PAID),
)
async def strike(
    visit_id: VisitId, command: StrikeVisit, expected: Expected, by: By, tx: Tx, response: Response
) -> VisitView:
    """Strike a visit: it is not paid for, and its hours are on the voucher again."""
    visit = await strike_visit(visit_id, command, expected=expected, by=by, tx=tx)
    return await _answer(tx, by, visit, response)
