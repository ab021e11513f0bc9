"""The HTTP face of settlements: a provider's month of care, in four eyes."""

from fastapi import APIRouter, Response

from contracts.benefits.vouchers import SettlementId, VoucherProgrammeId
from kernel.pages import CursorUnreadable
from kernel.problems import problems
from kernel.verbs import READS, WRITES, By, Cursor, Expected, Limit, Tx, Verb, tag
from kernel.versions import VersionIsOld
from services.benefits.domain.award import IllegalMove
from services.benefits.domain.visit_refusals import NotTheCareProvider, NotThePayer
from services.benefits.domain.voucher_programme import ProgrammeNotFound
from services.benefits.domain.voucher_settlement import (
    AlreadySubmitted,
    FlagsOpen,
    MonthNotOver,
    NothingToSettle,
    OwnCheck,
    SettlementNotFound,
    VoucherSettlement,
)
from services.benefits.use_cases.accept_settlement import accept_settlement
from services.benefits.use_cases.answer_settlement import answer_settlement
from services.benefits.use_cases.check_settlement import check_settlement
from services.benefits.use_cases.pay_settlement import pay_settlement
from services.benefits.use_cases.query_settlement import QuerySettlement, query_settlement
from services.benefits.use_cases.submit_settlement import SubmitSettlement, submit_settlement
from services.benefits.views.voucher_settlements import (
    SettlementPage,
    SettlementView,
    list_settlements,
    settlement_view,
    show_settlement,
)

router = APIRouter(prefix="/v1/voucher-settlements", tags=["vouchers"], route_class=Verb)
_STEP = (SettlementNotFound, NotThePayer, IllegalMove, VersionIsOld)


async def _answer(tx: Tx, settlement: VoucherSettlement, response: Response) -> SettlementView:
    tag(response, settlement.version)
    return await settlement_view(tx, settlement)


@router.post(
    "",
    name="submit_settlement",
    status_code=201,
    dependencies=WRITES,
    responses=problems(ProgrammeNotFound, MonthNotOver, AlreadySubmitted, NothingToSettle),
)
async def submit(command: SubmitSettlement, by: By, tx: Tx, response: Response) -> SettlementView:
    """Submit all visits of a month for settlement; the month is closed with it (rozliczenie)."""
    settlement = await submit_settlement(command, by=by, tx=tx)
    tag(response, settlement.version, f"/v1/voucher-settlements/{settlement.id}")
    return await settlement_view(tx, settlement)


@router.get("", name="list_settlements", dependencies=READS, responses=problems(CursorUnreadable))
async def settlements(
    by: By,
    tx: Tx,
    programme_id: VoucherProgrammeId | None = None,
    cursor: Cursor = None,
    limit: Limit = 20,
) -> SettlementPage:
    """List the settlements your institution submitted or pays, the latest first."""
    return await list_settlements(tx, by, programme=programme_id, after=cursor, limit=limit)


@router.get(
    "/{settlement_id}",
    name="show_settlement",
    dependencies=READS,
    responses=problems(SettlementNotFound),
)
async def show(settlement_id: SettlementId, by: By, tx: Tx, response: Response) -> SettlementView:
    """Show a settlement, voucher by voucher: cost, co-payment, what the gmina pays."""
    view = await show_settlement(tx, by, settlement_id)
    tag(response, view.version)
    return view


@router.post(
    "/{settlement_id}/check",
    name="check_settlement",
    dependencies=WRITES,
    responses=problems(*_STEP),
)
async def check(
    settlement_id: SettlementId, expected: Expected, by: By, tx: Tx, response: Response
) -> SettlementView:
    """Note that you checked a settlement; another person accepts it."""
    settlement = await check_settlement(settlement_id, expected=expected, by=by, tx=tx)
    return await _answer(tx, settlement, response)


@router.post(
    "/{settlement_id}/query",
    name="query_settlement",
    dependencies=WRITES,
    responses=problems(*_STEP),
)
async def query(
    settlement_id: SettlementId,
    command: QuerySettlement,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> SettlementView:
    """Send a settlement back to the provider with a question."""
    settlement = await query_settlement(settlement_id, command, expected=expected, by=by, tx=tx)
    return await _answer(tx, settlement, response)


@router.post(
    "/{settlement_id}/answer",
    name="answer_settlement",
    dependencies=WRITES,
    responses=problems(SettlementNotFound, NotTheCareProvider, IllegalMove, VersionIsOld),
)
async def answer(
    settlement_id: SettlementId, expected: Expected, by: By, tx: Tx, response: Response
) -> SettlementView:
    """Send a settlement to the payer again, once its visits are explained."""
    settlement = await answer_settlement(settlement_id, expected=expected, by=by, tx=tx)
    return await _answer(tx, settlement, response)


@router.post(
    "/{settlement_id}/accept",
    name="accept_settlement",
    dependencies=WRITES,
    responses=problems(*_STEP, OwnCheck, FlagsOpen),
)
async def accept(
    settlement_id: SettlementId, expected: Expected, by: By, tx: Tx, response: Response
) -> SettlementView:
    """Accept a settlement that somebody else checked; every flag is explained or struck by then."""
    settlement = await accept_settlement(settlement_id, expected=expected, by=by, tx=tx)
    return await _answer(tx, settlement, response)


@router.post(
    "/{settlement_id}/pay",
    name="pay_settlement",
    dependencies=WRITES,
    responses=problems(*_STEP),
)
async def pay(
    settlement_id: SettlementId, expected: Expected, by: By, tx: Tx, response: Response
) -> SettlementView:
    """Note that a settlement was paid today."""
    settlement = await pay_settlement(settlement_id, expected=expected, by=by, tx=tx)
    return await _answer(tx, settlement, response)
