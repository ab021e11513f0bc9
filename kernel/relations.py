"""The database's own copy of who may see which client, kept by hearing the feed.

So rights are decided locally, at once, and also while the owner of the facts is down.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from contracts.event import Event
from contracts.relations import (
    ClosesRelation,
    ErasesClient,
    FreesClient,
    JoinsClients,
    JoinsParties,
    NamesParty,
    OpensRelation,
    PartsClients,
    PartsParties,
    RestrictsClient,
)
from contracts.values import BasisKind
from kernel import clock
from kernel.callers import Caller
from kernel.tables import (
    aliases,
    client_keys,
    erasures,
    memberships,
    parties,
    relations,
    restrictions,
)


@dataclass(frozen=True)
class Relation:
    """Why one party may see one client."""

    relation_id: UUID
    party_id: UUID
    basis: BasisKind
    scope: tuple[str, ...]
    since: datetime
    until: date | None


@dataclass(frozen=True)
class Party:
    """An institution or partnership by name."""

    id: UUID
    name: str
    kind: str | None


def in_force(client_id: Any, institution: Any, day: Any) -> sa.ColumnElement[bool]:
    """The condition that a row of `relations` lets this institution see this client on this day."""
    groups = sa.select(memberships.c.group_id).where(
        memberships.c.member_id == institution,
        memberships.c.valid_from <= day,
        sa.or_(memberships.c.valid_to.is_(None), memberships.c.valid_to >= day),
    )
    return sa.and_(
        relations.c.client_id == client_id,
        relations.c.closed_at.is_(None),
        sa.or_(relations.c.until.is_(None), relations.c.until >= day),
        sa.or_(relations.c.expires_at.is_(None), relations.c.expires_at > sa.func.now()),
        sa.or_(
            relations.c.basis == BasisKind.REGISTRATION.value,
            ~sa.exists().where(restrictions.c.client_id == relations.c.client_id),
        ),
        sa.or_(relations.c.party_id == institution, relations.c.party_id.in_(groups)),
    )


def visible(client_id: Any, by: Caller) -> sa.ColumnElement[bool]:
    """The condition that the caller's institution has a live relation to the client."""
    return sa.exists().where(in_force(client_id, by.institution, clock.today()))


async def between(session: AsyncSession, client_id: UUID, by: Caller) -> list[Relation]:
    """Every live relation between the caller's institution and the client, oldest first."""
    query = (
        sa.select(relations)
        .where(in_force(client_id, by.institution, clock.today()))
        .order_by(relations.c.since, relations.c.relation_id)
    )
    return [
        Relation(r.relation_id, r.party_id, BasisKind(r.basis), tuple(r.scope), r.since, r.until)
        for r in await session.execute(query)
    ]


async def may_see(session: AsyncSession, client_id: UUID, institution: UUID) -> bool:
    """Whether an institution has a live relation to the client today."""
    query = sa.select(sa.exists().where(in_force(client_id, institution, clock.today())))
    return bool(await session.scalar(query))


async def party(session: AsyncSession, party_id: UUID) -> Party | None:
    """A party by its id."""
    row = (await session.execute(sa.select(parties).where(parties.c.id == party_id))).first()
    return None if row is None else Party(row.id, row.name, row.kind)


async def parties_named(session: AsyncSession, ids: Sequence[UUID]) -> dict[UUID, Party]:
    """Parties by their ids; unknown ones are left out."""
    rows = await session.execute(sa.select(parties).where(parties.c.id.in_(ids)))
    return {row.id: Party(row.id, row.name, row.kind) for row in rows}


async def member_of(session: AsyncSession, institution: UUID, group: UUID) -> bool:
    """Whether an agreement in force today joins the institution to the partnership."""
    day = clock.today()
    query = sa.exists().where(
        memberships.c.member_id == institution,
        memberships.c.group_id == group,
        memberships.c.valid_from <= day,
        sa.or_(memberships.c.valid_to.is_(None), memberships.c.valid_to >= day),
    )
    return bool(await session.scalar(sa.select(query)))


async def survivor(session: AsyncSession, client_id: UUID) -> UUID:
    """The id a client goes on under: her own, unless her record was merged into another."""
    query = sa.select(aliases.c.survivor).where(aliases.c.client_id == client_id)
    return await session.scalar(query) or client_id


async def family(session: AsyncSession, client_id: UUID) -> list[UUID]:
    """Every id that stands for one person: the one that goes on first, then the merged ones."""
    first = await survivor(session, client_id)
    query = sa.select(aliases.c.client_id).where(aliases.c.survivor == first)
    return [first, *sorted(await session.scalars(query))]


async def note(session: AsyncSession, at: datetime, event: Event) -> None:
    """Keep the copy up to date with one event; the owner does so in the event's own commit."""
    match event:
        case OpensRelation():
            await _open(session, at, event)
        case ClosesRelation():
            await _close(session, at, event)
        case NamesParty():
            row = {"name": event.name, "kind": event.kind}
            statement = insert(parties).values(id=event.party_id, **row)
            await session.execute(statement.on_conflict_do_update(index_elements=["id"], set_=row))
        case JoinsParties():
            await _join(session, event)
        case PartsParties():
            await session.execute(
                sa.update(memberships)
                .where(memberships.c.agreement_id == event.agreement_id)
                .values(valid_to=event.ended_on)
            )
        case _:
            await _note_of_client(session, at, event)


