"""Finding and keeping settlements, and what each voucher comes to in one."""

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal
from uuid import UUID

import sqlalchemy as sa
from pydantic import BaseModel, ConfigDict

from kernel.callers import Caller
from kernel.transactions import Transaction
from services.benefits.domain.copayment import CareCost, care_cost
from services.benefits.domain.money import grosze
from services.benefits.domain.visit import Visit
from services.benefits.domain.voucher import Voucher
from services.benefits.domain.voucher_settlement import (
    CLOSED,
    SettlementClosed,
    SettlementNotFound,
    VoucherSettlement,
)
from services.benefits.store.visits import flags_wait
from services.benefits.store.vouchers import Vouchers
from services.benefits.tables.visits import lines, settlements, visits


class Line(BaseModel):
    """What one voucher comes to in a month; amounts in grosze."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    visits: int
    minutes: int
    rate: int
    percent: Decimal
    gross: int
    copay: int

    @property
    def cost(self) -> CareCost:
        """Its amounts."""
        return CareCost(self.minutes, self.gross, self.copay)


class Settlements:
    """The settlements that a caller's institution submits or pays; `by=None` is the house itself."""

    def __init__(self, tx: Transaction, by: Caller | None) -> None:
        self._tx = tx
        self._all = sa.select(VoucherSettlement)
        if by is not None:
            mine = sa.or_(
                settlements.c.payer == by.institution, settlements.c.provider == by.institution
            )
            self._all = self._all.where(mine)

    async def find(self, settlement_id: UUID) -> VoucherSettlement:
        """One, to read."""
        return await self._one(self._all.where(settlements.c.id == settlement_id))

    async def get(self, settlement_id: UUID) -> VoucherSettlement:
        """One, for change: the row stays locked."""
        query = self._all.where(settlements.c.id == settlement_id).with_for_update()
        return await self._one(query)

    async def hold_of(self, visit: Visit) -> VoucherSettlement | None:
        """The settlement of a visit, held for change; refuses one that was accepted."""
        if visit.settlement_id is None:
            return None
        held = await self.get(visit.settlement_id)
        if held.state in CLOSED:
            raise SettlementClosed
        return held

    async def listed(
        self, *, programme: UUID | None, after: UUID | None, limit: int
    ) -> list[VoucherSettlement]:
        """The latest first."""
        query = self._all
        if programme is not None:
            query = query.where(settlements.c.programme_id == programme)
        if after is not None:
            query = query.where(settlements.c.id < after)
        query = query.order_by(settlements.c.id.desc()).limit(limit)
        return list(await self._tx.session.scalars(query))

    async def keep(self, settlement: VoucherSettlement) -> None:
        """Keep it."""
        self._tx.session.add(settlement)
        await self._tx.session.flush()

    async def gather(self, settlement: VoucherSettlement) -> None:
        """Take every visit of the month in that was not settled, and work the sums out.

        The month is held alone, so no visit comes beside; a visit that is in is in no other.
        """
        query = sa.select(Visit).where(
            visits.c.institution == settlement.provider,
            visits.c.programme_id == settlement.programme_id,
            visits.c.month == settlement.month,
            visits.c.struck.is_(None),
            visits.c.settlement_id.is_(None),
        )
        found = (await self._tx.session.scalars(query.with_for_update(of=visits))).all()
        by_voucher: dict[UUID, list[Visit]] = defaultdict(list)
        for visit in found:
            by_voucher[visit.voucher_id].append(visit)
        # Of the erased nothing can be worked out: their visits stay out.
        known = await Vouchers(self._tx, None).these(list(by_voucher))
        for voucher in known.values():
            mine = by_voucher[voucher.id]
            line = _line(voucher, len(mine), sum(visit.minutes for visit in mine))
            settlement.add(line.cost, visits=line.visits)
            await self._lay(settlement, voucher, line)
            for visit in mine:
                visit.settlement_id = settlement.id
        await self._tx.session.flush()

    async def recount(self, settlement: VoucherSettlement, voucher: Voucher) -> None:
        """A visit of a voucher was struck: work its line out anew, and the sums with it."""
        old = await self._open(settlement.id, voucher)
        counting = sa.select(sa.func.count(), sa.func.coalesce(sa.func.sum(visits.c.minutes), 0))
        query = counting.where(
            visits.c.settlement_id == settlement.id,
            visits.c.voucher_id == voucher.id,
            visits.c.struck.is_(None),
        )
        count, minutes = (await self._tx.session.execute(query)).one()
        new = _line(voucher, count, int(minutes))
        settlement.take_out(old.cost, visits=old.visits)
        settlement.add(new.cost, visits=new.visits)
        settlement.changed()
        await self._tx.session.execute(sa.delete(lines).where(_which(settlement.id, voucher.id)))
        await self._lay(settlement, voucher, new)
        await self.keep(settlement)

    async def lines(self, settlement_id: UUID) -> list[tuple[Voucher, Line]]:
        """What each voucher comes to, in order of their ids; those of the erased are left out."""
        query = sa.select(lines.c.voucher_id).where(lines.c.settlement_id == settlement_id)
        ids = sorted(await self._tx.session.scalars(query))
        known = await Vouchers(self._tx, None).these(ids)
        return [(known[i], await self._open(settlement_id, known[i])) for i in ids if i in known]

    async def waiting(self, settlement_id: UUID, limit: int) -> Sequence[UUID]:
        """Some of its visits that wait for an explanation."""
        query = sa.select(visits.c.id).where(
            visits.c.settlement_id == settlement_id,
            visits.c.struck.is_(None),
            flags_wait(),
        )
        return (await self._tx.session.scalars(query.order_by(visits.c.id).limit(limit))).all()

    async def _lay(self, settlement: VoucherSettlement, voucher: Voucher, line: Line) -> None:
        key = await self._tx.vault.key_for(self._tx.session, voucher.client_id)
        sealed = key.seal(line.model_dump_json().encode(), _place(settlement.id, voucher.id))
        row = {"settlement_id": settlement.id, "voucher_id": voucher.id}
        await self._tx.session.execute(
            sa.insert(lines).values(**row, client_id=voucher.client_id, sealed=sealed)
        )

    async def _open(self, settlement_id: UUID, voucher: Voucher) -> Line:
        query = sa.select(lines.c.sealed).where(_which(settlement_id, voucher.id))
        sealed = (await self._tx.session.execute(query)).scalar_one()
        key = await self._tx.vault.key_for(self._tx.session, voucher.client_id)
        return Line.model_validate_json(key.open(sealed, _place(settlement_id, voucher.id)))

    async def _one(self, query: sa.Select[VoucherSettlement]) -> VoucherSettlement:
        fresh = query.execution_options(populate_existing=True)
        found = await self._tx.session.scalar(fresh)
        if found is None:
            raise SettlementNotFound
        return found


def _line(voucher: Voucher, count: int, minutes: int) -> Line:
    rate = grosze(voucher.terms.rate)
    cost = care_cost(minutes=minutes, rate=rate, percent=voucher.terms.percent)
    return Line(
        visits=count,
        minutes=minutes,
        rate=rate,
        percent=voucher.terms.percent,
        gross=cost.gross,
        copay=cost.copay,
    )


def _which(settlement_id: UUID, voucher_id: UUID) -> sa.ColumnElement[bool]:
    return sa.and_(lines.c.settlement_id == settlement_id, lines.c.voucher_id == voucher_id)


def _place(settlement_id: UUID, voucher_id: UUID) -> str:
    return f"settlement:{settlement_id}:{voucher_id}"
