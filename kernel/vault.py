"""Sealing personal data: a key per client, wrapped by a key outside the database.

AES-256-GCM-SIV, so that a nonce drawn twice by chance reveals no more than equality. Erasing a
client destroys her wrapped key, and with it everything sealed under it that is backed up apart
from the key itself (docs/operations.md says what becomes of backups that hold both).
"""

import hashlib
import hmac
import os
from collections.abc import Mapping
from contextlib import suppress
from typing import Self
from uuid import UUID

import sqlalchemy as sa
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCMSIV
from sqlalchemy.ext.asyncio import AsyncSession

from kernel.refusals import Kind, Refusal

_NONCE = 12
_FORMAT = b"\x01"
_NAMED = b"\x02"
_NAME = 4


class ClientForgotten(Refusal):
    """The client was erased; nothing can be kept about her any more."""

    kind = Kind.MISSING
    pl = "Dane tej osoby usunięto; nie można już niczego o niej zapisać."


class KeyNotHeld(InvalidTag):
    """It is sealed under a wrapping key that this process was not given."""


class ClientKey:
    """Seals and opens what belongs to one client."""

    def __init__(self, key: bytes) -> None:
        self._cipher = AESGCMSIV(key)

    def seal(self, plain: bytes, place: str) -> bytes:
        """Encrypt for one place; what is sealed for one place does not open in another."""
        nonce = os.urandom(_NONCE)
        return _FORMAT + nonce + self._cipher.encrypt(nonce, plain, place.encode())

    def open(self, sealed: bytes, place: str) -> bytes:
        """Decrypt what was sealed for this place."""
        nonce, body = sealed[1 : 1 + _NONCE], sealed[1 + _NONCE :]
        return self._cipher.decrypt(nonce, body, place.encode())


class Ring:
    """Wrapping keys: the newest seals, every one of them opens. So one can replace another."""

    def __init__(self, newest: bytes, *others: bytes) -> None:
        self._keys = {_name(key): ClientKey(key) for key in (*others, newest)}
        self._newest = self._keys[_name(newest)]
        self.mark = _NAMED + _name(newest)
        """What everything sealed under the newest key begins with."""

    def seal(self, plain: bytes, place: str) -> bytes:
        """Encrypt for one place under the newest key, whose name goes before."""
        return self.mark + self._newest.seal(plain, place)

    def open(self, sealed: bytes, place: str) -> bytes:
        """Decrypt with the key named; what was sealed before keys had names is tried with each."""
        name, body = sealed[1 : 1 + _NAME], sealed[1 + _NAME :]
        if sealed[:1] == _NAMED:
            if name not in self._keys:
                raise KeyNotHeld
            return self._keys[name].open(body, place)
        for key in self._keys.values():
            with suppress(InvalidTag):
                return key.open(sealed, place)
        raise KeyNotHeld

    def reseal(self, sealed: bytes, place: str) -> bytes:
        """The same under the newest key."""
        return self.seal(self.open(sealed, place), place)


def _name(key: bytes) -> bytes:
    """What a key is called beside what it sealed; tells nothing of the key."""
    return hashlib.blake2b(key, digest_size=_NAME, person=b"wrapping key").digest()


def place_of(client_id: UUID) -> str:
    """For which place a client's key is wrapped."""
    return f"client:{client_id}"


