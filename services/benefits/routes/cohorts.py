"""The HTTP face of uploaded cohorts."""

from fastapi import APIRouter, Response

from contracts.values import CohortId
from kernel.problems import problems
from kernel.verbs import READS, WRITES, By, Tx, Verb
from services.benefits.domain.cohort_file import (
    CellsAtFault,
    ColumnsMissing,
    NoHouseholds,
    UnknownColumns,
)
from services.benefits.domain.uploaded import CohortNotFound, TooManyCohorts, UploadCohort
from services.benefits.store.cohorts import Cohorts
from services.benefits.use_cases.discard_cohort import discard_cohort
from services.benefits.use_cases.upload_cohort import upload_cohort
from services.benefits.views.cohorts import CohortList, CohortView

router = APIRouter(prefix="/v1/benefits/cohorts", tags=["benefits"], route_class=Verb)


@router.post(
    "",
    name="upload_cohort",
    status_code=201,
    dependencies=WRITES,
    responses=problems(UnknownColumns, ColumnsMissing, CellsAtFault, NoHouseholds, TooManyCohorts),
)
async def upload(command: UploadCohort, by: By, tx: Tx, response: Response) -> CohortView:
    """Upload households as columns of numbers, to simulate over them; kept for 30 days (kohorta z pliku)."""
    cohort = await upload_cohort(command, by=by, tx=tx)
    response.headers["Location"] = f"/v1/benefits/cohorts/{cohort.id}"
    return CohortView.model_validate(cohort)


@router.get("", name="list_cohorts", dependencies=READS)
async def cohorts(by: By, tx: Tx) -> CohortList:
    """List the cohorts that your institution uploaded, the latest first."""
    found = await Cohorts(tx, institution=by.institution).latest()
    return CohortList(items=[CohortView.model_validate(one) for one in found])


@router.get(
    "/{cohort_id}",
    name="show_cohort",
    dependencies=READS,
    responses=problems(CohortNotFound),
)
async def show(cohort_id: CohortId, by: By, tx: Tx) -> CohortView:
    """Show what an uploaded cohort is; its households are not given out again."""
    found = await Cohorts(tx, institution=by.institution).find(cohort_id)
    return CohortView.model_validate(found)


@router.post(
    "/{cohort_id}/discard",
    name="discard_cohort",
    status_code=204,
    dependencies=WRITES,
    responses=problems(CohortNotFound),
)
async def discard(cohort_id: CohortId, by: By, tx: Tx) -> None:
    """Keep an uploaded cohort no longer."""
    await discard_cohort(cohort_id, by=by, tx=tx)
