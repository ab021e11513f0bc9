"""Which part of Poland each institution serves."""

from collections.abc import Iterable
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from kernel.tables import parties
from kernel.transactions import Transaction
from services.referrals.tables.referrals import territories


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

    async def of(self, institutions: Iterable[UUID]) -> dict[UUID, tuple[str, str]]:
        """The kind and territory of those that were heard of."""
        query = (
            sa.select(territories.c.institution, parties.c.kind, territories.c.territory)
            .join(parties, parties.c.id == territories.c.institution)
            .where(territories.c.institution.in_(set(institutions)), parties.c.kind.is_not(None))
        )
        return {row[0]: (row[1], row[2]) for row in await self._tx.session.execute(query)}
