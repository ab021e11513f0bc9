"""Passing a request on to the service whose it is, without reading its body; auditing what came of it."""

import asyncio
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any, TypeAlias
from uuid import UUID

import aiohttp
from fastapi import APIRouter, Request, Response
from yarl import URL

from gateway.audit.chain import Entry
from gateway.circuit import RETRIED, Lane, ServiceAway, ServiceBusy
from kernel import clock
from kernel.callers import Caller
from kernel.house import HouseOnly
from kernel.observe import log, where
from kernel.passes import SCHEME, caller_of
from kernel.problems import NoSuchAddress
from kernel.verbs import NotHereYet, heard_within, read_sync_token, trace_of, wait_until_heard

router = APIRouter(include_in_schema=False)
OWNERS = {
    "clients": "intake",
    "access-requests": "intake",
    "alarms": "intake",
    "break-glass": "intake",
    "assessment-instruments": "intake",
    "duplicates": "intake",
    "interviews": "intake",
    "subject-requests": "intake",
    "erasures": "intake",
    "retention": "intake",
    "plans": "referrals",
    "referrals": "referrals",
    "offers": "referrals",
    "referral-links": "referrals",
    "advice": "referrals",
    "handovers": "referrals",
    "substitutions": "referrals",
    "meetings": "referrals",
    "information-requests": "referrals",
    "my-day": "referrals",
    "calendars": "referrals",
    "indicators": "referrals",
    "awards": "benefits",
    "overpayments": "benefits",
    "benefits": "benefits",
    "vouchers": "benefits",
    "voucher-programmes": "benefits",
    "voucher-visits": "benefits",
    "voucher-settlements": "benefits",
    "institutions": "directory",
    "partnerships": "directory",
    "services": "directory",
    "outcomes-contracts": "outcomes",
}
"""Whose the first word after /v1/ is."""
_THERE = {
    "authorization", "content-type", "accept", "accept-language", "idempotency-key", "if-match",
    "if-none-match", "sync-token", "traceparent",
}  # fmt: skip
_BACK = {
    "content-type", "content-language", "content-location", "etag", "location", "sync-token", "retry-after", "allow",
    "www-authenticate", "idempotency-replayed", "cache-control",
    "content-disposition",
}  # fmt: skip
_ICS = ".ics"
_LONGEST_HEADER = 32_768
_IDEMPOTENT = {"GET", "HEAD", "OPTIONS"}
_CONNECT_SECONDS = 2.0
_PAUSE = 0.1
_Answer: TypeAlias = tuple[int, Mapping[str, str], bytes]
_METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]


class Forwarding:
    """The gateway's connections to the services."""

    def __init__(self, urls: Mapping[str, str], lanes: Mapping[str, Lane], seconds: float) -> None:
        self._urls = dict(urls)
        self._lanes = lanes
        self._seconds = seconds
        self._http: aiohttp.ClientSession | None = None

    async def open(self) -> None:
        """Open the connections."""
        self._http = aiohttp.ClientSession(
            timeout=aiohttp.ClientTimeout(total=None, sock_connect=_CONNECT_SECONDS),
            # Its lane bounds how many go to a service, and nobody queues for a connection.
            connector=aiohttp.TCPConnector(limit=0, keepalive_timeout=30),
            auto_decompress=False,
            skip_auto_headers=["Accept-Encoding", "User-Agent"],
            cookie_jar=aiohttp.DummyCookieJar(),
            # An import tells the audit of five hundred clients in one header.
            max_field_size=_LONGEST_HEADER,
        )

    async def close(self) -> None:
        """Let them go."""
        if self._http:
            await self._http.close()

    async def pass_on(
        self, service: str, method: str, target: str, headers: Mapping[str, str], body: bytes
    ) -> _Answer:
        """The service's answer, or that it is away; within one time, a second attempt included."""
        lane, clock = self._lanes[service], asyncio.get_running_loop().time
        # Encoded already: to tidy it up would turn /v1/clients/../../metrics into another address.
        url = URL(self._urls[service] + target, encoded=True)
        lane.enter(clock())
        try:
            async with asyncio.timeout(self._seconds):
                answer = await self._insist(service, method, url, headers, body)
            lane.answered()
        except (aiohttp.ClientError, TimeoutError, OSError):
            lane.failed(clock())
            raise ServiceAway(retry_after=2, service=service) from None
        finally:
            lane.leave()
        return answer

    async def _insist(
        self, service: str, method: str, url: URL, headers: Mapping[str, str], body: bytes
    ) -> _Answer:
        """Ask, and once more when the connection failed and a second time can do no harm.

        No harm: nothing was sent (no connection came about), the method changes nothing, or a key
        makes the command have its effect once. Whoever did not answer in time is not asked again:
        it has the request, and a second one would only make it slower.
        """
        try:
            return await self._ask(method, url, headers, body)
        except TimeoutError:
            raise
        except (aiohttp.ClientError, OSError) as error:
            unsent = isinstance(error, aiohttp.ClientConnectorError)
            if not (unsent or method in _IDEMPOTENT or "idempotency-key" in headers):
                raise
        RETRIED.labels(service).inc()
        await asyncio.sleep(_PAUSE)
        return await self._ask(method, url, headers, body)

    async def _ask(
        self, method: str, url: URL, headers: Mapping[str, str], body: bytes
    ) -> _Answer:
        if self._http is None:
            raise RuntimeError("the forwarding is not open")
        async with self._http.request(
            method, url, headers=headers, data=body or None, allow_redirects=False
        ) as answer:
            return answer.status, answer.headers, await answer.read()


