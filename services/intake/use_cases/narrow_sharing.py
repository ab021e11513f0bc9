"""A worker lets a partner see less, or for a shorter time; it holds from the next request on."""

from contracts.values import ClientId, SharingId
from kernel import clock, ids, relations
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.intake.domain.sharing import NarrowSharing, Sharing
from services.intake.store.clients import Clients
from services.intake.store.sharings import Sharings
from services.intake.use_cases.open_sharing import announce


async def narrow_sharing(
    client_id: ClientId,
    sharing_id: SharingId,
    command: NarrowSharing,
    *,
    by: Caller,
    tx: Transaction,
) -> Sharing:
    """End the sharing and open what stays of it, in this order: nobody ever sees more than before."""
    store, sharings, now = Clients(tx, by), Sharings(tx), clock.now()
    client = await store.get(client_id)
    wide = await sharings.get(client_id, sharing_id)
    closed = wide.withdraw(now, by=by.institution, registered_by=client.registered_by)
    narrow = wide.narrowed(command, ids.new(), now, clock.today())
    await sharings.close(wide)
    await relations.note(tx.session, now, closed)
    tx.record(closed)
    await announce(narrow, tx=tx)
    await store.keep(client)
    return narrow
