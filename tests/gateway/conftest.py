"""A room of the gateway: one client with cards, and a tiny real server in place of every service."""

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

import httpx2
import pytest
from aiohttp import web
from fastapi import FastAPI

from contracts.event import Event
from contracts.values import BasisKind, InstitutionKind
from gateway.app import build
from gateway.record import cards
from gateway.record.cards import Cards
from gateway.settings import Settings
from gateway.tables import mapping
from kernel import ids
from kernel.callers import Caller
from kernel.journal import Fact
from kernel.transactions import Database, begin
from tests.support.rooms import bearer, fact_of, know, relate, room, worker

CLIENT = UUID("0197a000-0000-7000-8000-00000000c001")
OPS = UUID("0197a000-0000-7000-8000-000000000001")
PUP = UUID("0197a000-0000-7000-8000-000000000002")
NGO = UUID("0197a000-0000-7000-8000-000000000003")
FAR = UUID("0197a000-0000-7000-8000-000000000004")
PARTNERSHIP = UUID("0197a000-0000-7000-8000-00000000aa01")
AWAY = "http://127.0.0.1:9"

SOCIAL_WORKER = worker(OPS, InstitutionKind.OPS, "social_worker")
CLERK = replace(worker(OPS, InstitutionKind.OPS, "ops_benefits_clerk"), worker="ops-clerk")
MANAGER = replace(worker(OPS, InstitutionKind.OPS, "ops_manager"), worker="ops-manager")
ADVISER = worker(PUP, InstitutionKind.PUP, "pup_adviser")
COORDINATOR = worker(NGO, InstitutionKind.NGO, "ngo_coordinator")
STRANGER = replace(worker(FAR, InstitutionKind.OPS, "social_worker"), worker="far-worker")

RECORD = f"/v1/records/{CLIENT}"
PESEL = "85031412347"
SECTIONS = (
    *("identity", "contact", "household", "income", "needs", "work", "health", "addiction"),
    *("violence", "notes"),
)


def body_of(section: str) -> dict[str, Any]:
    """One section at every level."""
    full: dict[str, Any] = {"about": section, "pesel": PESEL}
    levels = {"full": full, "summary": {"declared": section}}
    masked = {"masked": full | {"pesel": "850314*****"}}
    return levels | (masked if section in {"identity", "plan"} else {})


INTAKE = {section: body_of(section) for section in SECTIONS} | {"sharing": {"full": {}}}
REFERRALS = {section: body_of(section) for section in ("plan", "referrals", "meetings")}
BENEFITS = {section: body_of(section) for section in ("awards", "vouchers")}


@dataclass(frozen=True)
class Asked:
    """What a service was asked."""

    method: str
    target: str
    headers: Mapping[str, str]
    body: bytes


@dataclass
class Service:
    """A service as the gateway meets it: it notes what it is asked, and answers as it is told."""

    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b"{}"
    url: str = ""
    drops: int = 0
    """How many requests it takes and never answers."""
    asked: list[Asked] = field(default_factory=list)

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """Answer."""
        headers = {name.lower(): value for name, value in request.headers.items()}
        body = await request.read()
        self.asked.append(Asked(request.method, request.raw_path, headers, body))
        if self.drops and request.transport:
            self.drops -= 1
            request.transport.abort()
        media = {"Content-Type": "application/json"}
        return web.Response(status=self.status, headers=media | self.headers, body=self.body)


@dataclass(frozen=True)
class House:
    """The gateway of one test: what one can ask it, what lies in its database, who stands behind."""

    client: httpx2.AsyncClient
    database: Database
    app: FastAPI
    service: Service

    async def see(
        self,
        caller: Caller,
        path: str = RECORD,
        headers: Mapping[str, str] | None = None,
        **params: Any,
    ) -> httpx2.Response:
        """Read."""
        return await self.client.get(
            path, params=params or None, headers=bearer(caller) | dict(headers or {})
        )

    async def keep(
        self, service: str, sections: Mapping[str, Any], version: int = 1, client_id: UUID = CLIENT
    ) -> None:
        """Store a card, as if it had been fetched."""
        card = {"client_id": str(client_id), "version": version, "sections": sections}
        async with begin(self.database) as tx:
            await cards.store(tx, service, card)

    async def tell(self, *facts: Fact) -> None:
        """Lay events into the feed, as if they had been heard."""
        listener = Cards(self.app.state.house)
        async with begin(self.database) as tx:
            await listener.hear(facts, tx, {})

    async def heard(self, version: int) -> None:
        """Have heard so many of the client's events from intake."""
        await self.database.pool.execute(
            "INSERT INTO heard (event_id, source, subject, version) VALUES ($1, 'intake', $2, $3)",
            ids.new(),
            CLIENT,
            version,
        )

    async def entries(self) -> list[Any]:
        """The audit log."""
        return list(await self.database.pool.fetch("SELECT * FROM audit ORDER BY seq"))


def by_the_ops(event: Event, source: str = "intake") -> Fact:
    """An event that a worker of the OPS caused."""
    return replace(fact_of(event, source), institution=OPS)


@pytest.fixture
def anyio_backend() -> str:
    """The event loop that runs in production too."""
    return "asyncio"


@pytest.fixture
async def service() -> AsyncIterator[Service]:
    """The one server that stands in for every service but outcomes, which is away."""
    served = Service()
    app = web.Application(client_max_size=8 * 1024 * 1024)
    app.router.add_route("*", "/{path:.*}", served.handle)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    host, port = runner.addresses[0][:2]
    served.url = f"http://{host}:{port}"
    yield served
    await runner.cleanup()


@pytest.fixture
async def house(service: Service) -> AsyncIterator[House]:
    """A client whom the OPS registered, with a card of every service."""
    built: list[FastAPI] = []

    def make(said: Mapping[str, Any]) -> FastAPI:
        urls = dict.fromkeys(("intake", "referrals", "benefits", "directory"), service.url)
        app = build(
            Settings(**said, service_urls=urls | {"outcomes": AWAY}, webhooks_to_this_machine=True)
        )
        built.append(app)
        return app

    async with room(make, mapping.metadata) as (client, database):
        state = built[0].state
        for part in (state.forwarding, state.audit, state.house, state.sender):
            await part.open()
        house = House(client, database, built[0], service)
        await know(database, OPS, "MOPR Zabrze (demo)", InstitutionKind.OPS)
        await know(database, PUP, "PUP Zabrze (demo)", InstitutionKind.PUP)
        await know(database, PARTNERSHIP, "Partnerstwo Zabrze (demo)", None)
        await relate(database, CLIENT, OPS, BasisKind.REGISTRATION)
        await house.keep("intake", INTAKE)
        await house.keep("referrals", REFERRALS)
        await house.keep("benefits", BENEFITS)
        yield house
        for part in (state.sender, state.house, state.audit, state.forwarding):
            await part.close()
