"""Signed marks set into the log: whoever keeps a copy of one proves the log up to there.

The chain alone shows an edit only to somebody who knows its end: whoever owns the database could write
the whole log anew. An anchor is signed with a key that never lies in the database, and its copies lie
elsewhere (`okienko audit anchors`), so a log written anew contradicts it.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from typing import Any, TypeVar

import asyncpg
import orjson
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)

from gateway.audit.chain import GENESIS, Broken

_BINARY = ("root", "last_hash", "prev", "public_key", "signature")


@dataclass(frozen=True)
class Anchor:
    """What stood in the log from one entry to another, both included."""

    number: int
    at: datetime
    first_seq: int
    last_seq: int
    root: bytes
    """Of the Merkle tree over these entries."""
    last_hash: bytes
    """Of the last of them, in the chain."""
    prev: bytes
    """The digest of the anchor before."""
    public_key: bytes
    signature: bytes = b""

    @property
    def digest(self) -> bytes:
        """Stands for the anchor and, through `prev`, for all before it."""
        return hashlib.sha256(self.said + self.signature).digest()

    @property
    def said(self) -> bytes:
        """What is signed."""
        return orjson.dumps(self._told(without=("signature",)))

    def told(self) -> dict[str, Any]:
        """As it is given to whoever keeps a copy: bytes in hexadecimal."""
        return self._told()

    def _told(self, without: Iterable[str] = ()) -> dict[str, Any]:
        fields = {name: value for name, value in asdict(self).items() if name not in without}
        return {
            **{name: v.hex() if isinstance(v, bytes) else v for name, v in fields.items()},
            "at": self.at.astimezone(UTC).isoformat(),
        }

    @staticmethod
    def of(row: Mapping[str, Any] | asyncpg.Record) -> "Anchor":
        """From the database, or from a kept copy."""
        fields = {name: row[name] for name in Anchor.__dataclass_fields__}
        for name in _BINARY:
            if isinstance(fields[name], str):
                fields[name] = bytes.fromhex(fields[name])
        if isinstance(fields["at"], str):
            fields["at"] = datetime.fromisoformat(fields["at"])
        return Anchor(**fields)


@dataclass(frozen=True)
class Retired:
    """That everything up to an anchor was deleted because its time was over."""

    anchor: int
    at: datetime
    public_key: bytes
    signature: bytes = b""

    @property
    def said(self) -> bytes:
        """What is signed."""
        return orjson.dumps(["retired", self.anchor, self.at.astimezone(UTC).isoformat()])

    @staticmethod
    def of(row: Mapping[str, Any] | asyncpg.Record) -> "Retired":
        """From the database."""
        return Retired(**{name: row[name] for name in Retired.__dataclass_fields__})


Said = TypeVar("Said", Anchor, Retired)


class AnchorKey:
    """Signs what is said about the log; the keys before it are only believed."""

    def __init__(self, newest: bytes, *olds: bytes) -> None:
        self._private = Ed25519PrivateKey.from_private_bytes(newest)
        self.public = self._private.public_key().public_bytes_raw()
        old = (Ed25519PrivateKey.from_private_bytes(one).public_key() for one in olds)
        self._believed = {self.public, *(one.public_bytes_raw() for one in old)}

    def sign(self, said: Said) -> Said:
        """The same, signed."""
        return replace(said, signature=self._private.sign(said.said))

    def signed(self, said: Anchor | Retired) -> bool:
        """Whether one of our keys signed it as it stands."""
        if said.public_key not in self._believed:
            return False
        try:
            key = Ed25519PublicKey.from_public_bytes(said.public_key)
            key.verify(said.signature, said.said)
        except InvalidSignature:
            return False
        return True


def check(anchors: Iterable[Anchor], key: AnchorKey, held: Iterable[Anchor]) -> Broken | None:
    """The first anchor that does not follow, is not signed, or is not what was given out."""
    given = {one.number: one for one in held}
    number, seq, prev = 0, 0, GENESIS
    for one in anchors:
        if one.number != number + 1 or one.first_seq != seq + 1 or one.prev != prev:
            return Broken(seq + 1, f"anchor {number + 1} is missing or was altered")
        if not key.signed(one):
            return Broken(one.first_seq, f"anchor {one.number} was not signed by this house")
        if given.pop(one.number, one) != one:
            return Broken(one.first_seq, f"anchor {one.number} is not the one that was given out")
        number, seq, prev = one.number, one.last_seq, one.digest
    if given:
        first = given[min(given)]
        return Broken(first.first_seq, f"anchor {first.number}, which was given out, is missing")
    return None
