"""A second person decides that a client is erased: her key is destroyed, and what lay under it is gone."""

from contracts.intake.rights import ClientErased
from contracts.values import ErasureId
from kernel import clock, relations
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.intake.domain.erasure import Erasure
from services.intake.store.forgetting import forget
from services.intake.store.rights import Erasures
from services.intake.use_cases.propose_erasure import to_erase


async def approve_erasure(erasure_id: ErasureId, *, by: Caller, tx: Transaction) -> Erasure:
    """Erase her in one commit; the event erases her everywhere else, with every id she had."""
    store = Erasures(tx, by)
    erasure = await store.to_decide(erasure_id)
    erasure.approve(by.worker, clock.now())
    # Asked anew: since it was proposed she may have been merged, held, or her case opened again.
    family = await to_erase(erasure.client_id, erasure.ground, by=by, tx=tx)
    await store.keep(erasure)
    for one in family:
        await forget(tx, one)
        event = ClientErased(client_id=one)
        await relations.note(tx.session, clock.now(), event)
        tx.record(event)
    return erasure
