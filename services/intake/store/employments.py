"""Finding and keeping jobs."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

import sqlalchemy as sa
from pydantic import BeforeValidator

from kernel import kinship
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.vault import ClientKey
from services.intake.domain.employment import Employment, EmploymentNotFound, Terms, TermsFrom
from services.intake.domain.means import Evidence
from services.intake.store.sealing import Sealer, key_of, keys_of
from services.intake.tables.work import employment_terms, employments


def _named(facts: Any) -> Any:
    # Until release 0.1 a job was sealed as a pair of kind and employer.
    return (
        dict(zip(("kind", "employer"), facts, strict=True)) if isinstance(facts, list) else facts
    )


JOB: Sealer[Terms] = Sealer("employment", Annotated[Terms, BeforeValidator(_named)])
TERMS: Sealer[Terms] = Sealer("employment_terms", Terms)
END: Sealer[Evidence] = Sealer("employment_end", Evidence)


class Employments:
    """The jobs of one person, under whichever of her ids."""

    def __init__(self, tx: Transaction, client_id: UUID) -> None:
        self._tx = tx
        self._client_id = client_id

    async def add(self, job: Employment) -> None:
        """Keep a new one."""
        key = await key_of(self._tx, self._client_id)
        await self._tx.session.execute(
            sa.insert(employments).values(
                id=job.id,
                client_id=self._client_id,
                started_on=job.started_on,
                sealed=JOB.seal(key, job.terms[0].terms),
                recorded_by=job.recorded_by,
                recorded_at=job.recorded_at,
                version=job.version,
            )
        )

    async def add_terms(self, job: Employment, by: Caller, at: datetime) -> None:
        """Keep the latest terms beside the earlier ones."""
        latest, key = job.terms[-1], await key_of(self._tx, job.client_id)
        await self._tx.session.execute(
            sa.insert(employment_terms).values(
                client_id=job.client_id,
                employment_id=job.id,
                valid_from=latest.valid_from,
                sealed=TERMS.seal(key, latest.terms),
                recorded_by=by.institution,
                recorded_at=at,
            )
        )
        await self._keep(job)

    async def end(self, job: Employment) -> None:
        """Keep the end."""
        key = await key_of(self._tx, job.client_id)
        await self._keep(
            job,
            ended_on=job.ended_on,
            end_reason=job.end_reason,
            sealed_end=END.seal(key, job.end_evidence),
        )

    async def get(self, employment_id: UUID) -> Employment:
        """One of them; the client's own row is locked already."""
        found = [job for job in await self.all() if job.id == employment_id]
        if not found:
            raise EmploymentNotFound
        return found[0]

    async def all(self) -> list[Employment]:
        """Every job, the earliest first."""
        jobs = await self._rows(employments, employments.c.started_on, employments.c.id)
        keys = await keys_of(self._tx, jobs)
        later: dict[UUID, list[TermsFrom]] = {}
        for row in await self._rows(employment_terms, employment_terms.c.valid_from):
            found = TermsFrom(row.valid_from, TERMS.open(keys[row.client_id], row.sealed))
            later.setdefault(row.employment_id, []).append(found)
        return [_job(row, keys[row.client_id], later.get(row.id, [])) for row in jobs]

    async def starts_on(self, day: date) -> bool:
        """Whether a job from this very day is recorded."""
        query = sa.exists().where(
            kinship.of_person(employments.c.client_id, self._client_id),
            employments.c.started_on == day,
        )
        return bool(await self._tx.session.scalar(sa.select(query)))

    async def _keep(self, job: Employment, **values: Any) -> None:
        statement = sa.update(employments).where(employments.c.id == job.id)
        await self._tx.session.execute(statement.values(version=job.version, **values))

    async def _rows(self, table: sa.Table, *order: Any) -> Sequence[Any]:
        query = sa.select(table).where(kinship.of_person(table.c.client_id, self._client_id))
        query = query.order_by(*order)
        return (await self._tx.session.execute(query)).all()


def _job(row: Any, key: ClientKey, later: list[TermsFrom]) -> Employment:
    return Employment(
        id=row.id,
        client_id=row.client_id,
        started_on=row.started_on,
        terms=[TermsFrom(row.started_on, JOB.open(key, row.sealed)), *later],
        recorded_by=row.recorded_by,
        recorded_at=row.recorded_at,
        ended_on=row.ended_on,
        end_reason=row.end_reason,
        end_evidence=END.open(key, row.sealed_end) if row.sealed_end else Evidence(),
        version=row.version,
    )
