"""The address of the audit log: searched by data-protection officers."""

from fastapi import APIRouter, Request, Response

from gateway.asking import Reader, note
from gateway.audit.searching import AuditPage, SearchAudit, search
from kernel.pages import CursorUnreadable
from kernel.problems import problems
from kernel.verbs import READS, NotHereYet

router = APIRouter(prefix="/v1/audit", tags=["audit"])


@router.post(
    "/search",
    name="search_audit",
    response_model=AuditPage,
    dependencies=READS,
    responses=problems(NotHereYet, CursorUnreadable)
    | {200: {"content": {"text/csv": {"schema": {"type": "string"}}}}},
)
async def find_entries(command: SearchAudit, request: Request, by: Reader) -> Response:
    """Search who saw and did what, newest first; a table for `Accept: text/csv` (dziennik dostępu)."""
    page = await search(request.app.state.database.pool, by, command)
    await note(request, by, command.client_id, 200, None)
    return page.answer(request.headers.get("accept", ""))
