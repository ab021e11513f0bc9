"""The HTTP face of needs, strengths, assessments and the diagnosis."""

from fastapi import APIRouter, Response

from contracts.values import ClientId, NeedId
from kernel import clock
from kernel.problems import problems
from kernel.verbs import READS, WRITES, By, Expected, Tx, Verb, concern, tag
from kernel.versions import VersionIsOld
from services.intake.domain.assessment import InstrumentUnknown, ItemsDiffer, ScoreOutOfBounds
from services.intake.domain.client import (
    ClientNotFound,
)
from services.intake.domain.means import InTheFuture
from services.intake.domain.need import NeedAlreadyClosed, NeedNotFound
from services.intake.store.sight import SectionWithheld
from services.intake.use_cases.add_need import AddNeed, add_need
from services.intake.use_cases.add_strength import AddStrength, add_strength
from services.intake.use_cases.close_need import CloseNeed, close_need
from services.intake.use_cases.record_assessment import RecordAssessment, record_assessment
from services.intake.use_cases.record_diagnosis import RecordDiagnosis, record_diagnosis
from services.intake.views.clients import ClientView, seen_client
from services.intake.views.needs import (
    AssessmentSeries,
    AssessmentView,
    InstrumentList,
    NeedList,
    assessment_view,
    list_assessments,
    list_instruments,
    list_needs,
)

router = APIRouter(prefix="/v1", tags=["intake"], route_class=Verb)


@router.post(
    "/clients/{client_id}/needs",
    name="add_need",
    status_code=201,
    dependencies=WRITES,
    responses=problems(SectionWithheld, ClientNotFound),
)
async def need(
    client_id: ClientId, command: AddNeed, by: By, tx: Tx, response: Response
) -> ClientView:
    """Record a need (rozpoznana potrzeba)."""
    client = await add_need(client_id, command, by=by, tx=tx)
    tag(response, client.version)
    return await seen_client(tx, client, by)


@router.get(
    "/clients/{client_id}/needs",
    name="list_needs",
    dependencies=READS,
    responses=problems(ClientNotFound, SectionWithheld),
)
async def needs(client_id: ClientId, by: By, tx: Tx, response: Response) -> NeedList:
    """List what the client needs, with the service that would answer it, and her strengths."""
    found = await list_needs(tx, client_id, by)
    concern(response, [client_id])
    return found


@router.post(
    "/clients/{client_id}/needs/{need_id}/close",
    name="close_need",
    dependencies=WRITES,
    responses=problems(
        SectionWithheld, ClientNotFound, NeedNotFound, NeedAlreadyClosed, VersionIsOld
    ),
)
async def close(
    client_id: ClientId,
    need_id: NeedId,
    command: CloseNeed,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> ClientView:
    """Close a need: met, not met or withdrawn (zamknięcie potrzeby)."""
    client = await close_need(client_id, need_id, command, expected=expected, by=by, tx=tx)
    tag(response, client.version)
    return await seen_client(tx, client, by)


@router.post(
    "/clients/{client_id}/strengths",
    name="add_strength",
    status_code=201,
    dependencies=WRITES,
    responses=problems(SectionWithheld, ClientNotFound),
)
async def strength(
    client_id: ClientId, command: AddStrength, by: By, tx: Tx, response: Response
) -> ClientView:
    """Record a strength (mocna strona)."""
    client = await add_strength(client_id, command, by=by, tx=tx)
    tag(response, client.version)
    return await seen_client(tx, client, by)


@router.post(
    "/clients/{client_id}/assessments",
    name="record_assessment",
    status_code=201,
    dependencies=WRITES,
    responses=problems(
        ClientNotFound, InstrumentUnknown, ItemsDiffer, ScoreOutOfBounds, InTheFuture,
        SectionWithheld,
    ),
)  # fmt: skip
async def assess(
    client_id: ClientId, command: RecordAssessment, by: By, tx: Tx, response: Response
) -> AssessmentView:
    """Record an assessment made with an instrument (ocena sytuacji)."""
    made = await record_assessment(client_id, command, by=by, tx=tx)
    concern(response, [client_id])
    return assessment_view(made)


@router.get(
    "/clients/{client_id}/assessments",
    name="list_assessments",
    dependencies=READS,
    responses=problems(ClientNotFound, SectionWithheld),
)
async def assessments(client_id: ClientId, by: By, tx: Tx, response: Response) -> AssessmentSeries:
    """Show the assessments over time, by instrument."""
    found = await list_assessments(tx, client_id, by)
    concern(response, [client_id])
    return found


@router.get("/assessment-instruments", name="list_instruments", dependencies=READS)
async def instruments(by: By) -> InstrumentList:
    """List the instruments in force, with their items and scales."""
    del by
    return list_instruments(clock.today())


@router.post(
    "/clients/{client_id}/diagnosis",
    name="record_diagnosis",
    status_code=201,
    dependencies=WRITES,
    responses=problems(SectionWithheld, ClientNotFound, VersionIsOld),
)
async def diagnose(
    client_id: ClientId,
    command: RecordDiagnosis,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> ClientView:
    """Write down what you conclude (diagnoza); partners read its summary only."""
    client = await record_diagnosis(client_id, command, expected=expected, by=by, tx=tx)
    tag(response, client.version)
    return await seen_client(tx, client, by)
