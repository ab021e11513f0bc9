"""The HTTP face of searching, and of the file numbers that institutions search by."""

from fastapi import APIRouter, Request, Response

from contracts.values import ClientId
from kernel.problems import problems
from kernel.verbs import READS, WRITES, By, Tx, Verb, concern, tag
from services.intake.domain.client import ClientNotFound
from services.intake.domain.file_number import FileNumberTaken
from services.intake.routes.clients import index_secret_of
from services.intake.store.file_numbers import FileNumbers
from services.intake.use_cases.find_clients import FindClients, find_clients
from services.intake.use_cases.set_file_number import SetFileNumber, set_file_number
from services.intake.views.clients import SeenClients
from services.intake.views.file_numbers import FileNumberView
from services.intake.views.found import FoundClients, found_view

router = APIRouter(prefix="/v1", tags=["intake"], route_class=Verb)


@router.post("/clients/search", name="find_clients", dependencies=READS)
async def search(
    command: FindClients, request: Request, by: By, tx: Tx, response: Response
) -> FoundClients:
    """Find clients your institution may see (wyszukiwanie); a POST, so that no address names anybody.

    Small and Polish letters make no difference, nor does the order of the words.
    """
    found = await find_clients(command, by=by, tx=tx, index_secret=index_secret_of(request))
    # Whoever is only known to be elsewhere can see in her accesses that she was asked for.
    concern(response, [*(hit.client_id for hit in found.hits), *found.elsewhere])
    return await found_view(tx, found, by)


@router.post(
    "/clients/{client_id}/file-number",
    name="set_file_number",
    dependencies=WRITES,
    responses=problems(ClientNotFound, FileNumberTaken),
)
async def set_number(
    client_id: ClientId, command: SetFileNumber, request: Request, by: By, tx: Tx,
    response: Response,
) -> FileNumberView:  # fmt: skip
    """Note under which number your institution keeps her papers (numer teczki); only it finds her by it."""
    secret = index_secret_of(request)
    client = await set_file_number(client_id, command, by=by, tx=tx, index_secret=secret)
    tag(response, client.version, about=client_id)
    return FileNumberView(client_id=client_id, number=command.number)


@router.get(
    "/clients/{client_id}/file-number",
    name="show_file_number",
    dependencies=READS,
    responses=problems(ClientNotFound),
)
async def show_number(
    client_id: ClientId, request: Request, by: By, tx: Tx, response: Response
) -> FileNumberView:
    """Show under which number your institution keeps her papers."""
    client = await SeenClients(tx, by).show(client_id)
    number = await FileNumbers(tx, by, index_secret_of(request)).of(client_id)
    tag(response, client.version, about=client_id)
    return FileNumberView(client_id=client_id, number=number)