async def _note_of_client(session: AsyncSession, at: datetime, event: Event) -> None:
    """What changes a client as a whole: restricted, erased, merged."""
    match event:
        case RestrictsClient():
            statement = insert(restrictions).values(client_id=event.client_id)
            await session.execute(statement.on_conflict_do_nothing())
        case FreesClient():
            await session.execute(
                sa.delete(restrictions).where(restrictions.c.client_id == event.client_id)
            )
        case ErasesClient():
            await _erase(session, at, event.client_id)
        case JoinsClients():
            await _merge(session, event.client_id, event.merged_id)
        case PartsClients():
            await _unmerge(session, event.merged_id)


async def note_new(session: AsyncSession, at: datetime, events: Sequence[OpensRelation]) -> None:
    """The same for many relations at once, of clients so new that nobody was merged into them."""
    rows = [_row(at, event) | {"client_id": event.client_id} for event in events]
    if rows:
        await session.execute(insert(relations).on_conflict_do_nothing(), rows)


def _row(at: datetime, event: OpensRelation) -> dict[str, Any]:
    return {
        "relation_id": event.relation_id,
        "party_id": event.party_id,
        "basis": event.basis,
        "scope": list(event.scope),
        "since": at,
        "until": event.until,
        "expires_at": event.expires_at,
    }


async def _open(session: AsyncSession, at: datetime, event: OpensRelation) -> None:
    row = _row(at, event)
    rows = [row | {"client_id": event.client_id, "origin": None}]
    first = await survivor(session, event.client_id)
    if first != event.client_id:
        rows.append(row | {"client_id": first, "origin": event.client_id})
    await session.execute(insert(relations).on_conflict_do_nothing(), rows)


async def _close(session: AsyncSession, at: datetime, event: ClosesRelation) -> None:
    # A merged client's relations stand at the survivor too, under the same relation.
    await session.execute(
        sa.update(relations)
        .where(
            relations.c.relation_id == event.relation_id,
            sa.or_(
                relations.c.client_id == event.client_id, relations.c.origin == event.client_id
            ),
        )
        .values(closed_at=at)
    )


async def _erase(session: AsyncSession, at: datetime, client_id: UUID) -> None:
    statement = insert(erasures).values(client_id=client_id, erased_at=at)
    await session.execute(statement.on_conflict_do_nothing())
    for table in (client_keys, relations, restrictions):
        await session.execute(sa.delete(table).where(table.c.client_id == client_id))


async def _merge(session: AsyncSession, kept: UUID, merged: UUID) -> None:
    """Let the merged id stand for the kept one, and whoever may see the one see the other."""
    statement = insert(aliases).values(client_id=merged, parent=kept, survivor=kept)
    await session.execute(statement.on_conflict_do_nothing())
    await _settle(session)


async def _unmerge(session: AsyncSession, merged: UUID) -> None:
    await session.execute(sa.delete(aliases).where(aliases.c.client_id == merged))
    await _settle(session)


async def _settle(session: AsyncSession) -> None:
    """Find anew where every chain of merges ends, and lay the relations there.

    Whatever the order in which merges of several records are heard, the end is the same.
    """
    await session.execute(_FIND_SURVIVORS)
    await session.execute(_TAKE_BACK)
    await session.execute(_LEND)


_FIND_SURVIVORS = sa.text("""
WITH RECURSIVE chain AS (
    SELECT client_id, parent AS survivor, 1 AS depth FROM aliases
    UNION ALL
    SELECT chain.client_id, aliases.parent, chain.depth + 1
    FROM chain JOIN aliases ON aliases.client_id = chain.survivor WHERE chain.depth < 100
)
UPDATE aliases SET survivor = ends.survivor
FROM (SELECT DISTINCT ON (client_id) client_id, survivor FROM chain
      ORDER BY client_id, depth DESC) AS ends
WHERE aliases.client_id = ends.client_id AND aliases.survivor <> ends.survivor
""")
_TAKE_BACK = sa.text("""
DELETE FROM relations WHERE origin IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM aliases
    WHERE aliases.client_id = relations.origin AND aliases.survivor = relations.client_id)
""")
_LEND = sa.text("""
INSERT INTO relations (client_id, relation_id, party_id, basis, scope, since, until, expires_at,
                       closed_at, origin)
SELECT aliases.survivor, relation_id, party_id, basis, scope, since, until, expires_at,
       closed_at, relations.client_id
FROM relations JOIN aliases ON aliases.client_id = relations.client_id
WHERE relations.origin IS NULL
ON CONFLICT DO NOTHING
""")


async def _join(session: AsyncSession, event: JoinsParties) -> None:
    rows = [
        {
            "agreement_id": event.agreement_id,
            "member_id": member,
            "group_id": event.group_id,
            "valid_from": event.valid_from,
            "valid_to": event.valid_to,
        }
        for member in event.members
    ]
    if rows:
        await session.execute(insert(memberships).on_conflict_do_nothing(), rows)
