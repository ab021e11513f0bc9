"""The HTTP face of needs."""

from fastapi import APIRouter, Response

from contracts.values import ClientId
from kernel.problems import problems
from kernel.verbs import WRITES, By, Tx, Verb, tag
from services.intake.domain.client import (
    ClientNotFound,
)
from services.intake.use_cases.add_need import AddNeed, add_need
from services.intake.views.clients import ClientView, seen_client

router = APIRouter(prefix="/v1", tags=["intake"], route_class=Verb)


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
    return await seen_client(tx, client, by)
