"""The keys of clients, and sealing one kind of value under them."""

from collections.abc import Iterable
from typing import Any, Generic, TypeVar
from uuid import UUID

import sqlalchemy as sa
from pydantic import TypeAdapter

from contracts.values import KEPT
from kernel.tables import client_keys
from kernel.transactions import Transaction
from kernel.vault import ClientKey

Keys = dict[UUID, ClientKey]
T = TypeVar("T")


async def keys_of(tx: Transaction, client_ids: Iterable[UUID]) -> Keys:
    """The keys of clients; who was erased has none."""
    query = sa.select(client_keys).where(client_keys.c.client_id.in_(set(client_ids)))
    rows = await tx.session.execute(query)
    return {row.client_id: tx.vault.unwrap(row.wrapped, row.client_id) for row in rows}


class Sealer(Generic[T]):
    """Turns one kind of value into sealed bytes of one place (`referral:<id>`), and back."""

    def __init__(self, place: str, kind: Any) -> None:
        self._place = place
        self._adapter: TypeAdapter[T] = TypeAdapter(kind)

    def seal(self, key: ClientKey, thing_id: UUID, value: T) -> bytes:
        """Seal for one thing of this kind: its bytes open nowhere else."""
        return key.seal(self._adapter.dump_json(value), f"{self._place}:{thing_id}")

    def open(self, key: ClientKey, thing_id: UUID, sealed: bytes) -> T:
        """Open what was sealed for it."""
        plain = key.open(sealed, f"{self._place}:{thing_id}")
        return self._adapter.validate_json(plain, context=KEPT)
