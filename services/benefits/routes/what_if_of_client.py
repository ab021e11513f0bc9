"""The HTTP face of what-if with a real client's declarations."""

from fastapi import APIRouter, Request, Response

from contracts.values import ClientId
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
from services.benefits.routes.in_force import Known
from services.benefits.use_cases.what_if_of_client import what_if_of_client
from services.benefits.views.what_if import WhatIfView, what_if_told

router = APIRouter(prefix="/v1/benefits/what-if", tags=["benefits"], route_class=Verb)


@router.post(
    "/of-client/{client_id}",
    name="compute_what_if_of_client",
    dependencies=READS,
    response_model=WhatIfView,
    responses=problems(ClientNotFound, HouseholdNotDeclared, MunicipalityUnknown,
        IncomeNotDeclared, NoSuchMember, ParameterUnknown, MonthOutOfRange, UnknownPreset, PresetIncomplete,
    ),
)  # fmt: skip
async def compute(
    client_id: ClientId, command: WhatIfOfClient, request: Request, by: By, tx: Tx, known: Known
) -> Response:
    """Compute what a job takes away from a client, by her own declarations (czy praca się opłaca)."""
    house = request.app.state.house
    found = await what_if_of_client(client_id, command, by=by, tx=tx, house=house, known=known)
    headers = {"Cache-Control": "no-store"}
    told = Response(what_if_told(*found), media_type="application/json", headers=headers)
    concern(told, [client_id])
    return told
