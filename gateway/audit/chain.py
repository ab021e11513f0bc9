"""How entries are chained: each carries the hash of the one before (RFC 6962 leaf prefix)."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import asyncpg
import orjson

GENESIS = bytes(32)
FIELDS = (
    "at",
    "worker",
    "institution",
    "verb",
    "client_id",
    "status",
    "sections",
    "bases",
    "trace",
)


@dataclass(frozen=True)
class Entry:
    """One access or command, before it is chained."""

    at: datetime
    worker: str
    institution: UUID
    verb: str
    client_id: UUID | None
    status: int
    sections: list[str]
    bases: list[str]
    trace: str | None


def link(prev: bytes, seq: int, entry: Mapping[str, Any] | asyncpg.Record) -> bytes:
    """The hash of an entry in its place: its number, its fields, the hash before."""
    canonical = orjson.dumps(
        [seq, *(entry[name] for name in FIELDS)],
        # The driver's own UUID class reads back the same text as the one that was written.
        default=str,
        option=orjson.OPT_UTC_Z | orjson.OPT_NAIVE_UTC,
    )
    return hashlib.sha256(b"\x00" + prev + canonical).digest()


@dataclass(frozen=True)
class Broken:
    """Where the chain does not hold."""

    seq: int
    why: str


def verify(
    rows: Iterable[Mapping[str, Any] | asyncpg.Record], seq: int = 0, prev: bytes = GENESIS
) -> tuple[int, bytes, Broken | None]:
    """Walk a stretch of the log in order; answer where it ends, and the first break if any."""
    for row in rows:
        if row["seq"] != seq + 1:
            return seq, prev, Broken(seq + 1, "an entry is missing or out of its place")
        if row["prev"] != prev:
            return seq, prev, Broken(row["seq"], "the entry does not follow the one before")
        if link(prev, row["seq"], row) != row["hash"]:
            return seq, prev, Broken(row["seq"], "the entry was altered")
        seq, prev = row["seq"], row["hash"]
    return seq, prev, None
