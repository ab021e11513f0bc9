"""A second person decides that a client is erased: her key is destroyed, and what lay under it is gone."""

from contracts.intake.rights import ClientErased
from contracts.values import ErasureId
from kernel import clock, kinship, relations
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.intake.domain.erasure import Erasure
from services.intake.store.clients import Clients
from services.intake.store.forgetting import forget
from services.intake.store.rights import Erasures
from services.intake.use_cases.propose_erasure import check_free


async def approve_erasure(erasure_id: ErasureId, *, by: Caller, tx: Transaction) -> Erasure:
    """Erase her in one commit; the event erases her everywhere else, with every id she had."""
    store = Erasures(tx, by)
    erasure = await store.to_decide(erasure_id)
    erasure.approve(by.worker, clock.now())
    client = await Clients(tx, by).get(erasure.client_id)
    await check_free(client, erasure.ground, tx)
    await store.keep(erasure)
    for one in await kinship.family(tx.session, client.id):
        await forget(tx, one)
        event = ClientErased(client_id=one)
        await relations.note(tx.session, clock.now(), event)
        tx.record(event)
    return erasure
