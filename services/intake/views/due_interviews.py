"""What an institution must hold or update, and by when."""

from datetime import date, timedelta
from typing import Annotated, Any
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field

from contracts.intake.interviews import InterviewKind
from contracts.values import ClientId, Day, InterviewId, View
from kernel import clock
from kernel.callers import Caller
from kernel.pages import CursorUnreadable, cursor, place
from kernel.transactions import Transaction
from services.intake.domain.client import PersonName
from services.intake.domain.interview import InterviewState
from services.intake.tables.clients import clients
from services.intake.tables.interviews import interviews
from services.intake.views.interviews import visible_interviews

_AHEAD = timedelta(days=30)


class DueInterview(View):
    """An interview to hold, or to update, and by when."""

    interview_id: InterviewId
    client_id: ClientId
    name: PersonName
    due_on: Day
    overdue: bool
    urgent: bool
    to_update: Annotated[bool, Field(description="Whether a signed one is to be updated.")]
    kind: InterviewKind


class DueInterviews(View):
    """What is due, the most pressing first."""

    items: list[DueInterview]
    next: str | None


async def list_due(
    tx: Transaction, by: Caller, *, until: date | None, limit: int, after: str | None
) -> DueInterviews:
    """What must be held or updated by a day; without one, within thirty days."""
    today = clock.today()
    query = (
        visible_interviews(by)
        .add_columns(_DUTY, clients.c.given, clients.c.family)
        .join(clients, clients.c.id == interviews.c.client_id)
        .where(_PENDING, _until(until or today + _AHEAD))
        .order_by(_DUTY, interviews.c.id)
    )
    if after:
        query = query.where(sa.tuple_(_DUTY.element, interviews.c.id) > _place_of(after))
    rows = (await tx.session.execute(query.limit(limit + 1))).all()
    last = rows[limit - 1] if len(rows) > limit else None
    return DueInterviews(
        items=[_due(row, today) for row in rows[:limit]],
        next=cursor(f"{last.duty_on.isoformat()} {last.id}") if last else None,
    )


def _until(day: date) -> sa.ColumnElement[bool]:
    """The condition that a duty falls on the day or before."""
    return _DUTY.element <= day


_later = interviews.alias()
_DUTY = sa.case(
    (interviews.c.state == InterviewState.OPEN, interviews.c.due_on),
    else_=interviews.c.update_due_on,
).label("duty_on")
# A signed interview is a duty until a later one of the same part is under way or signed.
_PENDING = sa.or_(
    interviews.c.state == InterviewState.OPEN,
    sa.and_(
        interviews.c.state == InterviewState.SIGNED,
        interviews.c.update_due_on.is_not(None),
        ~sa.exists().where(
            _later.c.client_id == interviews.c.client_id,
            _later.c.institution == interviews.c.institution,
            _later.c.part == interviews.c.part,
            _later.c.opened_at > interviews.c.opened_at,
            _later.c.state != InterviewState.WITHDRAWN,
        ),
    ),
)


def _due(row: Any, today: date) -> DueInterview:
    return DueInterview(
        interview_id=row.id,
        client_id=row.client_id,
        name=PersonName(given=row.given, family=row.family),
        due_on=row.duty_on,
        overdue=row.duty_on < today,
        urgent=row.urgent,
        to_update=row.state is InterviewState.SIGNED,
        kind=row.kind,
    )


def _place_of(after: str) -> Any:
    try:
        day, _, interview = place(after).partition(" ")
        return sa.tuple_(sa.literal(date.fromisoformat(day)), sa.literal(UUID(interview)))
    except ValueError:
        raise CursorUnreadable from None
