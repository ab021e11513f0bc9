"""Items of an agenda and what was decided on them, as whoever may know of them sees them."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import Annotated, Any
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field

from contracts.sections import Section
from contracts.values import (
    ActionId,
    AgendaItemId,
    ClientId,
    Day,
    DecisionId,
    GoalId,
    MeetingId,
    Note,
    Title,
    Version,
    View,
    WorkerId,
)
from kernel import relations
from kernel.callers import Caller
from kernel.tables import aliases
from kernel.transactions import Transaction
from services.referrals.domain.agenda import (
    AgendaItem,
    Decision,
    ItemNotFound,
    ItemState,
    Reason,
)
from services.referrals.domain.goals import ActionStatus
from services.referrals.store.keys import keys_of
from services.referrals.store.meetings import known_to, listed, open_decision, open_items
from services.referrals.tables.meetings import decisions, items
from services.referrals.tables.plans import actions
from services.referrals.views.parties import Names, PartyView, names_of, party_view

_OF_REFERRALS = {Reason.CRISIS, Reason.ESCALATED_REFERRAL, Reason.SILENT_REFERRAL}


class DecisionStatus(StrEnum):
    """What became of a decision."""

    OPEN = "open"
    DONE = "done"
    CANCELLED = "cancelled"
    RECOMMENDED = "recommended"
    """It binds nobody."""


class CauseView(View):
    """What brought a client onto the agenda."""

    reason: Reason
    thing_id: Annotated[
        UUID,
        Field(
            description="The action, referral, plan or decision it is.",
            examples=["0197a000-0000-7000-8000-00000000d201"],
        ),
    ]
    due_on: Day | None
    times: Annotated[
        int, Field(ge=0, description="At how many meetings before it lay on the table.")
    ]


class DecisionView(View):
    """What was decided (ustalenie), or without a quorum recommended (zalecenie)."""

    id: DecisionId
    meeting_id: MeetingId
    text: Title
    owner: PartyView
    due_on: Day
    binding: bool
    status: DecisionStatus
    goal_id: GoalId | None
    action_id: Annotated[ActionId | None, Field(description="The action of the plan it became.")]
    decided_at: datetime
    done_at: Annotated[
        datetime | None, Field(description="Of what stays out of the plan: when it was done.")
    ]


class ReaderView(View):
    """Who may know of an item."""

    institution: PartyView
    worker: Annotated[WorkerId | None, Field(description="None: the whole institution.")]


class AnnexView(View):
    """A correction of approved minutes."""

    text: Note
    added_at: datetime
    added_by: PartyView


class AgendaItemView(View):
    """A client on the agenda (punkt porządku spotkania), numbered among those you may know of."""

    id: AgendaItemId
    number: Annotated[int, Field(ge=1)]
    client_id: ClientId
    state: ItemState
    purpose: Annotated[Title | None, Field(description="None: the reasons say it.")]
    reasons: list[CauseView]
    brought_by: PartyView
    delicate: bool
    restricted: Annotated[
        bool, Field(description="Not everybody at the table knows it: stays out of the record.")
    ]
    may_know: list[ReaderView]
    client_takes_part: bool
    client_present: bool | None
    decisions: list[DecisionView]
    earlier: Annotated[
        list[DecisionView],
        Field(description="What earlier meetings decided, and what became of it."),
    ]
    note: Note | None
    annexes: list[AnnexView]
    version: Version


class SeenItems:
    """The items of one meeting that a caller may know of."""

    def __init__(self, tx: Transaction, by: Caller) -> None:
        self._tx = tx
        self._by = by

    async def show(self, meeting_id: UUID, item_id: UUID) -> AgendaItemView:
        """One item, under the number it has for this reader."""
        seen = await seen_items(self._tx, self._by, items.c.meeting_id == meeting_id)
        for view in seen:
            if view.id == item_id:
                return view
        raise ItemNotFound


async def seen_items(
    tx: Transaction, by: Caller, which: sa.ColumnElement[bool]
) -> list[AgendaItemView]:
    """Items in the order of the agenda: the worst reason first, then what is due longest."""
    refers = relations.visible(items.c.client_id, by, Section.REFERRALS).label("refers")
    query = (
        sa.select(AgendaItem, refers)
        .where(which, known_to(by))
        .order_by(items.c.rank, items.c.first_due_on.nulls_last(), items.c.id)
    )
    rows = (await tx.session.execute(query)).all()
    found = await open_items(tx, [row[0] for row in rows])
    referring = {row[0].id for row in rows if row[1]}
    here = await _decided(tx, decisions.c.item_id.in_([item.id for item in found]))
    before = await _earlier(tx, by, found)
    names = await names_of(tx, _parties(found, here, before))
    return [
        _item_view(
            item,
            names,
            number=number,
            reasons=[
                CauseView.model_validate(cause)
                for cause in item.causes
                if item.id in referring or cause.reason not in _OF_REFERRALS
            ],
            decided=[view_decision(*one, names) for one in here[item.id]],
            earlier=[view_decision(*one, names) for one in before[item.id]],
        )
        for number, item in enumerate(found, start=1)
    ]


Decided = tuple[Decision, ActionStatus | None]


async def _decided(
    tx: Transaction, which: sa.ColumnElement[bool]
) -> defaultdict[UUID, list[Decided]]:
    """Decisions by their item, each with where its action of the plan stands."""
    by_item: defaultdict[UUID, list[Decided]] = defaultdict(list)
    for decision, status in await decided(tx, which):
        by_item[decision.item_id].append((decision, status))
    return by_item


async def decided(tx: Transaction, which: sa.ColumnElement[bool]) -> list[Decided]:
    """Decisions in order, opened, each with where its action stands; the erased are left out."""
    query = (
        sa.select(Decision, actions.c.status)
        .outerjoin(actions, actions.c.id == decisions.c.action_id)
        .where(which)
        .order_by(decisions.c.id)
    )
    rows = (await tx.session.execute(query)).all()
    keys = await keys_of(tx, [row[0].client_id for row in rows])
    readable = [(row[0], row[1]) for row in rows if row[0].client_id in keys]
    for decision, _ in readable:
        open_decision(decision, keys)
    return readable


async def _earlier(
    tx: Transaction, by: Caller, found: Sequence[AgendaItem]
) -> dict[UUID, list[Decided]]:
    """What earlier meetings decided of the same persons, as far as this reader may know of it."""
    one_of = await _persons(tx, [item.client_id for item in found])
    known = sa.exists().where(items.c.id == decisions.c.item_id, listed(by))
    all_ = await decided(tx, sa.and_(decisions.c.client_id.in_(one_of), known))
    return {
        item.id: [
            (decision, status)
            for decision, status in all_
            if one_of[decision.client_id] == one_of[item.client_id]
            and decision.meeting_id != item.meeting_id
            and decision.decided_at < item.added_at
        ]
        for item in found
    }


async def _persons(tx: Transaction, clients: Sequence[UUID]) -> dict[UUID, UUID]:
    """Every id of the persons that some ids stand for, and under which each of them goes on."""
    query = sa.select(aliases.c.survivor).where(aliases.c.client_id.in_(clients))
    first = {*clients, *await tx.session.scalars(query)}
    merged = sa.select(aliases.c.client_id, aliases.c.survivor)
    rows = await tx.session.execute(merged.where(aliases.c.survivor.in_(first)))
    return {one: one for one in first} | {row.client_id: row.survivor for row in rows}


def _parties(
    found: Sequence[AgendaItem], here: dict[UUID, list[Decided]], before: dict[UUID, list[Decided]]
) -> set[UUID]:
    owners = {d.owner for some in (here, before) for all_ in some.values() for d, _ in all_}
    readers = {reader.institution for item in found for reader in item.readers}
    annexing = {annex.added_by for item in found for annex in item.words.annexes}
    return owners | readers | annexing | {item.brought_by for item in found}


def view_decision(decision: Decision, status: ActionStatus | None, names: Names) -> DecisionView:
    """A decision, and what became of it."""
    return DecisionView(
        id=decision.id,
        meeting_id=decision.meeting_id,
        text=decision.text,
        owner=party_view(decision.owner, names),
        due_on=decision.due_on,
        binding=decision.binding,
        status=status_of(decision, status),
        goal_id=decision.goal_id,
        action_id=decision.action_id,
        decided_at=decision.decided_at,
        done_at=decision.done_at,
    )


def status_of(decision: Decision, status: ActionStatus | None) -> DecisionStatus:
    """What the action of the plan says counts; what stays out of the plan says it itself."""
    if not decision.binding:
        return DecisionStatus.RECOMMENDED
    if status is ActionStatus.DONE or decision.done_at is not None:
        return DecisionStatus.DONE
    return DecisionStatus.CANCELLED if status is ActionStatus.CANCELLED else DecisionStatus.OPEN


def _item_view(item: AgendaItem, names: Names, *, number: int, **lists: Any) -> AgendaItemView:
    words = item.words
    return AgendaItemView(
        id=item.id,
        number=number,
        client_id=item.client_id,
        state=item.state,
        purpose=words.purpose,
        reasons=lists["reasons"],
        brought_by=party_view(item.brought_by, names),
        delicate=item.delicate,
        restricted=item.restricted,
        may_know=[
            ReaderView(institution=party_view(r.institution, names), worker=r.worker or None)
            for r in item.readers
        ],
        client_takes_part=item.client_takes_part,
        client_present=item.client_present,
        decisions=lists["decided"],
        earlier=lists["earlier"],
        note=words.note,
        annexes=[
            AnnexView(text=a.text, added_at=a.added_at, added_by=party_view(a.added_by, names))
            for a in words.annexes
        ],
        version=item.version,
    )
