"""A worker withdraws a sharing; it holds from the next request on."""

from contracts.values import ClientId, SharingId
from kernel import clock, relations
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.intake.domain.sharing import Sharing
from services.intake.store.clients import Clients
from services.intake.store.sharings import Sharings


async def withdraw_sharing(
    client_id: ClientId, sharing_id: SharingId, *, by: Caller, tx: Transaction
) -> Sharing:
    """End the sharing at once."""
    store = Clients(tx, by)
    client = await store.get(client_id)
    sharing = await Sharings(tx).get(client_id, sharing_id)
    event = sharing.withdraw(clock.now(), by=by.institution, registered_by=client.registered_by)
    await Sharings(tx).close(sharing)
    await relations.note(tx.session, clock.now(), event)
    tx.record(event)
    await store.keep(client)
    return sharing
