"""Asking intake, through the gateway, who is paid and where. Nothing of the answer is kept."""

import asyncio
from collections.abc import Sequence
from uuid import UUID

from kernel.house import House
from services.benefits.domain.payees import Payee

_AT_ONCE = 100
"""Ids in one question: they stand in its address."""


async def payees_of(house: House, clients: Sequence[UUID]) -> dict[UUID, Payee]:
    """Those of the clients whom intake knows."""
    parts = [clients[n : n + _AT_ONCE] for n in range(0, len(clients), _AT_ONCE)]
    answers = await asyncio.gather(*(_ask(house, part) for part in parts))
    return {id_: payee for answer in answers for id_, payee in answer.items()}


async def _ask(house: House, clients: Sequence[UUID]) -> dict[UUID, Payee]:
    named = ",".join(map(str, clients))
    found = await house.ask("gateway", f"/internal/ask/intake/payees/{named}")
    return {UUID(id_): Payee.model_validate(told) for id_, told in (found or {}).items()}
