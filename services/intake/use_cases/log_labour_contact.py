"""An adviser of a labour office notes that office and client were in touch."""

from typing import Annotated

from pydantic import Field

from contracts.intake.means import ContactChannel
from contracts.sections import Section
from contracts.values import ClientId, Command, Day
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.intake.domain.labour import Contact, Registration
from services.intake.store.clients import Clients
from services.intake.store.labour import Labour


class LogLabourContact(Command):
    """Note a contact; the next one is due as the plan says."""

    contacted_on: Day
    channel: Annotated[ContactChannel, Field(examples=["phone"])]


async def log_labour_contact(
    client_id: ClientId, command: LogLabourContact, *, by: Caller, tx: Transaction
) -> Registration:
    """Keep the contact with the registration in force."""
    store = Clients(tx, by)
    client = await store.get(client_id, Section.WORK)
    labour = Labour(tx, client_id)
    registration = await labour.current()
    contact = Contact(
        registration.id, command.contacted_on, command.channel, by.institution, clock.now()
    )
    tx.record(contact.logged(registration, clock.today()))
    registration.contacts.append(contact)
    await labour.add_contact(contact)
    await store.keep(client)
    return registration
