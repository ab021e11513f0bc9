"""An adviser of a labour office ends the registration."""

from typing import Annotated

from pydantic import Field

from contracts.intake.means import LabourEnd
from contracts.sections import Section
from contracts.values import ClientId, Command, Day
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.intake.domain.labour import Registration
from services.intake.store.clients import Clients
from services.intake.store.labour import Labour


class DeregisterAtLabourOffice(Command):
    """End the registration with its last day."""

    ended_on: Day
    reason: Annotated[LabourEnd, Field(examples=["took_job"])]


async def deregister_at_labour_office(
    client_id: ClientId,
    command: DeregisterAtLabourOffice,
    *,
    expected: int | None,
    by: Caller,
    tx: Transaction,
) -> Registration:
    """Keep the end; the registration stays in her history."""
    store = Clients(tx, by)
    client = await store.get(client_id, Section.WORK)
    labour = Labour(tx, client_id)
    registration = await labour.current()
    expect(registration.version, expected)
    tx.record(registration.end(command.ended_on, command.reason, clock.today()))
    await labour.end(registration)
    await store.keep(client)
    return registration
