"""Referrals counted the places of a service anew."""

from contracts.values import ServiceId
from kernel.transactions import Transaction
from services.directory.store import Services


async def count_places(
    service_id: ServiceId, *, taken: int, waiting: int, tx: Transaction
) -> None:
    """Show the numbers. They are no change of the entry, so its version stays."""
    await Services(tx).count(service_id, taken, waiting)