@router.api_route("/v1/{path:path}", methods=_METHODS)
async def forward(path: str, request: Request) -> Response:
    """Check who calls; pass on; note what came of it; answer."""
    words = path.split("/")
    service = OWNERS.get(words[0])
    # A client library would walk "..", however it is encoded, out of /v1 and into /internal.
    if service is None or not {".", ".."}.isdisjoint(words):
        raise NoSuchAddress
    headers = {k: v for k, v in request.headers.items() if k in _THERE}
    if token := _calendar(words):
        headers["authorization"] = SCHEME + token
    by = await caller_of(request.app.state, headers)
    request.app.state.crowd.claim(request, by)
    target = _target(request) if by.only is None else _within(by.only, words, token, request)
    body = await request.body()
    try:
        status, back, answer = await request.app.state.forwarding.pass_on(
            service, request.method, target, headers, body
        )
    except (ServiceAway, ServiceBusy):
        # Perhaps it was carried out, and only the answer is lost.
        await _note(request, by, 503, {})
        raise
    await asyncio.gather(_note(request, by, status, back), _arrived(request, back))
    kept = {k: v for k, v in back.items() if k.lower() in _BACK}
    return Response(answer, status, kept)


def _target(request: Request) -> str:
    """Path and query exactly as they came; bytes that no address may hold name nothing."""
    path: bytes = request.scope["raw_path"]
    query: bytes = request.scope["query_string"]
    try:
        return (path + b"?" + query if query else path).decode("ascii")
    except UnicodeDecodeError:
        raise NoSuchAddress from None


def _calendar(words: Sequence[str]) -> str | None:
    """The pass in a calendar's address: a calendar program can show it nowhere else."""
    named = len(words) == 2 and words[0] == "calendars" and words[1].endswith(_ICS)  # noqa: PLR2004
    return words[1].removesuffix(_ICS) if named else None


def _within(only: UUID, words: Sequence[str], token: str | None, request: Request) -> str:
    """Where the holder of a pass goes: only to what it is for, and never with it in the address."""
    if token is not None:
        return f"/v1/calendars/{only}{_ICS}"
    if str(only) not in words:
        raise NoSuchAddress
    return _target(request)


async def _note(request: Request, by: Caller, status: int, back: Mapping[str, str]) -> None:
    """Leave the audit entry before the answer leaves; one for each client it shows."""
    about: list[UUID | None] = [*_clients(request, back)]
    entries = [
        Entry(
            at=clock.now(),
            worker=by.worker,
            institution=by.institution,
            verb=back.get("okienko-operation", "none"),
            client_id=client,
            status=status,
            sections=[],
            bases=[],
            trace=trace_of(request),
        )
        for client in about or [None]
    ]
    await request.app.state.audit.write_each(entries, by)


def _clients(request: Request, back: Mapping[str, str]) -> list[UUID]:
    """Whom it was about: the service says so, or the address does, or the event it left."""
    words = request.url.path.split("/")
    named = words[3] if len(words) > 3 and words[2] == "clients" else ""  # noqa: PLR2004 /v1/clients/{id}
    token = back.get("sync-token", "").split(",")[0].split(":")
    # A merged client's address means another record: the entry keeps the id that was asked.
    meant = back.get("content-location", "").split("/")
    shown = back.get("okienko-client", "")
    if len(meant) > 3:  # noqa: PLR2004 as above
        shown = shown.replace(meant[3], named)
    for candidates in (shown, named, token[1] if len(token) > 1 else ""):
        with suppress(ValueError):
            return [UUID(candidate) for candidate in candidates.split(",")]
    return []


async def _arrived(request: Request, back: Mapping[str, str]) -> None:
    """Let what was written arrive in the record before it is answered, so that all see it at once.

    For a moment only: a slow wire delays no answer. But a right to see that ended is answered only
    when it has ended here and in every service, for the very next request.
    """
    state = request.app.state
    tokens = [read_sync_token(token) for token in back.get("sync-token", "").split(",") if token]
    deadline = asyncio.get_running_loop().time() + state.settings.arrival_seconds
    for token in tokens:
        if back.get("okienko-closes"):
            await asyncio.gather(wait_until_heard(state, *token), _heard_everywhere(state, token))
        else:
            await heard_within(state, token, deadline)


@router.get("/internal/ask/{service}/{path:path}")
async def ask(service: str, path: str, request: Request, _: HouseOnly) -> Response:
    """A service's question about another's facts: every question passes here, services know no other."""
    if service not in request.app.state.settings.service_urls:
        raise NoSuchAddress
    headers = {"authorization": request.headers["authorization"]}
    status, back, answer = await request.app.state.forwarding.pass_on(
        service, "GET", f"/internal/{path}", headers, b""
    )
    return Response(answer, status, media_type=back.get("content-type"))


async def _heard_everywhere(state: Any, token: tuple[str, UUID, int]) -> None:
    """Wait until every service has applied an event; one that is away lets nobody look either."""
    service, subject, version = token
    asked = {"service": service, "subject": str(subject), "version": version}

    async def wait(whom: str) -> None:
        try:
            await state.house.ask(whom, "/internal/heard", **asked)
        except (aiohttp.ClientResponseError, TimeoutError) as error:
            raise NotHereYet(retry_after=1) from error
        except (aiohttp.ClientError, OSError) as error:
            log().warning("not known whether it was heard", service=whom, error=where(error))

    await asyncio.gather(*(wait(whom) for whom in state.settings.service_urls))
