"""The HTTP face of jobs."""

from fastapi import APIRouter, Response

from contracts.values import ClientId, EmploymentId
from kernel.problems import problems
from kernel.verbs import READS, WRITES, By, Expected, Tx, Verb, concern, tag
from kernel.versions import VersionIsOld
from services.intake.domain.client import (
    ClientNotFound,
)
from services.intake.domain.employment import (
    AlreadyEmployed,
    Employment,
    EmploymentNotFound,
    EmploymentOver,
    OutsideEmployment,
    TermsFromThatDay,
    TooFarAhead,
)
from services.intake.store.sight import SectionWithheld
from services.intake.use_cases.change_employment import ChangeEmployment, change_employment
from services.intake.use_cases.end_employment import EndEmployment, end_employment
from services.intake.use_cases.start_employment import StartEmployment, start_employment
from services.intake.views.work import EmploymentList, EmploymentView, list_employments

router = APIRouter(prefix="/v1", tags=["intake"], route_class=Verb)


@router.post(
    "/clients/{client_id}/employments",
    name="start_employment",
    status_code=201,
    response_model=EmploymentView,
    dependencies=WRITES,
    responses=problems(SectionWithheld, ClientNotFound, AlreadyEmployed, TooFarAhead),
)
async def employment(
    client_id: ClientId, command: StartEmployment, by: By, tx: Tx, response: Response
) -> Employment:
    """Record that the client takes a job (podjęcie pracy)."""
    job = await start_employment(client_id, command, by=by, tx=tx)
    tag(response, job.version)
    return job


@router.post(
    "/clients/{client_id}/employments/{employment_id}/change",
    name="change_employment",
    response_model=EmploymentView,
    dependencies=WRITES,
    responses=problems(SectionWithheld, ClientNotFound, EmploymentNotFound, EmploymentOver, OutsideEmployment,
        TermsFromThatDay, TooFarAhead, VersionIsOld,
    ),
)  # fmt: skip
async def change(
    client_id: ClientId,
    employment_id: EmploymentId,
    command: ChangeEmployment,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> Employment:
    """Record that the terms of a job changed from a day on (zmiana warunków pracy)."""
    job = await change_employment(
        client_id, employment_id, command, expected=expected, by=by, tx=tx
    )
    tag(response, job.version)
    return job


@router.post(
    "/clients/{client_id}/employments/{employment_id}/end",
    name="end_employment",
    response_model=EmploymentView,
    dependencies=WRITES,
    responses=problems(SectionWithheld, ClientNotFound, EmploymentNotFound, EmploymentOver, OutsideEmployment, TooFarAhead,
        VersionIsOld,
    ),
)  # fmt: skip
async def end(
    client_id: ClientId,
    employment_id: EmploymentId,
    command: EndEmployment,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> Employment:
    """Record that a job ended (ustanie zatrudnienia)."""
    job = await end_employment(client_id, employment_id, command, expected=expected, by=by, tx=tx)
    tag(response, job.version)
    return job


@router.get(
    "/clients/{client_id}/employments",
    name="list_employments",
    dependencies=READS,
    responses=problems(ClientNotFound, SectionWithheld),
)
async def employments(client_id: ClientId, by: By, tx: Tx, response: Response) -> EmploymentList:
    """List the jobs of a client with their terms, the latest first."""
    found = await list_employments(tx, client_id, by)
    concern(response, [client_id])
    return found
