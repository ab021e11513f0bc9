"""What intake does about events of others."""

from contracts.benefits import AwardApproved
from kernel.journal import Fact
from kernel.service import Reactions
from kernel.transactions import Transaction
from services.intake.use_cases.note_award import note_award

reactions = Reactions()


@reactions.hears(AwardApproved)
async def approved(event: AwardApproved, fact: Fact, tx: Transaction) -> None:
    """The client is at work with support."""
    await note_award(event.client_id, cause=fact, tx=tx)
