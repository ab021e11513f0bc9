"""Where else a client could go, when a service cannot take her on."""

from uuid import UUID

from kernel import clock
from kernel.transactions import Transaction
from services.referrals.domain.places import ServiceCopy
from services.referrals.store.places import Dwellings, Places


async def name_alternatives(
    service: ServiceCopy, client_id: UUID, tx: Transaction
) -> list[dict[str, str]]:
    """Up to five services of the same kind with free places, that cover where she lives if known."""
    municipality = await Dwellings(tx).of(client_id, clock.today())
    found = await Places(tx).alternatives(service, municipality)
    return [
        {
            "service": str(one.service_id),
            "name": one.name,
            "institution": str(one.institution),
        }
        for one in found
    ]
