"""Fetching two clients at once, for a merge or its undoing."""

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa

from contracts.intake import ClientMerged, ClientUnmerged
from contracts.values import BasisKind
from kernel import relations
from kernel.callers import Caller
from kernel.tables import journal, kinships
from kernel.transactions import Transaction
from services.intake.domain.client import Client, ClientNotFound
from services.intake.domain.merging import Standing
from services.intake.store.clients import load_client
from services.intake.tables.clients import clients


async def both(
    tx: Transaction, by: Caller, one: UUID, other: UUID
) -> tuple[Client, Client, Standing]:
    """Two clients for change. Their rows are locked in the order of their ids, so that two merges
    of the same two wait for each other instead of for ever.
    """
    query = sa.select(clients).where(
        clients.c.id.in_([one, other]), relations.visible(clients.c.id, by)
    )
    rows = await tx.session.execute(query.order_by(clients.c.id).with_for_update(of=clients))
    found = {row.id: await load_client(tx, row) for row in rows.all()}
    if len(found) < len({one, other}):
        raise ClientNotFound
    return found[one], found[other], await _standing(tx, by, one, other)


async def _standing(tx: Transaction, by: Caller, one: UUID, other: UUID) -> Standing:
    async def bases(client_id: UUID) -> frozenset[BasisKind]:
        live = await relations.between(tx.session, client_id, by)
        return frozenset(relation.basis for relation in live)

    restricted = await relations.restricted(tx.session, [one, other])
    return Standing(await bases(one), await bases(other), restricted)


async def since_merge(tx: Transaction, kept: UUID, merged: UUID) -> tuple[datetime, int]:
    """When two records became one, and how many facts were written to the first since."""
    joined = await tx.session.scalar(
        sa.select(sa.func.max(kinships.c.joined_at)).where(
            kinships.c.client_id == kept, kinships.c.kin_id == merged
        )
    )
    if joined is None:
        raise LookupError("two records are one, and nobody knows since when")
    written = sa.select(sa.func.count()).where(
        journal.c.subject == kept,
        journal.c.time > joined,
        journal.c.type.not_in([ClientMerged.wire_name, ClientUnmerged.wire_name]),
    )
    return joined, await tx.session.scalar(written) or 0
