"""Whose duties are whose: the conditions that every list and count of them is cut by."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY

from contracts.sections import Level
from contracts.values import BasisKind
from kernel import clock, relations
from kernel.callers import Caller
from kernel.rights import Ground, Seat, sees
from kernel.tables import erasures, memberships
from kernel.tables import relations as relation_rows
from kernel.transactions import Transaction
from services.referrals.domain.day import PARTING, SECTIONS, SILENT, Group
from services.referrals.domain.duty import Audience, DutyKind
from services.referrals.store.substitutions import workers_acting_for
from services.referrals.tables.duties import duties, seen_news
from services.referrals.tables.plans import actions, goals, plan_parts

_WEEK = timedelta(days=7)
_TASK = frozenset({Ground(BasisKind.STATUTORY_TASK)})


def owed_at(
    by: Caller, audience: Audience = Audience.WORKER, *known: sa.ColumnElement[bool]
) -> sa.ColumnElement[bool]:
    """The condition that a duty is one of the caller's institution, and she may know of it.

    Three times over: her role sees that section of a record at all; a live relation opens it; and
    what is about nobody is seen by whoever works there. What ends together with the right to see is
    still to be ended, by the parties of the referral, who may open it: without the client's id.

    By what is `known` beforehand she is seen without being looked up.
    """
    return sa.and_(
        duties.c.institution == by.institution,
        duties.c.audience == audience,
        duties.c.kind.in_(_kinds_for(by)),
        sa.or_(duties.c.client_id.is_(None), *known, _client_is_seen(by), _to_part_with()),
    )


def wholly_open(by: Caller, audience: Audience = Audience.WORKER) -> sa.Subquery:
    """The clients about whom an institution owes something, and whose whole record is open to it.

    For whoever reads all that it owes: each is looked up once, and not with each of her duties.
    """
    owed = sa.select(duties.c.client_id).where(
        duties.c.institution == by.institution, duties.c.audience == audience
    )
    hers = owed.distinct().subquery("hers")
    opens = _opens(hers.c.client_id, by, sa.func.cardinality(relation_rows.c.scope) == 0)
    return sa.select(hers.c.client_id).where(opens).subquery("wholly_open")


def named(by: Caller) -> sa.ColumnElement[Any]:
    """The id of the client as the caller may know it: who goes on for her; none if she is not seen."""
    unnamed = sa.and_(duties.c.kind.in_(sorted(PARTING)), ~_client_is_seen(by))
    return sa.case((unnamed, None), else_=duties.c.client_id)


async def workers_of(tx: Transaction, by: Caller) -> Sequence[str]:
    """Whose work a caller does today: her own, and that of whom she stands in for.

    Asked beforehand: beside a subquery the planner reads all that the institution owes (measured).
    """
    others = await tx.session.scalars(workers_acting_for(by, clock.today()))
    return [by.worker, *others]


def owed_by(workers: Sequence[str]) -> sa.ColumnElement[bool]:
    """The condition that it is theirs to do, or nobody's yet."""
    return sa.or_(duties.c.worker.in_(workers), duties.c.worker.is_(None))


def group_of(worker: sa.ColumnElement[str], today: date, until: date) -> sa.ColumnElement[Group]:
    """The group in which a duty stands on a day, in the day of a worker; none: news she has seen."""
    seen = relations.any_row(
        seen_news.c.thing_id == duties.c.thing_id,
        seen_news.c.kind == duties.c.kind,
        seen_news.c.institution == duties.c.institution,
        seen_news.c.worker == worker,
        # What is owed anew is news again.
        seen_news.c.seen_at >= duties.c.since,
    )
    news = duties.c.due_on.is_(None)
    return sa.case(
        (duties.c.kind.in_(SILENT), Group.SILENT.value),
        (sa.and_(news, sa.func.coalesce(seen, sa.false())), None),
        (news, Group.NEW.value),
        (duties.c.due_on < today, Group.OVERDUE.value),
        (duties.c.due_on <= until, Group.DUE.value),
        else_=Group.LATER.value,
    )


def plan_of(thing_id: sa.ColumnElement[Any]) -> sa.ColumnElement[Any]:
    """The plan that an action or a part belongs to; none if the thing is neither."""
    action = sa.select(goals.c.plan_id).join(actions, actions.c.goal_id == goals.c.id)
    part = sa.select(plan_parts.c.plan_id).where(plan_parts.c.id == thing_id)
    return sa.func.coalesce(
        action.where(actions.c.id == thing_id).scalar_subquery(), part.scalar_subquery()
    )


def seen_by_anybody(day: date) -> sa.ColumnElement[bool]:
    """The condition that the institution which owes it may still see the client."""
    return relations.any_row(
        relations.in_force(duties.c.client_id, duties.c.institution, day)
    ).is_not(None)


def gone(client_id: sa.ColumnElement[Any]) -> sa.ColumnElement[bool]:
    """The condition that somebody is erased."""
    return sa.exists().where(erasures.c.client_id == client_id)


def unseen(today: date) -> sa.ColumnElement[bool]:
    """The condition that the institution which owes it could not see the client for a week or more."""
    week_ago = today - _WEEK
    rows = relation_rows.c
    groups = sa.select(memberships.c.group_id).where(
        memberships.c.member_id == duties.c.institution,
        sa.or_(memberships.c.valid_to.is_(None), memberships.c.valid_to >= week_ago),
    )
    lately = relations.any_row(
        rows.client_id == duties.c.client_id,
        sa.or_(rows.party_id == duties.c.institution, rows.party_id.in_(groups)),
        sa.or_(rows.closed_at.is_(None), rows.closed_at >= week_ago),
        sa.or_(rows.until.is_(None), rows.until >= week_ago),
        sa.or_(rows.expires_at.is_(None), rows.expires_at >= week_ago),
    )
    parting = duties.c.kind.in_(sorted(PARTING))
    return sa.and_(lately.is_(None), duties.c.since < week_ago, ~parting)


def _to_part_with() -> sa.ColumnElement[bool]:
    return sa.and_(
        duties.c.kind.in_(sorted(PARTING)),
        relations.unrestricted(duties.c.client_id),
        ~gone(duties.c.client_id),
    )


def _client_is_seen(by: Caller) -> sa.ColumnElement[bool]:
    section = sa.case(
        *((duties.c.kind.in_(sorted(kinds)), name.value) for name, kinds in SECTIONS.items())
    )
    scope = relation_rows.c.scope
    opens = sa.or_(
        sa.func.cardinality(scope) == 0,
        scope.contains(sa.func.array_append(sa.cast([], ARRAY(sa.Text)), section)),
    )
    return _opens(duties.c.client_id, by, opens)


def _opens(
    client_id: sa.ColumnElement[Any], by: Caller, scope: sa.ColumnElement[bool]
) -> sa.ColumnElement[bool]:
    return relations.any_row(
        relations.in_force(client_id, by.institution, clock.today()),
        scope,
        # An emergency opens what a life depends on, and no list of work.
        relation_rows.c.basis != BasisKind.VITAL_INTEREST.value,
    ).is_not(None)


def _kinds_for(by: Caller) -> list[DutyKind]:
    seat = Seat.of(by)
    # A duty tells no more than everybody who works in a plan may know.
    enough = {Level.FULL, Level.MASKED}
    open_to_her = [name for name in SECTIONS if sees(seat, _TASK, name) in enough]
    return sorted(kind for name in open_to_her for kind in SECTIONS[name])
