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
    VITAL,
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
from contracts.sections import Section
from contracts.values import BasisKind
from kernel import clock, kinship
from kernel.callers import Caller
from kernel.rights import Grounds, grounds
from kernel.tables import (
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
    expires_at: datetime | None = None


@dataclass(frozen=True)
class Party:
    """An institution or partnership by name."""

    id: UUID
    name: str
    kind: str | None


def unrestricted(client_id: Any) -> sa.ColumnElement[bool]:
    """The condition that a client's data may be used, not only kept."""
    return ~sa.exists().where(restrictions.c.client_id == client_id)


def in_force(client_id: Any, institution: Any, day: Any) -> sa.ColumnElement[bool]:
    """The condition that a row of `relations` lets this institution see this client on this day."""
    groups = sa.select(memberships.c.group_id).where(
        memberships.c.member_id == institution,
        memberships.c.valid_from <= day,
        sa.or_(memberships.c.valid_to.is_(None), memberships.c.valid_to >= day),
    )
    # Said outright: SQLAlchemy by itself looks one level up alone, and where the institution is a
    # column from further up it would ask for the groups of anybody.
    groups = groups.correlate_except(memberships)
    return sa.and_(
        relations.c.client_id == client_id,
        relations.c.closed_at.is_(None),
        sa.or_(relations.c.until.is_(None), relations.c.until >= day),
        sa.or_(relations.c.expires_at.is_(None), relations.c.expires_at > sa.func.now()),
        sa.or_(
            relations.c.basis == BasisKind.REGISTRATION.value,
            # Broken glass, which mends itself within hours. GDPR art. 18(2): restricted data may
            # still be processed to protect another person's rights, so that an emergency need not
            # wait for the end of a dispute about what is written down.
            sa.and_(
                relations.c.basis == BasisKind.VITAL_INTEREST.value,
                relations.c.expires_at.is_not(None),
            ),
            unrestricted(relations.c.client_id),
        ),
        sa.or_(relations.c.party_id == institution, relations.c.party_id.in_(groups)),
    )


def visible(client_id: Any, by: Caller, section: Section | None = None) -> sa.ColumnElement[bool]:
    """The condition that the caller's institution has a live relation to the client.

    With a section: one that opens it, whatever the caller's role would let her see.
    """
    return opened_to(client_id, by.institution, section)


def opened_to(
    client_id: Any, institution: Any, section: Section | None = None
) -> sa.ColumnElement[bool]:
    """The same of any institution, which may be a column."""
    live = in_force(client_id, institution, clock.today())
    opening = sa.exists().where(live, *(_opening(section) if section else ()))
    return opening.correlate_except(relations)


def _opening(section: Section) -> list[sa.ColumnElement[bool]]:
    named = sa.or_(
        sa.func.cardinality(relations.c.scope) == 0, relations.c.scope.contains([section.value])
    )
    if section in VITAL:
        return [named]
    return [named, relations.c.basis != BasisKind.VITAL_INTEREST.value]


def any_row(*conditions: sa.ColumnElement[bool]) -> sa.ColumnElement[bool]:
    """The condition that there is such a row, looked up each time it is asked.

    Of an EXISTS the planner may make a hash of the whole table first: measured, half a second.
    """
    return sa.select(sa.true()).where(*conditions).limit(1).scalar_subquery()


def acquaintances(institution: Any, at_most: int) -> sa.Select[Any]:
    """Ids of clients whom some relation, live or not, joins to an institution.

    A cheap sieve before `in_force`, for lists cut out of very many clients. It walks along the index
    for each party: no plan depends on a guess how many there are, and the bound tells the planner
    that a hash of them will do.
    """
    groups = sa.select(memberships.c.group_id).where(memberships.c.member_id == institution)
    mine = sa.select(sa.type_coerce(institution, sa.Uuid).label("id")).union(groups)
    party = mine.subquery("party")
    theirs = (
        sa.select(relations.c.client_id)
        .where(relations.c.party_id == party.c.id)
        .order_by(relations.c.client_id)
        .limit(at_most)
        .lateral("theirs")
    )
    return sa.select(theirs.c.client_id).select_from(party.join(theirs, sa.true())).limit(at_most)


async def between(session: AsyncSession, client_id: UUID, by: Caller) -> list[Relation]:
    """Every live relation between the caller's institution and the client, oldest first."""
    return await letting_in(session, client_id, by.institution)


async def letting_in(session: AsyncSession, client_id: UUID, institution: UUID) -> list[Relation]:
    """Every live relation between an institution and the client, oldest first."""
    query = (
        sa.select(relations)
        .where(in_force(client_id, institution, clock.today()))
        .order_by(relations.c.since, relations.c.relation_id)
    )
    return [
        Relation(
            relation_id=r.relation_id,
            party_id=r.party_id,
            basis=BasisKind(r.basis),
            scope=tuple(r.scope),
            since=r.since,
            until=r.until,
            expires_at=r.expires_at,
        )
        for r in await session.execute(query)
    ]


async def may_see(
    session: AsyncSession, client_id: UUID, institution: UUID, section: Section | None = None
) -> bool:
    """Whether an institution has a live relation to the client today, that opens a section."""
    return bool(await session.scalar(sa.select(opened_to(client_id, institution, section))))


async def grounds_of(session: AsyncSession, client_id: UUID, by: Caller) -> Grounds:
    """On what the caller stands towards the client."""
    return grounds((r.basis, r.scope) for r in await between(session, client_id, by))


async def grounds_of_all(
    session: AsyncSession, client_ids: Sequence[UUID], by: Caller
) -> dict[UUID, Grounds]:
    """On what the caller stands towards each of several clients."""
    live = in_force(relations.c.client_id, by.institution, clock.today())
    query = sa.select(relations.c.client_id, relations.c.basis, relations.c.scope)
    rows = list(await session.execute(query.where(relations.c.client_id.in_(client_ids), live)))
    return {
        one: grounds((r.basis, r.scope) for r in rows if r.client_id == one) for one in client_ids
    }


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
    return group in await groups_of(session, institution)


async def groups_of(session: AsyncSession, institution: UUID) -> set[UUID]:
    """The partnerships that an agreement in force today joins the institution to."""
    day = clock.today()
    query = sa.select(memberships.c.group_id).where(
        memberships.c.member_id == institution,
        memberships.c.valid_from <= day,
        sa.or_(memberships.c.valid_to.is_(None), memberships.c.valid_to >= day),
    )
    return set(await session.scalars(query))


async def restricted(session: AsyncSession, client_ids: Sequence[UUID]) -> bool:
    """Whether the processing of any of these clients is restricted."""
    query = sa.exists().where(restrictions.c.client_id.in_(client_ids))
    return bool(await session.scalar(sa.select(query)))


async def erased(session: AsyncSession, ids: Sequence[UUID]) -> set[UUID]:
    """Which of these clients are erased: nothing new is heard of them."""
    query = sa.select(erasures.c.client_id).where(erasures.c.client_id.in_(set(ids)))
    return set(await session.scalars(query)) if ids else set()


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
            await kinship.restrict(session, event.client_id)
        case FreesClient():
            mine = sa.or_(
                restrictions.c.client_id == event.client_id,
                restrictions.c.origin == event.client_id,
            )
            await session.execute(sa.delete(restrictions).where(mine))
        case ErasesClient():
            await kinship.erase(session, at, event.client_id)
        case JoinsClients():
            await kinship.merge(session, at, event.client_id, event.merged_id)
        case PartsClients():
            await kinship.part(session, at, event.merged_id)


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
    rows = [
        _row(at, event)
        | {"client_id": one, "origin": None if one == event.client_id else event.client_id}
        for one in await kinship.family(session, event.client_id)
    ]
    await session.execute(insert(relations).on_conflict_do_nothing(), rows)


async def _close(session: AsyncSession, at: datetime, event: ClosesRelation) -> None:
    # A merged client's relations stand at the others of her family too, under the same id.
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
