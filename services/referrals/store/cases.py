"""The cases that indicators count: one row each, with its day, its institution and what came of it.

What came of it is told as of the end of a day: by the last day of a quarter that is over. Else whoever
asked today and again tomorrow would see one case move, and know what became of one person.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import sqlalchemy as sa

from kernel import relations
from kernel.tables import aliases, erasures
from services.referrals.domain.indicator import Population
from services.referrals.domain.plan import ActionStatus
from services.referrals.domain.referral_states import ReferralState
from services.referrals.tables.history import jobs, registrations
from services.referrals.tables.plans import actions, goals, plans
from services.referrals.tables.referrals import referrals

_S = ReferralState
_NOTHING_CAME = {
    _S.WITHDRAWN: "withdrawn",
    _S.EXPIRED: "expired",
    _S.SUPERSEDED: "superseded",
    _S.SENT: "unanswered",
    _S.RECEIVED: "unanswered",
    _S.RETURNED: "unanswered",
    _S.WAITING: "unanswered",
}
_MONTHS = (3, 6, 12)


def _on(instant: Any) -> sa.ColumnElement[date]:
    """The calendar day in Poland."""
    return sa.cast(sa.func.timezone("Europe/Warsaw", instant), sa.Date)


def _clients(as_of: date) -> sa.Select[Any]:
    """Everybody once, by the record that goes on; what her merged records got is hers."""
    r = registrations.c
    served, planned = _served(as_of), _planned(as_of)
    yes = [
        _yes(served.c.first.is_not(None)),
        _yes(planned.c.agreed),
        _yes(planned.c.active),
    ]
    return (
        sa.select(
            r.client_id,
            r.institution,
            r.registered_on.label("on"),
            _path(*yes).label("path"),
            # A record merged in may know of a service older than this registration.
            sa.case(
                (
                    served.c.first.is_not(None),
                    sa.func.greatest(served.c.first - r.registered_on, 0),
                )
            ).label("days"),
        )
        .select_from(registrations)
        .outerjoin(served, served.c.client_id == r.client_id)
        .outerjoin(planned, planned.c.client_id == r.client_id)
        .where(~sa.exists().where(aliases.c.client_id == r.client_id))
    )


def _served(as_of: date) -> sa.Subquery:
    """When the first service of each client began."""
    begun = sa.func.coalesce(
        _on(referrals.c.started_at),
        sa.case((referrals.c.state == _S.COMPLETED, referrals.c.first_visit_on)),
    )
    return _of_each(referrals, sa.func.min(begun).label("first")).where(begun <= as_of).subquery()


def _planned(as_of: date) -> sa.Subquery:
    """Whether a plan of each client is agreed, and whether one is carried out."""
    p = plans.c
    ended = sa.func.coalesce(p.ended_on <= as_of, sa.false())
    return _of_each(
        plans,
        sa.func.bool_or(p.agreed_on <= as_of).label("agreed"),
        sa.func.bool_or(sa.and_(p.active_from <= as_of, ~ended)).label("active"),
    ).subquery()


def _of_each(table: sa.Table, *columns: sa.ColumnElement[Any]) -> sa.Select[Any]:
    """Something of each client and of the records that were merged into hers, in one pass.

    Looked up for each client by itself it cost a scan of the table each time: two thousand clients of
    as many referrals took seven seconds.
    """
    hers = sa.func.coalesce(aliases.c.survivor, table.c.client_id)
    return (
        sa.select(hers.label("client_id"), *columns)
        .select_from(table)
        .outerjoin(aliases, aliases.c.client_id == table.c.client_id)
        .group_by(hers)
    )


def _referrals(as_of: date) -> sa.Select[Any]:
    """Every referral that was sent, at its sender's, on the day it was sent."""
    r = referrals.c
    path = _came_of_it(as_of)
    days = sa.case((path.like("answered%"), _on(r.answered_at) - _on(r.sent_at)))
    return sa.select(
        r.client_id,
        r.sent_by.label("institution"),
        _on(r.sent_at).label("on"),
        path.label("path"),
        days.label("days"),
    ).where(r.state.not_in([_S.DRAFT, _S.ENTERED_IN_ERROR]))


