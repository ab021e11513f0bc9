"""An award was approved: the client is at work with support."""

from uuid import UUID

from contracts.intake import ClientStatus
from kernel.journal import Fact
from kernel.transactions import Transaction
from services.intake.store.clients import progress


async def note_award(client_id: UUID, *, cause: Fact, tx: Transaction) -> None:
    """Come to the step 'at work, supported'."""
    for event in await progress(tx, client_id, ClientStatus.IN_WORK_SUPPORTED):
        tx.record(event, cause=cause)
