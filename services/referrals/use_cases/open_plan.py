"""A client was registered: her one plan is opened as a draft."""

from contracts.values import ClientId
from kernel import ids
from kernel.journal import Fact
from kernel.transactions import Transaction
from services.referrals.domain.plan import SupportPlan
from services.referrals.store.plans import Plans


async def open_plan(client_id: ClientId, *, cause: Fact, tx: Transaction) -> SupportPlan:
    """Open it, unless the client has a plan already."""
    store = Plans(tx, by=None)
    if known := await store.of_client(client_id):
        return known
    plan = SupportPlan(ids.new(), client_id)
    await store.keep(plan)
    tx.record(plan.opened(), cause=cause)
    return plan
