"""The HTTP face of clients."""

from fastapi import APIRouter, Request, Response

from contracts.values import ClientId
from kernel.problems import problems
from kernel.verbs import READS, WRITES, By, Tx, Verb, tag
from services.intake.domain.client import (
    AlreadyRegistered,
    BornInTheFuture,
    ClientNotFound,
    PeselContradictsBirthDate,
    SexContradictsPesel,
)
from services.intake.domain.duplicate import LikelyDuplicate
from services.intake.domain.sharing import (
    ArticleDoesNotCarry,
    ConsentNotYet,
    ConsentOver,
    PartnershipNotInForce,
    PartyUnknown,
)
from services.intake.use_cases.register_client import RegisterClient, register_client
from services.intake.views.clients import ClientView, SeenClients
from services.intake.views.duplicates import RegisteredClient, registered_view

router = APIRouter(prefix="/v1", tags=["intake"], route_class=Verb)


def index_secret_of(request: Request) -> bytes:
    """The key of the blind indexes."""
    return request.app.state.settings.index_secret  # type: ignore[no-any-return] # untyped state


@router.post(
    "/clients",
    name="register_client",
    status_code=201,
    dependencies=WRITES,
    responses=problems(
        AlreadyRegistered,
        LikelyDuplicate,
        PeselContradictsBirthDate,
        SexContradictsPesel,
        BornInTheFuture,
        PartyUnknown,
        PartnershipNotInForce,
        ConsentOver,
        ConsentNotYet,
        ArticleDoesNotCarry,
    ),
)
async def register(
    command: RegisterClient, request: Request, by: By, tx: Tx, response: Response
) -> RegisteredClient:
    """Register a client once, for every partner entitled to see her (przyjęcie klienta)."""
    client = await register_client(command, by=by, tx=tx, index_secret=index_secret_of(request))
    tag(response, client.version, f"/v1/clients/{client.id}", about=client.id)
    return registered_view(client)


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
