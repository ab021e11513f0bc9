"""The minutes of a case meeting (protokół), cut for each reader to the items he may know of."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field

from contracts.values import (
    AgendaItemId,
    ClientId,
    Day,
    DecisionId,
    MeetingId,
    Note,
    Title,
    Version,
    View,
)
from kernel.callers import Caller
from kernel.clock import WARSAW
from kernel.transactions import Transaction
from services.referrals.domain.agenda import ItemState
from services.referrals.domain.meeting import TOOK_PLACE, Meeting, MeetingNotFound, MeetingState
from services.referrals.domain.moves import IllegalMove
from services.referrals.store.meetings import open_to
from services.referrals.tables.meetings import items, meetings
from services.referrals.views.meeting_items import AgendaItemView, AnnexView, seen_items
from services.referrals.views.meetings import (
    ParticipantView,
    QuorumView,
    participant_view,
    quorum_view,
)
from services.referrals.views.parties import PartyView, names_of, party_view


class MinutedDecision(View):
    """A decision as it was taken; what became of it stands in the plan, not in the minutes."""

    id: DecisionId
    text: Title
    owner: PartyView
    due_on: Day
    binding: Annotated[bool, Field(description="False: a recommendation.")]


class MinutedItem(View):
    """An item of the minutes."""

    id: AgendaItemId
    number: Annotated[int, Field(ge=1, description="Among those you may know of.")]
    client_id: ClientId
    purpose: Title | None
    client_present: bool | None
    decisions: list[MinutedDecision]
    note: Note | None
    annexes: list[AnnexView]


class MinutesView(View):
    """The minutes of a case meeting, as far as your institution may know them."""

    meeting_id: MeetingId
    state: MeetingState
    held_on: Day
    opened_at: datetime
    partnership: PartyView
    chair: PartyView
    attendance: list[ParticipantView]
    quorum: QuorumView
    items: list[MinutedItem]
    approve_by: Day | None
    approved_at: datetime | None
    version: Version


async def show_minutes(tx: Transaction, meeting_id: UUID, by: Caller) -> MinutesView:
    """Attendance, items and decisions; from the opening of the meeting on."""
    query = sa.select(Meeting).where(meetings.c.id == meeting_id, open_to(by))
    found = await tx.session.scalar(query)
    if found is None:
        raise MeetingNotFound
    if found.state not in TOOK_PLACE or found.opened_at is None:
        raise IllegalMove(state=found.state.value, allowed=sorted(found.allowed()))
    ids = {one.institution for one in found.participants} | {found.partnership}
    names = await names_of(tx, ids)
    agenda = await seen_items(tx, by, items.c.meeting_id == found.id)
    confirmed = [item for item in agenda if item.state is ItemState.CONFIRMED]
    return MinutesView(
        meeting_id=found.id,
        state=found.state,
        held_on=found.opened_at.astimezone(WARSAW).date(),
        opened_at=found.opened_at,
        partnership=party_view(found.partnership, names),
        chair=party_view(found.chair, names),
        attendance=[participant_view(one, names) for one in found.participants],
        quorum=quorum_view(found),
        items=[_minuted(number, item) for number, item in enumerate(confirmed, start=1)],
        approve_by=found.approve_by,
        approved_at=found.approved_at,
        version=found.version,
    )


def _minuted(number: int, item: AgendaItemView) -> MinutedItem:
    return MinutedItem(
        id=item.id,
        number=number,
        client_id=item.client_id,
        purpose=item.purpose,
        client_present=item.client_present,
        decisions=[MinutedDecision.model_validate(one) for one in item.decisions],
        note=item.note,
        annexes=item.annexes,
    )
