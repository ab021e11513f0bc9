"""Finding and keeping households, and who of them belongs to which.

Two commands at once cannot put one client into two households: whoever adds a client to one first
locks the rows of all clients concerned, in the order of their ids, and looks only then. PostgreSQL
could exclude overlapping periods by itself, but for the equality of an id it needs btree_gist, an
extension that not every operator's role may create; the lock is taken anyway, to answer in words.
An index lets nobody have two open links, should a lock ever be forgotten.
"""

from collections.abc import Iterable
from uuid import UUID

import sqlalchemy as sa

from kernel.tables import client_keys
from kernel.transactions import Transaction
from services.intake.domain.household import HouseholdHistory, Households
from services.intake.domain.means import Household, Member
from services.intake.store.sealing import Sealer, key_of
from services.intake.tables.clients import clients
from services.intake.tables.means import household_links, households

MEMBERS: Sealer[list[Member]] = Sealer("household", list[Member])


async def lock_clients(tx: Transaction, ids: Iterable[UUID]) -> None:
    """Lock clients in one order, so that two households that name each other cannot deadlock."""
    query = sa.select(clients.c.id).where(clients.c.id.in_(set(ids))).order_by(clients.c.id)
    await tx.session.execute(query.with_for_update())


async def households_of(tx: Transaction, ids: Iterable[UUID]) -> Households:
    """Every household that these clients belong or belonged to, with all its history."""
    asked = set(ids)
    linking = sa.select(household_links.c.owner_id).where(household_links.c.client_id.in_(asked))
    owners = asked | set(await tx.session.scalars(linking))
    query = sa.select(households).where(households.c.client_id.in_(owners))
    by_owner: dict[UUID, list[Household]] = {}
    for row in await tx.session.execute(query.order_by(households.c.id)):
        key = await tx.vault.find_key(tx.session, row.client_id)
        if key is None:
            continue  # erased: what she declared can be opened by nobody
        members = MEMBERS.open(key, row.sealed)
        by_owner.setdefault(row.client_id, []).append(
            Household(
                row.client_id, row.valid_from, members, row.declared_by, row.declared_at,
                row.valid_to,
            )
        )  # fmt: skip
    return Households(HouseholdHistory(owner, tuple(rows)) for owner, rows in by_owner.items())


async def keep_households(tx: Transaction, known: Households, *new: Household) -> None:
    """Keep what was declared, and who of the other clients belongs there since when."""
    for household in new:
        key = await key_of(tx, household.client_id)
        await tx.session.execute(
            sa.insert(households).values(
                client_id=household.client_id,
                valid_from=household.valid_from,
                valid_to=household.valid_to,
                sealed=MEMBERS.seal(key, household.members),
                declared_by=household.declared_by,
                declared_at=household.declared_at,
            )
        )
    known.keep(*new)
    for owner in {household.client_id for household in new}:
        await _relink(tx, known.of(owner))


async def _relink(tx: Transaction, history: HouseholdHistory) -> None:
    """Lay the links anew: they say nothing that the declarations do not say."""
    linked = set().union(*(version.linked for version in history.versions()))
    rows = [
        {
            "owner_id": history.owner,
            "client_id": client_id,
            "valid_from": stay.valid_from,
            "valid_to": stay.valid_to,
        }
        for client_id in sorted(linked)
        for stay in history.stays(client_id)
    ]
    # The household of whoever was erased is no more: its links hold nobody back.
    erased = ~sa.exists().where(client_keys.c.client_id == household_links.c.owner_id)
    gone = sa.and_(household_links.c.client_id.in_(linked), erased)
    await tx.session.execute(
        sa.delete(household_links).where(sa.or_(household_links.c.owner_id == history.owner, gone))
    )
    if rows:
        await tx.session.execute(sa.insert(household_links), rows)
