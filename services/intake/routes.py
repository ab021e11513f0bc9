"""The HTTP face of intake."""

from typing import Annotated, Any, Literal
from uuid import UUID

import orjson
from fastapi import APIRouter, Query, Request, Response
from pydantic import ConfigDict, model_validator

from contracts.values import AccessRequestId, ClientId, Command, Day, Line, SharingId
from kernel.house import HouseOnly
from kernel.pages import CursorUnreadable
from kernel.problems import problems
from kernel.transactions import look
from kernel.verbs import READS, WRITES, By, Cursor, Expected, Limit, Tx, Verb, concern, tag
from kernel.versions import VersionIsOld
from services.intake.domain.access import (
    AccessAnswered,
    AccessRequestNotFound,
    AlreadyVisible,
    NobodyRegistered,
)
from services.intake.domain.client import (
    AlreadyRegistered,
    BornInTheFuture,
    ClientNotFound,
    PeselContradictsBirthDate,
)
from services.intake.domain.employment import AlreadyEmployed, Employment, TooFarAhead
from services.intake.domain.means import InTheFuture, NoApplicant
from services.intake.domain.pesel import Pesel
from services.intake.domain.sharing import (
    ConsentOver,
    NotWithYourself,
    OnlyReferred,
    PartnershipNotInForce,
    PartyUnknown,
    ShareWith,
    SharingNotFound,
    SharingOfOthers,
    SharingOver,
)
from services.intake.store import pesel_index
from services.intake.use_cases.add_need import AddNeed, add_need
from services.intake.use_cases.declare_household import DeclareHousehold, declare_household
from services.intake.use_cases.declare_income import DeclareIncome, declare_income
from services.intake.use_cases.grant_access import GrantAccess, grant_access
from services.intake.use_cases.open_sharing import open_sharing
from services.intake.use_cases.refuse_access import refuse_access
from services.intake.use_cases.register_client import RegisterClient, register_client
from services.intake.use_cases.request_access import RequestAccess, request_access
from services.intake.use_cases.start_employment import StartEmployment, start_employment
from services.intake.use_cases.withdraw_sharing import withdraw_sharing
from services.intake.views import (
    AccessRequestPage,
    AccessRequestView,
    ClientView,
    EmploymentView,
    FoundClients,
    SeenClients,
    SharingView,
    client_view,
    list_requests,
    means,
    request_view,
    sharing_view,
)

router = APIRouter(prefix="/v1", tags=["intake"], route_class=Verb)


def _index_secret(request: Request) -> bytes:
    return request.app.state.settings.index_secret  # type: ignore[no-any-return] # untyped state


@router.post(
    "/clients",
    name="register_client",
    status_code=201,
    dependencies=WRITES,
    responses=problems(
        AlreadyRegistered,
        PeselContradictsBirthDate,
        BornInTheFuture,
        PartyUnknown,
        PartnershipNotInForce,
        ConsentOver,
    ),
)
async def register(
    command: RegisterClient, request: Request, by: By, tx: Tx, response: Response
) -> ClientView:
    """Register a client once, for every partner entitled to see her (przyjęcie klienta)."""
    client = await register_client(command, by=by, tx=tx, index_secret=_index_secret(request))
    tag(response, client.version, f"/v1/clients/{client.id}", about=client.id)
    return client_view(client)


