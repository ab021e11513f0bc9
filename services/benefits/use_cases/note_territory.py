"""An institution was entered in the directory: which part of Poland it serves is kept."""

from contracts.values import InstitutionId
from kernel.transactions import Transaction
from services.benefits.store.territories import Territories


async def note_territory(institution: InstitutionId, territory: str, *, tx: Transaction) -> None:
    """Keep it, for a centre enters what the council of its own gmina resolved."""
    await Territories(tx).keep(institution, territory)
