"""What readers may see of clients who look alike, and of the pairs that wait for a decision."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field

from contracts.intake import LinkKind
from contracts.values import ClientId, Day, DuplicateId, InstitutionId, Version, View, WorkerId
from kernel import relations
from kernel.callers import Caller
from kernel.pages import CursorUnreadable, cursor, place
from kernel.transactions import Transaction
from services.intake.domain.client import PersonName
from services.intake.domain.duplicate import Duplicate, DuplicateState
from services.intake.domain.likeness import Candidate, Trait
from services.intake.store.clients import load_client
from services.intake.store.duplicates import load_pair
from services.intake.tables.clients import clients
from services.intake.tables.duplicates import duplicate_pairs
from services.intake.views.clients import ClientView, MaskedPesel, client_view, not_erased

Score = Annotated[int, Field(ge=0, le=100, examples=[93])]


class LikenessReason(View):
    """One thing that two people have in common, or not, and what it adds to the score."""

    code: Trait
    points: int
    en: str
    pl: str


class PossibleDuplicate(View):
    """Somebody on record who looks like the person just registered."""

    client_id: ClientId
    score: Score
    reasons: list[LikenessReason]


# The same view with one field more: to write it out again would let the two drift apart.
class RegisteredClient(ClientView):
    """A client as registered, and who on record is likely the same person."""

    possible_duplicates: list[PossibleDuplicate]


class Alike(View):
    """Somebody on record who looks like the person asked about."""

    client_id: ClientId
    name: PersonName
    birth_date: Day
    pesel: MaskedPesel
    registered_by: InstitutionId
    score: Score
    reasons: list[LikenessReason]


class FoundDuplicates(View):
    """Who looks alike among those the caller may see, the likest first; at most twenty."""

    items: list[Alike]


class DuplicatePerson(View):
    """One of two people who look alike."""

    client_id: ClientId
    name: PersonName
    birth_date: Day
    pesel: MaskedPesel
    registered_by: InstitutionId


class DuplicateView(View):
    """A pair without the people: what came of a decision."""

    id: DuplicateId
    client_ids: list[ClientId]
    state: DuplicateState
    link: LinkKind | None
    score: Score
    reasons: list[LikenessReason]
    owner: InstitutionId
    found_at: datetime
    due_on: Annotated[Day, Field(description="By when to decide, inclusive.")]
    decided_by: WorkerId | None
    decided_at: datetime | None
    version: Version


class QueuedDuplicate(View):
    """A pair, and the two people."""

    pair: DuplicateView
    people: list[DuplicatePerson]


class DuplicatePage(View):
    """Pairs that your institution decides, the one due first."""

    items: list[QueuedDuplicate]
    next: str | None


def reasons_view(traits: Iterable[Trait]) -> list[LikenessReason]:
    """Why they look alike, in words."""
    return [LikenessReason(code=t, points=t.points, en=t.en, pl=t.pl) for t in traits]


def registered_view(client: Any) -> RegisteredClient:
    """A client just registered."""
    likely = [
        PossibleDuplicate(client_id=c.client_id, score=c.score, reasons=reasons_view(c.traits))
        for c in client.alike
    ]
    return RegisteredClient(**dict(client_view(client)), possible_duplicates=likely)


def pair_view(pair: Duplicate) -> DuplicateView:
    """A pair as decided."""
    return DuplicateView(
        id=pair.id,
        client_ids=[pair.first, pair.second],
        state=pair.state,
        link=pair.link,
        score=pair.score,
        reasons=reasons_view(pair.traits),
        owner=pair.owner,
        found_at=pair.found_at,
        due_on=pair.due_on,
        decided_by=pair.decided_by,
        decided_at=pair.decided_at,
        version=pair.version,
    )


async def found_view(tx: Transaction, found: Sequence[Candidate]) -> FoundDuplicates:
    """Candidates with their names; whoever called may see them all."""
    listed = found[:20]
    people = await _people(tx, [c.client_id for c in listed])
    return FoundDuplicates(
        items=[
            Alike(
                **dict(people[c.client_id]),
                score=c.score,
                reasons=reasons_view(c.traits),
            )
            for c in listed
            if c.client_id in people
        ]
    )


async def list_duplicates(
    tx: Transaction, by: Caller, *, state: DuplicateState, limit: int, after: str | None
) -> DuplicatePage:
    """The pairs of the caller's institution; those with somebody it may not see any more are left out."""
    table = duplicate_pairs.c
    query = sa.select(duplicate_pairs).where(table.owner == by.institution, table.state == state)
    for column in (table.first_id, table.second_id):
        query = query.where(relations.visible(column, by), not_erased(column))
    if after:
        query = query.where(sa.tuple_(table.due_on, table.id) > sa.tuple_(*_place(after)))
    query = query.order_by(table.due_on, table.id).limit(limit + 1)
    pairs = [load_pair(row) for row in (await tx.session.execute(query)).all()]
    people = await _people(tx, [one for p in pairs[:limit] for one in (p.first, p.second)])
    last = pairs[limit - 1] if len(pairs) > limit else None
    return DuplicatePage(
        items=[
            QueuedDuplicate(pair=pair_view(p), people=[people[p.first], people[p.second]])
            for p in pairs[:limit]
        ],
        next=cursor(f"{last.due_on.isoformat()}|{last.id}") if last else None,
    )


async def _people(tx: Transaction, ids: Sequence[UUID]) -> dict[UUID, DuplicatePerson]:
    rows = await tx.session.execute(
        sa.select(clients).where(clients.c.id.in_(ids), not_erased(clients.c.id))
    )
    shown = [client_view(await load_client(tx, row)) for row in rows.all()]
    return {
        view.id: DuplicatePerson(
            client_id=view.id,
            name=view.name,
            birth_date=view.birth_date,
            pesel=view.pesel,
            registered_by=view.registered_by,
        )
        for view in shown
    }


def _place(after: str) -> tuple[date, UUID]:
    day, _, pair_id = place(after).partition("|")
    try:
        return date.fromisoformat(day), UUID(pair_id)
    except ValueError:
        raise CursorUnreadable from None