class Vault:
    """Makes, wraps and unwraps the keys of clients."""

    def __init__(self, wrapping_key: bytes, *others: bytes) -> None:
        self._wrap = Ring(wrapping_key, *others)
        self.index_key = b""
        """What identifiers are fingerprinted with; only who finds people by them has one."""

    def new_key(self, client_id: UUID) -> tuple[ClientKey, bytes]:
        """A fresh key, and its wrapped form to keep."""
        key = os.urandom(32)
        return ClientKey(key), self._wrap.seal(key, place_of(client_id))

    def unwrap(self, wrapped: bytes, client_id: UUID) -> ClientKey:
        """The key of a client from its wrapped form."""
        return ClientKey(self._wrap.open(wrapped, place_of(client_id)))

    @property
    def answers(self) -> Ring:
        """Seals the stored answers to repeated requests, which may name a person."""
        return self._wrap

    async def key_for(self, session: AsyncSession, client_id: UUID) -> ClientKey:
        """The key of a client; made on first use, and never again once she is erased.

        Two at once agree on one, and an erasure at the same instant waits or is seen.
        """
        held = _held(session)
        if client_id in held:
            return held[client_id]
        found = await session.scalar(_FIND_IN_TURN, {"client_id": client_id})
        if found is not None:
            held[client_id] = self.unwrap(found, client_id)
            return held[client_id]
        fresh, wrapped = self.new_key(client_id)
        made = await session.scalar(_KEEP_KEY, {"client_id": client_id, "wrapped": wrapped})
        if made:
            _held(session)[client_id] = fresh
        return fresh if made else await self._existing(session, client_id)

    async def keep_new(
        self, session: AsyncSession, made: Mapping[UUID, tuple[ClientKey, bytes]]
    ) -> None:
        """Keep keys made by `new_key` for clients whose ids are as new as the keys."""
        if not made:
            return
        rows = [{"client_id": client, "wrapped": made[client][1]} for client in made]
        await session.execute(_KEEP_NEW_KEY, rows)
        _held(session).update((client, key) for client, (key, _) in made.items())

    async def find_key(self, session: AsyncSession, client_id: UUID) -> ClientKey | None:
        """The key of a client, or none if she is unknown or erased."""
        held = _held(session)
        if client_id not in held:
            wrapped = await session.scalar(_FIND_KEY, {"client_id": client_id})
            if wrapped is None:
                return None
            held[client_id] = self.unwrap(wrapped, client_id)
        return held[client_id]

    async def _existing(self, session: AsyncSession, client_id: UUID) -> ClientKey:
        found = await self.find_key(session, client_id)
        if found is None:
            raise ClientForgotten
        return found


def _held(session: AsyncSession) -> dict[UUID, ClientKey]:
    """The keys this one session has asked for: a card takes a dozen values out, under one key."""
    held: dict[UUID, ClientKey] = session.info.setdefault("keys", {})
    return held


_KEEP_NEW_KEY = sa.text(
    "INSERT INTO client_keys (client_id, wrapped) VALUES (:client_id, :wrapped)"
)
_FIND_KEY = sa.text("SELECT wrapped FROM client_keys WHERE client_id = :client_id")
# Where there is no key yet: the lock is shared among whoever makes keys and taken alone by whoever
# erases. The statement after this one sees what was committed while it waited.
_FIND_IN_TURN = sa.text(
    "SELECT wrapped, CASE WHEN wrapped IS NULL THEN CAST("
    "pg_advisory_xact_lock_shared(7004, hashtext(CAST(CAST(:client_id AS uuid) AS text))) AS text) END"
    " FROM (VALUES (1)) AS one LEFT JOIN client_keys ON client_id = CAST(:client_id AS uuid)"
)
_KEEP_KEY = sa.text(
    "INSERT INTO client_keys (client_id, wrapped) SELECT CAST(:client_id AS uuid), CAST(:wrapped AS bytea)"
    " WHERE NOT EXISTS (SELECT 1 FROM erasures WHERE client_id = :client_id)"
    " ON CONFLICT DO NOTHING RETURNING true"
)


class IndexKey(bytes):
    """The key that indexes now; while it replaces another one, values are found by that one too."""

    others: tuple[bytes, ...]

    def __new__(cls, newest: bytes, *others: bytes) -> Self:
        """One key to index by, and others that only find."""
        made = super().__new__(cls, newest)
        made.others = others
        return made


def blind_indexes(key: bytes, column: str, value: str) -> list[bytes]:
    """Every fingerprint a value may lie under: the first is the one to lay."""
    others = key.others if isinstance(key, IndexKey) else ()
    return [blind_index(one, column, value) for one in (key, *others)]


def blind_index(key: bytes, column: str, value: str) -> bytes:
    """A keyed fingerprint to look an identifier up by: equal values meet, nothing else shows."""
    return hmac.new(key, f"{column}|v1|{value}".encode(), hashlib.sha256).digest()[:16]
