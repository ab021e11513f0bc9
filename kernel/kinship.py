"""Records of one person: which ids stand for whom, and what is done to all of them at once."""

import re
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY, insert
from sqlalchemy.ext.asyncio import AsyncSession

from kernel.tables import (
    aliases,
    client_keys,
    erasures,
    idempotency,
    relations,
    restrictions,
)


async def survivor(session: AsyncSession, client_id: UUID) -> UUID:
    """The id a client goes on under: her own, unless her record was merged into another."""
    query = sa.select(aliases.c.survivor).where(aliases.c.client_id == client_id)
    return await session.scalar(query) or client_id


async def family(session: AsyncSession, client_id: UUID) -> list[UUID]:
    """Every id that stands for one person: the one that goes on first, then the merged ones."""
    mine = sa.select(aliases.c.survivor).where(aliases.c.client_id == client_id)
    first = sa.func.coalesce(mine.scalar_subquery(), client_id)
    rows = (await session.execute(sa.select(aliases).where(aliases.c.survivor == first))).all()
    return [rows[0].survivor if rows else client_id, *sorted(row.client_id for row in rows)]


def of_person(column: Any, client_id: Any) -> sa.ColumnElement[bool]:
    """The condition that a row belongs to any of the ids that stand for the same person."""
    mine = sa.select(aliases.c.survivor).where(aliases.c.client_id == client_id)
    first = sa.func.coalesce(mine.scalar_subquery(), client_id)
    merged = sa.select(aliases.c.client_id).where(aliases.c.survivor == first)
    return sa.or_(column == first, column.in_(merged))


def not_merged(client_id: Any) -> sa.ColumnElement[bool]:
    """The condition that an id stands for itself: a merged one is found under its survivor."""
    return ~sa.exists().where(aliases.c.client_id == client_id)


async def restrict(session: AsyncSession, client_id: UUID) -> None:
    """Restrict every record of the person; her own restriction outlasts a lent one."""
    rows = [
        {"client_id": one, "origin": None if one == client_id else client_id}
        for one in await family(session, client_id)
    ]
    statement = insert(restrictions)
    statement = statement.on_conflict_do_update(
        index_elements=["client_id"],
        set_={"origin": None},
        where=statement.excluded.origin.is_(None),
    )
    await session.execute(statement, rows)


async def erase(session: AsyncSession, at: datetime, client_id: UUID) -> None:
    """Erase whoever the id stands for: every record that was merged with it is hers too."""
    everyone = sorted(await family(session, client_id))
    for one in everyone:
        # Alone, so that whoever is just making her a key has committed, or will see the tombstone.
        await session.execute(_TURN, {"client_id": one})
    rows = [{"client_id": one, "erased_at": at} for one in everyone]
    await session.execute(insert(erasures).on_conflict_do_nothing(), rows)
    for table in (client_keys, relations, restrictions):
        await session.execute(sa.delete(table).where(table.c.client_id.in_(everyone)))
    named = idempotency.c.about.overlap(everyone)
    await session.execute(sa.delete(idempotency).where(named))


_TURN = sa.text(
    "SELECT pg_advisory_xact_lock(7004, hashtext(CAST(CAST(:client_id AS uuid) AS text)))"
)


async def merge(session: AsyncSession, at: datetime, kept: UUID, merged: UUID) -> None:
    """Let the merged id stand for the kept one, and whoever may see the one see the other.

    Heard twice, or in a circle, it changes nothing.
    """
    ones, others = await family(session, kept), await family(session, merged)
    if others[0] != merged or ones[0] == merged:
        return
    standing = sa.update(aliases).where(aliases.c.survivor == merged)
    await session.execute(standing.values(survivor=ones[0]))
    row = {"client_id": merged, "parent": kept, "survivor": ones[0]}
    await session.execute(sa.insert(aliases).values(row))
    for here, there in ((ones, others), (others, ones)):
        both = {"here": here, "there": there, "at": at}
        for statement in (_LEND_RELATIONS, _LEND_RESTRICTIONS, _BECOME_KIN):
            await session.execute(statement, both)


async def part(session: AsyncSession, at: datetime, merged: UUID) -> None:
    """Let a merged id stand for itself again, with what was merged into it before."""
    everyone = await family(session, merged)
    await session.execute(sa.delete(aliases).where(aliases.c.client_id == merged))
    await session.execute(_STAND_ALONE, {"merged": merged})
    here = await family(session, merged)
    there = [one for one in everyone if one not in here]
    for statement in (_TAKE_BACK_RELATIONS, _TAKE_BACK_RESTRICTIONS, _BE_KIN_NO_MORE):
        await session.execute(statement, {"here": here, "there": there, "at": at})


def _among(text: str) -> sa.TextClause:
    """A statement over two families, and perhaps the moment they meet or part."""
    families = {"here", "there"} & set(_NAMED.findall(text))
    ids = [sa.bindparam(name, type_=ARRAY(sa.Uuid)) for name in sorted(families)]
    moment = [sa.bindparam("at", type_=sa.DateTime(timezone=True))] if ":at" in text else []
    return sa.text(text).bindparams(*ids, *moment)


_NAMED = re.compile(r":(\w+)")
_LEND_RELATIONS = _among("""
INSERT INTO relations (client_id, relation_id, party_id, basis, scope, since, until, expires_at,
                       closed_at, origin)
SELECT borrower, relation_id, party_id, basis, scope, since, until, expires_at, closed_at, client_id
FROM relations, unnest(:there) AS borrower
WHERE client_id = ANY(:here) AND origin IS NULL
ON CONFLICT DO NOTHING
""")
_LEND_RESTRICTIONS = _among("""
INSERT INTO restrictions (client_id, origin)
SELECT borrower, client_id FROM restrictions, unnest(:there) AS borrower
WHERE client_id = ANY(:here) AND origin IS NULL
ON CONFLICT DO NOTHING
""")
_BECOME_KIN = _among("""
INSERT INTO kinships (client_id, kin_id, joined_at)
SELECT one, other, :at FROM unnest(:here) AS one, unnest(:there) AS other
ON CONFLICT DO NOTHING
""")
_STAND_ALONE = sa.text("""
WITH RECURSIVE hers AS (
    SELECT client_id FROM aliases WHERE parent = :merged
    UNION ALL
    SELECT aliases.client_id FROM aliases JOIN hers ON aliases.parent = hers.client_id
)
UPDATE aliases SET survivor = :merged WHERE client_id IN (SELECT client_id FROM hers)
""").bindparams(sa.bindparam("merged", type_=sa.Uuid))
_TAKE_BACK_RELATIONS = _among("""
DELETE FROM relations WHERE client_id = ANY(:here) AND origin = ANY(:there)
OR client_id = ANY(:there) AND origin = ANY(:here)
""")
_TAKE_BACK_RESTRICTIONS = _among("""
DELETE FROM restrictions WHERE client_id = ANY(:here) AND origin = ANY(:there)
OR client_id = ANY(:there) AND origin = ANY(:here)
""")
_BE_KIN_NO_MORE = _among("""
UPDATE kinships SET parted_at = :at WHERE parted_at IS NULL
AND (client_id = ANY(:here) AND kin_id = ANY(:there)
     OR client_id = ANY(:there) AND kin_id = ANY(:here))
""")
