"""Finding and keeping care vouchers; sealing what was worked out of a client's income."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from pydantic import BaseModel, ConfigDict

from contracts.sections import Section
from kernel import kinship, relations
from kernel.callers import Caller
from kernel.tables import client_keys
from kernel.transactions import Transaction
from kernel.vault import ClientKey
from services.benefits.domain.voucher import Pause, Voucher, VoucherTerms
from services.benefits.domain.voucher_programme import CareService
from services.benefits.domain.voucher_serial import KeptCode
from services.benefits.domain.voucher_states import OPEN, VoucherCancelReason, VoucherNotFound
from services.benefits.tables.vouchers import vouchers

_OPEN_FIELDS = (
    "id", "client_id", "institution", "programme_id", "serial", "provider", "valid_from",
    "valid_to", "drafted_by", "state", "version", "issued_by", "issued_on", "handed_over_on",
    "wrong_tries", "ended_on", "successor_id", "origin_id",
)  # fmt: skip


class _Life(BaseModel):
    """What of a voucher changes and tells of its client."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: KeptCode | None
    pauses: tuple[Pause, ...]
    cancel_reason: VoucherCancelReason | None


class Vouchers:
    """The vouchers of the clients a caller's institution may see; `by=None` is the house itself."""

    def __init__(self, tx: Transaction, by: Caller | None) -> None:
        self._tx = tx
        self._all = sa.select(vouchers)
        if by is not None:
            seen = relations.visible(vouchers.c.client_id, by, Section.VOUCHERS)
            self._all = self._all.where(seen)

    async def get(self, voucher_id: UUID) -> Voucher:
        """One, for change: the row stays locked."""
        query = self._all.where(vouchers.c.id == voucher_id)
        return await self._one(_held(query))

    async def find(self, voucher_id: UUID) -> Voucher:
        """One, to read."""
        return await self._one(self._all.where(vouchers.c.id == voucher_id))

    async def by_serial(self, serial: str, *, lock: bool = False) -> Voucher:
        """The one with this number, whoever shows it: nobody can guess one."""
        query = sa.select(vouchers).where(vouchers.c.serial == serial)
        return await self._one(_held(query) if lock else query)

    async def these(self, ids: Sequence[UUID]) -> dict[UUID, Voucher]:
        """Several by their ids; those of the erased are left out."""
        rows = await self._tx.session.execute(self._all.where(vouchers.c.id.in_(ids)))
        return {one.id: one for one in await self._opened(rows.all())}

    async def listed(
        self, *, programme: UUID | None, client: UUID | None, after: UUID | None, limit: int
    ) -> list[Voucher]:
        """The latest first."""
        query = self._all
        if programme is not None:
            query = query.where(vouchers.c.programme_id == programme)
        if client is not None:
            query = query.where(kinship.of_person(vouchers.c.client_id, client))
        if after is not None:
            query = query.where(vouchers.c.id < after)
        rows = await self._tx.session.execute(query.order_by(vouchers.c.id.desc()).limit(limit))
        return await self._opened(rows.all())

    async def of_person(self, client_id: UUID) -> list[Voucher]:
        """Every voucher of hers, of merged records too, in order of their days."""
        query = sa.select(vouchers).where(kinship.of_person(vouchers.c.client_id, client_id))
        order = query.order_by(vouchers.c.valid_from, vouchers.c.id)
        return await self._opened((await self._tx.session.execute(order)).all())

    async def overlapping(self, voucher: Voucher) -> UUID | None:
        """An open voucher of the same person for a same service and some of the same days."""
        ended = sa.func.coalesce(vouchers.c.ended_on - 1, vouchers.c.valid_to)
        query = sa.select(vouchers.c.id).where(
            kinship.of_person(vouchers.c.client_id, voucher.client_id),
            vouchers.c.id != voucher.id,
            vouchers.c.state.in_(OPEN),
            vouchers.c.valid_from <= voucher.valid_to,
            ended >= voucher.valid_from,
            vouchers.c.services.overlap([one.value for one in voucher.services]),
        )
        return await self._tx.session.scalar(query.order_by(vouchers.c.id).limit(1))

    async def due_to_expire(self, today: date, limit: int) -> list[Voucher]:
        """Those whose days are over, one handful; what another holds is left to it."""
        query = self._all.where(
            vouchers.c.state.in_([s for s in OPEN if s != "exhausted"]),
            vouchers.c.valid_to < today,
        )
        rows = await self._tx.session.execute(
            query.order_by(vouchers.c.valid_to, vouchers.c.id)
            .limit(limit)
            .with_for_update(skip_locked=True)
        )
        return await self._opened(rows.all())

    async def add(self, voucher: Voucher) -> None:
        """Keep a new one."""
        key = await self._tx.vault.key_for(self._tx.session, voucher.client_id)
        await self._tx.session.execute(
            sa.insert(vouchers).values(
                **_row(voucher, key),
                services=[one.value for one in voucher.services],
                sealed=key.seal(voucher.terms.model_dump_json().encode(), _place(voucher.id)),
            )
        )

    async def keep(self, voucher: Voucher) -> None:
        """Keep a change; what was worked out stays as it was."""
        key = await self._tx.vault.key_for(self._tx.session, voucher.client_id)
        statement = sa.update(vouchers).where(vouchers.c.id == voucher.id)
        await self._tx.session.execute(statement.values(**_row(voucher, key)))

    async def _one(self, query: sa.Select[Any]) -> Voucher:
        row = (await self._tx.session.execute(query)).first()
        found = await self._opened([row] if row else [])
        if not found:
            raise VoucherNotFound
        return found[0]

    async def _opened(self, rows: Sequence[Any]) -> list[Voucher]:
        """Without its client's key a voucher is gone."""
        return [
            _open(row, key)
            for row in rows
            if (key := await self._tx.vault.find_key(self._tx.session, row.client_id))
        ]


async def hold_person(tx: Transaction, client_id: UUID) -> None:
    """Let nobody else decide on care of the same person until this commits; refuses the erased."""
    await tx.vault.key_for(tx.session, client_id)
    turn = sa.select(client_keys.c.client_id).where(
        kinship.of_person(client_keys.c.client_id, client_id)
    )
    await tx.session.execute(turn.order_by(client_keys.c.client_id).with_for_update())


def _held(query: sa.Select[Any]) -> sa.Select[Any]:
    # Its key stays free: a settlement's line refers to it while a visit on it waits for the month.
    return query.with_for_update(of=vouchers, key_share=True)


def _open(row: Any, key: ClientKey) -> Voucher:
    life = _Life.model_validate_json(key.open(row.sealed_life, _place(row.id)))
    return Voucher(
        **{name: getattr(row, name) for name in _OPEN_FIELDS},
        services=tuple(CareService(one) for one in row.services),
        terms=VoucherTerms.model_validate_json(key.open(row.sealed, _place(row.id))),
        code=life.code,
        pauses=life.pauses,
        cancel_reason=life.cancel_reason,
    )


def _row(voucher: Voucher, key: ClientKey) -> dict[str, Any]:
    life = _Life(code=voucher.code, pauses=voucher.pauses, cancel_reason=voucher.cancel_reason)
    return {name: getattr(voucher, name) for name in _OPEN_FIELDS} | {
        "sealed_life": key.seal(life.model_dump_json().encode(), _place(voucher.id))
    }


def _place(voucher_id: UUID) -> str:
    return f"voucher:{voucher_id}"
