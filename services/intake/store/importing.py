"""Finding and keeping what was imported: which row of which former system became which client."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

import orjson
import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from kernel.callers import Caller
from kernel.tables import aliases, erasures
from kernel.transactions import Transaction
from kernel.vault import blind_index, blind_indexes
from services.intake.domain.importing import Earlier, Mark, Reference
from services.intake.store.sealing import Sealer, key_of
from services.intake.tables.importing import imported

REFERENCE: Sealer[str] = Sealer("imported", Reference)


def mark_of(secret: bytes, place: tuple[UUID, str, str], content: dict[str, Any]) -> Mark:
    """What a row is known again by: institution, source and reference, and what it said."""
    where = "|".join(map(str, place))
    said = f"{where}|{orjson.dumps(content, option=orjson.OPT_SORT_KEYS).decode()}"
    newest, *older = blind_indexes(secret, "imported.reference", where)
    return Mark(newest, blind_index(secret, "imported.content", said), tuple(older))


class Imports:
    """What one caller's institution imported from one source."""

    def __init__(self, tx: Transaction, by: Caller, source: str) -> None:
        self._tx = tx
        self._mine = {"institution": by.institution, "source": source}

    async def claim(self, marks: Mapping[UUID, Mark], at: datetime) -> set[UUID]:
        """Take references for clients to be; answer which were still free.

        In the order of the references, so that two imports of one file cannot wait for each other.
        """
        if not marks:
            return set()
        rows = [
            self._mine
            | {
                "reference_index": mark.reference,
                "content": mark.content,
                "client_id": client_id,
                "imported_at": at,
            }
            for client_id, mark in sorted(marks.items(), key=lambda item: item[1].reference)
        ]
        statement = insert(imported).on_conflict_do_nothing().returning(imported.c.client_id)
        return set(await self._tx.session.scalars(statement, rows))

    async def release(self, client_ids: Collection[UUID]) -> None:
        """Give references back: nobody was registered under them."""
        if client_ids:
            await self._tx.session.execute(
                sa.delete(imported).where(imported.c.client_id.in_(client_ids))
            )

    async def earlier(self, references: Collection[bytes]) -> dict[bytes, Earlier]:
        """What earlier imports made of these references, under the ids the clients go on by."""
        first = sa.func.coalesce(aliases.c.survivor, imported.c.client_id)
        gone = sa.exists().where(erasures.c.client_id == imported.c.client_id)
        query = (
            sa.select(imported, first.label("first"), gone.label("gone"))
            .outerjoin(aliases, aliases.c.client_id == imported.c.client_id)
            .where(
                imported.c.institution == self._mine["institution"],
                imported.c.source == self._mine["source"],
                imported.c.reference_index.in_(references),
            )
        )
        found = await self._tx.session.execute(query) if references else ()
        return {row.reference_index: Earlier(row.first, row.content, row.gone) for row in found}

    async def name(self, references: Mapping[UUID, str]) -> None:
        """Keep what the former system calls each new client, sealed under her own key."""
        sealed = {
            client_id: REFERENCE.seal(await key_of(self._tx, client_id), reference)
            for client_id, reference in references.items()
        }
        if sealed:
            await self._tx.session.execute(
                _SEAL, {"clients": list(sealed), "sealed": list(sealed.values())}
            )


_SEAL = sa.text(
    "UPDATE imported SET sealed = said.sealed"
    " FROM unnest(CAST(:clients AS uuid[]), CAST(:sealed AS bytea[])) AS said (client_id, sealed)"
    " WHERE imported.client_id = said.client_id"
)
