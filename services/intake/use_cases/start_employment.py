"""A worker records that the client takes a job."""

from contracts.sections import Section
from contracts.values import ClientId, Day
from kernel import clock, ids
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.intake.domain.employment import AlreadyEmployed, Employment, Terms, TermsFrom
from services.intake.store.clients import Clients
from services.intake.store.employments import Employments


class StartEmployment(Terms):
    """Record a job from its first day, and on what terms."""

    started_on: Day

    @property
    def terms(self) -> Terms:
        """The terms alone."""
        return Terms.model_validate(self.model_dump(exclude={"started_on"}))


async def start_employment(
    client_id: ClientId, command: StartEmployment, *, by: Caller, tx: Transaction
) -> Employment:
    """Keep the job, and warn the others before the next payment."""
    store = Clients(tx, by)
    client = await store.get(client_id, Section.WORK)
    jobs = Employments(tx, client_id)
    if await jobs.starts_on(command.started_on):
        raise AlreadyEmployed
    employment = Employment(
        id=ids.new(),
        client_id=client_id,
        started_on=command.started_on,
        terms=[TermsFrom(command.started_on, command.terms)],
        recorded_by=by.institution,
        recorded_at=clock.now(),
    )
    tx.record(employment.started(clock.today()))
    await jobs.add(employment)
    await store.keep(client)
    return employment
