"""The HTTP face of personal advisers."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

from contracts.values import AdviceId, ClientId, WorkerCode
from kernel.pages import CursorUnreadable
from kernel.problems import problems
from kernel.verbs import READS, WRITES, By, Cursor, Expected, Limit, Tx, Verb, concern, tag
from kernel.versions import VersionIsOld
from services.referrals.domain.advice import (
    AdviceNotFound,
    AdviceState,
    AdviserAlready,
    ManagersDecide,
    NotTheAdviser,
    NotYourAdvice,
)
from services.referrals.domain.moves import IllegalMove
from services.referrals.domain.referral_refusals import ClientNotFound
from services.referrals.use_cases.assign_adviser import AssignAdviser, assign_adviser
from services.referrals.use_cases.end_advice import EndAdvice, end_advice
from services.referrals.use_cases.set_contact_interval import (
    SetContactInterval,
    set_contact_interval,
)
from services.referrals.views.advice import AdvicePage, AdviceView, SeenAdvice, Which
from services.referrals.views.advice_caseload import (
    Caseload,
    UnassignedPage,
    caseload,
    unassigned,
)

router = APIRouter(prefix="/v1/advice", tags=["advice"], route_class=Verb)

_CHANGE = problems(AdviceNotFound, NotYourAdvice, NotTheAdviser, IllegalMove, VersionIsOld)
Quiet = Annotated[int, Query(ge=0, le=3660, description="Nobody was in touch for more days.")]


@router.get("", name="list_advice", dependencies=READS, responses=problems(CursorUnreadable))
async def advice(
    by: By,
    tx: Tx,
    response: Response,
    mine: Annotated[
        bool, Query(description="Your clients, and of whom you stand in for today.")
    ] = False,
    client_id: Annotated[
        ClientId | None, Query(description="Who advises this client, at every institution.")
    ] = None,
    worker: Annotated[
        WorkerCode | None, Query(description="The clients of one worker of your institution.")
    ] = None,
    state: AdviceState = AdviceState.ACTIVE,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> AdvicePage:
    """List who advises whom at your institution (doradcy), or who advises one client anywhere."""
    which = Which(mine, client_id, worker, state)
    page = await SeenAdvice(tx, by).page(which, limit, cursor)
    concern(response, dict.fromkeys(item.client_id for item in page.items))
    return page


@router.get("/caseload", name="show_caseload", dependencies=READS)
async def load(by: By, tx: Tx) -> Caseload:
    """Show how many clients each worker advises, against the norm (obciążenie): managers see
    everybody of their institution, a worker herself and whom she stands in for.
    """
    return await caseload(tx, by)


@router.get(
    "/unattended", name="list_unattended", dependencies=READS, responses=problems(CursorUnreadable)
)
async def quiet(
    by: By, tx: Tx, response: Response, days: Quiet = 30, limit: Limit = 50, cursor: Cursor = None
) -> AdvicePage:
    """List clients with whom nobody of your institution was in touch for so long (brak kontaktu)."""
    page = await SeenAdvice(tx, by).unattended(days, limit, cursor)
    concern(response, dict.fromkeys(item.client_id for item in page.items))
    return page


@router.get(
    "/unassigned", name="list_unassigned", dependencies=READS, responses=problems(CursorUnreadable)
)
async def nobodys(
    by: By, tx: Tx, response: Response, limit: Limit = 50, cursor: Cursor = None
) -> UnassignedPage:
    """List clients whom nobody of your institution advises (osoby bez doradcy): take one on."""
    page = await unassigned(tx, by, limit, cursor)
    concern(response, [item.client_id for item in page.items])
    return page


@router.get(
    "/{advice_id}", name="show_advice", dependencies=READS, responses=problems(AdviceNotFound)
)
async def one(advice_id: AdviceId, by: By, tx: Tx, response: Response) -> AdviceView:
    """Show who advises a client at an institution (doradca osobisty, pracownik prowadzący)."""
    view = await SeenAdvice(tx, by).show(advice_id)
    tag(response, view.version, about=view.client_id)
    return view


@router.post(
    "",
    name="assign_adviser",
    status_code=201,
    dependencies=WRITES,
    responses=problems(ClientNotFound, AdviserAlready, ManagersDecide),
)
async def assign(command: AssignAdviser, by: By, tx: Tx, response: Response) -> AdviceView:
    """Take on a client who has no adviser at your institution; managers assign any of its workers
    (wyznaczenie doradcy).
    """
    advice = await assign_adviser(command, by=by, tx=tx)
    tag(response, advice.version, f"/v1/advice/{advice.id}", about=advice.client_id)
    return await SeenAdvice(tx, by).show(advice.id)


@router.post("/{advice_id}/end", name="end_advice", dependencies=WRITES, responses=_CHANGE)
async def end(
    advice_id: AdviceId, command: EndAdvice, expected: Expected, by: By, tx: Tx, response: Response
) -> AdviceView:
    """End it with a reason, as the adviser or a manager (zakończenie prowadzenia)."""
    advice = await end_advice(advice_id, command, by=by, expected=expected, tx=tx)
    tag(response, advice.version, about=advice.client_id)
    return await SeenAdvice(tx, by).show(advice.id)


@router.post(
    "/{advice_id}/interval",
    name="set_contact_interval",
    dependencies=WRITES,
    responses=_CHANGE,
)
async def interval(
    advice_id: AdviceId,
    command: SetContactInterval,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> AdviceView:
    """Say how often to be in touch with the client (częstotliwość kontaktów)."""
    advice = await set_contact_interval(advice_id, command, by=by, expected=expected, tx=tx)
    tag(response, advice.version, about=advice.client_id)
    return await SeenAdvice(tx, by).show(advice.id)
