"""Finding and keeping awards; sealing every amount and the working that led to it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from pydantic import BaseModel, ConfigDict, TypeAdapter

from contracts.sections import Section
from contracts.values import KEPT, Amount
from kernel import kinship, relations
from kernel.callers import Caller
from kernel.tables import client_keys
from kernel.transactions import Transaction
from kernel.vault import ClientKey
from services.benefits.domain.award import OPEN, Award, AwardNotFound, AwardState
from services.benefits.domain.award_months import RestStep
from services.benefits.domain.months import shifted
from services.benefits.domain.schedule import MonthLine
from services.benefits.domain.trace import Trace
from services.benefits.domain.what_if import WhatIf
from services.benefits.store import award_months
from services.benefits.tables.awards import awards


class _Sealed(BaseModel):
    """What of an award lies sealed."""

    model_config = ConfigDict(frozen=True)

    lost_benefit: Amount
    months: tuple[MonthLine, ...]
    trace: Trace
    asked: WhatIf | None = None
    rest: tuple[RestStep, ...] = ()


# Awards of before the pauses lie as three things in a row.
_OLD: TypeAdapter[tuple[Decimal, tuple[MonthLine, ...], Trace]] = TypeAdapter(
    tuple[Amount, tuple[MonthLine, ...], Trace]
)
_OPEN_COLUMNS = (
    "state", "version", "first_month", "last_month", "approved_by", "approved_on", "rejected_by",
    "rejected_on", "rejection_reason", "employment_id", "suspended_from", "suspension_reason",
    "resumable_from", "resumable_employment", "recompute_from", "ended_on", "ended_by", "end_reason",
)  # fmt: skip
_FIXED_COLUMNS = (
    "id", "client_id", "institution", "computed_by", "municipality", "employment_started_on",
    "received_on", "preset", "start_rule", "lb_mode", "scope",
)  # fmt: skip


class Awards:
    """The awards of the clients that a caller's institution may see; `by=None` is the house itself."""

    def __init__(self, tx: Transaction, by: Caller | None) -> None:
        self._tx = tx
        self._all = sa.select(awards) if by is None else seen_by(by)

    async def get(self, award_id: UUID) -> Award:
        """Fetch for change: the row stays locked, so two decisions cannot both be the first."""
        query = self._all.where(awards.c.id == award_id).with_for_update(of=awards)
        row = (await self._tx.session.execute(query)).first()
        if row is None:
            raise AwardNotFound
        return await load_award(self._tx, row)

    async def whose(self, award_id: UUID) -> tuple[UUID, date]:
        """Whose it is, and since when she works: to ask about her before anything is locked."""
        row = (await self._tx.session.execute(self._all.where(awards.c.id == award_id))).first()
        if row is None:
            raise AwardNotFound
        return row.client_id, row.employment_started_on

    async def those_where(self, *which: sa.ColumnElement[bool], at_most: int = 50) -> list[Award]:
        """Some for change, in one order; whoever has no key any more is left out."""
        query = self._all.where(*which).order_by(awards.c.id).limit(at_most)
        rows = (await self._tx.session.execute(query.with_for_update(of=awards))).all()
        keys = {row.client_id: await self._key(row.client_id) for row in rows}
        states = await award_months.states_of(self._tx, [row.id for row in rows])
        return [
            replace(open_award(row, key), states=states.get(row.id, {}))
            for row in rows
            if (key := keys[row.client_id])
        ]

    async def overlapping(self, award: Award) -> UUID | None:
        """An open award of the same person for any of the same months, whoever computed it.

        A suspended one keeps every month that may come. Her keys stay locked, so of two at the same
        instant the second sees the first.
        """
        session = self._tx.session
        await self._tx.vault.key_for(session, award.client_id)
        turn = sa.select(client_keys.c.client_id).where(
            kinship.of_person(client_keys.c.client_id, award.client_id)
        )
        await session.execute(turn.order_by(client_keys.c.client_id).with_for_update())
        query = sa.select(awards.c.id).where(
            kinship.of_person(awards.c.client_id, award.client_id),
            awards.c.state.in_(OPEN),
            awards.c.first_month <= award.last_month,
            sa.or_(
                awards.c.last_month >= award.first_month, awards.c.state == AwardState.SUSPENDED
            ),
        )
        return await session.scalar(query.order_by(awards.c.first_month).limit(1))

    async def too_near(self, award: Award, months: int) -> UUID | None:
        """Another award of the person with fewer months between them than must lie there."""
        never_paid = sa.and_(
            awards.c.state == AwardState.ENDED,
            awards.c.ended_on < _first_day(awards.c.first_month),
        )
        query = sa.select(awards.c.id).where(
            kinship.of_person(awards.c.client_id, award.client_id),
            awards.c.state != AwardState.REJECTED,
            ~never_paid,
            awards.c.last_month >= shifted(award.first_month, -months),
            awards.c.first_month <= shifted(award.last_month, months),
        )
        return await self._tx.session.scalar(query.order_by(awards.c.first_month).limit(1))

    async def add(self, award: Award) -> None:
        """Keep a new one."""
        key = await self._tx.vault.key_for(self._tx.session, award.client_id)
        row = {name: getattr(award, name) for name in (*_FIXED_COLUMNS, *_OPEN_COLUMNS)}
        await self._tx.session.execute(sa.insert(awards).values(**row, sealed=_seal(award, key)))
        await award_months.keep(self._tx, award, key)

    async def keep(self, award: Award) -> None:
        """Keep what was decided, and the months as they are now."""
        key = await self._tx.vault.key_for(self._tx.session, award.client_id)
        row = {name: getattr(award, name) for name in _OPEN_COLUMNS}
        statement = sa.update(awards).where(awards.c.id == award.id)
        await self._tx.session.execute(statement.values(**row, sealed=_seal(award, key)))
        await award_months.keep(self._tx, award, key)

    async def _key(self, client_id: UUID) -> ClientKey | None:
        return await self._tx.vault.find_key(self._tx.session, client_id)


