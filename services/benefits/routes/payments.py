"""The HTTP face of payment lists and of the ledger."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response

from contracts.values import Month, PaymentLineId, PaymentListId
from kernel.house import House
from kernel.paper import PAPER, PrintedPaper, answered
from kernel.problems import problems
from kernel.verbs import READS, WRITES, By, Expected, Limit, Tx, Verb, concern, tag
from kernel.versions import VersionIsOld
from services.benefits.domain.award import IllegalMove
from services.benefits.domain.payment_files import MEDIA, FileForm
from services.benefits.domain.payment_list import PaymentList
from services.benefits.domain.payment_terms import (
    DayDoesNotFit,
    EmptyList,
    FileWouldDiffer,
    LinesOutdated,
    ListTooEarly,
    NothingPayable,
    NotInThisForm,
    OwnFiles,
    OwnList,
    PayeesUnknown,
    PaymentLineNotFound,
    PaymentListNotFound,
    SayWhichList,
)
from services.benefits.store.payment_lists import PaymentLists, clients_of
from services.benefits.use_cases.approve_payment_list import approve_payment_list
from services.benefits.use_cases.cancel_payment_list import cancel_payment_list
from services.benefits.use_cases.confirm_payment_list import (
    ConfirmPaymentList,
    confirm_payment_list,
)
from services.benefits.use_cases.draft_payment_list import DraftPaymentList, draft_payment_list
from services.benefits.use_cases.export_payment_list import (
    ExportPaymentList,
    export_payment_list,
)
from services.benefits.use_cases.hold_payment_line import HoldPaymentLine, hold_payment_line
from services.benefits.use_cases.release_payment_line import release_payment_line
from services.benefits.use_cases.return_payment_line import (
    ReturnPaymentLine,
    return_payment_line,
)
from services.benefits.views.payment_file import payment_file
from services.benefits.views.payment_list_paper import payment_list_paper
from services.benefits.views.payment_lists import (
    LedgerView,
    PaymentLinesView,
    PaymentListsView,
    PaymentListView,
    latest_lists,
    ledger_view,
    lines_of,
    payment_list_view,
)

router = APIRouter(prefix="/v1/benefits", tags=["benefits"], route_class=Verb)
_ANY = (PaymentListNotFound, IllegalMove, VersionIsOld)
_PATH = "/payment-lists/{list_id}"
_FILE: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "The file, as it was made at the export.",
        "content": {
            media.split(";")[0]: {"schema": {"type": "string", "format": "binary"}}
            for media, _ in MEDIA.values()
        },
    }
}


def _house(request: Request) -> House:
    return request.app.state.house  # type: ignore[no-any-return] # app.state is untyped


def _told(response: Response, found: PaymentList) -> PaymentListView:
    tag(response, found.version)
    return payment_list_view(found)


@router.post(
    "/payment-lists",
    name="draft_payment_list",
    status_code=201,
    dependencies=WRITES,
    responses=problems(NothingPayable, ListTooEarly),
)
async def draft(command: DraftPaymentList, by: By, tx: Tx, response: Response) -> PaymentListView:
    """Draw up what is payable up to a month and stands on no list yet (lista wypłat)."""
    drawn = await draft_payment_list(command, by=by, tx=tx)
    tag(response, drawn.version, f"/v1/benefits/payment-lists/{drawn.id}")
    return payment_list_view(drawn)


@router.get("/payment-lists", name="list_payment_lists", dependencies=READS)
async def lists(by: By, tx: Tx, month: Month | None = None, limit: Limit = 20) -> PaymentListsView:
    """List the payment lists of your institution, the latest first."""
    return await latest_lists(tx, by, month, limit)


@router.get(
    _PATH,
    name="show_payment_list",
    dependencies=READS,
    responses=problems(PaymentListNotFound),
)
async def show(list_id: PaymentListId, by: By, tx: Tx, response: Response) -> PaymentListView:
    """Show where a payment list stands, who did what, and what it comes to."""
    return _told(response, await PaymentLists(tx, by).find(list_id))


@router.get(
    f"{_PATH}/lines",
    name="list_payment_lines",
    dependencies=READS,
    responses=problems(PaymentListNotFound),
)
async def lines(list_id: PaymentListId, by: By, tx: Tx, response: Response) -> PaymentLinesView:
    """Show what a payment list pays line by line (pozycje listy); names and accounts are not kept here."""
    found, view = await lines_of(tx, by, list_id)
    tag(response, found.version)
    concern(response, clients_of(found))
    return view


@router.post(
    f"{_PATH}/lines/{{line_id}}/hold",
    name="hold_payment_line",
    dependencies=WRITES,
    responses=problems(*_ANY, PaymentLineNotFound),
)
async def hold(
    list_id: PaymentListId,
    line_id: PaymentLineId,
    command: HoldPaymentLine,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> PaymentListView:
    """Take a line off and hold it back, before any file was made (wstrzymanie pozycji)."""
    where = list_id, line_id
    found = await hold_payment_line(where, command, expected=expected, by=by, tx=tx)
    return _told(response, found)


@router.post(
    f"{_PATH}/lines/{{line_id}}/release",
    name="release_payment_line",
    dependencies=WRITES,
    responses=problems(*_ANY, PaymentLineNotFound),
)
async def release(
    list_id: PaymentListId,
    line_id: PaymentLineId,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> PaymentListView:
    """Hold a line back no more: a draft has it again, else the next list may."""
    found = await release_payment_line((list_id, line_id), expected=expected, by=by, tx=tx)
    return _told(response, found)


@router.post(
    f"{_PATH}/approve",
    name="approve_payment_list",
    dependencies=WRITES,
    responses=problems(*_ANY, SayWhichList, OwnList, EmptyList, LinesOutdated),
)
async def approve(
    list_id: PaymentListId, expected: Expected, by: By, tx: Tx, response: Response
) -> PaymentListView:
    """Approve, as you saw it, a list that somebody else drew up (zatwierdzenie listy do wypłaty)."""
    found = await approve_payment_list(list_id, expected=expected, by=by, tx=tx)
    return _told(response, found)


@router.post(
    f"{_PATH}/cancel",
    name="cancel_payment_list",
    dependencies=WRITES,
    responses=problems(*_ANY),
)
async def cancel(
    list_id: PaymentListId, expected: Expected, by: By, tx: Tx, response: Response
) -> PaymentListView:
    """Cancel a list before any file of it was made; what stood on it is payable again."""
    found = await cancel_payment_list(list_id, expected=expected, by=by, tx=tx)
    return _told(response, found)


@router.post(
    f"{_PATH}/export",
    name="export_payment_list",
    dependencies=WRITES,
    responses=problems(*_ANY, EmptyList, PayeesUnknown),
)
async def export(
    list_id: PaymentListId,
    command: ExportPaymentList,
    request: Request,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> PaymentListView:
    """Have the files of an approved list made; their fingerprints are kept, the files are not."""
    house = _house(request)
    found = await export_payment_list(
        list_id, command, expected=expected, by=by, tx=tx, house=house
    )
    return _told(response, found)


@router.get(
    f"{_PATH}/file",
    name="fetch_payment_file",
    dependencies=READS,
    response_class=Response,
    responses=_FILE | problems(PaymentListNotFound, NotInThisForm, FileWouldDiffer),
)
async def file(
    list_id: PaymentListId,
    request: Request,
    by: By,
    tx: Tx,
    form: Annotated[FileForm, Query(alias="format")] = FileForm.PAIN001,
) -> Response:
    """Fetch the file for the bank (ISO 20022 pain.001 or Elixir-O), or the sheet of all lines (CSV)."""
    found, written = await payment_file(tx, by, _house(request), list_id, form)
    answer = Response(written, headers=_as_file(found, form))
    concern(answer, clients_of(found))
    return answer


def _as_file(found: PaymentList, form: FileForm) -> dict[str, str]:
    """Shown to the caller only, kept nowhere on the way, named after nobody."""
    media, ending = MEDIA[form]
    named = f'attachment; filename="wyplaty-{found.month}-{found.id.hex[-8:]}.{ending}"'
    return {
        "Content-Type": media,
        "Content-Disposition": named,
        "Cache-Control": "no-store",
    }


@router.get(
    f"{_PATH}/paper.pdf",
    name="print_payment_list",
    dependencies=READS,
    response_class=PrintedPaper,
    responses=PAPER | problems(PaymentListNotFound),
)
async def paper(list_id: PaymentListId, by: By, tx: Tx) -> Response:
    """Print a payment list for the file, with lines for both to sign on; it names nobody (wydruk listy)."""
    found, written = await payment_list_paper(tx, by, list_id)
    answer = answered(written)
    concern(answer, clients_of(found))
    return answer


@router.post(
    f"{_PATH}/confirm",
    name="confirm_payment_list",
    dependencies=WRITES,
    responses=problems(*_ANY, OwnFiles, DayDoesNotFit),
)
async def confirm(
    list_id: PaymentListId,
    command: ConfirmPaymentList,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> PaymentListView:
    """Say that a list was paid: a second person does, or the bank's reference (potwierdzenie wypłaty)."""
    found = await confirm_payment_list(list_id, command, expected=expected, by=by, tx=tx)
    return _told(response, found)


@router.post(
    f"{_PATH}/lines/{{line_id}}/return",
    name="return_payment_line",
    dependencies=WRITES,
    responses=problems(*_ANY, PaymentLineNotFound, DayDoesNotFit),
)
async def give_back(
    list_id: PaymentListId,
    line_id: PaymentLineId,
    command: ReturnPaymentLine,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> PaymentListView:
    """Note that a payment came back (zwrot z banku); its month is payable again, as a new line."""
    where = list_id, line_id
    found = await return_payment_line(where, command, expected=expected, by=by, tx=tx)
    return _told(response, found)


@router.get("/ledger", name="show_ledger", dependencies=READS)
async def ledger(by: By, tx: Tx, month: Month | None = None) -> LedgerView:
    """Show the balance of every account of your institution's books (księga): they add up to nothing."""
    return await ledger_view(tx, by, month)
