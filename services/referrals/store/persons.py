"""Who stands for whom, of many clients at once: `kernel.kinship` asks it of one."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from kernel.tables import aliases
from kernel.transactions import Transaction

Persons = dict[UUID, UUID]
"""Every id that stands for somebody, and the id she goes on under."""


async def persons(tx: Transaction, client_ids: Iterable[UUID]) -> Persons:
    """Every id of these people, merged or not, by the one each goes on under: her own comes first."""
    asked = set(client_ids)
    theirs = sa.select(aliases.c.survivor).where(aliases.c.client_id.in_(asked))
    query = sa.select(aliases.c.client_id, aliases.c.survivor).where(
        sa.or_(aliases.c.survivor.in_(asked), aliases.c.survivor.in_(theirs))
    )
    rows = await tx.session.execute(query.order_by(aliases.c.client_id))
    merged = {row.client_id: row.survivor for row in rows}
    going_on = sorted((asked | set(merged.values())) - merged.keys())
    return {one: one for one in going_on} | merged


def survivor_of(client_id: sa.ColumnElement[Any]) -> sa.ColumnElement[Any]:
    """The id under which whoever is meant goes on, in a statement."""
    mine = sa.select(aliases.c.survivor).where(aliases.c.client_id == client_id)
    return sa.func.coalesce(mine.scalar_subquery(), client_id)