def seen_by(by: Caller) -> sa.Select[Any]:
    """The awards of every client to whom the caller's institution has a live relation."""
    return sa.select(awards).where(relations.visible(awards.c.client_id, by, Section.AWARDS))


async def load_award(tx: Transaction, row: Any) -> Award:
    """An award from its row; without its client's key it is gone."""
    key = await tx.vault.find_key(tx.session, row.client_id)
    if key is None:
        raise AwardNotFound
    states = await award_months.states_of(tx, [row.id])
    return replace(open_award(row, key), states=states.get(row.id, {}))


def open_award(row: Any, key: ClientKey) -> Award:
    """An award from its row, opened with its client's key; the states of its months lie elsewhere."""
    said = _open(key.open(row.sealed, _place(row.id)))
    columns = {name: getattr(row, name) for name in (*_FIXED_COLUMNS, *_OPEN_COLUMNS)}
    del columns["last_month"]  # worked out from the months
    return Award(
        **columns,
        lost_benefit=said.lost_benefit,
        months=said.months,
        trace=said.trace,
        asked=said.asked,
        rest=said.rest,
    )


def _open(plain: bytes) -> _Sealed:
    if plain.startswith(b"["):
        lost_benefit, months, trace = _OLD.validate_json(plain)
        return _Sealed(lost_benefit=lost_benefit, months=months, trace=trace)
    return _Sealed.model_validate_json(plain, context=KEPT)


def _seal(award: Award, key: ClientKey) -> bytes:
    said = _Sealed(
        lost_benefit=award.lost_benefit,
        months=award.months,
        trace=award.trace,
        asked=award.asked,
        rest=award.rest,
    )
    return key.seal(said.model_dump_json().encode(), _place(award.id))


def _first_day(month: Any) -> Any:
    return sa.func.to_date(month, "YYYY-MM")


def _place(award_id: UUID) -> str:
    return f"award:{award_id}"
