"""Who asks the gateway for what it keeps itself: may he, has his own write arrived; what is noted of it."""

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager, suppress
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Request

from gateway.audit.chain import Entry
from gateway.record.reading import Record, RecordNotFound
from kernel import clock
from kernel.callers import Caller
from kernel.problems import UnknownParameter
from kernel.rights import RoleMayNot, require
from kernel.verbs import action_of, query_names, trace_of, wait_for_sync


async def _caller(request: Request) -> Caller:
    """Who calls, may he, has what he wrote arrived: as `Verb` does for a service."""
    route = request.scope["route"]
    known = query_names(route.dependant)
    if unknown := set(request.query_params) - known:
        raise UnknownParameter(count=len(unknown), known=sorted(known))
    by: Caller = await request.app.state.identity.caller(request.headers.get("authorization"))
    request.app.state.crowd.claim(request, by)
    try:
        require(by, action_of(route.name))
    except RoleMayNot:
        about = request.path_params.get("client_id")
        with suppress(ValueError):
            await note(request, by, UUID(about) if about else None, 403, None)
        raise
    await wait_for_sync(request)
    return by


Reader = Annotated[Caller, Depends(_caller)]


@asynccontextmanager
async def strangers_noted(request: Request, by: Caller, client_id: UUID) -> AsyncIterator[None]:
    """Whoever asked for a record that is not there for her leaves an entry too."""
    try:
        yield
    except RecordNotFound:
        await note(request, by, client_id, 404, None)
        raise


async def note(
    request: Request, by: Caller, client_id: UUID | None, status: int, found: Record | None
) -> None:
    """Leave the audit entry before the answer leaves."""
    await request.app.state.audit.write(_entry(request, by, client_id, status, found), by)


async def note_each(
    request: Request, by: Caller, asked: Iterable[tuple[UUID, Record | None]]
) -> None:
    """The same for every client of a batch: each of them can see that she was looked at."""
    entries = [_entry(request, by, one, 200 if found else 404, found) for one, found in asked]
    await request.app.state.audit.write_each(entries, by)


async def note_clients(request: Request, by: Caller, clients: Iterable[UUID]) -> None:
    """The same for a page that names clients, or names none: that too was asked."""
    entries = [_entry(request, by, one, 200, None) for one in clients]
    await request.app.state.audit.write_each(entries or [_entry(request, by, None, 200, None)], by)


def _entry(
    request: Request, by: Caller, client_id: UUID | None, status: int, found: Record | None
) -> Entry:
    return Entry(
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
