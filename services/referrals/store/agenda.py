"""What belongs on the agenda of a case meeting: found in the plans, referrals, duties and decisions."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from contracts.intake import Urgency
from contracts.sections import Section
from kernel import relations
from kernel.callers import Caller
from kernel.tables import aliases
from kernel.transactions import Transaction
from services.referrals.domain.agenda import AgendaItem, Cause, ItemState, Reason
from services.referrals.domain.duty import DutyKind
from services.referrals.domain.goals import OPEN_ACTIONS
from services.referrals.domain.meeting import TOOK_PLACE, Meeting
from services.referrals.domain.plan_states import ENDED
from services.referrals.domain.referral_states import OPEN, UNANSWERED
from services.referrals.store.meetings import entitled, listed
from services.referrals.tables.duties import duties
from services.referrals.tables.meetings import causes, decisions, items, meetings, participants
from services.referrals.tables.plans import actions, goals, plans
from services.referrals.tables.referrals import referrals

_MOST = 500
"""Causes looked at in one go; a table that has more to discuss discusses these first."""
_AT_LEAST = 2
"""Institutions at the table that see the client: what concerns one alone needs no meeting."""


@dataclass(frozen=True)
class Found:
    """What was found of one client: her open business, and perhaps the delicate item it goes on with."""

    client_id: UUID
    follows: UUID | None


async def find_business(
    tx: Transaction, meeting: Meeting, *, by: Caller
) -> dict[Found, list[Cause]]:
    """The open business of every client whom the caller and another at the table may see."""
    rows = await tx.session.execute(_query(meeting, by))
    found: dict[Found, list[Cause]] = defaultdict(list)
    for row in rows:
        cause = Cause(
            item_id=meeting.id,
            reason=Reason(row.reason),
            thing_id=row.thing_id,
            due_on=row.due_on,
            times=row.times,
        )
        found[Found(row.client_id, row.follows)].append(cause)
    return found


async def item(tx: Transaction, item_id: UUID) -> AgendaItem:
    """An item of an earlier meeting, of which the caller is known to know."""
    query = sa.select(AgendaItem).where(items.c.id == item_id)
    return (await tx.session.scalars(query)).one()


def _query(meeting: Meeting, by: Caller) -> sa.Select[Any]:
    business = sa.union_all(
        _actions(meeting.planned_on),
        _referrals(meeting.planned_on, by),
        _crises(by),
        _reviews(meeting.planned_on),
        _decisions(meeting),
        _delicate_decisions(meeting, by),
    ).subquery("business")
    person = sa.func.coalesce(aliases.c.survivor, business.c.client_id)
    joined = business.outerjoin(aliases, aliases.c.client_id == business.c.client_id)
    shared = (
        sa.select(sa.func.count())
        .select_from(participants)
        .where(
            participants.c.meeting_id == meeting.id, entitled(person, participants.c.institution)
        )
        .scalar_subquery()
    )
    enough = sa.or_(business.c.follows.is_not(None), shared >= _AT_LEAST)
    return (
        sa.select(
            person.label("client_id"),
            business.c.reason,
            business.c.thing_id,
            business.c.due_on,
            business.c.follows,
            _times(business.c.thing_id, meeting, by).label("times"),
        )
        .select_from(joined)
        .where(entitled(person, by.institution), relations.unrestricted(person), enough)
        .order_by(business.c.due_on, business.c.thing_id)
        .limit(_MOST)
    )


def _times(thing: Any, meeting: Meeting, by: Caller) -> sa.ScalarSelect[int]:
    """At how many meetings before it lay on the table, as far as the caller knows."""
    return (
        sa.select(sa.func.count(sa.distinct(items.c.meeting_id)))
        .select_from(causes.join(items).join(meetings))
        .where(
            causes.c.thing_id == thing,
            items.c.meeting_id != meeting.id,
            items.c.state == ItemState.CONFIRMED,
            meetings.c.state.in_(TOOK_PLACE),
            listed(by),
        )
        .scalar_subquery()
    )


def _row(
    client: Any, reason: Any, thing: Any, due: Any, follows: Any = None
) -> tuple[sa.ColumnElement[Any], ...]:
    reason = sa.literal(reason.value) if isinstance(reason, Reason) else reason
    return (
        client.label("client_id"),
        reason.label("reason"),
        thing.label("thing_id"),
        due.label("due_on"),
        (sa.null() if follows is None else follows).cast(sa.Uuid).label("follows"),
    )


def _actions(day: date) -> sa.Select[Any]:
    decided = sa.exists().where(decisions.c.action_id == actions.c.id)
    return (
        sa.select(*_row(plans.c.client_id, Reason.OVERDUE_ACTION, actions.c.id, actions.c.due_on))
        .select_from(actions.join(goals).join(plans))
        .where(
            actions.c.status.in_(OPEN_ACTIONS),
            actions.c.due_on < day,
            plans.c.status.not_in(ENDED),
            ~decided,
        )
    )


def _referrals(day: date, by: Caller) -> sa.Select[Any]:
    escalated = referrals.c.escalated_on.is_not(None)
    reason = sa.case(
        (escalated, Reason.ESCALATED_REFERRAL.value), else_=Reason.SILENT_REFERRAL.value
    )
    return sa.select(
        *_row(referrals.c.client_id, reason, referrals.c.id, referrals.c.answer_due_on)
    ).where(
        referrals.c.state.in_(UNANSWERED),
        sa.or_(escalated, referrals.c.answer_due_on < day),
        relations.visible(referrals.c.client_id, by, Section.REFERRALS),
    )


def _crises(by: Caller) -> sa.Select[Any]:
    return sa.select(
        *_row(referrals.c.client_id, Reason.CRISIS, referrals.c.id, referrals.c.answer_due_on)
    ).where(
        referrals.c.state.in_(OPEN),
        referrals.c.urgency == Urgency.URGENT,
        relations.visible(referrals.c.client_id, by, Section.REFERRALS),
    )


def _reviews(day: date) -> sa.Select[Any]:
    reviews = duties.c.kind == DutyKind.REVIEW_PLAN
    return (
        sa.select(
            *_row(
                duties.c.client_id,
                Reason.REVIEW_DUE,
                duties.c.thing_id,
                sa.func.min(duties.c.due_on),
            )
        )
        .where(reviews, duties.c.client_id.is_not(None), duties.c.due_on <= day)
        .group_by(duties.c.client_id, duties.c.thing_id)
    )


def _decisions(meeting: Meeting) -> sa.Select[Any]:
    """What this partnership decided before and nobody has finished: it rolls over."""
    return (
        sa.select(
            *_row(
                decisions.c.client_id, Reason.DECISION_NOT_DONE, decisions.c.id, decisions.c.due_on
            )
        )
        .select_from(
            decisions.join(meetings, meetings.c.id == decisions.c.meeting_id)
            .join(actions, actions.c.id == decisions.c.action_id)
            .join(goals, goals.c.id == actions.c.goal_id)
            .join(plans, plans.c.id == goals.c.plan_id)
        )
        .where(
            meetings.c.partnership == meeting.partnership,
            meetings.c.id != meeting.id,
            actions.c.status.in_(OPEN_ACTIONS),
            plans.c.status.not_in(ENDED),
            decisions.c.due_on < meeting.planned_on,
        )
    )


def _delicate_decisions(meeting: Meeting, by: Caller) -> sa.Select[Any]:
    """The same of delicate items, by whoever knows them: they go on within their own list."""
    row = _row(
        decisions.c.client_id,
        Reason.DECISION_NOT_DONE,
        decisions.c.id,
        decisions.c.due_on,
        decisions.c.item_id,
    )
    return (
        sa.select(*row)
        .select_from(
            decisions.join(meetings, meetings.c.id == decisions.c.meeting_id).join(
                items, items.c.id == decisions.c.item_id
            )
        )
        .where(
            meetings.c.partnership == meeting.partnership,
            meetings.c.id != meeting.id,
            decisions.c.protected,
            decisions.c.binding,
            decisions.c.done_at.is_(None),
            decisions.c.due_on < meeting.planned_on,
            listed(by),
        )
    )
