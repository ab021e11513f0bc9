"""The HTTP face of jobs."""

from fastapi import APIRouter

from contracts.values import ClientId
from kernel.problems import problems
from kernel.verbs import WRITES, By, Tx, Verb
from services.intake.domain.client import (
    ClientNotFound,
)
from services.intake.domain.employment import AlreadyEmployed, Employment, TooFarAhead
from services.intake.use_cases.start_employment import StartEmployment, start_employment
from services.intake.views.work import EmploymentView

router = APIRouter(prefix="/v1", tags=["intake"], route_class=Verb)


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
