"""A worker records how to speak with the client and what makes a service open to her."""

from contracts.intake.person import CommunicationChanged, FactKind
from contracts.sections import Section
from contracts.values import ClientId, Command
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.intake.domain.changes import put
from services.intake.domain.client import Client
from services.intake.domain.communication import Communication
from services.intake.domain.facts import FactOrigin, FactSource
from services.intake.store.persons import Persons


class SetCommunication(Command):
    """Say in which language, whether with an interpreter, and what to arrange for her."""

    communication: Communication
    source: FactSource = FactSource.CLIENT_STATEMENT


async def set_communication(
    client_id: ClientId,
    command: SetCommunication,
    *,
    expected: int | None,
    by: Caller,
    tx: Transaction,
) -> Client:
    """Keep it, for everybody who will meet her."""
    persons = Persons(tx, by)
    client = await persons.get(client_id, expected, Section.CONTACT)
    changes = put(client, FactKind.COMMUNICATION, command.communication, FactOrigin.CHANGED)
    tx.record(CommunicationChanged(client_id=client_id))
    await persons.keep(client, changes, command.source)
    return client
