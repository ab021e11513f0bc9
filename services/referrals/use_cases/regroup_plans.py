"""Two records were merged, or parted again: what this service shows of the client is another."""

from contracts.referrals import PlansRegrouped
from contracts.values import ClientId
from kernel.journal import Fact
from kernel.transactions import Transaction


async def regroup_plans(
    client_id: ClientId, merged_id: ClientId, *, cause: Fact, tx: Transaction
) -> None:
    """Say so, for nothing is moved: the gateway fetches both cards anew."""
    tx.record(PlansRegrouped(client_id=client_id, merged_id=merged_id), cause=cause)
