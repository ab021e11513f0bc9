"""The HTTP face of requests for access."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request, Response

from contracts.values import AccessRequestId
from kernel.pages import CursorUnreadable
from kernel.problems import problems
from kernel.verbs import READS, WRITES, By, Cursor, Limit, Tx, Verb, concern
from services.intake.domain.access import (
    AccessAnswered,
    AccessRequestNotFound,
    AlreadyVisible,
    NoAnswerToAnEmergency,
    NobodyRegistered,
)
from services.intake.domain.client import ClientNotFound
from services.intake.domain.sharing import ArticleDoesNotCarry, ConsentNotYet, ConsentOver
from services.intake.routes.clients import index_secret_of
from services.intake.use_cases.grant_access import GrantAccess, grant_access
from services.intake.use_cases.refuse_access import RefuseAccess, refuse_access
from services.intake.use_cases.request_access import RequestAccess, request_access
from services.intake.use_cases.withdraw_access_request import withdraw_access_request
from services.intake.views.access import (
    AccessRequestPage,
    AccessRequestView,
    Box,
    list_requests,
    request_view,
)

router = APIRouter(prefix="/v1", tags=["intake"], route_class=Verb)


@router.post(
    "/access-requests",
    name="request_access",
    status_code=201,
    dependencies=WRITES,
    responses=problems(NobodyRegistered, AlreadyVisible),
)
async def ask(
    command: RequestAccess, request: Request, by: By, tx: Tx, response: Response
) -> AccessRequestView:
    """Ask the institution that registered a client for access; asked again, it is the same (prośba o dostęp)."""
    asked = await request_access(command, by=by, tx=tx, index_secret=index_secret_of(request))
    concern(response, [asked.client_id])
    return request_view(asked, by)


@router.get(
    "/access-requests",
    name="list_access_requests",
    dependencies=READS,
    responses=problems(CursorUnreadable),
)
async def requests(
    by: By,
    tx: Tx,
    response: Response,
    box: Annotated[Literal["in", "out"], Query(description="To answer, or made.")] = "in",
    overdue: Annotated[bool, Query(description="Only those open after their last day.")] = False,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> AccessRequestPage:
    """List the requests for access, newest first."""
    which = Box(incoming=box == "in", overdue=overdue)
    page = await list_requests(tx, by, which, limit=limit, after=cursor)
    concern(response, [item.client_id for item in page.items if item.client_id])
    return page


@router.post(
    "/access-requests/{request_id}/grant",
    name="grant_access",
    dependencies=WRITES,
    responses=problems(
        AccessRequestNotFound,
        AccessAnswered,
        ClientNotFound,
        ConsentOver,
        ConsentNotYet,
        ArticleDoesNotCarry,
        NoAnswerToAnEmergency,
    ),
)
async def grant(
    request_id: AccessRequestId, command: GrantAccess, by: By, tx: Tx
) -> AccessRequestView:
    """Let whoever asked see the record, on a legal basis."""
    return request_view(await grant_access(request_id, command, by=by, tx=tx), by)


@router.post(
    "/access-requests/{request_id}/refuse",
    name="refuse_access",
    dependencies=WRITES,
    responses=problems(AccessRequestNotFound, AccessAnswered),
)
async def refuse(
    request_id: AccessRequestId, command: RefuseAccess, by: By, tx: Tx
) -> AccessRequestView:
    """Refuse access to the record, and say why."""
    return request_view(await refuse_access(request_id, command, by=by, tx=tx), by)


@router.post(
    "/access-requests/{request_id}/withdraw",
    name="withdraw_access_request",
    dependencies=WRITES,
    responses=problems(AccessRequestNotFound, AccessAnswered),
)
async def withdraw(
    request_id: AccessRequestId, by: By, tx: Tx, response: Response
) -> AccessRequestView:
    """Take back a request for access that nobody has answered yet."""
    request = await withdraw_access_request(request_id, by=by, tx=tx)
    concern(response, [request.client_id])
    return request_view(request, by)
