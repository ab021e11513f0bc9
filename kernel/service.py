"""Puts a process together: its database, its relay, its ears, its door."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from importlib.metadata import version
from time import perf_counter
from typing import Annotated, Any
from uuid import UUID

import orjson
import sqlalchemy as sa
from fastapi import APIRouter, FastAPI, Query, Request, Response
from fastapi.responses import JSONResponse
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from contracts.event import Event
from contracts.relations import ErasesClient, JoinsClients, PartsClients
from contracts.sections import Level, Section
from kernel import journal, kinship, problems, relations
from kernel.bus import Bus
from kernel.callers import Caller
from kernel.hearer import Hearer, Listener
from kernel.house import House, HouseOnly
from kernel.identity import Identity
from kernel.journal import Fact
from kernel.observe import REQUESTS, configure_logs, log
from kernel.passes import Passes
from kernel.refusals import Kind, Refusal
from kernel.relay import Relay
from kernel.rounds import Round, Rounds
from kernel.settings import Settings
from kernel.transactions import Database, Transaction, look, transient
from kernel.vault import Vault
from kernel.verbs import wait_until_heard

Bodies = Mapping[Level, Any]
"""One section at each level that exists of it."""
Cut = Callable[[Transaction, UUID], Awaitable[Mapping[Section | str, Bodies] | None]]
"""Cuts a client's facts into sections; none if the service knows nothing of her."""
Admit = Callable[[Transaction, Caller], Awaitable[bool]]
"""Whether the pass that a caller holds was not taken back, asked in the transaction that uses it."""
Reaction = Callable[[Any, Fact, Transaction], Awaitable[None]]

_FIRST = UUID(int=0)


class Reactions:
    """What a service does about events, and the copy of relations it keeps on the way.

    `keeps_clients=False`: it keeps nothing of a client, so it needs no copy of who may see her.
    """

    def __init__(self, *, keeps_clients: bool = True) -> None:
        self.by_event: dict[str, list[Reaction]] = {}
        self._keeps_clients = keeps_clients

    def hears(self, event: type[Event]) -> Callable[[Reaction], Reaction]:
        """Mark a function that answers an event; several answer in the order they are marked."""

        def keep(reaction: Reaction) -> Reaction:
            self.by_event.setdefault(event.wire_name, []).append(reaction)
            return reaction

        return keep

    async def prepare(self, facts: Sequence[Fact]) -> None:
        """Nothing is fetched beforehand: the feed is enough."""

    async def hear(self, facts: Sequence[Fact], tx: Transaction, _: None) -> None:
        """Keep the copy of relations, then let the reaction answer; late news of the erased is none."""
        gone = await relations.erased(tx.session, [fact.subject for fact in facts])
        for fact in facts:
            if fact.subject in gone:
                continue
            event = fact.event()
            if event is None:
                # Announced by a newer release than this one: nothing here can depend on it yet.
                log().warning("event unknown here", event_type=fact.type, source=fact.source)
                continue
            if self._keeps_clients and not _own_echo(fact, event, tx):
                await relations.note(tx.session, fact.time, event)
            gone.update({fact.subject} if isinstance(event, ErasesClient) else ())
            for reaction in self.by_event.get(fact.type, ()):
                await reaction(event, fact, tx)


def _own_echo(fact: Fact, event: Event, tx: Transaction) -> bool:
    """Whether a merge or its undoing comes back to whoever decided it, and noted it at once.

    By now it may have been undone: to note it again would undo the undoing for a moment.
    """
    return fact.source == tx.source and isinstance(event, JoinsClients | PartsClients)


@dataclass
class Parts:
    """What one process is made of."""

    settings: Settings
    title: str
    routers: Sequence[APIRouter] = ()
    listener: Listener | Callable[[House], Listener] = field(default_factory=Reactions)
    """What is done with what is heard; or a maker of it that may ask the house."""
    hears: Mapping[str, str] = field(default_factory=dict)
    """The journals it hears, and where each is asked for over HTTP."""
    cut: Cut | None = None
    admits: Mapping[str, Admit] = field(default_factory=dict)
    """Who says, for each role that a pass can carry, whether a pass is still good."""
    rounds: Sequence[Round] = ()
    """What its clock does, again and again, by one process at a time."""


