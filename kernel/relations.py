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
    JoinsParties,
    NamesParty,
    OpensRelation,
    PartsParties,
)
from contracts.values import BasisKind
from kernel import clock
from kernel.callers import Caller
from kernel.tables import memberships, parties, relations


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


async def note(session: AsyncSession, at: datetime, event: Event) -> None:
    """Keep the copy up to date with one event; the owner does so in the event's own commit."""
    match event:
        case OpensRelation():
            await _open(session, at, event)
        case ClosesRelation():
            await session.execute(
                sa.update(relations)
                .where(
                    relations.c.client_id == event.client_id,
                    relations.c.relation_id == event.relation_id,
                )
                .values(closed_at=at)
            )
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


async def _open(session: AsyncSession, at: datetime, event: OpensRelation) -> None:
    statement = insert(relations).values(
        client_id=event.client_id,
        relation_id=event.relation_id,
        party_id=event.party_id,
        basis=event.basis,
        scope=list(event.scope),
        since=at,
        until=event.until,
    )
    await session.execute(statement.on_conflict_do_nothing())


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
