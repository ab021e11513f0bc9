"""A worker records a paper by which the client is known."""

from contracts.intake.person import DocumentAdded
from contracts.sections import Section
from contracts.values import ClientId, Command
from kernel import ids
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.intake.domain.changes import add_document as add
from services.intake.domain.client import Client
from services.intake.domain.documents import IdentityDocument
from services.intake.domain.facts import FactSource
from services.intake.store.persons import Persons


class AddDocument(Command):
    """Record a paper other than the PESEL number."""

    document: IdentityDocument
    source: FactSource = FactSource.DOCUMENT


async def add_document(
    client_id: ClientId,
    command: AddDocument,
    *,
    expected: int | None,
    by: Caller,
    tx: Transaction,
) -> Client:
    """Keep the paper among the others."""
    persons = Persons(tx, by)
    client = await persons.get(client_id, expected, Section.IDENTITY)
    document_id = ids.new()
    changes = add(client, document_id, command.document)
    tx.record(DocumentAdded(client_id=client_id, document_id=document_id))
    await persons.keep(client, changes, command.source)
    return client
