"""An adviser of a labour office registers the client there."""

from typing import Annotated

from pydantic import Field

from contracts.intake.means import LabourStatus
from contracts.sections import Section
from contracts.values import ClientId, Command, Day
from kernel import clock, ids
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.intake.domain.labour import LabourFacts, Registration
from services.intake.store.clients import Clients
from services.intake.store.labour import Labour


class RegisterAtLabourOffice(Command):
    """Register the client as unemployed, as a job seeker, or as economically inactive."""

    status: Annotated[LabourStatus, Field(examples=["unemployed"])]
    registered_on: Day
    facts: LabourFacts = LabourFacts()


async def register_at_labour_office(
    client_id: ClientId, command: RegisterAtLabourOffice, *, by: Caller, tx: Transaction
) -> Registration:
    """Keep the registration on the same person's record: no second interview."""
    store = Clients(tx, by)
    client = await store.get(client_id, Section.WORK)
    labour = Labour(tx, client_id)
    registration = Registration(
        id=ids.new(),
        client_id=client_id,
        status=command.status,
        registered_on=command.registered_on,
        facts=command.facts,
        registered_by=by.institution,
        recorded_at=clock.now(),
    )
    tx.record(registration.registered(await labour.all(), clock.today()))
    await labour.add(registration)
    await store.keep(client)
    return registration
