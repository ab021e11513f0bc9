"""A proposal to erase a client is dropped."""

from contracts.values import ErasureId
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.intake.domain.erasure import Erasure
from services.intake.store.rights import Erasures


async def withdraw_erasure(erasure_id: ErasureId, *, by: Caller, tx: Transaction) -> Erasure:
    """Drop it; whoever proposed it may do so too."""
    store = Erasures(tx, by)
    erasure = await store.to_decide(erasure_id)
    erasure.withdraw(by.worker, clock.now())
    await store.keep(erasure)
    return erasure
