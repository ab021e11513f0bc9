"""The HTTP face of how long data are kept: closing a case, restricting, holding, erasing."""

from fastapi import APIRouter, Response

from contracts.values import ClientId, ErasureId, HoldId
from kernel.pages import CursorUnreadable
from kernel.problems import problems
from kernel.transactions import ClientRestricted
from kernel.verbs import READS, WRITES, By, Cursor, Expected, Limit, Tx, Verb, concern, tag
from kernel.versions import VersionIsOld
from services.intake.domain.client import ClientNotFound
from services.intake.domain.closing import CaseClosed, CaseOpen, ClosedOutOfTime
from services.intake.domain.erasure import (
    ErasureBlocked,
    ErasureDecided,
    ErasureNotFound,
    ErasureProposed,
    HoldLifted,
    HoldNotFound,
    HoldOfOthers,
    HoldOnVitalInterest,
    HoldOver,
    OnlyItsRegistrar,
    SecondPersonNeeded,
)
from services.intake.domain.restriction import AlreadyRestricted, NotRestricted, ReviewInThePast
from services.intake.use_cases.approve_erasure import approve_erasure
from services.intake.use_cases.close_client import CloseClient, close_client
from services.intake.use_cases.lift_hold import lift_hold
from services.intake.use_cases.lift_restriction import lift_restriction
from services.intake.use_cases.place_hold import PlaceHold, place_hold
from services.intake.use_cases.propose_erasure import ProposeErasure, propose_erasure
from services.intake.use_cases.reopen_client import reopen_client
from services.intake.use_cases.restrict_client import RestrictClient, restrict_client
from services.intake.use_cases.withdraw_erasure import withdraw_erasure
from services.intake.views.clients import ClientView, SeenClients, seen_client
from services.intake.views.rights import (
    ErasurePage,
    ErasureView,
    HoldView,
    RestrictionView,
    RetentionPage,
    erasure_view,
    hold_view,
    list_erasures,
    list_holds,
    list_retention_due,
)

router = APIRouter(prefix="/v1", tags=["intake"], route_class=Verb)


