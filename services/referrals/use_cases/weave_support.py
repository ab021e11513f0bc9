"""Another service granted a support: the plan shows it."""

from contracts.values import ClientId
from kernel.journal import Fact
from kernel.transactions import Transaction
from services.referrals.domain.plan import Support
from services.referrals.store.plans import Plans
from services.referrals.use_cases.open_plan import open_plan


async def weave_support(
    client_id: ClientId, support: Support, *, cause: Fact, tx: Transaction
) -> None:
    """Write it into the client's plan.

    Across services there is no order, so the plan may have to be opened first.
    """
    plan = await open_plan(client_id, cause=cause, tx=tx)
    if changed := plan.weave(support):
        await Plans(tx, by=None).keep(plan)
        tx.record(changed, cause=cause)
