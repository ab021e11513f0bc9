"""The HTTP face of hand-overs."""

from fastapi import APIRouter, Response

from contracts.values import AdviceId, HandoverId
from kernel.pages import CursorUnreadable
from kernel.problems import problems
from kernel.verbs import READS, WRITES, By, Cursor, Expected, Limit, Tx, Verb, concern, tag
from kernel.versions import VersionIsOld
from services.referrals.domain.advice import AdviceNotFound, NotTheAdviser, NotYourAdvice
from services.referrals.domain.handover import (
    HandoverNotFound,
    HandoverPending,
    HandoverState,
    HandoverToHerself,
    KeepsNothing,
    NotTheAddressee,
    NotTheProposer,
)
from services.referrals.domain.moves import IllegalMove
from services.referrals.domain.passing import PassingList
from services.referrals.use_cases.accept_handover import AcceptHandover, accept_handover
from services.referrals.use_cases.decline_handover import DeclineHandover, decline_handover
from services.referrals.use_cases.hand_over_caseload import HandOverCaseload, hand_over_caseload
from services.referrals.use_cases.propose_handover import ProposeHandover, propose_handover
from services.referrals.use_cases.withdraw_handover import withdraw_handover
from services.referrals.views.handovers import (
    HandoverBox,
    HandoverPage,
    HandoverView,
    SeenHandovers,
)

router = APIRouter(prefix="/v1", tags=["advice"], route_class=Verb)

_ANSWER = problems(HandoverNotFound, NotTheAddressee, IllegalMove, VersionIsOld)


@router.get(
    "/handovers", name="list_handovers", dependencies=READS, responses=problems(CursorUnreadable)
)
async def handovers(
    by: By,
    tx: Tx,
    response: Response,
    box: HandoverBox = HandoverBox.IN,
    state: HandoverState | None = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> HandoverPage:
    """List hand-overs proposed to you, by you, or at your institution (przekazania)."""
    page = await SeenHandovers(tx, by).page(box, state, limit, cursor)
    concern(response, dict.fromkeys(item.client_id for item in page.items))
    return page


@router.get(
    "/handovers/{handover_id}",
    name="show_handover",
    dependencies=READS,
    responses=problems(HandoverNotFound),
)
async def handover(handover_id: HandoverId, by: By, tx: Tx, response: Response) -> HandoverView:
    """Show a hand-over with its summary (przekazanie)."""
    view = await SeenHandovers(tx, by).show(handover_id)
    tag(response, view.version, about=view.client_id)
    return view


@router.post(
    "/advice/{advice_id}/handovers",
    name="propose_handover",
    status_code=201,
    dependencies=WRITES,
    responses=problems(
        AdviceNotFound,
        NotYourAdvice,
        NotTheAdviser,
        IllegalMove,
        HandoverPending,
        HandoverToHerself,
        VersionIsOld,
    ),
)
async def propose(
    advice_id: AdviceId,
    command: ProposeHandover,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> HandoverView:
    """Propose that a colleague takes the client over; a summary of this moment goes along."""
    handover = await propose_handover(advice_id, command, by=by, expected=expected, tx=tx)
    tag(response, handover.version, f"/v1/handovers/{handover.id}", about=handover.client_id)
    return await SeenHandovers(tx, by).show(handover.id)


@router.post(
    "/handovers",
    name="hand_over_caseload",
    dependencies=WRITES,
)
async def caseload(command: HandOverCaseload, by: By, tx: Tx, response: Response) -> PassingList:
    """Hand many clients over to a worker at once, as a manager (przekazanie spraw). Each has its own
    result; what is not `kept` of the former adviser's pending requests falls away.
    """
    done = await hand_over_caseload(command, by=by, tx=tx)
    concern(response, done.clients)
    return PassingList(items=done.items)


@router.post(
    "/handovers/{handover_id}/accept",
    name="accept_handover",
    dependencies=WRITES,
    responses=_ANSWER | problems(KeepsNothing),
)
async def accept(
    handover_id: HandoverId,
    command: AcceptHandover,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> HandoverView:
    """Take the client over, with the pending requests you keep (przyjęcie przekazania)."""
    handover = await accept_handover(handover_id, command, by=by, expected=expected, tx=tx)
    tag(response, handover.version, about=handover.client_id)
    return await SeenHandovers(tx, by).show(handover.id)


@router.post(
    "/handovers/{handover_id}/decline",
    name="decline_handover",
    dependencies=WRITES,
    responses=_ANSWER,
)
async def decline(
    handover_id: HandoverId,
    command: DeclineHandover,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> HandoverView:
    """Do not take the client over, with a reason (odmowa przejęcia)."""
    handover = await decline_handover(handover_id, command, by=by, expected=expected, tx=tx)
    tag(response, handover.version, about=handover.client_id)
    return await SeenHandovers(tx, by).show(handover.id)


@router.post(
    "/handovers/{handover_id}/withdraw",
    name="withdraw_handover",
    dependencies=WRITES,
    responses=problems(HandoverNotFound, NotTheProposer, IllegalMove, VersionIsOld),
)
async def withdraw(
    handover_id: HandoverId, expected: Expected, by: By, tx: Tx, response: Response
) -> HandoverView:
    """Take a proposed hand-over back (wycofanie przekazania)."""
    handover = await withdraw_handover(handover_id, by=by, expected=expected, tx=tx)
    tag(response, handover.version, about=handover.client_id)
    return await SeenHandovers(tx, by).show(handover.id)