@router.post(
    "/clients/{client_id}/close",
    name="close_client",
    dependencies=WRITES,
    responses=problems(
        ClientNotFound,
        OnlyItsRegistrar,
        CaseClosed,
        ClosedOutOfTime,
        VersionIsOld,
        ClientRestricted,
    ),
)
async def close(
    client_id: ClientId,
    command: CloseClient,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> ClientView:
    """Close the case; from then on the time her file is kept runs (zamknięcie sprawy)."""
    client = await close_client(client_id, command, expected=expected, by=by, tx=tx)
    tag(response, client.version)
    return await seen_client(tx, client, by)


@router.post(
    "/clients/{client_id}/reopen",
    name="reopen_client",
    dependencies=WRITES,
    responses=problems(ClientNotFound, OnlyItsRegistrar, CaseOpen, ClientRestricted),
)
async def reopen(client_id: ClientId, by: By, tx: Tx, response: Response) -> ClientView:
    """Open a closed case again, where it stood (ponowne otwarcie sprawy)."""
    client = await reopen_client(client_id, by=by, tx=tx)
    tag(response, client.version)
    return await seen_client(tx, client, by)


@router.post(
    "/clients/{client_id}/restriction",
    name="restrict_client",
    status_code=201,
    dependencies=WRITES,
    responses=problems(ClientNotFound, OnlyItsRegistrar, AlreadyRestricted, ReviewInThePast),
)
async def restrict(
    client_id: ClientId, command: RestrictClient, by: By, tx: Tx
) -> RestrictionView:
    """Only keep her data for now; partners see her no more (ograniczenie przetwarzania, art. 18 RODO)."""
    found = await restrict_client(client_id, command, by=by, tx=tx)
    return RestrictionView.model_validate(found)


@router.post(
    "/clients/{client_id}/restriction/lift",
    name="lift_restriction",
    dependencies=WRITES,
    responses=problems(ClientNotFound, OnlyItsRegistrar, NotRestricted),
)
async def lift(client_id: ClientId, by: By, tx: Tx) -> RestrictionView:
    """Lift the restriction; she must have been told before (art. 18 ust. 3 RODO)."""
    return RestrictionView.model_validate(await lift_restriction(client_id, by=by, tx=tx))


@router.post(
    "/clients/{client_id}/holds",
    name="place_hold",
    status_code=201,
    dependencies=WRITES,
    responses=problems(ClientNotFound, HoldOnVitalInterest, HoldOver),
)
async def hold(client_id: ClientId, command: PlaceHold, by: By, tx: Tx) -> HoldView:
    """Forbid that her data be erased, whatever their age (wstrzymanie usunięcia)."""
    return hold_view(await place_hold(client_id, command, by=by, tx=tx))


@router.get(
    "/clients/{client_id}/holds",
    name="list_holds",
    dependencies=READS,
    responses=problems(ClientNotFound),
)
async def holds(client_id: ClientId, by: By, tx: Tx) -> list[HoldView]:
    """List the holds that stand on a client's data."""
    await SeenClients(tx, by).show(client_id)
    return await list_holds(tx, client_id)


@router.post(
    "/clients/{client_id}/holds/{hold_id}/lift",
    name="lift_hold",
    dependencies=WRITES,
    responses=problems(ClientNotFound, HoldNotFound, HoldOfOthers, HoldLifted),
)
async def let_go(client_id: ClientId, hold_id: HoldId, by: By, tx: Tx) -> HoldView:
    """Lift a hold that your institution placed, or any on a client it registered."""
    return hold_view(await lift_hold(client_id, hold_id, by=by, tx=tx))


@router.post(
    "/clients/{client_id}/erasures",
    name="propose_erasure",
    status_code=201,
    dependencies=WRITES,
    responses=problems(ClientNotFound, OnlyItsRegistrar, ErasureBlocked, ErasureProposed),
)
async def propose(
    client_id: ClientId, command: ProposeErasure, by: By, tx: Tx, response: Response
) -> ErasureView:
    """Propose to erase a client; a second person decides (usunięcie danych, art. 17 RODO)."""
    erasure = await propose_erasure(client_id, command, by=by, tx=tx)
    concern(response, [client_id])
    return erasure_view(erasure)


@router.get(
    "/erasures", name="list_erasures", dependencies=READS, responses=problems(CursorUnreadable)
)
async def erasures(
    by: By, tx: Tx, response: Response, limit: Limit = 50, cursor: Cursor = None
) -> ErasurePage:
    """List what your institution proposed to erase, decided or not, newest first."""
    page = await list_erasures(tx, by, limit=limit, after=cursor)
    concern(response, {item.client_id for item in page.items})
    return page


@router.post(
    "/erasures/{erasure_id}/approve",
    name="approve_erasure",
    dependencies=WRITES,
    responses=problems(
        ErasureNotFound,
        ErasureDecided,
        SecondPersonNeeded,
        OnlyItsRegistrar,
        ErasureBlocked,
        ClientNotFound,
    ),
)
async def approve(erasure_id: ErasureId, by: By, tx: Tx, response: Response) -> ErasureView:
    """Erase the client for good: her key is destroyed, everywhere (usunięcie danych, art. 17 RODO)."""
    erasure = await approve_erasure(erasure_id, by=by, tx=tx)
    concern(response, [erasure.client_id])
    return erasure_view(erasure)


@router.post(
    "/erasures/{erasure_id}/withdraw",
    name="withdraw_erasure",
    dependencies=WRITES,
    responses=problems(ErasureNotFound, ErasureDecided),
)
async def withdraw(erasure_id: ErasureId, by: By, tx: Tx, response: Response) -> ErasureView:
    """Drop a proposal to erase."""
    erasure = await withdraw_erasure(erasure_id, by=by, tx=tx)
    concern(response, [erasure.client_id])
    return erasure_view(erasure)


@router.get(
    "/retention/due",
    name="list_retention_due",
    dependencies=READS,
    responses=problems(CursorUnreadable),
)
async def retention_due(
    by: By, tx: Tx, response: Response, limit: Limit = 50, cursor: Cursor = None
) -> RetentionPage:
    """List closed cases whose time has run out; nothing is erased by itself (brakowanie)."""
    page = await list_retention_due(tx, by, limit=limit, after=cursor)
    concern(response, [item.client_id for item in page.items])
    return page
