"""Writing down what is owed, and striking it out. Every use case does so in its own transaction."""

from dataclasses import asdict
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from kernel.transactions import Transaction
from services.referrals.domain.duty import Duty, DutyKind
from services.referrals.tables.duties import duties

_KEY = ["thing_id", "kind", "institution"]


class Duties:
    """The duties of every institution."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    async def owe(self, *owed: Duty) -> None:
        """Write down what is to be done; the same thing again: the later words count."""
        for duty in owed:
            row = asdict(duty)
            statement = insert(duties).values(row)
            changed = {name: value for name, value in row.items() if name not in _KEY}
            await self._tx.session.execute(
                statement.on_conflict_do_update(index_elements=_KEY, set_=changed)
            )

    async def strike(self, thing_id: UUID, *kinds: DutyKind) -> None:
        """Strike out what is done about a thing; no kinds named: everything about it."""
        query = sa.delete(duties).where(duties.c.thing_id == thing_id)
        if kinds:
            query = query.where(duties.c.kind.in_(kinds))
        await self._tx.session.execute(query)
