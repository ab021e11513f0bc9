"""What the directory does when it hears something."""

from contracts.referrals.offers import PlaceCounted
from kernel.journal import Fact
from kernel.service import Reactions
from kernel.transactions import Transaction
from services.directory.use_cases.count_places import count_places

reactions = Reactions(keeps_clients=False)


@reactions.hears(PlaceCounted)
async def show_free_places(event: PlaceCounted, fact: Fact, tx: Transaction) -> None:
    """Referrals count whoever holds a place or waits for one; here stand the numbers."""
    del fact
    await count_places(event.service_id, taken=event.taken, waiting=event.waiting, tx=tx)
