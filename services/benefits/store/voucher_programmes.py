"""Finding and keeping programmes of care vouchers: one's own, and those one has a contract in."""

from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSONB

from kernel.callers import Caller
from kernel.transactions import Transaction
from services.benefits.domain.voucher_programme import ProgrammeNotFound, VoucherProgramme
from services.benefits.tables.vouchers import programmes


class Programmes:
    """The programmes of a caller's institution; `by=None` is the house itself."""

    def __init__(self, tx: Transaction, by: Caller | None, *, provided: bool = False) -> None:
        """With `provided`: those, too, in which the institution has or had a contract."""
        self._tx = tx
        self._all = sa.select(VoucherProgramme)
        if by is not None:
            mine = programmes.c.institution == by.institution
            named = sa.cast([{"institution": str(by.institution)}], JSONB)
            theirs = programmes.c.kept_contracts.contains(named)
            self._all = self._all.where(sa.or_(mine, theirs) if provided else mine)

    async def find(self, programme_id: UUID) -> VoucherProgramme:
        """One, to read."""
        return await self._one(self._all.where(programmes.c.id == programme_id))

    async def get(self, programme_id: UUID) -> VoucherProgramme:
        """One, for change: the row stays locked."""
        query = self._all.where(programmes.c.id == programme_id)
        return await self._one(query.with_for_update())

    async def latest(self, limit: int) -> list[VoucherProgramme]:
        """The latest first."""
        query = self._all.order_by(programmes.c.id.desc()).limit(limit)
        return list(await self._tx.session.scalars(query))

    async def keep(self, programme: VoucherProgramme) -> None:
        """Keep it."""
        self._tx.session.add(programme)
        await self._tx.session.flush()

    async def _one(self, query: sa.Select[VoucherProgramme]) -> VoucherProgramme:
        found = await self._tx.session.scalar(query)
        if found is None:
            raise ProgrammeNotFound
        return found