def assemble(parts: Parts) -> FastAPI:
    """Build the process around its parts."""
    settings = parts.settings
    app = FastAPI(
        title=parts.title,
        version=version("okienko"),
        lifespan=_lifespan(parts),
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        generate_unique_id_function=lambda route: route.name,
        separate_input_output_schemas=False,
        telemetry=None,
    )
    state = app.state
    state.service = settings.service
    state.settings = settings
    state.sync_wait_seconds = settings.sync_wait_seconds
    state.house_secret = settings.house_secret
    vault = Vault(*settings.vault_secrets)
    state.database = Database(settings.database_url, settings.service, vault)
    state.bus = Bus(settings.nats_url, settings.service, settings.nats_replicas)
    state.identity = Identity(settings.issuer, settings.audience)
    state.passes = Passes(settings.house_secret)
    state.admits = dict(parts.admits)
    state.house = House(parts.hears, settings.house_secret)
    state.cut = parts.cut
    state.hears = bool(parts.hears)
    state.alive = [state.database, state.bus, state.house]
    """What is opened when the process starts and closed when it stops, in this order."""
    problems.install(app)
    app.add_middleware(Measured, service=settings.service)
    app.include_router(health)
    app.include_router(internal)
    for router in parts.routers:
        app.include_router(router)
    return app


def _lifespan(parts: Parts) -> Callable[[FastAPI], Any]:
    @asynccontextmanager
    async def living(app: FastAPI) -> AsyncIterator[None]:
        state = app.state
        configure_logs(state.service)
        async with AsyncExitStack() as stack:
            for part in state.alive:
                await part.open()
                stack.push_async_callback(part.close)
            tasks = [asyncio.create_task(Relay(state.database, state.bus).run())]
            tasks += [asyncio.create_task(_hearer(app, parts, s).run()) for s in parts.hears]
            if parts.rounds:
                clockwork = Rounds(state.database, parts.rounds, parts.settings.round_seconds)
                tasks.append(asyncio.create_task(clockwork.run()))
            stack.push_async_callback(stop, tasks)
            yield
        log().info("stopped", service=state.service)

    return living


def _hearer(app: FastAPI, parts: Parts, source: str) -> Hearer:
    state = app.state
    made = parts.listener
    return Hearer(
        source,
        state.database,
        state.bus,
        state.house,
        made(state.house) if callable(made) else made,
        heal_seconds=parts.settings.heal_seconds,
    )


async def stop(tasks: Sequence["asyncio.Task[None]"]) -> None:
    """End what runs for ever, and wait until it has.

    Asked again after a moment: up to Python 3.11 `asyncio.wait_for`, which the broker's library uses,
    loses a cancellation that comes in the tick of its result.
    """
    left = set(tasks)
    while left:
        for task in left:
            task.cancel()
        _, left = await asyncio.wait(left, timeout=1)
    await asyncio.gather(*tasks, return_exceptions=True)


class Measured:
    """Times every request, and names its operation to the gateway."""

    def __init__(self, app: ASGIApp, service: str) -> None:
        self._app = app
        self._service = service

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, and take the time."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun, operation, status = perf_counter(), "none", 500

        async def sending(message: Message) -> None:
            nonlocal operation, status
            if message["type"] == "http.response.start":
                operation, status = problems.operation_of(scope), message["status"]
                if self._service != "gateway":
                    message["headers"] = [*message["headers"], (OPERATION, operation.encode())]
            await send(message)

        try:
            await self._app(scope, receive, sending)
        finally:
            seconds = perf_counter() - begun
            REQUESTS.labels(self._service, operation, f"{status // 100}xx").observe(seconds)


OPERATION = b"okienko-operation"

health = APIRouter(include_in_schema=False)


@health.get("/livez")
async def livez() -> dict[str, str]:
    """The process runs. Depends on nothing, so that a lost database restarts nobody."""
    return {"status": "pass"}


@health.get("/readyz")
async def readyz(request: Request) -> JSONResponse:
    """The process can serve: its database answers. A lost broker only slows it down."""
    body = await readiness(request.app.state)
    status = 503 if body["status"] == "fail" else 200
    return JSONResponse(body, status, media_type="application/health+json")


