"""Benefits asks, through the gateway, what a client declared at intake."""

from datetime import date

from contracts.values import ClientId
from kernel.house import House
from services.benefits.domain.declared import Declared


async def ask_means(house: House, client_id: ClientId, on: date) -> Declared | None:
    """What was declared: the household is that of the first day of work, whatever came later."""
    found = await house.ask("gateway", f"/internal/ask/intake/clients/{client_id}/means/{on}")
    return None if found is None else Declared.model_validate(found)
