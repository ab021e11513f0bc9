"""A client whose case was closed comes back."""

from contracts.values import ClientId
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.intake.domain.client import Client
from services.intake.domain.closing import reopen
from services.intake.domain.erasure import OnlyItsRegistrar
from services.intake.store.clients import Clients
from services.intake.store.rights import Closings


async def reopen_client(client_id: ClientId, *, by: Caller, tx: Transaction) -> Client:
    """Go on where she stood; the time her file is kept stops running."""
    store = Clients(tx, by)
    client = await store.get(client_id)
    if client.registered_by != by.institution:
        raise OnlyItsRegistrar
    closing = await Closings(tx).standing(client_id)
    tx.record(reopen(client, closing, by.worker, clock.now()))
    if closing is not None:
        await Closings(tx).keep(closing)
    await store.keep(client)
    return client
