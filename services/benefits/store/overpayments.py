"""Finding and keeping overpayments; every amount and what she said lies sealed."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from pydantic import BaseModel, ConfigDict

from contracts.benefits import OverpaymentState
from contracts.sections import Section
from contracts.values import Month
from kernel import relations
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.vault import ClientKey
from services.benefits.domain.overpayment import Overpayment
from services.benefits.domain.overpayment_states import OverpaymentNotFound
from services.benefits.domain.repaying import Instalment, OverpaidMonth, Repayment
from services.benefits.domain.trace import Trace
from services.benefits.tables.overpayments import overpayments

_COLUMNS = (
    "id", "client_id", "award_id", "institution", "cause", "state", "detected_by", "detected_on",
    "awareness", "decision_on", "determined_by", "determined_on", "due_on", "limitation_on",
    "waiver_reason", "waiver_asked_by", "decided_by", "decided_on", "version",
)  # fmt: skip


class _Sealed(BaseModel):
    model_config = ConfigDict(frozen=True)

    months: tuple[OverpaidMonth, ...]
    trace: Trace | None
    explanation: str | None
    decision: str | None
    instalments: tuple[Instalment, ...]
    repayments: tuple[Repayment, ...]
    keeping: tuple[Instalment, ...] = ()


class Overpayments:
    """The overpayments of the clients that a caller's institution may see."""

    def __init__(self, tx: Transaction, by: Caller) -> None:
        self._tx = tx
        self._all = overpayments_seen_by(by)

    async def get(self, overpayment_id: UUID) -> Overpayment:
        """Fetch for change: the row stays locked."""
        query = self._all.where(overpayments.c.id == overpayment_id)
        row = (await self._tx.session.execute(query.with_for_update(of=overpayments))).first()
        if row is None:
            raise OverpaymentNotFound
        return await load_overpayment(self._tx, row)

    async def of_month(self, award_id: UUID, months: Iterable[Month]) -> UUID | None:
        """One that has any of these months of an award, and was not let go."""
        query = sa.select(overpayments.c.id).where(
            overpayments.c.award_id == award_id,
            overpayments.c.state != OverpaymentState.WRITTEN_OFF,
            overpayments.c.first_month <= max(months),
            overpayments.c.last_month >= min(months),
        )
        return await self._tx.session.scalar(query.limit(1))

    async def award_of(self, overpayment_id: UUID) -> UUID:
        """Of which award it is: that is locked first."""
        query = self._all.where(overpayments.c.id == overpayment_id)
        row = (await self._tx.session.execute(query)).first()
        if row is None:
            raise OverpaymentNotFound
        award_id: UUID = row.award_id
        return award_id

    async def add(self, case: Overpayment) -> None:
        """Keep a new one."""
        months = [one.month for one in case.months]
        span = {"first_month": min(months), "last_month": max(months)}
        row = await _row(self._tx, case)
        await self._tx.session.execute(sa.insert(overpayments).values(row | span))

    async def keep(self, case: Overpayment) -> None:
        """Keep a step."""
        await keep_for_payment(self._tx, case)


async def for_payment(tx: Transaction, ids: Iterable[UUID]) -> dict[UUID, Overpayment]:
    """Some for change, in one order, whoever may see them: money is paid by them."""
    query = sa.select(overpayments).where(overpayments.c.id.in_(set(ids)))
    rows = (await tx.session.execute(query.order_by(overpayments.c.id).with_for_update())).all()
    return {case.id: case for case in await _opened(tx, rows)}


async def keep_for_payment(tx: Transaction, case: Overpayment) -> None:
    """Keep what became of one."""
    statement = sa.update(overpayments).where(overpayments.c.id == case.id)
    await tx.session.execute(statement.values(await _row(tx, case)))


async def claimed_of(
    tx: Transaction, award_ids: sa.Select[tuple[UUID]], *, for_change: bool = False
) -> dict[UUID, list[Overpayment]]:
    """What is or was to be repaid of these awards, in one order, whoever may see it: money is paid by it."""
    query = sa.select(overpayments).where(
        overpayments.c.award_id.in_(award_ids), overpayments.c.determined_on.is_not(None)
    )
    query = query.order_by(overpayments.c.id)
    rows = (await tx.session.execute(query.with_for_update() if for_change else query)).all()
    found: dict[UUID, list[Overpayment]] = {}
    for case in await _opened(tx, rows):
        found.setdefault(case.award_id, []).append(case)
    return found


async def _opened(tx: Transaction, rows: Sequence[Any]) -> list[Overpayment]:
    """Those whose client still has a key."""
    keys = {row.client_id: await tx.vault.find_key(tx.session, row.client_id) for row in rows}
    return [open_overpayment(row, key) for row in rows if (key := keys[row.client_id])]


async def _row(tx: Transaction, case: Overpayment) -> dict[str, Any]:
    key = await tx.vault.key_for(tx.session, case.client_id)
    said = _Sealed.model_validate(case, from_attributes=True)
    sealed = key.seal(said.model_dump_json().encode(), _place(case.id))
    return {name: getattr(case, name) for name in _COLUMNS} | {"sealed": sealed}


def overpayments_seen_by(by: Caller) -> sa.Select[Any]:
    """Those of every client to whom the caller's institution has a live relation."""
    seen = relations.visible(overpayments.c.client_id, by, Section.AWARDS)
    return sa.select(overpayments).where(seen)


async def load_overpayment(tx: Transaction, row: Any) -> Overpayment:
    """One from its row; without its client's key it is gone."""
    key = await tx.vault.find_key(tx.session, row.client_id)
    if key is None:
        raise OverpaymentNotFound
    return open_overpayment(row, key)


def open_overpayment(row: Any, key: ClientKey) -> Overpayment:
    """One from its row, opened with its client's key."""
    said = _Sealed.model_validate_json(key.open(row.sealed, _place(row.id)))
    columns = {name: getattr(row, name) for name in _COLUMNS}
    return Overpayment(**columns, **{name: getattr(said, name) for name in _Sealed.model_fields})


def _place(overpayment_id: UUID) -> str:
    return f"overpayment:{overpayment_id}"
