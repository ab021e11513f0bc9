"""A worker records that the terms of a job changed."""

from contracts.sections import Section
from contracts.values import ClientId, Command, Day, EmploymentId
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.intake.domain.employment import Employment, Terms, TermsFrom
from services.intake.store.clients import Clients
from services.intake.store.employments import Employments


class ChangeEmployment(Command):
    """Take other terms from a day on."""

    changed_from: Day
    terms: Terms


async def change_employment(
    client_id: ClientId,
    employment_id: EmploymentId,
    command: ChangeEmployment,
    *,
    expected: int | None,
    by: Caller,
    tx: Transaction,
) -> Employment:
    """Keep the new terms beside the earlier ones, and warn the others."""
    store = Clients(tx, by)
    client = await store.get(client_id, Section.WORK)
    jobs = Employments(tx, client_id)
    job = await jobs.get(employment_id)
    expect(job.version, expected)
    tx.record(job.change(TermsFrom(command.changed_from, command.terms), clock.today()))
    await jobs.add_terms(job, by, clock.now())
    await store.keep(client)
    return job
