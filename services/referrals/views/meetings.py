"""Case meetings as the institutions at the table see them; nothing here tells of an item unknown to them."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Any
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field

from contracts.referrals.meetings import InvitationAnswer, MeetingCancelReason
from contracts.values import (
    ClientId,
    Day,
    InstitutionKind,
    MeetingId,
    PartnershipId,
    Version,
    View,
    WorkerId,
)
from kernel import clock, kinship, relations
from kernel.callers import Caller
from kernel.pages import CursorUnreadable, cursor, place
from kernel.transactions import Transaction
from services.referrals.domain.agenda import ItemState
from services.referrals.domain.meeting import (
    Meeting,
    MeetingNotFound,
    MeetingState,
    NotOfThisPartnership,
    Participant,
    Role,
)
from services.referrals.domain.meeting_terms import missing_for_quorum, next_day
from services.referrals.domain.referral_words import Place, TimeOfDay
from services.referrals.store.meetings import known_to, open_to
from services.referrals.tables.meetings import items, meetings
from services.referrals.views.meeting_items import AgendaItemView, seen_items
from services.referrals.views.parties import Names, PartyView, names_of, party_view
from services.referrals.views.referrals import Next


class When(StrEnum):
    """Which meetings: those to come, or those that were."""

    UPCOMING = "upcoming"
    PAST = "past"


class ParticipantView(View):
    """An institution at the table."""

    institution: PartyView
    role: Role
    worker: WorkerId | None
    invited: bool
    answer: InvitationAnswer | None
    present: Annotated[bool | None, Field(description="None: the meeting has not begun.")]
    approved_at: Annotated[datetime | None, Field(description="When it approved the minutes.")]


class QuorumView(View):
    """Whether there are enough to decide."""

    met: Annotated[bool | None, Field(description="None: the meeting has not begun.")]
    missing: Annotated[
        list[str],
        Field(description="Kinds of institution that are missing, by attendance or by answers."),
    ]


class MeetingLine(View):
    """A case meeting in a list."""

    id: MeetingId
    partnership: PartyView
    state: MeetingState
    planned_on: Day
    starts_at: TimeOfDay
    place: Place
    chair: PartyView
    your_answer: InvitationAnswer | None
    version: Version


class MeetingView(MeetingLine):
    """A joint case meeting (spotkanie zespołu), with the items you may know of."""

    participants: list[ParticipantView]
    quorum: QuorumView
    former_days: Annotated[list[Day], Field(description="Days it was planned for before.")]
    cancel_reason: MeetingCancelReason | None
    opened_at: datetime | None
    approve_by: Annotated[Day | None, Field(description="Until when the minutes are approved.")]
    approved_at: datetime | None
    agenda: list[AgendaItemView]


class MeetingPage(View):
    """Case meetings: those to come soonest first, those that were latest first."""

    items: list[MeetingLine]
    next: Next


class NextMeetingView(View):
    """When a partnership should meet again."""

    partnership_id: PartnershipId
    last_on: Annotated[Day | None, Field(description="None: it has not met yet.")]
    suggested_on: Annotated[Day, Field(description="A working day a month later, or from today.")]


class NextMeetings(View):
    """When your partnerships should meet again, soonest first."""

    items: list[NextMeetingView]


class SeenMeetings:
    """The meetings that a caller's institution takes part in."""

    def __init__(self, tx: Transaction, by: Caller) -> None:
        self._tx = tx
        self._by = by

    async def show(self, meeting_id: UUID) -> MeetingView:
        """One meeting, with the items the caller may know of."""
        query = sa.select(Meeting).where(meetings.c.id == meeting_id, open_to(self._by))
        found = await self._tx.session.scalar(query)
        if found is None:
            raise MeetingNotFound
        ids = {one.institution for one in found.participants} | {found.partnership}
        names = await names_of(self._tx, ids)
        agenda = await seen_items(self._tx, self._by, items.c.meeting_id == found.id)
        return _meeting_view(found, names, agenda, self._by)

    async def page(
        self, when: When, client_id: ClientId | None, limit: int, after: str | None
    ) -> MeetingPage:
        """Those to come, or those that were; with a client: those with an item about her."""
        query = sa.select(Meeting).where(open_to(self._by), _of(when, clock.today()))
        if client_id is not None:
            about = sa.exists().where(
                items.c.meeting_id == meetings.c.id,
                items.c.state == ItemState.CONFIRMED,
                kinship.of_person(items.c.client_id, client_id),
                known_to(self._by),
            )
            query = query.where(about)
        key = sa.tuple_(meetings.c.planned_on, meetings.c.id)
        soonest = when is When.UPCOMING
        if after:
            query = query.where(key > _at(after) if soonest else key < _at(after))
        order = [meetings.c.planned_on, meetings.c.id]
        query = query.order_by(*(order if soonest else [one.desc() for one in order]))
        rows = list(await self._tx.session.scalars(query.limit(limit + 1)))
        last = rows[limit - 1] if len(rows) > limit else None
        more = cursor(f"{last.planned_on}|{last.id}") if last else None
        shown = rows[:limit]
        names = await names_of(self._tx, {p for m in shown for p in (m.chair, m.partnership)})
        return MeetingPage(items=[_line(one, names, self._by) for one in shown], next=more)

    async def suggest(self, partnership: PartnershipId | None) -> NextMeetings:
        """When one partnership should meet again, or each of them: its members alone are told."""
        mine = await relations.groups_of(self._tx.session, self._by.institution)
        if partnership is not None and partnership not in mine:
            raise NotOfThisPartnership(pointer="/partnership")
        query = (
            sa.select(meetings.c.partnership, sa.func.max(meetings.c.planned_on).label("last"))
            .where(meetings.c.state != MeetingState.CANCELLED, open_to(self._by))
            .where(meetings.c.partnership.in_([partnership] if partnership else mine))
            .group_by(meetings.c.partnership)
        )
        last = {r.partnership: r.last for r in await self._tx.session.execute(query)}
        asked = [partnership] if partnership else sorted(mine)
        views = [_suggested(one, last.get(one), clock.today()) for one in asked]
        return NextMeetings(items=sorted(views, key=lambda view: view.suggested_on))


