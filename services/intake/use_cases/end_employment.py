"""A worker records that a job ended."""

from typing import Annotated

from pydantic import Field

from contracts.intake.means import EmploymentEnd
from contracts.sections import Section
from contracts.values import ClientId, Command, Day, EmploymentId
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.intake.domain.employment import Employment
from services.intake.domain.means import Evidence
from services.intake.store.clients import Clients
from services.intake.store.employments import Employments


class EndEmployment(Command):
    """End a job with its last day."""

    ended_on: Day
    reason: Annotated[EmploymentEnd, Field(examples=["contract_expired"])]
    evidence: Evidence = Evidence()


async def end_employment(
    client_id: ClientId,
    employment_id: EmploymentId,
    command: EndEmployment,
    *,
    expected: int | None,
    by: Caller,
    tx: Transaction,
) -> Employment:
    """Keep the end, and warn the others before the next payment."""
    store = Clients(tx, by)
    client = await store.get(client_id, Section.WORK)
    jobs = Employments(tx, client_id)
    job = await jobs.get(employment_id)
    expect(job.version, expected)
    tx.record(job.end(command.ended_on, command.reason, command.evidence, clock.today()))
    await jobs.end(job)
    await store.keep(client)
    return job
