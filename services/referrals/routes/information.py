"""The HTTP face of requests for information."""

from fastapi import APIRouter, Response

from contracts.values import InformationRequestId
from kernel.pages import CursorUnreadable
from kernel.problems import problems
from kernel.verbs import READS, WRITES, By, Cursor, Expected, Limit, Tx, Verb, concern, tag
from kernel.versions import VersionIsOld
from services.referrals.domain.information import (
    AcknowledgedAlready,
    AgreedToNobodyElse,
    AskedOneself,
    AskedUnknown,
    BasisOver,
    DelayedAlready,
    InformationAsked,
    InformationRequestNotFound,
    NoSuchDelay,
    NotAsked,
    NotTheAsked,
    NotTheAsker,
    WhyNotAll,
)
from services.referrals.domain.information_states import InformationState
from services.referrals.domain.moves import IllegalMove
from services.referrals.domain.referral_refusals import ClientNotFound
from services.referrals.use_cases.acknowledge_information import acknowledge_information
from services.referrals.use_cases.answer_information import AnswerInformation, answer_information
from services.referrals.use_cases.ask_information import AskInformation, ask_information
from services.referrals.use_cases.delay_information import DelayInformation, delay_information
from services.referrals.use_cases.pass_on_information import (
    PassOnInformation,
    pass_on_information,
)
from services.referrals.use_cases.receive_information import receive_information
from services.referrals.use_cases.refuse_information import RefuseInformation, refuse_information
from services.referrals.use_cases.withdraw_information import withdraw_information
from services.referrals.views.information import (
    InformationBox,
    InformationPage,
    InformationView,
    SeenInformation,
)

router = APIRouter(
    prefix="/v1/information-requests", tags=["information requests"], route_class=Verb
)

_ANSWER = (InformationRequestNotFound, NotTheAsked, IllegalMove, VersionIsOld)
_OWN = (InformationRequestNotFound, NotTheAsker, IllegalMove, VersionIsOld)


@router.get(
    "",
    name="list_information_requests",
    dependencies=READS,
    responses=problems(CursorUnreadable),
)
async def requests(
    by: By,
    tx: Tx,
    response: Response,
    box: InformationBox = InformationBox.IN,
    state: InformationState | None = None,
    overdue: bool | None = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> InformationPage:
    """List what your institution is asked, or what it asks (wnioski o informację), newest first."""
    page = await SeenInformation(tx, by).page(
        box, state=state, overdue=overdue, limit=limit, after=cursor
    )
    concern(response, dict.fromkeys(item.client_id for item in page.items))
    return page


@router.get(
    "/{request_id}",
    name="show_information_request",
    dependencies=READS,
    responses=problems(InformationRequestNotFound),
)
async def request(
    request_id: InformationRequestId, by: By, tx: Tx, response: Response
) -> InformationView:
    """Show one request for information, with its answer (wniosek o udzielenie informacji)."""
    view = await SeenInformation(tx, by).show(request_id)
    tag(response, view.version, about=view.client_id)
    return view


@router.post(
    "",
    name="ask_information",
    status_code=201,
    dependencies=WRITES,
    responses=problems(ClientNotFound, AskedUnknown, AskedOneself, BasisOver, InformationAsked),
)
async def ask(command: AskInformation, by: By, tx: Tx, response: Response) -> InformationView:
    """Ask another institution about a client (wniosek o udzielenie informacji, art. 105 u.p.s.).

    It has seven days to answer. It learns whom you ask about, and nothing more of her.
    """
    made = await ask_information(command, by=by, tx=tx)
    tag(response, made.version, f"/v1/information-requests/{made.id}", about=made.client_id)
    return await SeenInformation(tx, by).show(made.id)


@router.post(
    "/{request_id}/receive",
    name="receive_information",
    dependencies=WRITES,
    responses=problems(*_ANSWER),
)
async def receive(
    request_id: InformationRequestId, expected: Expected, by: By, tx: Tx, response: Response
) -> InformationView:
    """Note that your institution opened the request (potwierdzenie odbioru)."""
    done = await receive_information(request_id, by=by, expected=expected, tx=tx)
    tag(response, done.version, about=done.client_id)
    return await SeenInformation(tx, by).show(done.id)


@router.post(
    "/{request_id}/answer",
    name="answer_information",
    dependencies=WRITES,
    responses=problems(*_ANSWER, NotAsked, WhyNotAll),
)
async def answer(
    request_id: InformationRequestId,
    command: AnswerInformation,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> InformationView:
    """Give the information, all of it or a part with the reason why (udzielenie informacji)."""
    done = await answer_information(request_id, command, by=by, expected=expected, tx=tx)
    tag(response, done.version, about=done.client_id)
    return await SeenInformation(tx, by).show(done.id)


@router.post(
    "/{request_id}/refuse",
    name="refuse_information",
    dependencies=WRITES,
    responses=problems(*_ANSWER),
)
async def refuse(
    request_id: InformationRequestId,
    command: RefuseInformation,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> InformationView:
    """Refuse the information with a reason (odmowa udzielenia informacji)."""
    done = await refuse_information(request_id, command, by=by, expected=expected, tx=tx)
    tag(response, done.version, about=done.client_id)
    return await SeenInformation(tx, by).show(done.id)


@router.post(
    "/{request_id}/pass-on",
    name="pass_on_information",
    dependencies=WRITES,
    responses=problems(*_ANSWER, AskedUnknown, AskedOneself, AgreedToNobodyElse),
)
async def pass_on(
    request_id: InformationRequestId,
    command: PassOnInformation,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> InformationView:
    """Pass the request on to the competent institution (przekazanie według właściwości, art. 65 k.p.a.)."""
    done = await pass_on_information(request_id, command, by=by, expected=expected, tx=tx)
    tag(response, done.version, about=done.client_id)
    return await SeenInformation(tx, by).show(done.id)


@router.post(
    "/{request_id}/delay",
    name="delay_information",
    dependencies=WRITES,
    responses=problems(*_ANSWER, DelayedAlready, NoSuchDelay),
)
async def delay(
    request_id: InformationRequestId,
    command: DelayInformation,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> InformationView:
    """Give notice of delay with a reason and a new day, once (zawiadomienie o zwłoce, art. 36 k.p.a.)."""
    done = await delay_information(request_id, command, by=by, expected=expected, tx=tx)
    tag(response, done.version, about=done.client_id)
    return await SeenInformation(tx, by).show(done.id)


@router.post(
    "/{request_id}/withdraw",
    name="withdraw_information",
    dependencies=WRITES,
    responses=problems(*_OWN),
)
async def withdraw(
    request_id: InformationRequestId, expected: Expected, by: By, tx: Tx, response: Response
) -> InformationView:
    """Take back a request of your institution while it is unanswered (wycofanie wniosku)."""
    done = await withdraw_information(request_id, by=by, expected=expected, tx=tx)
    tag(response, done.version, about=done.client_id)
    return await SeenInformation(tx, by).show(done.id)


@router.post(
    "/{request_id}/acknowledge",
    name="acknowledge_information",
    dependencies=WRITES,
    responses=problems(*_OWN, AcknowledgedAlready),
)
async def acknowledge(
    request_id: InformationRequestId, expected: Expected, by: By, tx: Tx, response: Response
) -> InformationView:
    """Note that you read what came of your request (zapoznanie się z odpowiedzią)."""
    done = await acknowledge_information(request_id, by=by, expected=expected, tx=tx)
    tag(response, done.version, about=done.client_id)
    return await SeenInformation(tx, by).show(done.id)
