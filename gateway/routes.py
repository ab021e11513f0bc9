"""The gateway's own addresses: the record, its timeline, who saw it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi.responses import StreamingResponse
from pydantic import Field

from contracts.sections import Section
from contracts.values import BasisKind, ClientId, View, WorkerId
from gateway.audit.chain import Entry
from gateway.record.export import Copy, ExportView, OnlyItsRegistrar
from gateway.record.printing import print_copy
from gateway.record.reading import Record, RecordNotFound, fetch, read_record
from gateway.record.timeline import Timeline, read_timeline
from kernel import clock
from kernel.callers import Caller
from kernel.pages import CursorUnreadable, cursor, place
from kernel.paper import PDF
from kernel.problems import UnknownParameter, language_of, problems
from kernel.rights import RoleMayNot, require
from kernel.verbs import READS, Cursor, Limit, NotHereYet, action_of, trace_of, wait_for_sync

router = APIRouter(prefix="/v1/records", tags=["record"])


class Paper(Response):
    """A printed page."""

    media_type = PDF


class CitedRule(View):
    """A rule of the policies, and the law it stands on."""

    id: Annotated[str, Field(description="See docs/rights.md.", examples=["ngo-by-consent"])]
    article: Annotated[str, Field(examples=["art. 25 ust. 7 u.p.s."])]


class OpeningRule(View):
    """A rule by which a relation opens sections to you."""

    rule: CitedRule
    sections: list[Section]


class Withheld(View):
    """A section kept back, wholly or in part."""

    section: Section
    reason: Annotated[
        str,
        Field(
            description="`not_shared`: your task permits it, but what was shared with you names "
            "other sections; `consent_needed`: her consent naming the section opens it; "
            "`not_for_your_task`: nothing does.",
            examples=["not_for_your_task"],
        ),
    ]
    shown: Annotated[str, Field(description="nothing, summary or masked", examples=["summary"])]
    rule: Annotated[
        CitedRule | None,
        Field(
            description="Which keeps it back, or with `consent_needed` which her consent would meet; "
            "none: no rule opens it to your role."
        ),
    ]
    summary: Any = None


class Through(View):
    """The institution or partnership a relation runs through."""

    id: UUID
    name: str | None
    kind: str | None


class Because(View):
    """Why you may see this record."""

    basis: BasisKind
    since: datetime
    until: str | None
    expires_at: Annotated[datetime | None, Field(description="For what lasts hours.")] = None
    through: Through
    article: str | None
    evidence: str | None
    rules: Annotated[
        list[OpeningRule],
        Field(description="What this relation opens to your role, by which rules."),
    ]
    why: Annotated[
        str,
        Field(
            description="The same in one sentence, in the language asked for.",
            examples=["MOPR Zabrze may see her data: identity, contact – since 2026-03-02."],
        ),
    ]


class RecordView(View):
    """A client's record as you may see it."""

    client_id: ClientId
    merged_from: Annotated[
        list[ClientId],
        Field(description="Ids of merged records that stand for this one.", examples=[[]]),
    ]
    sections: Annotated[
        dict[str, Any], Field(description="By name of the section; see `Section`.")
    ]
    withheld: list[Withheld]
    shared_because: list[Because]
    as_of: Annotated[
        dict[str, datetime], Field(description="By service: when its card was fetched.")
    ]
    restricted: Annotated[
        bool, Field(description="Only kept for now: her partners do not see her (GDPR art. 18).")
    ]


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


_TAKES = {
    "read_record": {"section"},
    "read_timeline": {"limit", "cursor"},
    "read_accesses": {"limit", "cursor"},
}


async def _caller(request: Request) -> Caller:
    """Who calls, may he, has what he wrote arrived: as `Verb` does for a service."""
    name = request.scope["route"].name
    known = _TAKES.get(name, set())
    if set(request.query_params) - known:
        raise UnknownParameter(known=sorted(known))
    by: Caller = await request.app.state.identity.caller(request.headers.get("authorization"))
    try:
        require(by, action_of(name))
    except RoleMayNot:
        with suppress(ValueError):
            await _note(request, by, UUID(request.path_params["client_id"]), 403, None)
        raise
    await wait_for_sync(request)
    return by


Reader = Annotated[Caller, Depends(_caller)]
_REFUSALS = problems(RecordNotFound, NotHereYet)


