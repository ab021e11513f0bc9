"""Finding and keeping uploaded cohorts: those of one institution."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from uuid import UUID

import sqlalchemy as sa

from kernel.transactions import Transaction
from services.benefits.domain.cohort import CHUNK, Cohort, Generated, Uploaded, chunk_of
from services.benefits.domain.cohort_file import unpacked
from services.benefits.domain.uploaded import CohortNotFound, UploadedCohort
from services.benefits.tables.cohorts import cohorts


class Cohorts:
    """The cohorts of an institution."""

    def __init__(self, tx: Transaction, *, institution: UUID) -> None:
        self._tx, self._institution = tx, institution
        self._all = sa.select(UploadedCohort).where(cohorts.c.institution == institution)

    async def find(self, cohort_id: UUID) -> UploadedCohort:
        """One, without what stands in it."""
        found = await self._tx.session.scalar(self._all.where(cohorts.c.id == cohort_id))
        if found is None:
            raise CohortNotFound
        return found

    async def columns(self, cohort_id: UUID) -> Cohort:
        """What stands in one."""
        query = sa.select(cohorts.c.packed).where(
            cohorts.c.id == cohort_id, cohorts.c.institution == self._institution
        )
        packed = await self._tx.session.scalar(query)
        if packed is None:
            raise CohortNotFound
        return unpacked(packed)

    async def latest(self) -> list[UploadedCohort]:
        """All of them, the latest first."""
        return list(await self._tx.session.scalars(self._all.order_by(cohorts.c.id.desc())))

    async def keep(self, cohort: UploadedCohort) -> None:
        """Keep it."""
        self._tx.session.add(cohort)
        await self._tx.session.flush()

    async def discard(self, cohort_id: UUID) -> None:
        """Keep one no longer; of one that is gone there is nothing to discard."""
        found = await self.find(cohort_id)
        await self._tx.session.delete(found)
        await self._tx.session.flush()


@dataclass(frozen=True)
class Source:
    """Where the chunks of a cohort come from."""

    households: int
    chunk: Callable[[int], Cohort]


async def cohort_of(choice: Generated | Uploaded, *, institution: UUID, tx: Transaction) -> Source:
    """A cohort made up chunk by chunk, or one that the institution uploaded."""
    if isinstance(choice, Generated):
        return Source(choice.households, partial(chunk_of, choice))
    whole = await Cohorts(tx, institution=institution).columns(choice.uploaded)
    return Source(len(whole), lambda n: whole.part(n * CHUNK, (n + 1) * CHUNK))


async def discard_before(tx: Transaction, instant: datetime) -> None:
    """Keep none that was uploaded before an instant, whoever's it is."""
    await tx.session.execute(sa.delete(cohorts).where(cohorts.c.uploaded_at < instant))
