"""A paper by which the client was known counts no more: lost, replaced, expired, or never hers."""

from contracts.intake.person import DocumentRetracted
from contracts.sections import Section
from contracts.values import ClientId, DocumentId
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.intake.domain.changes import retract_document as retract
from services.intake.domain.client import Client
from services.intake.domain.facts import FactSource
from services.intake.store.persons import Persons


async def retract_document(
    client_id: ClientId,
    document_id: DocumentId,
    *,
    expected: int | None,
    by: Caller,
    tx: Transaction,
) -> Client:
    """Take it from what counts; it stays as history."""
    persons = Persons(tx, by)
    client = await persons.get(client_id, expected, Section.IDENTITY)
    changes = retract(client, document_id)
    tx.record(DocumentRetracted(client_id=client_id, document_id=document_id))
    await persons.keep(client, changes, FactSource.CLIENT_STATEMENT)
    return client
