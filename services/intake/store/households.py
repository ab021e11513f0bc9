"""Finding and keeping households, and who of them belongs to which.

Two commands at once cannot put one client into two households: whoever adds a client to one first
locks the rows of all clients concerned, in the order of their ids, and looks only then. PostgreSQL
could exclude overlapping periods by itself, but for the equality of an id it needs btree_gist, an
extension that not every operator's role may create; the lock is taken anyway, to answer in words.
An index lets nobody have two open links, should a lock ever be forgotten.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from kernel import relations
from kernel.tables import aliases, client_keys, kinships
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


async def lock_members(tx: Transaction, client_id: UUID, members: list[Member]) -> list[Member]:
    """Lock a client and whom she names; answer these, each by the id she goes on under."""
    named = {m.client_id for m in members if m.client_id is not None}
    await lock_clients(tx, {client_id, *named, *(await _go_on_as(tx, named)).values()})
    # Asked again, now that nobody can merge them meanwhile.
    return _naming(members, await _go_on_as(tx, named))


async def households_of(tx: Transaction, ids: Iterable[UUID]) -> Households:
    """Every household that these clients belong or belonged to, with all its history.

    Whoever was merged is named by the id she goes on under: one person has one history.
    """
    asked = await _families(tx, ids)
    linking = sa.select(household_links.c.owner_id).where(household_links.c.client_id.in_(asked))
    owners = await _families(tx, asked | set(await tx.session.scalars(linking)))
    query = sa.select(households).where(households.c.client_id.in_(owners))
    declared: list[Household] = []
    for row in await tx.session.execute(query.order_by(households.c.id)):
        key = await tx.vault.find_key(tx.session, row.client_id)
        if key is None:
            continue  # erased: what she declared can be opened by nobody
        members = MEMBERS.open(key, row.sealed)
        declared.append(
            Household(
                row.client_id, row.valid_from, members, row.declared_by, row.declared_at,
                row.valid_to,
            )
        )  # fmt: skip
    by_owner: dict[UUID, list[Household]] = {}
    for household in await _going_on(tx, declared):
        by_owner.setdefault(household.client_id, []).append(household)
    return Households(HouseholdHistory(owner, tuple(rows)) for owner, rows in by_owner.items())


async def _go_on_as(tx: Transaction, ids: Iterable[UUID]) -> dict[UUID, UUID]:
    asked = set(ids)
    query = sa.select(aliases).where(aliases.c.client_id.in_(asked))
    found = {row.client_id: row.survivor for row in await tx.session.execute(query)}
    return {one: found.get(one, one) for one in asked}


def _naming(members: Iterable[Member], going_on: Mapping[UUID, UUID]) -> list[Member]:
    return [
        m.model_copy(update={"client_id": going_on[m.client_id]}) if m.client_id else m
        for m in members
    ]


async def _going_on(tx: Transaction, declared: Sequence[Household]) -> list[Household]:
    members = {m.client_id for h in declared for m in h.members if m.client_id is not None}
    names = await _go_on_as(tx, members | {h.client_id for h in declared})
    return [
        replace(h, client_id=names[h.client_id], members=_naming(h.members, names))
        for h in declared
    ]


async def _families(tx: Transaction, ids: Iterable[UUID]) -> set[UUID]:
    first = set((await _go_on_as(tx, ids)).values())
    merged = sa.select(aliases.c.client_id).where(aliases.c.survivor.in_(first))
    return first | set(await tx.session.scalars(merged))


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
    # Of whoever was erased nothing is written any more, though others declared her with them once.
    linked -= await relations.erased(tx.session, list(linked))
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
    own = household_links.c.owner_id.in_(await _families(tx, [history.owner]))
    await tx.session.execute(sa.delete(household_links).where(sa.or_(own, gone)))
    if rows:
        statement = insert(household_links)
        if await _ever_merged(tx, {history.owner} | linked):
            # Two records that each had a household may leave one person in both, until she is said
            # to have left one: the earlier link stands meanwhile.
            statement = statement.on_conflict_do_nothing()
        await tx.session.execute(statement, rows)


async def relink_parted(tx: Transaction, ids: Iterable[UUID]) -> None:
    """Lay the links of clients anew whom a merge had joined: each has her own households again."""
    for history in await households_of(tx, ids):
        await _relink(tx, history)


async def _ever_merged(tx: Transaction, ids: set[UUID]) -> bool:
    query = sa.select(sa.exists().where(kinships.c.client_id.in_(ids)))
    return bool(await tx.session.scalar(query))
