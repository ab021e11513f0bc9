"""What benefits does about events of others. It hears the feed, too, to know who may see which client."""

from contracts.intake import ClientMerged, ClientUnmerged
from kernel.journal import Fact
from kernel.service import Reactions
from kernel.transactions import Transaction
from services.benefits.use_cases.regroup_awards import regroup_awards

reactions = Reactions()


@reactions.hears(ClientMerged)
async def lay_together(event: ClientMerged, fact: Fact, tx: Transaction) -> None:
    """Her awards now are those of both records."""
    await regroup_awards(event.client_id, event.merged_id, cause=fact, tx=tx)


@reactions.hears(ClientUnmerged)
async def part(event: ClientUnmerged, fact: Fact, tx: Transaction) -> None:
    """Each record has its own again."""
    await regroup_awards(event.client_id, event.merged_id, cause=fact, tx=tx)
