"""The gateway's own addresses: the record, its timeline, who saw it."""

from collections.abc import Collection
from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Header, Query, Request, Response
from fastapi.responses import StreamingResponse

from contracts.sections import Section
from contracts.values import ClientId, View, WorkerId
from gateway.asking import Reader, note, note_each, strangers_noted
from gateway.numbered import NEWEST, number_at
from gateway.record.batch import ReadRecords, RecordsView
from gateway.record.export import Copy, ExportView, OnlyItsRegistrar
from gateway.record.printing import print_copy, print_record
from gateway.record.reading import Record, RecordNotFound, fetch, lay_out
from gateway.record.timeline import Timeline, read_timeline
from gateway.record.views import RecordView
from kernel.callers import Caller
from kernel.pages import CursorUnreadable, cursor
from kernel.paper import PAPER, PrintedPaper, answered
from kernel.problems import language_of, problems
from kernel.verbs import READS, Cursor, Limit, NotHereYet
from kernel.versions import still_fresh

router = APIRouter(prefix="/v1/records", tags=["record"])


class Access(View):
    """One access to a record, or one command about it."""

    seq: int
    at: datetime
    worker: WorkerId
    institution: UUID
    verb: str
    status: int
    sections: list[str]
    bases: list[str]


class Accesses(View):
    """Who saw a record, newest first."""

    items: list[Access]
    next: str | None


Wanted = Annotated[
    list[Section] | None,
    Query(max_length=15, description="Only these; none named: all you may see."),
]
_REFUSALS = problems(RecordNotFound, NotHereYet)


@router.get(
    "/{client_id}",
    name="read_record",
    response_model=RecordView,
    dependencies=READS,
    responses={304: {"description": "Nothing has changed."}, **_REFUSALS},
)
async def record(
    client_id: ClientId,
    request: Request,
    by: Reader,
    sections: Wanted = None,
    if_none_match: Annotated[
        str | None, Header(description="The ETag you hold: answered with 304 while it holds good.")
    ] = None,
) -> Response:
    """Read a client's record: what you may see, what is withheld and why (karta klienta)."""
    language = language_of(request.headers)
    found = await _lay_out(request, by, client_id, language, sections)
    await note(request, by, client_id, 200, found)
    headers = {
        "ETag": found.etag, "Cache-Control": "private, no-cache",
        "Vary": "Accept-Language, Authorization", "Content-Language": language,
    }  # fmt: skip
    if found.client_id != client_id:
        headers["Content-Location"] = f"/v1/records/{found.client_id}"
    if still_fresh(if_none_match, found.etag):
        return Response(status_code=304, headers=headers)
    return Response(found.body, media_type="application/json", headers=headers)


@router.post(
    "/batch",
    name="read_records",
    response_model=RecordsView,
    dependencies=READS,
    responses=problems(NotHereYet),
)
async def records(command: ReadRecords, request: Request, by: Reader) -> Response:
    """Read the records of a caseload in one request, each as it would be read alone (karty klientów)."""
    state, language = request.app.state, language_of(request.headers)
    laid = await command.read(state.database.pool, by, state.vault, language)
    await note_each(request, by, laid.items())
    headers = {"Cache-Control": "no-store", "Content-Language": language}
    return Response(command.answer(laid), media_type="application/json", headers=headers)


@router.get(
    "/{client_id}/paper.pdf",
    name="print_record",
    response_class=PrintedPaper,
    dependencies=READS,
    responses=PAPER | _REFUSALS,
)
async def on_paper(
    client_id: ClientId, request: Request, by: Reader, sections: Wanted = None
) -> Response:
    """Print a client's record as you may see it, in Polish, as a PDF (wydruk karty klienta)."""
    found = await _lay_out(request, by, client_id, "pl", sections)
    paper = await print_record(found, by, request.app.state.database.pool)
    await note(request, by, client_id, 200, found)
    return answered(paper, f"karta-klienta-{found.client_id}")


async def _lay_out(
    request: Request,
    by: Caller,
    client_id: UUID,
    language: str,
    sections: Collection[Section] | None,
) -> Record:
    state = request.app.state
    async with strangers_noted(request, by, client_id):
        found = await fetch(state.database.pool, client_id, by)
    return lay_out(found, by, state.vault, language, sections or ())


