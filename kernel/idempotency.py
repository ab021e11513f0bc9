"""The same request twice has its effect once.

The key's row is inserted first, in the transaction of the effect: a second request with the same
key waits for the first one's commit, then gets its answer. Refusals roll back, so they are never
remembered: a repeat is judged anew. Keys are kept seven days.
"""

import hashlib
import hmac
import re
from dataclasses import dataclass
from uuid import UUID

import orjson
import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from kernel.callers import Caller
from kernel.refusals import Kind, Refusal
from kernel.tables import idempotency
from kernel.transactions import Transaction
from kernel.vault import Ring

FORM = r'^"?[!#-~]([ -~]{0,253}[!#-~])?"?$'
"""A key as it is sent: bare, or in quotes (draft-ietf-httpapi-idempotency-key-header)."""


class KeyReused(Refusal):
    """This Idempotency-Key was used for another request; take a new key for a new request."""

    kind = Kind.INVALID
    pl = "Tego klucza Idempotency-Key użyto do innego żądania; nowe żądanie wymaga nowego klucza."


class KeyUnreadable(Refusal):
    """An Idempotency-Key is 1 to 255 printable ASCII characters."""

    kind = Kind.MALFORMED
    pl = "Idempotency-Key to od 1 do 255 drukowalnych znaków ASCII."


@dataclass(frozen=True)
class Answer:
    """An answer as it left."""

    status: int
    headers: dict[str, str]
    body: bytes


def place_of(key: bytes) -> str:
    """For which place an answer is sealed."""
    return "idempotency:" + key.hex()


class Attempt:
    """One request under an Idempotency-Key."""

    def __init__(self, key: str, caller: Caller, request: bytes, secret: bytes) -> None:
        if not re.fullmatch(FORM, key.strip()):
            raise KeyUnreadable
        key = key.strip().strip('"')
        # Fingerprints are keyed: a body holds few unknowns, and a plain hash of it could be guessed.
        who = f"{caller.institution}|{caller.worker}".encode()
        self._row = {
            "caller": hmac.new(secret, b"caller|" + who, hashlib.sha256).digest()[:16],
            "key": hmac.new(secret, b"key|" + key.encode(), hashlib.sha256).digest()[:16],
        }
        self._fingerprint = hmac.new(secret, b"body|" + request, hashlib.sha256).digest()
        self._place = place_of(self._row["key"])

    @property
    def _mine(self) -> sa.ColumnElement[bool]:
        return sa.and_(
            idempotency.c.caller == self._row["caller"], idempotency.c.key == self._row["key"]
        )

    async def begin(self, tx: Transaction, seal: Ring) -> Answer | None:
        """Claim the key, or give the answer that the first request with it got."""
        row = insert(idempotency).values(**self._row, fingerprint=self._fingerprint)
        if await tx.session.scalar(row.on_conflict_do_nothing().returning(sa.true())):
            return None
        kept = (await tx.session.execute(sa.select(idempotency).where(self._mine))).one()
        if not hmac.compare_digest(kept.fingerprint, self._fingerprint):
            raise KeyReused
        status, headers, body = orjson.loads(seal.open(kept.answer, self._place))
        return Answer(status, headers, body.encode())

    async def finish(self, tx: Transaction, answer: Answer, seal: Ring) -> None:
        """Remember the answer, sealed, in the same commit as the effect; and whom it may name."""
        plain = orjson.dumps([answer.status, answer.headers, answer.body.decode()])
        shown = [UUID(c) for c in answer.headers.get("okienko-client", "").split(",") if c]
        kept = {"answer": seal.seal(plain, self._place), "about": [*{*shown, *tx.versions}]}
        await tx.session.execute(sa.update(idempotency).where(self._mine).values(**kept))
