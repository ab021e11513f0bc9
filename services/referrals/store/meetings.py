"""Finding and keeping case meetings and their agendas; what is said of a client is sealed on the way."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

import sqlalchemy as sa

from contracts.sections import Section
from kernel import relations
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain.agenda import (
    AgendaItem,
    Decision,
    DecisionNotFound,
    ItemNotFound,
    ItemState,
    ItemWords,
)
from services.referrals.domain.meeting import Meeting, MeetingNotFound, MeetingState
from services.referrals.store.keys import Keys, Sealer, keys_of
from services.referrals.tables.meetings import (
    decisions,
    items,
    meetings,
    participants,
    readers,
)

_ITEM: Sealer[ItemWords] = Sealer("agenda-item", ItemWords)
_DECISION: Sealer[str] = Sealer("decision", str)


class Meetings:
    """The meetings that a caller's institution takes part in."""

    def __init__(self, tx: Transaction, *, by: Caller) -> None:
        self._tx = tx
        self._all = sa.select(Meeting).where(open_to(by))

    async def get(self, meeting_id: UUID) -> Meeting:
        """Fetch for change: the row stays locked, so all that changes a meeting waits in line."""
        query = self._all.where(meetings.c.id == meeting_id)
        found = await self._tx.session.scalar(query.with_for_update())
        if found is None:
            raise MeetingNotFound
        return found

    async def keep(self, meeting: Meeting) -> None:
        """Keep it."""
        self._tx.session.add(meeting)


class Agenda:
    """The items of one meeting that a caller may know of."""

    def __init__(self, tx: Transaction, meeting_id: UUID, *, by: Caller) -> None:
        self._tx = tx
        self._meeting_id = meeting_id
        self._known = (items.c.meeting_id == meeting_id, known_to(by))

    async def get(self, item_id: UUID) -> AgendaItem:
        """Fetch for change; the meeting is locked already."""
        query = sa.select(AgendaItem).where(*self._known, items.c.id == item_id)
        found = await self._tx.session.scalar(query)
        if found is None:
            raise ItemNotFound
        open_item(found, await keys_of(self._tx, [found.client_id]))
        return found

    async def all(self) -> list[AgendaItem]:
        """All of them."""
        found = list(await self._tx.session.scalars(sa.select(AgendaItem).where(*self._known)))
        return await open_items(self._tx, found)

    async def built(self, client_id: UUID, follows: UUID | None) -> AgendaItem | None:
        """The item that the house found for a client, also when it was taken off again."""
        query = sa.select(AgendaItem).where(
            items.c.meeting_id == self._meeting_id,
            items.c.client_id == client_id,
            items.c.follows.is_not_distinct_from(follows),
            items.c.built,
        )
        found = await self._tx.session.scalar(query)
        if found is not None:
            open_item(found, await keys_of(self._tx, [found.client_id]))
        return found

    async def keep(self, item: AgendaItem) -> None:
        """Keep it, its words sealed."""
        key = await self._tx.vault.key_for(self._tx.session, item.client_id)
        item.sealed = _ITEM.seal(key, item.id, item.words)
        self._tx.session.add(item)

    async def informed(self, item: AgendaItem) -> set[UUID]:
        """Who is present, on the item's list, and may still see the client."""
        query = sa.select(participants.c.institution).where(
            participants.c.meeting_id == self._meeting_id,
            participants.c.present,
            participants.c.institution.in_([reader.institution for reader in item.readers]),
            entitled(item.client_id, participants.c.institution),
        )
        return set(await self._tx.session.scalars(query))

    async def decision(self, decision_id: UUID) -> Decision:
        """One decision of an item that the caller may know of."""
        query = (
            sa.select(Decision)
            .join(AgendaItem, items.c.id == decisions.c.item_id)
            .where(*self._known, decisions.c.id == decision_id)
        )
        found = await self._tx.session.scalar(query)
        if found is None:
            raise DecisionNotFound
        return found

    async def keep_decision(self, decision: Decision) -> None:
        """Keep what was decided, its words sealed."""
        if not decision.sealed:
            key = await self._tx.vault.key_for(self._tx.session, decision.client_id)
            decision.sealed = _DECISION.seal(key, decision.id, decision.text)
        self._tx.session.add(decision)


def open_to(by: Caller) -> sa.ColumnElement[bool]:
    """The condition that a caller's institution takes part in a meeting, and was told of it."""
    invited = sa.exists().where(
        participants.c.meeting_id == meetings.c.id,
        participants.c.institution == by.institution,
        participants.c.invited_at.is_not(None),
    )
    return sa.or_(meetings.c.chair == by.institution, invited)


def entitled(client_id: object, institution: object) -> sa.ColumnElement[bool]:
    """The condition that an institution may know of a client in a meeting: meetings and plan."""
    return sa.and_(
        relations.opened_to(client_id, institution, Section.MEETINGS),
        relations.opened_to(client_id, institution, Section.PLAN),
    )


def listed(by: Caller) -> sa.ColumnElement[bool]:
    """The condition that a caller is on an item's list, and may still see its client."""
    named = sa.exists().where(
        readers.c.item_id == items.c.id,
        readers.c.institution == by.institution,
        readers.c.worker.in_(["", by.worker]),
    )
    return sa.and_(named, entitled(items.c.client_id, by.institution))


def known_to(by: Caller) -> sa.ColumnElement[bool]:
    """The condition that an item of the agenda exists for a caller.

    What the house proposes is seen by the chair alone until he confirms it; what is dropped by nobody.
    """
    mine = meetings.c.id == items.c.meeting_id
    chairs = sa.exists().where(mine, meetings.c.chair == by.institution)
    confirmed = items.c.state == ItemState.CONFIRMED
    proposed = sa.and_(items.c.state == ItemState.PROPOSED, chairs)
    sits = sa.exists().where(mine, open_to(by))
    return sa.and_(sits, listed(by), sa.or_(confirmed, proposed))


async def entitled_of(tx: Transaction, client_id: UUID, institutions: Sequence[UUID]) -> set[UUID]:
    """Which of the institutions at a table may know of a client."""
    some = sa.func.unnest(sa.cast(list(institutions), sa.ARRAY(sa.Uuid))).column_valued("some")
    return set(await tx.session.scalars(sa.select(some).where(entitled(client_id, some))))


async def lapsing(tx: Transaction, before: date, at_most: int) -> list[Meeting]:
    """Meetings whose minutes waited for approval until a day that is over, locked in order."""
    query = (
        sa.select(Meeting)
        .where(meetings.c.state == MeetingState.MINUTES_DRAFTED, meetings.c.approve_by < before)
        .order_by(meetings.c.id)
        .limit(at_most)
        .with_for_update()
    )
    return list(await tx.session.scalars(query))


async def open_items(tx: Transaction, found: Sequence[AgendaItem]) -> list[AgendaItem]:
    """Open the words of items; those of the erased are left out."""
    keys = await keys_of(tx, [item.client_id for item in found])
    readable = [item for item in found if item.client_id in keys]
    for item in readable:
        open_item(item, keys)
    return readable


def open_item(item: AgendaItem, keys: Keys) -> None:
    """Open the words of an item; without its client's key it is gone."""
    key = keys.get(item.client_id)
    if key is None:
        raise ItemNotFound
    item.words = _ITEM.open(key, item.id, item.sealed)


def open_decision(decision: Decision, keys: Keys) -> None:
    """Open what was decided; its client's key is there."""
    decision.text = _DECISION.open(keys[decision.client_id], decision.id, decision.sealed)
