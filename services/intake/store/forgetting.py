"""Leaving nothing of a client who is erased but her id, who registered her, and when.

Written against the tables as a whole, not table by table: a table or column that somebody adds later
is emptied too unless it is named here as one that stays.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from kernel.transactions import Transaction
from services.intake.tables import mapping
from services.intake.tables.clients import clients
from services.intake.tables.importing import imported
from services.intake.tables.rights import (
    closings,
    erasure_proposals,
    holds,
    restriction_orders,
    subject_requests,
)

STAYS = frozenset(
    {closings, erasure_proposals, holds, imported, restriction_orders, subject_requests}
)
"""What shows that the institution acted as it had to; days and codes, what tells of her is taken out.

Of an import the claim stays, so that the same file read again does not bring her back.
"""
TAKEN_OUT = frozenset({"sealed", "content"})
"""The columns of what stays that tell of her: sealed words, and the fingerprint of an imported row."""
_TOMBSTONE = frozenset({"id", "registered_by", "registered_at", "status", "version"})
_NOTHING: Mapping[type, Any] = {
    str: "", bytes: b"", date: date(1900, 1, 1), bool: False, int: 0, list: [], dict: {},
}  # fmt: skip
"""What a column holds in place of nothing where it must hold something."""


async def forget(tx: Transaction, client_id: UUID) -> None:
    """Delete what was declared and recorded about her, and empty her own row."""
    for table in reversed(mapping.metadata.sorted_tables):
        hers = of_hers(table, client_id)
        if hers is None:
            continue
        if table not in STAYS:
            await tx.session.execute(sa.delete(table).where(hers))
        elif telling := dict.fromkeys(TAKEN_OUT & set(table.c.keys())):
            await tx.session.execute(sa.update(table).where(hers).values(telling))
    emptied = {c.name: _nothing(c) for c in clients.c if c.name not in _TOMBSTONE}
    statement = sa.update(clients).where(clients.c.id == client_id)
    await tx.session.execute(statement.values(**emptied, version=clients.c.version + 1))


def of_hers(table: sa.Table, client_id: UUID) -> sa.ColumnElement[bool] | None:
    """The condition that a row is about her, directly or through the row it belongs to."""
    if table is clients:
        return None
    mine = {key.parent for key in table.foreign_keys if key.column.table is clients}
    mine |= {table.c.client_id} if "client_id" in table.c else set()
    if mine:
        return sa.or_(*(column == client_id for column in sorted(mine, key=lambda c: c.name)))
    for key in table.foreign_keys:
        above = None if key.column.table is table else of_hers(key.column.table, client_id)
        if above is not None:
            return key.parent.in_(sa.select(key.column).where(above))
    return None


def _nothing(column: sa.Column[Any]) -> Any:
    return None if column.nullable else _NOTHING[column.type.python_type]
