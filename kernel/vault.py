"""Sealing personal data: a key per client, wrapped by a key outside the database.

AES-256-GCM-SIV, so that a nonce drawn twice by chance reveals no more than equality. Erasing a
client destroys her wrapped key, and with it everything sealed under it, in backups too.
"""

import hashlib
import hmac
import os
from uuid import UUID

import sqlalchemy as sa
from cryptography.hazmat.primitives.ciphers.aead import AESGCMSIV
from sqlalchemy.ext.asyncio import AsyncSession

_NONCE = 12
_FORMAT = b"\x01"


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


class Vault:
    """Makes, wraps and unwraps the keys of clients."""

    index_secret: bytes = b""
    """The key of the blind indexes, in the one service that finds people; elsewhere nothing."""

    def __init__(self, wrapping_key: bytes) -> None:
        self._wrap = ClientKey(wrapping_key)

    def new_key(self, client_id: UUID) -> tuple[ClientKey, bytes]:
        """A fresh key, and its wrapped form to keep."""
        key = os.urandom(32)
        return ClientKey(key), self._wrap.seal(key, f"client:{client_id}")

    def unwrap(self, wrapped: bytes, client_id: UUID) -> ClientKey:
        """The key of a client from its wrapped form."""
        return ClientKey(self._wrap.open(wrapped, f"client:{client_id}"))

    @property
    def answers(self) -> ClientKey:
        """Seals the stored answers to repeated requests, which may name a person."""
        return self._wrap

    async def key_for(self, session: AsyncSession, client_id: UUID) -> ClientKey:
        """The key of a client; made on first use. Two at once agree on one."""
        found = await self.find_key(session, client_id)
        if found is not None:
            return found
        fresh, wrapped = self.new_key(client_id)
        made = await session.scalar(_KEEP_KEY, {"client_id": client_id, "wrapped": wrapped})
        if made:
            _held(session)[client_id] = fresh
        return fresh if made else await self._existing(session, client_id)

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
            raise LookupError("a key that was just there is gone")
        return found


def _held(session: AsyncSession) -> dict[UUID, ClientKey]:
    """The keys this one session has asked for: a card takes a dozen values out, under one key."""
    held: dict[UUID, ClientKey] = session.info.setdefault("keys", {})
    return held


_FIND_KEY = sa.text("SELECT wrapped FROM client_keys WHERE client_id = :client_id")
_KEEP_KEY = sa.text(
    "INSERT INTO client_keys (client_id, wrapped) SELECT CAST(:client_id AS uuid), CAST(:wrapped AS bytea)"
    " WHERE NOT EXISTS (SELECT 1 FROM erasures WHERE client_id = :client_id)"
    " ON CONFLICT DO NOTHING RETURNING true"
)


def blind_index(key: bytes, column: str, value: str) -> bytes:
    """A keyed fingerprint to look an identifier up by: equal values meet, nothing else shows."""
    return hmac.new(key, f"{column}|v1|{value}".encode(), hashlib.sha256).digest()[:16]