class FindClients(Command):
    """Look for clients among those your institution may see."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"family": "Wymyślona", "birth_date": "1985-03-14"}]}
    )

    pesel: Pesel | None = None
    family: Line | None = None
    birth_date: Day | None = None

    @model_validator(mode="after")
    def _by_something(self) -> "FindClients":
        if self.pesel is None and self.family is None:
            raise ValueError("needs a PESEL number or a family name")
        return self


@router.post("/clients/search", name="find_clients", dependencies=READS)
async def search(
    command: FindClients, request: Request, by: By, tx: Tx, response: Response
) -> FoundClients:
    """Find clients your institution may see (wyszukiwanie); a POST, so that no address names anybody."""
    index = pesel_index(_index_secret(request), command.pesel) if command.pesel else None
    found = await SeenClients(tx, by).find(index, command.family, command.birth_date)
    concern(response, [item.client_id for item in found.items])
    return found


@router.get(
    "/clients/{client_id}",
    name="show_client",
    dependencies=READS,
    responses=problems(ClientNotFound),
)
async def show(client_id: ClientId, by: By, tx: Tx, response: Response) -> ClientView:
    """Show a client as registered; what partners add stands in the record."""
    view = await SeenClients(tx, by).show(client_id)
    tag(response, view.version, about=client_id)
    return view


@router.post(
    "/clients/{client_id}/household",
    name="declare_household",
    dependencies=WRITES,
    responses=problems(ClientNotFound, NoApplicant, InTheFuture, VersionIsOld),
)
async def household(
    client_id: ClientId,
    command: DeclareHousehold,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> ClientView:
    """Declare who keeps house together (gospodarstwo domowe, art. 6 pkt 14 u.p.s.)."""
    client = await declare_household(client_id, command, expected=expected, by=by, tx=tx)
    tag(response, client.version)
    return client_view(client)


@router.post(
    "/clients/{client_id}/incomes",
    name="declare_income",
    dependencies=WRITES,
    responses=problems(ClientNotFound, InTheFuture, VersionIsOld),
)
async def income(
    client_id: ClientId,
    command: DeclareIncome,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> ClientView:
    """Declare the incomes of a month (oświadczenie o dochodach, art. 8 u.p.s.)."""
    client = await declare_income(client_id, command, expected=expected, by=by, tx=tx)
    tag(response, client.version)
    return client_view(client)


@router.post(
    "/clients/{client_id}/needs",
    name="add_need",
    status_code=201,
    dependencies=WRITES,
    responses=problems(ClientNotFound),
)
async def need(
    client_id: ClientId, command: AddNeed, by: By, tx: Tx, response: Response
) -> ClientView:
    """Record a need (rozpoznana potrzeba)."""
    client = await add_need(client_id, command, by=by, tx=tx)
    tag(response, client.version)
    return client_view(client)


@router.post(
    "/clients/{client_id}/employments",
    name="start_employment",
    status_code=201,
    response_model=EmploymentView,
    dependencies=WRITES,
    responses=problems(ClientNotFound, AlreadyEmployed, TooFarAhead),
)
async def employment(client_id: ClientId, command: StartEmployment, by: By, tx: Tx) -> Employment:
    """Record that the client takes a job (podjęcie pracy)."""
    return await start_employment(client_id, command, by=by, tx=tx)


@router.post(
    "/clients/{client_id}/sharings",
    name="open_sharing",
    status_code=201,
    dependencies=WRITES,
    responses=problems(
        ClientNotFound,
        PartyUnknown,
        PartnershipNotInForce,
        ConsentOver,
        NotWithYourself,
        OnlyReferred,
    ),
)
async def share(client_id: ClientId, command: ShareWith, by: By, tx: Tx) -> SharingView:
    """Let a partner see the record, on a legal basis (udostępnienie)."""
    return sharing_view(await open_sharing(client_id, command, by=by, tx=tx))


@router.post(
    "/clients/{client_id}/sharings/{sharing_id}/withdraw",
    name="withdraw_sharing",
    dependencies=WRITES,
    responses=problems(ClientNotFound, SharingNotFound, SharingOver, SharingOfOthers),
)
async def withdraw(client_id: ClientId, sharing_id: SharingId, by: By, tx: Tx) -> SharingView:
    """Withdraw a sharing; it holds from the next request on (cofnięcie zgody)."""
    return sharing_view(await withdraw_sharing(client_id, sharing_id, by=by, tx=tx))


@router.post(
    "/access-requests",
    name="request_access",
    status_code=201,
    dependencies=WRITES,
    responses=problems(NobodyRegistered, AlreadyVisible),
)
async def ask(
    command: RequestAccess, request: Request, by: By, tx: Tx, response: Response
) -> AccessRequestView:
    """Ask the institution that registered a client for access (prośba o dostęp)."""
    asked = await request_access(command, by=by, tx=tx, index_secret=_index_secret(request))
    concern(response, [asked.client_id])
    return request_view(asked, by)


@router.get(
    "/access-requests",
    name="list_access_requests",
    dependencies=READS,
    responses=problems(CursorUnreadable),
)
async def requests(
    by: By,
    tx: Tx,
    response: Response,
    box: Annotated[Literal["in", "out"], Query(description="To answer, or made.")] = "in",
    limit: Limit = 50,
    cursor: Cursor = None,
) -> AccessRequestPage:
    """List the requests for access, newest first."""
    page = await list_requests(tx, by, incoming=box == "in", limit=limit, after=cursor)
    concern(response, [item.client_id for item in page.items if item.client_id])
    return page


@router.post(
    "/access-requests/{request_id}/grant",
    name="grant_access",
    dependencies=WRITES,
    responses=problems(AccessRequestNotFound, AccessAnswered, ConsentOver),
)
async def grant(
    request_id: AccessRequestId, command: GrantAccess, by: By, tx: Tx
) -> AccessRequestView:
    """Let whoever asked see the record, on a legal basis."""
    return request_view(await grant_access(request_id, command, by=by, tx=tx), by)


@router.post(
    "/access-requests/{request_id}/refuse",
    name="refuse_access",
    dependencies=WRITES,
    responses=problems(AccessRequestNotFound, AccessAnswered),
)
async def refuse(request_id: AccessRequestId, by: By, tx: Tx) -> AccessRequestView:
    """Refuse access to the record."""
    return request_view(await refuse_access(request_id, by=by, tx=tx), by)


internal = APIRouter(prefix="/internal", include_in_schema=False)


@internal.get("/clients/{client_id}/means/{on}")
async def read_means(client_id: UUID, on: Day, request: Request, _: HouseOnly) -> Response:
    """Household of a day, and incomes, for a service that computes, asked through the gateway."""
    async with look(request.app.state.database) as tx:
        found: dict[str, Any] | None = await means(tx, client_id, on)
    if found is None:
        raise ClientNotFound
    return Response(orjson.dumps(found), media_type="application/json")
