"""The HTTP face of households and incomes."""

from fastapi import APIRouter, Response

from contracts.values import ClientId
from kernel.problems import problems
from kernel.verbs import WRITES, By, Expected, Tx, Verb, tag
from kernel.versions import VersionIsOld
from services.intake.domain.client import (
    ClientNotFound,
)
from services.intake.domain.means import InTheFuture, NoApplicant
from services.intake.use_cases.declare_household import DeclareHousehold, declare_household
from services.intake.use_cases.declare_income import DeclareIncome, declare_income
from services.intake.views.clients import ClientView, seen_client

router = APIRouter(prefix="/v1", tags=["intake"], route_class=Verb)


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
    return await seen_client(tx, client, by)


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
    return await seen_client(tx, client, by)
