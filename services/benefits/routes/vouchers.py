"""The HTTP face of care vouchers: worked out, granted, handed over, rested, ended, printed."""

from fastapi import APIRouter, Request, Response

from contracts.benefits.vouchers import VoucherId, VoucherProgrammeId
from contracts.values import ClientId
from kernel import relations
from kernel.house import House
from kernel.pages import CursorUnreadable
from kernel.paper import PAPER, PrintedPaper, answered
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
from services.benefits.domain.award import IllegalMove
from services.benefits.domain.dated import ParameterUnknown
from services.benefits.domain.declared import (
    ClientNotFound,
    HouseholdNotDeclared,
    IncomeNotDeclared,
)
from services.benefits.domain.visit_refusals import VoucherNotGood
from services.benefits.domain.voucher import Voucher
from services.benefits.domain.voucher_programme import ProgrammeNotFound
from services.benefits.domain.voucher_states import (
    NotAPeriod,
    NotOnContract,
    NotTheIssuer,
    OutsideProgramme,
    OwnDraft,
    SameProvider,
    VoucherNotFound,
    VoucherOpen,
)
from services.benefits.store.voucher_programmes import Programmes
from services.benefits.store.vouchers import Vouchers
from services.benefits.use_cases.cancel_voucher import CancelVoucher, cancel_voucher
from services.benefits.use_cases.draft_voucher import DraftVoucher, draft_voucher
from services.benefits.use_cases.hand_over_voucher import hand_over_voucher
from services.benefits.use_cases.issue_voucher import issue_voucher
from services.benefits.use_cases.record_absence import RecordAbsence, record_absence
from services.benefits.use_cases.renew_voucher_code import renew_voucher_code
from services.benefits.use_cases.resume_voucher import resume_voucher
from services.benefits.use_cases.suspend_voucher import SuspendVoucher, suspend_voucher
from services.benefits.use_cases.transfer_voucher import TransferVoucher, transfer_voucher
from services.benefits.views.voucher_paper import voucher_paper
from services.benefits.views.vouchers import (
    AbsenceView,
    CheckVoucher,
    HandedOverView,
    VoucherCheckView,
    VoucherPage,
    VoucherView,
    check_voucher,
    list_vouchers,
    show_voucher,
    voucher_view,
)

router = APIRouter(prefix="/v1/vouchers", tags=["vouchers"], route_class=Verb)
_STEP = (VoucherNotFound, NotTheIssuer, IllegalMove, VersionIsOld)


def _house(request: Request) -> House:
    return request.app.state.house  # type: ignore[no-any-return] # app.state is untyped


async def _answer(tx: Tx, voucher: Voucher, response: Response) -> VoucherView:
    tag(response, voucher.version, about=voucher.client_id)
    return await voucher_view(tx, voucher)


@router.post(
    "",
    name="draft_voucher",
    status_code=201,
    dependencies=WRITES,
    responses=problems(
        ClientNotFound,
        ProgrammeNotFound,
        NotAPeriod,
        OutsideProgramme,
        NotOnContract,
        HouseholdNotDeclared,
        IncomeNotDeclared,
        VoucherOpen,
        ParameterUnknown,
    ),
)
async def draft(
    command: DraftVoucher, request: Request, by: By, tx: Tx, response: Response
) -> VoucherView:
    """Work a care voucher out for a client, with her co-payment (bon na usługi opiekuńcze)."""
    voucher = await draft_voucher(command, by=by, tx=tx, house=_house(request))
    tag(response, voucher.version, f"/v1/vouchers/{voucher.id}", about=voucher.client_id)
    return await voucher_view(tx, voucher)


@router.get("", name="list_vouchers", dependencies=READS, responses=problems(CursorUnreadable))
async def vouchers(
    by: By,
    tx: Tx,
    response: Response,
    programme_id: VoucherProgrammeId | None = None,
    client_id: ClientId | None = None,
    cursor: Cursor = None,
    limit: Limit = 20,
) -> VoucherPage:
    """List the vouchers of the clients your institution may see, the latest first."""
    page = await list_vouchers(
        tx, by, programme=programme_id, client=client_id, after=cursor, limit=limit
    )
    concern(response, dict.fromkeys(one.client_id for one in page.items))
    return page


@router.post(
    "/check",
    name="check_voucher",
    dependencies=READS,
    responses=problems(VoucherNotFound, NotOnContract),
)
async def check(command: CheckVoucher, by: By, tx: Tx) -> VoucherCheckView:
    """Check a voucher that is shown to you by its number: whether it is good, and what is left."""
    return await check_voucher(tx, by, command.serial)


@router.get(
    "/{voucher_id}",
    name="show_voucher",
    dependencies=READS,
    responses=problems(VoucherNotFound),
)
async def show(voucher_id: VoucherId, by: By, tx: Tx, response: Response) -> VoucherView:
    """Show a voucher with its hours month by month and its working."""
    view = await show_voucher(tx, by, voucher_id)
    tag(response, view.version, about=view.client_id)
    return view


