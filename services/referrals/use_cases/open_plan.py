"""A client was registered: her first plan is opened as a draft."""

from contracts.values import ClientId, InstitutionId
from kernel import ids
from kernel.journal import Fact
from kernel.transactions import Transaction
from services.referrals.domain.plan import SupportPlan
from services.referrals.store.plans import Plans


async def open_plan(
    client_id: ClientId, *, lead: InstitutionId | None = None, cause: Fact, tx: Transaction
) -> SupportPlan:
    """Open it, led by who registered her, unless the client has had a plan already."""
    store = Plans(tx, by=None)
    if known := await store.of_client(client_id):
        # An award may be heard before the registration that it rests on.
        known.lead = known.lead or lead
        return known
    plan = SupportPlan(ids.new(), client_id, lead=lead)
    await store.keep(plan)
    tx.record(plan.opened(), cause=cause)
    return plan
