"""A planner keeps an uploaded cohort no longer; after a month nobody does."""

from contracts.values import CohortId
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.benefits.domain.uploaded import KEPT_FOR
from services.benefits.store.cohorts import Cohorts, discard_before


async def discard_cohort(cohort_id: CohortId, *, by: Caller, tx: Transaction) -> None:
    """Discard it. A simulation that still waits for it fails and says so."""
    await Cohorts(tx, institution=by.institution).discard(cohort_id)


async def discard_old_cohorts(tx: Transaction) -> bool:
    """The clock of cohorts."""
    await discard_before(tx, clock.now() - KEPT_FOR)
    return False
