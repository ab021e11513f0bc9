"""What every route does around its own few lines: who, may he, is it fresh, once, commit, answer.

A route class rather than dependencies, because a dependency's exit runs after the response is sent
(a failed commit would be told as success), and because its body would be parsed before the token.
"""

import asyncio
import re
from collections.abc import Callable, Coroutine, Iterable
from dataclasses import replace
from typing import Annotated, Any
from uuid import UUID

from fastapi import Depends, Header, Query, Request, Response
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute

from kernel import idempotency, kinship, relations
from kernel.callers import Caller
from kernel.observe import REPLAYED, log
from kernel.passes import PassOver, caller_of
from kernel.problems import NoSuchAddress, NotJson, UnknownParameter
from kernel.refusals import Kind, Refusal
from kernel.rights import require
from kernel.transactions import Transaction, begin, look

_KEPT_HEADERS = (
    "location", "etag", "sync-token", "content-type", "content-location", "okienko-client",
    "okienko-closes",
)  # fmt: skip
WRITE_FORM = "([a-z]{1,20}):([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}):([0-9]{1,15})"
VERSION_FORM = '"v([0-9]{1,15})"'
_LOOK_AGAIN = 0.05
MOST_TOKENS = 64


class NotHereYet(Refusal):
    """What your Sync-Token names has not arrived here yet; repeat in a moment."""

    kind = Kind.UNAVAILABLE
    pl = "To, co wskazuje Sync-Token, jeszcze tu nie dotarło; proszę powtórzyć za chwilę."


class SyncTokenUnreadable(Refusal):
    """A Sync-Token is passed back as it was given: service:id:version."""

    kind = Kind.MALFORMED
    pl = "Sync-Token odsyła się tak, jak został podany: serwis:id:wersja."


class VersionUnreadable(Refusal):
    """If-Match carries the ETag as it was given, like "v3"."""

    kind = Kind.MALFORMED
    pl = 'If-Match zawiera ETag tak, jak został podany, np. "v3".'


def action_of(name: str) -> str:
    """The action a route's name means to the policies: accept_referral is AcceptReferral."""
    return "".join(part.capitalize() for part in name.split("_"))


def query_names(dependant: Dependant) -> set[str]:
    """Which query parameters a route takes, its dependencies included."""
    names = {param.alias for param in dependant.query_params}
    return names.union(*(query_names(inner) for inner in dependant.dependencies))


class Verb(APIRoute):
    """A route that is a verb of the field, named like its use case."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Wrap the route's own work."""
        handle = super().get_route_handler()
        known = query_names(self.dependant)
        action, takes_body = action_of(self.name), self.body_field is not None
        reads = any(dependency in READS for dependency in self.dependencies)
        computes = any(dependency in COMPUTES for dependency in self.dependencies)

        async def verb(request: Request) -> Response:
            if unknown := set(request.query_params) - known:
                raise UnknownParameter(count=len(unknown), known=sorted(known))
            caller = await _identify(request)
            require(caller, action)
            _stay_inside(caller, request)
            await wait_for_sync(request)
            if takes_body:
                _require_json(request)
                # Read here, where a body too large is refused as such and not as unreadable.
                await request.body()
            if computes:
                return await handle(request)
            if reads or request.method in {"GET", "HEAD"}:
                return await _read(request, handle, caller)
            return await _carry_out(request, handle, caller, self.name)

        return verb


async def _identify(request: Request) -> Caller:
    caller: Caller = await caller_of(request.app.state, request.headers)
    if trace := trace_of(request):
        caller = replace(caller, traceparent=trace)
    request.state.caller = caller
    return caller


def _stay_inside(caller: Caller, request: Request) -> None:
    """A pass opens one thing: an address that does not name it does not exist for its holder."""
    if caller.only is not None and str(caller.only) not in request.path_params.values():
        raise NoSuchAddress


async def _admit(request: Request, tx: Transaction, caller: Caller) -> None:
    """Ask the owner of the thing whether a pass is still good; a pass of no such role never is."""
    if caller.only is None:
        return
    admits = [request.app.state.admits.get(role) for role in caller.roles]
    for admit in admits:
        if admit is None or not await admit(tx, caller):
            raise PassOver


def trace_of(request: Request) -> str | None:
    """The caller's trace context, if it is one: it is kept in journal and audit, so no free text."""
    trace = request.headers.get("traceparent", "")
    form = r"[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}"
    return trace if re.fullmatch(form, trace) else None


