"""The client is reached in another way."""

from contracts.intake.person import ContactChanged, FactKind
from contracts.sections import Section
from contracts.values import ClientId, Command
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.intake.domain.changes import put
from services.intake.domain.client import Client, Contact
from services.intake.domain.facts import FactOrigin, FactSource
from services.intake.store.persons import Persons


class ChangeContact(Command):
    """Say how to reach her from now on; what is left out is not known any more."""

    contact: Contact
    source: FactSource = FactSource.CLIENT_STATEMENT


async def change_contact(
    client_id: ClientId,
    command: ChangeContact,
    *,
    expected: int | None,
    by: Caller,
    tx: Transaction,
) -> Client:
    """Keep it, and how she was reached before."""
    persons = Persons(tx, by)
    client = await persons.get(client_id, expected, Section.CONTACT)
    changes = put(client, FactKind.CONTACT, command.contact, FactOrigin.CHANGED)
    tx.record(ContactChanged(client_id=client_id))
    await persons.keep(client, changes, command.source)
    return client
