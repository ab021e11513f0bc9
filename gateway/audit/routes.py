"""The address of the audit log: searched by data-protection officers."""

from fastapi import APIRouter, Request, Response

from gateway.asking import Reader, note
from gateway.audit.searching import AuditPage, SearchAudit, as_csv, search
from gateway.numbered import NEWEST, number_at
from kernel.pages import CursorUnreadable, cursor
from kernel.problems import problems
from kernel.verbs import READS, NotHereYet

router = APIRouter(prefix="/v1/audit", tags=["audit"])
_NEXT = "Okienko-Next"


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
    before = number_at(command.cursor, NEWEST)
    rows = await search(request.app.state.database.pool, by, command, before)
    items = rows[: command.limit]
    after = cursor(str(items[-1].seq)) if len(rows) > command.limit else None
    await note(request, by, command.client_id, 200, None)
    headers = {"Cache-Control": "no-store"} | ({_NEXT: after} if after else {})
    if "text/csv" in request.headers.get("accept", ""):
        return Response(as_csv(items), media_type="text/csv; charset=utf-8", headers=headers)
    page = AuditPage(items=items, next=after)
    return Response(page.model_dump_json(), media_type="application/json", headers=headers)