@router.get(
    "/{client_id}",
    name="read_record",
    response_model=RecordView,
    dependencies=READS,
    responses=_REFUSALS,
)
async def record(
    client_id: ClientId,
    request: Request,
    by: Reader,
    section: Annotated[
        list[Section] | None,
        Query(max_length=15, description="Only these; none named: all you may see."),
    ] = None,
) -> Response:
    """Read a client's record: what you may see, what is withheld and why (karta klienta)."""
    state = request.app.state
    async with _strangers_noted(request, by, client_id):
        language = language_of(request.headers)
        found = await read_record(
            state.database.pool, client_id, by, state.vault, language, only=section or ()
        )
    await _note(request, by, client_id, 200, found)
    headers = {
        "ETag": found.etag, "Cache-Control": "private, no-cache",
        "Vary": "Accept-Language, Authorization", "Content-Language": language,
    }  # fmt: skip
    if found.client_id != client_id:
        headers["Content-Location"] = f"/v1/records/{found.client_id}"
    if request.headers.get("if-none-match") == found.etag:
        return Response(status_code=304, headers=headers)
    return Response(found.body, media_type="application/json", headers=headers)


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
    async with _strangers_noted(request, by, client_id):
        told = await read_timeline(
            request.app.state.database.pool,
            client_id,
            by,
            limit=limit,
            after=cursor,
            language=language_of(request.headers),
        )
    await _note(request, by, client_id, 200, None)
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
    return StreamingResponse(
        copy.written(), media_type="application/json", headers=_named(client_id, "json")
    )


@router.get(
    "/{client_id}/export.pdf",
    name="print_export",
    response_class=Paper,
    dependencies=READS,
    responses=_EXPORT_REFUSALS,
)
async def export_on_paper(client_id: ClientId, request: Request, by: Reader) -> Response:
    """Give a person a copy of her data to read, in Polish, as a PDF (kopia danych, art. 15 RODO)."""
    copy = await _copy(client_id, request, by)
    return Paper(await print_copy(copy), headers=_named(client_id, "pdf"))


async def _copy(client_id: UUID, request: Request, by: Caller) -> Copy:
    """Gather the copy, and leave the audit entry before the first byte of it leaves."""
    state = request.app.state
    async with _strangers_noted(request, by, client_id):
        try:
            copy = await Copy.make(state.database.pool, client_id, by, state.vault)
        except OnlyItsRegistrar:
            await _note(request, by, client_id, 403, None)
            raise
    shown = Record(b"", "", list(copy.head["sections"]), copy.bases, copy.head["client_id"])
    await _note(request, by, client_id, 200, shown)
    return copy


def _named(client_id: UUID, ending: str) -> dict[str, str]:
    # The file's name holds no name of a person: it ends in folders and subject lines.
    named = f'inline; filename="kopia-danych-{client_id}.{ending}"'
    return {"Content-Disposition": named, "Cache-Control": "no-store"}


_NEWEST = 2**62
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
    async with _strangers_noted(request, by, client_id):
        found = await fetch(pool, client_id, by)
    rows = await pool.fetch(_ACCESSES, found.family, _before(cursor), limit + 1)
    items = [Access(**row) for row in rows[:limit]]
    await _note(request, by, client_id, 200, None)
    return Accesses(items=items, next=_next(items) if len(rows) > limit else None)


def _before(after: str | None) -> int:
    try:
        seq = int(place(after)) if after else _NEWEST
    except ValueError:
        raise CursorUnreadable from None
    if not 0 <= seq <= _NEWEST:
        raise CursorUnreadable
    return seq


def _next(items: list[Access]) -> str:
    return cursor(str(items[-1].seq))


@asynccontextmanager
async def _strangers_noted(request: Request, by: Caller, client_id: UUID) -> AsyncIterator[None]:
    """Whoever asked for a record that is not there for her leaves an entry too."""
    try:
        yield
    except RecordNotFound:
        await _note(request, by, client_id, 404, None)
        raise


async def _note(
    request: Request, by: Caller, client_id: UUID, status: int, found: Record | None
) -> None:
    """Leave the audit entry before the answer leaves."""
    entry = Entry(
        at=clock.now(),
        worker=by.worker,
        institution=by.institution,
        verb=request.scope["route"].name,
        client_id=client_id,
        status=status,
        sections=found.sections if found else [],
        bases=found.bases if found else [],
        trace=trace_of(request),
    )
    await request.app.state.audit.write(entry, by)
