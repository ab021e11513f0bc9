"""What a service that computes is told."""

from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from kernel.transactions import Transaction
from services.intake.store.declarations import Declarations
from services.intake.tables.clients import clients
from services.intake.tables.work import employments


async def means(tx: Transaction, client_id: UUID, on: date) -> dict[str, Any] | None:
    """Household of a day, and incomes, for a service that computes; none: no such client."""
    if await tx.vault.find_key(tx.session, client_id) is None:
        return None
    declarations = Declarations(tx, client_id)
    household = await declarations.household(on)
    query = sa.select(clients.c.municipality).where(clients.c.id == client_id)
    jobs = await declarations.rows(employments, employments.c.started_on)
    return {
        "municipality": await tx.session.scalar(query),
        "household_size": len(household.members) if household else None,
        "incomes": {
            declaration.month: [item.model_dump(mode="json") for item in declaration.items]
            for declaration in await declarations.incomes()
        },
        "employments": [{"id": str(j.id), "started_on": j.started_on.isoformat()} for j in jobs],
    }