def _suggested(partnership: UUID, last: date | None, today: date) -> NextMeetingView:
    """A month after the last meeting; where that is over, a month from today."""
    suggested = next_day(last or today)
    if suggested < today:
        suggested = next_day(today)
    return NextMeetingView(partnership_id=partnership, last_on=last, suggested_on=suggested)


def _of(when: When, today: date) -> sa.ColumnElement[bool]:
    ahead = sa.and_(
        meetings.c.planned_on >= today,
        meetings.c.state.in_([MeetingState.PLANNED, MeetingState.CONVENED, MeetingState.HELD]),
    )
    return ahead if when is When.UPCOMING else ~ahead


def _at(after: str) -> Any:
    try:
        day, meeting = place(after).split("|")
        return sa.tuple_(sa.literal(date.fromisoformat(day)), sa.literal(UUID(meeting)))
    except ValueError:
        raise CursorUnreadable from None


def _line(meeting: Meeting, names: Names, by: Caller) -> MeetingLine:
    return MeetingLine.model_validate(_common(meeting, names, by))


def _common(meeting: Meeting, names: Names, by: Caller) -> dict[str, Any]:
    mine = [one.answer for one in meeting.participants if one.institution == by.institution]
    return {
        "id": meeting.id,
        "partnership": party_view(meeting.partnership, names),
        "state": meeting.state,
        "planned_on": meeting.planned_on,
        "starts_at": meeting.starts_at,
        "place": meeting.place,
        "chair": party_view(meeting.chair, names),
        "your_answer": next(iter(mine), None),
        "version": meeting.version,
    }


def _meeting_view(
    meeting: Meeting, names: Names, agenda: list[AgendaItemView], by: Caller
) -> MeetingView:
    seated = [participant_view(one, names) for one in meeting.participants]
    return MeetingView.model_validate(
        _common(meeting, names, by)
        | {
            "participants": seated,
            "quorum": quorum_view(meeting),
            "former_days": [former.planned_on for former in meeting.former_days],
            "cancel_reason": meeting.cancel_reason,
            "opened_at": meeting.opened_at,
            "approve_by": meeting.approve_by,
            "approved_at": meeting.approved_at,
            "agenda": agenda,
        }
    )


def participant_view(one: Participant, names: Names) -> ParticipantView:
    """An institution at the table."""
    return ParticipantView(
        institution=party_view(one.institution, names),
        role=one.role,
        worker=one.worker,
        invited=one.invited_at is not None,
        answer=one.answer,
        present=one.present,
        approved_at=one.approved_at,
    )


def quorum_view(meeting: Meeting) -> QuorumView:
    """The quorum by attendance; before the meeting by who said yes."""
    begun = meeting.opened_at is not None
    coming = {p.institution for p in meeting.participants if p.answer is InvitationAnswer.ACCEPTED}
    kinds: set[InstitutionKind] = meeting.kinds(meeting.present() if begun else coming)
    missing = missing_for_quorum(kinds, meeting.planned_on)
    return QuorumView(met=not missing if begun else None, missing=missing)