async def readiness(state: Any) -> dict[str, Any]:
    """The state of a process and of what it stands on."""
    checks: dict[str, Any] = {}
    try:
        async with asyncio.timeout(2):
            row = await state.database.pool.fetchrow(_STATE_OF_THE_HOUSE)
        checks["postgresql"] = {"status": "pass"}
        checks["journal"] = {"status": "pass", "unpublished": row["unpublished"]}
        checks["parked"] = {"status": "warn" if row["parked"] else "pass", "count": row["parked"]}
    except Exception as error:
        if not transient(error) and not isinstance(error, RuntimeError):
            raise
        checks["postgresql"] = {"status": "fail"}
    checks["broker"] = {"status": "pass" if state.bus.connected else "warn"}
    worst = {check["status"] for check in checks.values()}
    status = next(s for s in ("fail", "warn", "pass") if s in worst)
    body = {"status": status, "serviceId": state.service, "version": version("okienko")}
    return body | {"checks": checks}


_STATE_OF_THE_HOUSE = """
SELECT (SELECT count(*) FROM parked) AS parked,
       (SELECT coalesce(max(seq), 0) FROM journal) - published_seq AS unpublished FROM journals
"""


@health.get("/metrics")
async def metrics() -> Response:
    """Counters in the text format of Prometheus; no personal data, bounded labels."""
    return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)


internal = APIRouter(prefix="/internal", include_in_schema=False)


@internal.get("/journal")
async def read_journal(
    request: Request,
    _: HouseOnly,
    after: int = 0,
    limit: Annotated[int, Query(ge=1, le=1000)] = 500,
) -> Response:
    """The numbered events after a sequence, for whoever lost some."""
    async with request.app.state.database.pool.acquire() as connection:
        identity, head = await journal.identity(connection)
        facts = await journal.read(connection, after, limit)
    body = {
        "journal": str(identity),
        "head": head,
        "facts": [fact.cloud_event() for fact in facts],
    }
    return Response(_json(body), media_type="application/json")


@internal.get("/heard")
async def wait_to_hear(
    request: Request, _: HouseOnly, service: str, subject: UUID, version: int
) -> dict[str, bool]:
    """Answer when this database has applied so much of a subject; refuse when it takes too long."""
    state = request.app.state
    # What hears nobody holds no copy; its own events, too, change its copy when they come back to it.
    if state.hears:
        await wait_until_heard(state, service, subject, version)
    return {"heard": True}


class NoCard(Refusal):
    """This service has no card of such a client."""

    kind = Kind.MISSING
    pl = "Ten serwis nie ma karty takiego klienta."


@internal.get("/clients/{client_id}/card")
async def read_card(request: Request, client_id: UUID, _: HouseOnly) -> Response:
    """One client's facts here, cut into sections, with the version they have."""
    card = await _card(request, client_id)
    if card is None:
        raise NoCard
    return Response(_json(card), media_type="application/json")


@internal.get("/cards")
async def read_cards(
    request: Request,
    _: HouseOnly,
    after: UUID = _FIRST,
    limit: Annotated[int, Query(ge=1, le=1000)] = 200,
) -> Response:
    """Every client's card, page by page, for a gateway that builds its records anew."""
    rows = await request.app.state.database.pool.fetch(_SUBJECTS, after, limit)
    cards = [card for row in rows if (card := await _card(request, row["subject"]))]
    last = str(rows[-1]["subject"]) if len(rows) == limit else None
    body = {"cards": cards, "next": last}
    return Response(_json(body), media_type="application/json")


# Whoever was merged lies in the card of the one that goes on.
_SUBJECTS = """
SELECT subject FROM subjects WHERE subject > $1
AND NOT EXISTS (SELECT 1 FROM aliases WHERE client_id = subject) ORDER BY subject LIMIT $2
"""


def _json(body: Any) -> bytes:
    return orjson.dumps(body, option=orjson.OPT_NON_STR_KEYS)


async def _card(request: Request, client_id: UUID) -> dict[str, Any] | None:
    """Version and sections of one moment, so that a newer version never carries older facts.

    Asked for a merged client, it is the card of the one that goes on.
    """
    state = request.app.state
    if state.cut is None:
        return None
    async with look(state.database) as tx:
        first = await kinship.survivor(tx.session, client_id)
        count = await _version(tx.session, first)
        sections = await state.cut(tx, first)
    if sections is None:
        return None
    return {"client_id": str(first), "version": count, "sections": sections}


async def _version(session: AsyncSession, subject: UUID) -> int:
    found = await session.scalar(_VERSION, {"subject": subject})
    return int(found or 0)


# With everybody who ever stood for the same person: so it also rises when a merge is undone,
# though the card then holds less.
_VERSION = sa.text("""
SELECT CAST(sum(version) AS bigint) FROM subjects WHERE subject = :subject
OR subject IN (SELECT kin_id FROM kinships WHERE client_id = :subject)
""")
