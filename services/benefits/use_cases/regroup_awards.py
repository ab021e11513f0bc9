"""Two records were merged, or parted again: what this service shows of the client is another."""

from contracts.benefits import AwardsRegrouped
from contracts.values import ClientId
from kernel.journal import Fact
from kernel.transactions import Transaction


async def regroup_awards(
    client_id: ClientId, merged_id: ClientId, *, cause: Fact, tx: Transaction
) -> None:
    """Say so, for nothing is moved: the gateway fetches both cards anew."""
    tx.record(AwardsRegrouped(client_id=client_id, merged_id=merged_id), cause=cause)
