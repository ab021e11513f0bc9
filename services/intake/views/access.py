"""What either side may see of a request for access."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

import sqlalchemy as sa
from pydantic import Field

from contracts.intake import AccessRefusal
from contracts.values import (
    AccessRequestId,
    ClientId,
    Day,
    InstitutionId,
    Note,
    Version,
    View,
)
from kernel import clock
from kernel.callers import Caller
from kernel.pages import cursor, id_at
from kernel.transactions import Transaction
from services.intake.domain.access import AccessRequest, AccessState
from services.intake.store.access import load_request
from services.intake.store.sealing import key_of
from services.intake.tables.sharing import access_requests
from services.intake.views.clients import not_erased


class AccessRequestView(View):
    """A request for access, as either side sees it; who the client is, only the owner sees."""

    id: AccessRequestId
    client_id: Annotated[ClientId | None, Field(description="Shown to the owner only.")]
    asked_by: InstitutionId
    owner: InstitutionId
    asked_at: datetime
    reason: Note
    due_on: Annotated[
        Day | None, Field(description="Last day of an answer in time; none: asked long ago.")
    ]
    overdue: Annotated[bool, Field(description="Whether it is still open after that day.")]
    state: AccessState
    refusal: Annotated[AccessRefusal | None, Field(description="Why it was refused.")]
    version: Version


class AccessRequestPage(View):
    """Requests for access, newest first."""

    items: list[AccessRequestView]
    next: str | None


@dataclass(frozen=True)
class Box:
    """Which requests are meant: to answer or made, all or those overdue."""

    incoming: bool
    overdue: bool


async def list_requests(
    tx: Transaction, by: Caller, which: Box, *, limit: int, after: str | None
) -> AccessRequestPage:
    """Requests for access to answer, or made; newest first."""
    mine = access_requests.c.owner if which.incoming else access_requests.c.asked_by
    query = sa.select(access_requests).where(
        mine == by.institution, not_erased(access_requests.c.client_id)
    )
    if which.overdue:
        query = query.where(_overdue())
    if after:
        query = query.where(access_requests.c.id < id_at(after))
    query = query.order_by(access_requests.c.id.desc()).limit(limit + 1)
    rows = (await tx.session.execute(query)).all()
    items = [
        request_view(load_request(r, await key_of(tx, r.client_id)), by) for r in rows[:limit]
    ]
    last = cursor(str(rows[limit - 1].id)) if len(rows) > limit else None
    return AccessRequestPage(items=items, next=last)


async def overdue_requests(tx: Transaction, by: Caller) -> list[AccessRequestView]:
    """What the caller's institution should have answered, longest overdue first."""
    query = sa.select(access_requests).where(
        access_requests.c.owner == by.institution,
        not_erased(access_requests.c.client_id),
        _overdue(),
    )
    query = query.order_by(access_requests.c.due_on, access_requests.c.id).limit(_MOST_OVERDUE)
    rows = (await tx.session.execute(query)).all()
    return [request_view(load_request(r, await key_of(tx, r.client_id)), by) for r in rows]


_MOST_OVERDUE = 50


def _overdue() -> sa.ColumnElement[bool]:
    return sa.and_(
        access_requests.c.state == AccessState.OPEN, access_requests.c.due_on < clock.today()
    )


def request_view(request: AccessRequest, by: Caller) -> AccessRequestView:
    """A request for access; the client's id is for the owner."""
    return AccessRequestView(
        id=request.id,
        client_id=request.client_id if by.institution == request.owner else None,
        asked_by=request.asked_by,
        owner=request.owner,
        asked_at=request.asked_at,
        reason=request.reason,
        due_on=request.due_on,
        overdue=request.overdue(clock.today()),
        state=request.state,
        refusal=request.refusal,
        version=request.version,
    )