@router.get(
    "/{client_id}/timeline",
    name="read_timeline",
    dependencies=READS,
    responses=problems(RecordNotFound, NotHereYet, CursorUnreadable),
)
async def timeline(
    client_id: ClientId, request: Request, by: Reader, limit: Limit = 100, cursor: Cursor = None
) -> Timeline:
    """Read what happened, oldest first: who, where, when, what (oś czasu)."""
    async with strangers_noted(request, by, client_id):
        told = await read_timeline(
            request.app.state.database.pool,
            client_id,
            by,
            limit=limit,
            after=cursor,
            language=language_of(request.headers),
        )
    await note(request, by, client_id, 200, None)
    return told


_EXPORT_REFUSALS = problems(RecordNotFound, NotHereYet, OnlyItsRegistrar)


@router.get(
    "/{client_id}/export",
    name="export_record",
    response_model=ExportView,
    dependencies=READS,
    responses=_EXPORT_REFUSALS,
)
async def export(client_id: ClientId, request: Request, by: Reader) -> Response:
    """Give a person a copy of her data: everything, who got it, who used it (kopia danych, art. 15 RODO)."""
    copy = await _copy(client_id, request, by)
    # The file's name holds no name of a person: it ends in folders and subject lines.
    headers = {
        "Content-Disposition": f'inline; filename="kopia-danych-{client_id}.json"',
        "Cache-Control": "no-store",
    }
    return StreamingResponse(copy.written(), media_type="application/json", headers=headers)


@router.get(
    "/{client_id}/export.pdf",
    name="print_export",
    response_class=PrintedPaper,
    dependencies=READS,
    responses=PAPER | _EXPORT_REFUSALS,
)
async def export_on_paper(client_id: ClientId, request: Request, by: Reader) -> Response:
    """Give a person a copy of her data to read, in Polish, as a PDF (kopia danych, art. 15 RODO)."""
    copy = await _copy(client_id, request, by)
    return answered(await print_copy(copy), f"kopia-danych-{client_id}")


async def _copy(client_id: UUID, request: Request, by: Caller) -> Copy:
    """Gather the copy, and leave the audit entry before the first byte of it leaves."""
    state = request.app.state
    async with strangers_noted(request, by, client_id):
        try:
            copy = await Copy.make(state.database.pool, client_id, by, state.vault)
        except OnlyItsRegistrar:
            await note(request, by, client_id, 403, None)
            raise
    shown = Record(b"", "", list(copy.head["sections"]), copy.bases, copy.head["client_id"])
    await note(request, by, client_id, 200, shown)
    return copy


# Whoever was shown under one id with others is told of it under each of them: of those that are one
# with her now everything, of those that were parted from her what happened in between.
_ACCESSES = """
WITH hers AS MATERIALIZED (
    (SELECT * FROM audit WHERE client_id = ANY($1) AND seq < $2 ORDER BY seq DESC LIMIT $3)
    UNION
    SELECT audit.* FROM kinships JOIN audit ON audit.client_id = kinships.kin_id
        AND audit.at >= joined_at AND audit.at < parted_at
    WHERE kinships.client_id = ANY($1) AND parted_at IS NOT NULL AND audit.seq < $2
)
SELECT seq, at, worker, institution, verb, status, sections, bases FROM hers
ORDER BY seq DESC LIMIT $3
"""


@router.get(
    "/{client_id}/accesses",
    name="read_accesses",
    dependencies=READS,
    responses=problems(RecordNotFound, NotHereYet, CursorUnreadable),
)
async def accesses(
    client_id: ClientId, request: Request, by: Reader, limit: Limit = 50, cursor: Cursor = None
) -> Accesses:
    """Read who saw the record and who did what about it, newest first (kto widział moje dane)."""
    pool = request.app.state.database.pool
    async with strangers_noted(request, by, client_id):
        found = await fetch(pool, client_id, by)
    rows = await pool.fetch(_ACCESSES, found.family, number_at(cursor, NEWEST), limit + 1)
    items = [Access(**row) for row in rows[:limit]]
    await note(request, by, client_id, 200, None)
    return Accesses(items=items, next=_next(items) if len(rows) > limit else None)


def _next(items: list[Access]) -> str:
    return cursor(str(items[-1].seq))
