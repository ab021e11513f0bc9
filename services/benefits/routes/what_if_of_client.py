"""The HTTP face of what-if with a real client's declarations."""

from fastapi import APIRouter, Request, Response

from contracts.values import ClientId
from kernel.paper import PAPER, PrintedPaper, answered
from kernel.problems import problems
from kernel.verbs import READS, By, Tx, Verb, concern
from services.benefits.domain.dated import ParameterUnknown
from services.benefits.domain.declared import (
    ClientNotFound,
    HouseholdNotDeclared,
    IncomeNotDeclared,
    MunicipalityUnknown,
)
from services.benefits.domain.months import MonthOutOfRange
from services.benefits.domain.schedule_choice import PresetIncomplete, UnknownPreset
from services.benefits.domain.what_if_of_client import NoSuchMember, WhatIfOfClient
from services.benefits.domain.working_out import what_if
from services.benefits.routes.in_force import Known
from services.benefits.routes.what_if import Drawing, pictured
from services.benefits.use_cases.what_if_of_client import what_if_of_client
from services.benefits.views.charts import PICTURE, what_if_chart
from services.benefits.views.what_if import WhatIfView, what_if_told
from services.benefits.views.what_if_paper import what_if_paper

router = APIRouter(prefix="/v1/benefits/what-if", tags=["benefits"], route_class=Verb)
_PATH = "/of-client/{client_id}"
_REFUSALS = problems(ClientNotFound, HouseholdNotDeclared, MunicipalityUnknown, IncomeNotDeclared,
    NoSuchMember, ParameterUnknown, MonthOutOfRange, UnknownPreset, PresetIncomplete,
)  # fmt: skip


@router.post(
    _PATH,
    name="compute_what_if_of_client",
    dependencies=READS,
    response_model=WhatIfView,
    responses=_REFUSALS,
)
async def compute(
    client_id: ClientId, command: WhatIfOfClient, request: Request, by: By, tx: Tx, known: Known
) -> Response:
    """Compute what a job takes away from a client, by her own declarations (czy praca się opłaca)."""
    house = request.app.state.house
    asked, used = await what_if_of_client(client_id, command, by=by, tx=tx, house=house)
    headers = {"Cache-Control": "no-store"}
    said = what_if_told(what_if(asked, known), used)
    told = Response(said, media_type="application/json", headers=headers)
    concern(told, [client_id])
    return told


@router.post(
    f"{_PATH}/chart",
    name="draw_what_if_of_client",
    dependencies=READS,
    response_class=Response,
    responses=PICTURE | _REFUSALS,
)
async def draw(
    client_id: ClientId,
    command: WhatIfOfClient,
    request: Request,
    wanted: Drawing,
    by: By,
    tx: Tx,
    known: Known,
) -> Response:
    """Draw it for a client, by her own declarations: over wages, or month by month."""
    house = request.app.state.house
    asked, _ = await what_if_of_client(client_id, command, by=by, tx=tx, house=house)
    picture = pictured(await what_if_chart(asked, known, wanted), wanted)
    concern(picture, [client_id])
    return picture


@router.post(
    f"{_PATH}/paper.pdf",
    name="print_what_if_of_client",
    dependencies=READS,
    response_class=PrintedPaper,
    responses=PAPER | _REFUSALS,
)
async def paper(
    client_id: ClientId, command: WhatIfOfClient, request: Request, by: By, tx: Tx, known: Known
) -> Response:
    """Print it on one page for a client, by her own declarations; she is not named on it."""
    house = request.app.state.house
    asked, _ = await what_if_of_client(client_id, command, by=by, tx=tx, house=house)
    printed = answered(await what_if_paper(asked, known))
    concern(printed, [client_id])
    return printed
