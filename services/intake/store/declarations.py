"""Finding and keeping what was declared and recorded about a client."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import distinct_on

from kernel import kinship
from kernel.transactions import Transaction
from services.intake.domain.means import Household, IncomeDeclaration
from services.intake.store.households import households_of
from services.intake.store.incomes import ITEMS
from services.intake.store.sealing import keys_of
from services.intake.tables.means import incomes


class Declarations:
    """What was declared and recorded about one client. Every declaration stays."""

    def __init__(self, tx: Transaction, client_id: UUID) -> None:
        self._tx = tx
        self._client_id = client_id

    async def household(self, on: date) -> Household | None:
        """The household she belongs to on a day, whether declared for her or for another client.

        Where none was declared so far back, the earliest one: people keep house long before
        somebody asks.
        """
        first = await kinship.survivor(self._tx.session, self._client_id)
        return (await households_of(self._tx, [first])).on(first, on)

    async def incomes(self) -> list[IncomeDeclaration]:
        """The latest declaration of each month, oldest month first."""
        query = (
            sa.select(incomes)
            .ext(distinct_on(incomes.c.month))
            .where(kinship.of_person(incomes.c.client_id, self._client_id))
            .order_by(incomes.c.month, incomes.c.id.desc())
        )
        rows = (await self._tx.session.execute(query)).all()
        keys = await keys_of(self._tx, rows)
        return [
            IncomeDeclaration(
                r.client_id,
                r.month,
                ITEMS.open(keys[r.client_id], r.sealed),
                r.declared_by,
                r.declared_at,
                r.worker,
                r.id,
            )
            for r in rows
        ]

    async def rows(self, table: sa.Table, order: Any) -> Sequence[Any]:
        """The rows of a table that were written under this very id."""
        query = sa.select(table).where(table.c.client_id == self._client_id).order_by(order)
        return (await self._tx.session.execute(query)).all()