def _came_of_it(as_of: date) -> sa.ColumnElement[str]:
    """What had come of a referral by the end of a day, from the state it has and when it got there."""
    state, r = referrals.c.state, referrals.c
    read = sa.case((_on(r.acknowledged_at) <= as_of, "read"), else_="unread")
    outcome = sa.func.coalesce(sa.cast(r.outcome, sa.Text), "not_told")
    under_way = _path("answered", "accepted", "under_way")
    unanswered = _path("unanswered")
    # Cancelled before it was accepted: nobody answered it.
    never = r.first_visit_on.is_(None)
    nothing = sa.or_(state.in_(list(_NOTHING_CAME)), never)
    ended_since = _on(r.ended_at) > as_of
    return sa.case(
        (_on(r.answered_at) > as_of, unanswered),
        (state == _S.DECLINED, _path("answered", "declined", sa.cast(r.decline_reason, sa.Text))),
        (sa.and_(ended_since, nothing), unanswered),
        (ended_since, under_way),
        (state == _S.COMPLETED, _path("answered", "accepted", "completed", outcome, read)),
        *((state == one, _path(name)) for one, name in _NOTHING_CAME.items()),
        (sa.and_(state == _S.CANCELLED, never), _path("cancelled")),
        (state == _S.FAILED, _path("answered", "accepted", "failed")),
        (state == _S.CANCELLED, _path("answered", "accepted", "cancelled")),
        (sa.and_(state == _S.CANCEL_REQUESTED, never), unanswered),
        else_=under_way,
    )


def _actions(as_of: date) -> sa.Select[Any]:
    """Every action whose day is past, at its owner's, on its day."""
    finished = sa.func.coalesce(actions.c.finished_on, actions.c.due_on)
    done = sa.and_(actions.c.status == ActionStatus.DONE, finished <= as_of)
    path = sa.case(
        (sa.and_(done, finished <= actions.c.due_on), _path("on_time")),
        (done, _path("late")),
        else_=_path("open"),
    )
    return (
        sa.select(
            plans.c.client_id,
            actions.c.owner.label("institution"),
            actions.c.due_on.label("on"),
            path.label("path"),
            _NEVER.label("days"),
        )
        .join(goals, goals.c.id == actions.c.goal_id)
        .join(plans, plans.c.id == goals.c.plan_id)
        .where(actions.c.due_on <= as_of, actions.c.status != ActionStatus.CANCELLED)
    )


def _jobs(as_of: date) -> sa.Select[Any]:
    """Every job, at whoever registered the client, on the day it began: how old, how long kept."""
    begun, ended = jobs.c.started_on, jobs.c.ended_on
    after = {m: sa.cast(begun + sa.func.make_interval(0, m), sa.Date) for m in _MONTHS}
    aged = sa.case(*((after[m] <= as_of, f"aged_{m}") for m in reversed(_MONTHS)), else_="young")
    lost = sa.case(
        *((sa.and_(after[m] <= as_of, ended < after[m]), f"lost_{m}") for m in _MONTHS),
        else_="kept",
    )
    return sa.select(
        jobs.c.client_id,
        registrations.c.institution,
        begun.label("on"),
        _path(aged, lost).label("path"),
        _NEVER.label("days"),
    ).join(registrations, registrations.c.client_id == jobs.c.client_id)


_NEVER = sa.cast(sa.null(), sa.Integer)
_SOURCES: Mapping[Population, Callable[[date], sa.Select[Any]]] = {
    Population.CLIENTS: _clients,
    Population.REFERRALS: _referrals,
    Population.ACTIONS: _actions,
    Population.JOBS: _jobs,
}


def cases(population: Population, as_of: date) -> sa.Subquery:
    """The cases of a population; of whoever is erased or restricted none is counted."""
    rows = _SOURCES[population](as_of).subquery("rows")
    first = registrations.alias("first")
    return (
        sa.select(rows, first.c.municipality)
        .outerjoin(first, first.c.client_id == rows.c.client_id)
        .where(
            ~sa.exists().where(erasures.c.client_id == rows.c.client_id),
            relations.unrestricted(rows.c.client_id),
        )
        .subquery(population.value)
    )


def _path(*codes: Any) -> sa.ColumnElement[str]:
    """Codes, from the whole to the part."""
    return sa.func.concat_ws("/", *codes)


def _yes(condition: sa.ColumnElement[bool]) -> sa.ColumnElement[str]:
    return sa.case((condition, "yes"), else_="no")
