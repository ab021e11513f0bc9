"""A planner uploads a cohort of households: numbers alone, so that nobody is in it by name."""

import asyncio

from kernel import clock, ids
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.benefits.domain.cohort_file import packed, read_cohort
from services.benefits.domain.uploaded import (
    MOST_COHORTS,
    TooManyCohorts,
    UploadCohort,
    UploadedCohort,
)
from services.benefits.store.cohorts import Cohorts


async def upload_cohort(command: UploadCohort, *, by: Caller, tx: Transaction) -> UploadedCohort:
    """Read and keep it; a file with anything wrong in it is not kept in part."""
    cohort = await asyncio.to_thread(read_cohort, command.csv)
    cohorts = Cohorts(tx, institution=by.institution)
    if len(await cohorts.latest()) >= MOST_COHORTS:
        raise TooManyCohorts(most=MOST_COHORTS)
    uploaded = UploadedCohort(
        id=ids.new(),
        institution=by.institution,
        name=command.name,
        uploaded_by=by.worker,
        uploaded_at=clock.now(),
        households=len(cohort),
        packed=packed(cohort),
    )
    await cohorts.keep(uploaded)
    return uploaded
