"""Sealing what is delicate under the client's own key."""

from collections.abc import Iterable
from typing import Any, Generic, TypeVar
from uuid import UUID

from pydantic import TypeAdapter

from contracts.values import KEPT
from kernel.transactions import Transaction
from kernel.vault import ClientKey
from services.intake.domain.client import (
    ClientNotFound,
)

T = TypeVar("T")


class Sealer(Generic[T]):
    """Turns one kind of value into sealed bytes of one place, and back."""

    def __init__(self, place: str, kind: Any) -> None:
        self._place = place
        self._adapter: TypeAdapter[T] = TypeAdapter(kind)

    def seal(self, key: ClientKey, value: T) -> bytes:
        """Seal for this place."""
        return key.seal(self._adapter.dump_json(value), self._place)

    def open(self, key: ClientKey, sealed: bytes) -> T:
        """Open what this place sealed."""
        return self._adapter.validate_json(key.open(sealed, self._place), context=KEPT)


async def key_of(tx: Transaction, client_id: UUID) -> ClientKey:
    """The key of a client who is there."""
    key = await tx.vault.find_key(tx.session, client_id)
    if key is None:
        raise ClientNotFound
    return key


async def keys_of(tx: Transaction, rows: Iterable[Any]) -> dict[UUID, ClientKey]:
    """By client, the keys of these rows: what was written to a merged record stays under its key."""
    return {one: await key_of(tx, one) for one in {row.client_id for row in rows}}
