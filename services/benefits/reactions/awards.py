"""What awards do when records of one person are joined or parted."""

from contracts.intake import ClientMerged, ClientUnmerged
from kernel.journal import Fact
from kernel.transactions import Transaction
from services.benefits.reactions.heard import reactions
from services.benefits.use_cases.regroup_awards import regroup_awards


@reactions.hears(ClientMerged)
async def lay_together(event: ClientMerged, fact: Fact, tx: Transaction) -> None:
    """Her awards now are those of both records."""
    await regroup_awards(event.client_id, event.merged_id, cause=fact, tx=tx)


@reactions.hears(ClientUnmerged)
async def part(event: ClientUnmerged, fact: Fact, tx: Transaction) -> None:
    """Each record has its own again."""
    await regroup_awards(event.client_id, event.merged_id, cause=fact, tx=tx)
