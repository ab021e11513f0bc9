"""Which part of Poland each institution serves."""

from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from kernel.transactions import Transaction
from services.benefits.tables.resolutions import territories


class Territories:
    """The territories that the directory announced."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    async def keep(self, institution: UUID, territory: str) -> None:
        """Keep what was announced last."""
        statement = insert(territories).values(institution=institution, territory=territory)
        again = statement.on_conflict_do_update(
            index_elements=["institution"], set_={"territory": territory}
        )
        await self._tx.session.execute(again)

    async def of(self, institution: UUID) -> str | None:
        """That of one; none if it was not heard of."""
        query = sa.select(territories.c.territory).where(territories.c.institution == institution)
        return await self._tx.session.scalar(query)
