"""Finding and keeping resolutions. They are public inside the house, as the law is."""

from collections.abc import Sequence
from uuid import UUID

import sqlalchemy as sa

from kernel.transactions import Transaction
from services.benefits.domain.resolution import Resolution, ResolutionNotFound, ResolutionState
from services.benefits.tables.resolutions import resolutions

# Of two decisions at the same instant the second sees the first, also where they are about two
# resolutions of the same days.
_ONE_BY_ONE = sa.text("LOCK TABLE resolutions IN SHARE ROW EXCLUSIVE MODE")


class Resolutions:
    """All resolutions."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    async def find(self, resolution_id: UUID) -> Resolution:
        """One, to read."""
        found = await self._tx.session.get(Resolution, resolution_id)
        if found is None:
            raise ResolutionNotFound
        return found

    async def get(self, resolution_id: UUID) -> Resolution:
        """One, for a decision: nothing else is decided meanwhile."""
        await self._tx.session.execute(_ONE_BY_ONE)
        return await self.find(resolution_id)

    async def beside(self, resolution: Resolution) -> list[Resolution]:
        """The other approved ones of the same parameter and municipality."""
        query = sa.select(Resolution).where(
            resolutions.c.state == ResolutionState.APPROVED,
            resolutions.c.parameter == resolution.parameter,
            resolutions.c.municipality.is_not_distinct_from(resolution.municipality),
            resolutions.c.id != resolution.id,
        )
        return list(await self._tx.session.scalars(query))

    async def latest(
        self, limit: int, *, state: ResolutionState | None, municipality: str | None
    ) -> list[Resolution]:
        """The latest entered first; of a municipality the nationwide ones too."""
        query = sa.select(Resolution)
        if state is not None:
            query = query.where(resolutions.c.state == state)
        if municipality is not None:
            own = resolutions.c.municipality == municipality
            query = query.where(sa.or_(own, resolutions.c.municipality.is_(None)))
        query = query.order_by(resolutions.c.id.desc()).limit(limit)
        return list(await self._tx.session.scalars(query))

    async def in_force(self) -> list[Resolution]:
        """All that count."""
        query = sa.select(Resolution).where(resolutions.c.state == ResolutionState.APPROVED)
        return list(await self._tx.session.scalars(query.order_by(resolutions.c.id)))

    async def those(self, resolution_ids: Sequence[UUID]) -> list[Resolution]:
        """These, whatever became of them since."""
        query = sa.select(Resolution).where(resolutions.c.id.in_(resolution_ids))
        return list(await self._tx.session.scalars(query.order_by(resolutions.c.id)))

    async def law_version(self) -> int:
        """A number that rises with every decision, for none is ever deleted."""
        decided = resolutions.c.state != ResolutionState.DRAFT
        summed = sa.func.coalesce(sa.func.sum(resolutions.c.version).filter(decided), 0)
        return int(await self._tx.session.scalar(sa.select(summed)) or 0)

    async def keep(self, resolution: Resolution) -> None:
        """Keep it."""
        self._tx.session.add(resolution)
        await self._tx.session.flush()