@router.get(
    "/{voucher_id}/paper.pdf",
    name="print_voucher",
    dependencies=READS,
    response_class=PrintedPaper,
    responses=PAPER | problems(VoucherNotFound),
)
async def paper(voucher_id: VoucherId, by: By, tx: Tx) -> Response:
    """Print a voucher on one page with its number as a QR code (bon do wydania)."""
    voucher = await Vouchers(tx, by).find(voucher_id)
    programme = await Programmes(tx, None).find(voucher.programme_id)
    named = voucher.provider and await relations.party(tx.session, voucher.provider)
    printed = await voucher_paper(tx, by, voucher, programme, named.name if named else None)
    response = answered(printed)
    concern(response, [voucher.client_id])
    return response


@router.post(
    "/{voucher_id}/issue",
    name="issue_voucher",
    dependencies=WRITES,
    responses=problems(*_STEP, OwnDraft),
)
async def issue(
    voucher_id: VoucherId, expected: Expected, by: By, tx: Tx, response: Response
) -> VoucherView:
    """Grant a voucher that somebody else worked out (przyznanie bonu)."""
    voucher = await issue_voucher(voucher_id, expected=expected, by=by, tx=tx)
    return await _answer(tx, voucher, response)


@router.post(
    "/{voucher_id}/hand-over",
    name="hand_over_voucher",
    dependencies=WRITES,
    responses=problems(*_STEP),
)
async def hand_over(
    voucher_id: VoucherId, expected: Expected, by: By, tx: Tx, response: Response
) -> HandedOverView:
    """Hand a voucher over; the answer holds the client's code, which is shown this once."""
    voucher, code = await hand_over_voucher(voucher_id, expected=expected, by=by, tx=tx)
    return HandedOverView(code=code, voucher=await _answer(tx, voucher, response))


@router.post(
    "/{voucher_id}/renew-code",
    name="renew_voucher_code",
    dependencies=WRITES,
    responses=problems(*_STEP),
)
async def renew_code(
    voucher_id: VoucherId, expected: Expected, by: By, tx: Tx, response: Response
) -> HandedOverView:
    """Give the client another code; the old one is void, and a locked voucher is open again."""
    voucher, code = await renew_voucher_code(voucher_id, expected=expected, by=by, tx=tx)
    return HandedOverView(code=code, voucher=await _answer(tx, voucher, response))


@router.post(
    "/{voucher_id}/suspend",
    name="suspend_voucher",
    dependencies=WRITES,
    responses=problems(*_STEP),
)
async def suspend(
    voucher_id: VoucherId,
    command: SuspendVoucher,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> VoucherView:
    """Let a voucher rest from today on (zawieszenie bonu)."""
    voucher = await suspend_voucher(voucher_id, command, expected=expected, by=by, tx=tx)
    return await _answer(tx, voucher, response)


@router.post(
    "/{voucher_id}/resume",
    name="resume_voucher",
    dependencies=WRITES,
    responses=problems(*_STEP),
)
async def resume(
    voucher_id: VoucherId, expected: Expected, by: By, tx: Tx, response: Response
) -> VoucherView:
    """Let a voucher go on that rested."""
    voucher = await resume_voucher(voucher_id, expected=expected, by=by, tx=tx)
    return await _answer(tx, voucher, response)


@router.post(
    "/{voucher_id}/cancel",
    name="cancel_voucher",
    dependencies=WRITES,
    responses=problems(*_STEP),
)
async def cancel(
    voucher_id: VoucherId,
    command: CancelVoucher,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> VoucherView:
    """End a voucher from today on; visits before are still settled (unieważnienie bonu)."""
    voucher = await cancel_voucher(voucher_id, command, expected=expected, by=by, tx=tx)
    return await _answer(tx, voucher, response)


@router.post(
    "/{voucher_id}/transfer",
    name="transfer_voucher",
    status_code=201,
    dependencies=WRITES,
    responses=problems(
        *_STEP, ProgrammeNotFound, SameProvider, NotOnContract, VoucherNotGood, VoucherOpen
    ),
)
async def transfer(
    voucher_id: VoucherId,
    command: TransferVoucher,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> VoucherView:
    """Let another voucher take its place, with what is left: another provider, or a free choice."""
    heir = await transfer_voucher(voucher_id, command, expected=expected, by=by, tx=tx)
    tag(response, heir.version, f"/v1/vouchers/{heir.id}", about=heir.client_id)
    return await voucher_view(tx, heir)


@router.post(
    "/{voucher_id}/absences",
    name="record_absence",
    status_code=201,
    dependencies=WRITES,
    responses=problems(VoucherNotFound, NotTheIssuer, NotAPeriod),
)
async def absence(
    voucher_id: VoucherId, command: RecordAbsence, by: By, tx: Tx, response: Response
) -> AbsenceView:
    """Note days on which the client is not at home; visits on them are to be explained."""
    voucher, absence_id, flagged = await record_absence(voucher_id, command, by=by, tx=tx)
    concern(response, [voucher.client_id])
    return AbsenceView(id=absence_id, visits_flagged=flagged)
