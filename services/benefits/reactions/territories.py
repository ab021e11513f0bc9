"""What benefits keep of institutions."""

from contracts.directory import InstitutionRegistered
from kernel.journal import Fact
from kernel.transactions import Transaction
from services.benefits.reactions.heard import reactions
from services.benefits.use_cases.note_territory import note_territory


@reactions.hears(InstitutionRegistered)
async def know_its_territory(event: InstitutionRegistered, _: Fact, tx: Transaction) -> None:
    """An office serves a part of Poland."""
    await note_territory(event.party_id, event.territory, tx=tx)
