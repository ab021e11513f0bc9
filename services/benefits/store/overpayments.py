"""Finding and keeping overpayments; every amount and what she said lies sealed."""

from collections.abc import Iterable
from typing import Any, NamedTuple
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


class SetOff(NamedTuple):
    """What is kept back of one month of an award."""

    award_id: UUID
    client_id: UUID
    overpayment_id: UUID
    instalment: Instalment


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

    async def add(self, case: Overpayment) -> None:
        """Keep a new one."""
        months = [one.month for one in case.months]
        span = {"first_month": min(months), "last_month": max(months)}
        row = await self._row(case)
        await self._tx.session.execute(sa.insert(overpayments).values(row | span))

    async def keep(self, case: Overpayment) -> None:
        """Keep a step."""
        statement = sa.update(overpayments).where(overpayments.c.id == case.id)
        await self._tx.session.execute(statement.values(await self._row(case)))

    async def _row(self, case: Overpayment) -> dict[str, Any]:
        key = await self._tx.vault.key_for(self._tx.session, case.client_id)
        said = _Sealed.model_validate(case, from_attributes=True)
        sealed = key.seal(said.model_dump_json().encode(), _place(case.id))
        return {name: getattr(case, name) for name in _COLUMNS} | {"sealed": sealed}


async def set_offs(tx: Transaction, month: Month, institution: UUID) -> list[SetOff]:
    """What an institution keeps back of the months of awards it pays: whoever pays them asks here."""
    query = sa.select(overpayments).where(
        overpayments.c.institution == institution,
        overpayments.c.state == OverpaymentState.SET_OFF,
    )
    rows = (await tx.session.execute(query.order_by(overpayments.c.id))).all()
    keys = {row.client_id: await tx.vault.find_key(tx.session, row.client_id) for row in rows}
    cases = [open_overpayment(row, key) for row in rows if (key := keys[row.client_id])]
    return [
        SetOff(case.award_id, case.client_id, case.id, one)
        for case in cases
        for one in case.instalments
        if one.month == month
    ]


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
