"""What either side may see of a request for access."""

from datetime import datetime
from typing import Annotated, Any

import sqlalchemy as sa
from pydantic import Field

from contracts.values import (
    AccessRequestId,
    ClientId,
    InstitutionId,
    Note,
    Version,
    View,
)
from kernel.callers import Caller
from kernel.pages import cursor, id_at
from kernel.transactions import Transaction
from services.intake.domain.access import AccessState
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
    state: AccessState
    version: Version


class AccessRequestPage(View):
    """Requests for access, newest first."""

    items: list[AccessRequestView]
    next: str | None


async def list_requests(
    tx: Transaction, by: Caller, *, incoming: bool, limit: int, after: str | None
) -> AccessRequestPage:
    """Requests for access to answer, or made; newest first."""
    mine = access_requests.c.owner if incoming else access_requests.c.asked_by
    query = sa.select(access_requests).where(
        mine == by.institution, not_erased(access_requests.c.client_id)
    )
    if after:
        query = query.where(access_requests.c.id < id_at(after))
    query = query.order_by(access_requests.c.id.desc()).limit(limit + 1)
    rows = (await tx.session.execute(query)).all()
    items = [
        request_view(load_request(r, await key_of(tx, r.client_id)), by) for r in rows[:limit]
    ]
    last = cursor(str(rows[limit - 1].id)) if len(rows) > limit else None
    return AccessRequestPage(items=items, next=last)


def request_view(request: Any, by: Caller) -> AccessRequestView:
    """A request for access; the client's id is for the owner."""
    return AccessRequestView(
        id=request.id,
        client_id=request.client_id if by.institution == request.owner else None,
        asked_by=request.asked_by,
        owner=request.owner,
        asked_at=request.asked_at,
        reason=request.reason,
        state=request.state,
        version=request.version,
    )
