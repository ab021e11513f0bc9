"""A worker records that the client takes a job."""

from typing import Annotated

from pydantic import Field

from contracts.values import SENSITIVE, ClientId, Command, Day, Line
from kernel import clock, ids
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.intake.domain.employment import AlreadyEmployed, Employment, EmploymentKind
from services.intake.store.clients import Clients
from services.intake.store.declarations import Declarations


class StartEmployment(Command):
    """Record a job from its first day."""

    started_on: Day
    kind: Annotated[EmploymentKind, Field(examples=["employment_contract"])] = (
        EmploymentKind.EMPLOYMENT_CONTRACT
    )
    employer: Annotated[Line | None, SENSITIVE, Field(examples=["Zmyślona Piekarnia"])] = None


async def start_employment(
    client_id: ClientId, command: StartEmployment, *, by: Caller, tx: Transaction
) -> Employment:
    """Keep the job, and warn the others before the next payment."""
    store = Clients(tx, by)
    client = await store.get(client_id)
    declarations = Declarations(tx, client_id)
    if await declarations.employment_from(command.started_on):
        raise AlreadyEmployed
    employment = Employment(
        id=ids.new(),
        client_id=client_id,
        started_on=command.started_on,
        kind=command.kind,
        employer=command.employer,
        recorded_by=by.institution,
        recorded_at=clock.now(),
    )
    tx.record(employment.started(clock.today()))
    await declarations.add_employment(employment)
    await store.keep(client)
    return employment