def _require_json(request: Request) -> None:
    media = request.headers.get("content-type", "").split(";")[0].strip().lower()
    if media != "application/json":
        raise NotJson


async def _read(
    request: Request, handle: Callable[[Request], Coroutine[Any, Any, Response]], caller: Caller
) -> Response:
    state = request.app.state
    async with look(state.database) as tx:
        request.state.tx = tx
        await _admit(request, tx, caller)
        return await _handle(request, handle, tx)


async def _carry_out(
    request: Request,
    handle: Callable[[Request], Coroutine[Any, Any, Response]],
    caller: Caller,
    name: str,
) -> Response:
    """One command in one transaction, once per Idempotency-Key; committed before the answer."""
    state = request.app.state
    attempt = await _attempt(request, caller)
    async with begin(state.database, by=caller) as tx:
        request.state.tx = tx
        await _admit(request, tx, caller)
        if attempt and (known := await attempt.begin(tx, tx.vault.answers)):
            REPLAYED.inc()
            await _still_visible(tx, known, caller)
            return Response(
                known.body, known.status, known.headers | {"Idempotency-Replayed": "true"}
            )
        response = await _handle(request, handle, tx)
        # Laid now, so that the answer can carry the version and the key can keep the answer.
        if token := await tx.lay():
            response.headers["Sync-Token"] = token
        if tx.closes:
            response.headers["Okienko-Closes"] = "true"
        if attempt:
            kept = {k: v for k in _KEPT_HEADERS if (v := response.headers.get(k))}
            answer = idempotency.Answer(response.status_code, kept, bytes(response.body))
            await attempt.finish(tx, answer, tx.vault.answers)
    log().info(
        "done", use_case=name, institution=str(caller.institution), worker=caller.worker,
        status=response.status_code,
    )  # fmt: skip
    return response


async def _handle(
    request: Request, handle: Callable[[Request], Coroutine[Any, Any, Response]], tx: Transaction
) -> Response:
    """Do the route's work; an address that names a merged client means the one that goes on.

    Here, so that no verb of any theme has to think of it.
    """
    named = request.path_params.get("client_id", "")
    try:
        asked = UUID(named)
    except ValueError:
        return await handle(request)  # about no client, or not an id: its own check says so
    first = await kinship.survivor(tx.session, asked)
    if first == asked:
        return await handle(request)
    request.scope["path_params"]["client_id"] = str(first)
    response = await handle(request)
    response.headers["Content-Location"] = request.url.path.replace(named, str(first))
    return response


class NoLongerYours(Refusal):
    """The answer is about a client your institution may not see any more."""

    kind = Kind.MISSING
    pl = "Odpowiedź dotyczy osoby, której Twoja instytucja już nie może widzieć."


async def _still_visible(tx: Transaction, known: idempotency.Answer, caller: Caller) -> None:
    """An answer kept from before is not given to whoever lost the relation since.

    An answer without a Sync-Token names nobody to its caller, so it may be given again; and so may
    one by which the caller ended a relation: perhaps his own, by the very command he repeats. Whoever
    holds a pass was admitted to the thing itself a moment ago.
    """
    if caller.only is not None:
        return
    client = known.headers.get("okienko-client")
    if not client or "sync-token" not in known.headers or "okienko-closes" in known.headers:
        return
    for one in client.split(","):
        if not await relations.may_see(tx.session, UUID(one), caller.institution):
            raise NoLongerYours


async def _attempt(request: Request, caller: Caller) -> idempotency.Attempt | None:
    key = request.headers.get("idempotency-key")
    if key is None:
        return None
    whole = f"{request.method} {request.url.path}|".encode() + await request.body()
    return idempotency.Attempt(key, caller, whole, request.app.state.house_secret)


async def wait_for_sync(request: Request) -> None:
    """Wait until this process's database has heard what the caller wrote elsewhere."""
    shown = request.headers.get("sync-token")
    if shown is None:
        return
    state = request.app.state
    tokens = shown.split(",")
    if len(tokens) > MOST_TOKENS:
        raise SyncTokenUnreadable
    deadline = asyncio.get_running_loop().time() + state.sync_wait_seconds
    for token in map(read_sync_token, tokens):
        # A process that hears nobody depends on nobody: there is nothing to wait for.
        needed = state.hears and token[0] != state.service
        if needed and not await heard_within(state, token, deadline):
            raise NotHereYet(retry_after=1)


