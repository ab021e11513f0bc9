"""Indexing anew what is found by a keyed fingerprint, when the index key is replaced by another."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from kernel.tables import client_keys
from kernel.transactions import Transaction
from services.intake.store.clients import load_client, pesel_index
from services.intake.tables.clients import clients


@dataclass(frozen=True)
class Stretch:
    """How far one step came; no last one: to the end."""

    seen: int
    stale: int
    last: UUID | None


async def stretch(
    tx: Transaction, secret: bytes, after: UUID, limit: int, *, lay: bool
) -> Stretch:
    """Look at some clients in the order of their ids, and lay what is stale under the newest key.

    Compared rather than remembered: wherever it was stopped, it may begin again.
    """
    query = (
        sa.select(clients)
        .where(
            clients.c.id > after,
            clients.c.pesel_index.is_not(None),
            sa.exists().where(client_keys.c.client_id == clients.c.id),
        )
        .order_by(clients.c.id)
        .limit(limit)
    )
    # A number that is being corrected at this instant must not be laid over.
    rows = (await tx.session.execute(query.with_for_update(of=clients) if lay else query)).all()
    stale = 0
    for row in rows:
        stale += await _lay(tx, row, secret, lay=lay)
    return Stretch(len(rows), stale, rows[-1].id if len(rows) == limit else None)


async def _lay(tx: Transaction, row: Any, secret: bytes, *, lay: bool) -> bool:
    pesel = (await load_client(tx, row)).pesel
    index = pesel_index(secret, pesel) if pesel else None
    if index == row.pesel_index:
        return False
    if lay:
        statement = sa.update(clients).where(clients.c.id == row.id)
        await tx.session.execute(statement.values(pesel_index=index))
    return True
