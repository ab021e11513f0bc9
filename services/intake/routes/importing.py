"""The HTTP face of imports."""

from fastapi import APIRouter, Request, Response

from kernel.problems import language_of, problems
from kernel.verbs import WRITES, By, Tx, Verb, concern
from services.intake.domain.client import (
    AlreadyRegistered,
    BornInTheFuture,
    PeselContradictsBirthDate,
)
from services.intake.domain.importing import ErasedSince, RowChanged, SharedForAll
from services.intake.domain.sharing import ConsentOver, PartnershipNotInForce, PartyUnknown
from services.intake.routes.clients import index_secret_of
from services.intake.use_cases.import_clients import ImportClients, import_clients
from services.intake.views.importing import ImportView, import_view

router = APIRouter(prefix="/v1", tags=["intake"], route_class=Verb)


@router.post(
    "/clients/import",
    name="import_clients",
    dependencies=WRITES,
    # The first three refuse the whole batch; the others stand in the answer, beside their row.
    responses=problems(
        PartyUnknown,
        PartnershipNotInForce,
        ConsentOver,
        AlreadyRegistered,
        PeselContradictsBirthDate,
        BornInTheFuture,
        RowChanged,
        ErasedSince,
        SharedForAll,
    ),
)
async def bring_in(
    command: ImportClients, request: Request, by: By, tx: Tx, response: Response
) -> ImportView:
    """Bring an existing register in, up to 500 rows at once; every row is judged by itself (wczytanie rejestru)."""
    rows = await import_clients(command, by=by, tx=tx, index_secret=index_secret_of(request))
    concern(response, {row.client_id for row in rows if row.client_id})
    return import_view(rows, language_of(request.headers))