def read_sync_token(token: str) -> tuple[str, UUID, int]:
    """The parts of a Sync-Token."""
    match = re.fullmatch(WRITE_FORM, token.strip())
    if match is None:
        raise SyncTokenUnreadable
    try:
        return match[1], UUID(match[2]), int(match[3])
    except ValueError:
        raise SyncTokenUnreadable from None


# What lies parked is heard but not applied, and so is everything of its subject behind it.
_HEARD = """
SELECT 1 FROM heard WHERE subject = $1 AND source = $2 AND version >= $3
AND NOT EXISTS (SELECT 1 FROM parked WHERE parked.subject = $1) LIMIT 1
"""


async def wait_until_heard(state: Any, service: str, subject: UUID, version: int) -> None:
    """Wait until this database has heard so much of a subject; refuse when it takes too long."""
    deadline = asyncio.get_running_loop().time() + state.sync_wait_seconds
    if not await heard_within(state, (service, subject, version), deadline):
        raise NotHereYet(retry_after=1)


async def heard_within(state: Any, token: tuple[str, UUID, int], deadline: float) -> bool:
    """Whether an event is applied here by a moment of the loop's clock.

    The hearer in this process wakes us; the database is asked for what another process heard.
    """
    service, subject, version = token
    arrivals = state.database.arrivals
    while True:
        if arrivals.has(service, subject, version):
            return True
        if await state.database.pool.fetchval(_HEARD, subject, service, version):
            return True
        left = deadline - asyncio.get_running_loop().time()
        if left <= 0:
            return False
        if arrivals.has(service, subject, version):
            return True  # it came while the database was asked
        await arrivals.next(service, subject, min(left, _LOOK_AGAIN))


# Async though they wait for nothing: FastAPI sends a plain dependency to a thread and back, which
# cost more than the rest of a request (measured).
async def _tx(request: Request) -> Transaction:
    return request.state.tx  # type: ignore[no-any-return] # request.state is untyped


async def _by(request: Request) -> Caller:
    return request.state.caller  # type: ignore[no-any-return] # request.state is untyped


async def _expected(
    if_match: Annotated[
        str | None,
        Header(description='The ETag you saw, like "v3": refused with 412 if it is old.'),
    ] = None,
) -> int | None:
    if if_match is None or if_match.strip() == "*":
        return None
    match = re.fullmatch(VERSION_FORM, if_match.strip())
    if match is None:
        raise VersionUnreadable
    return int(match[1])


_SyncToken = Annotated[
    str | None,
    Header(
        description="Sync-Tokens of your own writes, comma-separated: wait at most 2 s until they are here."
    ),
]


async def _sync_token(
    sync_token: _SyncToken = None,
    idempotency_key: Annotated[
        str | None,
        Header(description="Any text of yours, 1-255 characters: a repeat has its effect once."),
    ] = None,
) -> None:
    """Declared for the OpenAPI document; `Verb` reads them itself."""
    del sync_token, idempotency_key


async def _sync_only(sync_token: _SyncToken = None) -> None:
    del sync_token


async def _nothing_kept() -> None:
    """Marks a route that asks no database."""


By = Annotated[Caller, Depends(_by)]
Tx = Annotated[Transaction, Depends(_tx)]
Expected = Annotated[int | None, Depends(_expected)]
"""The version that If-Match names, or none."""
WRITES = [Depends(_sync_token)]
"""For a router of commands: documents the headers they understand."""
READS = [Depends(_sync_only)]
"""For a route that only looks. A POST among them carries what no address may: it is answered afresh,
whatever its Idempotency-Key."""
COMPUTES = [Depends(_nothing_kept)]
"""For a route that works out what it was told and looks nothing up: it needs no database."""
Limit = Annotated[int, Query(ge=1, le=100, description="How many at most.")]
Cursor = Annotated[
    str | None, Query(max_length=200, description="`next` of the page before; opaque.")
]


def tag(
    response: Response,
    version: int,
    location: str | None = None,
    *,
    about: UUID | None = None,
) -> None:
    """Say which version this is, where a new thing lives, and to the audit whom it is about."""
    response.headers["ETag"] = f'"v{version}"'
    if location is not None:
        response.headers["Location"] = location
    if about is not None:
        concern(response, [about])


def concern(response: Response, clients: Iterable[UUID]) -> None:
    """Say to the audit whom an answer shows; each of them can then see who saw her."""
    response.headers["Okienko-Client"] = ",".join(str(client) for client in clients)
