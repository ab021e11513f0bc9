"""A room of benefits: the OPS that computes, its manager, a stranger, and a gateway that answers."""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

import httpx2
import pytest
from aiohttp import web
from fastapi import FastAPI

from contracts.values import InstitutionKind
from kernel.callers import Caller
from kernel.house import House
from kernel.transactions import Database
from services.benefits.app import build
from services.benefits.settings import Settings
from services.benefits.tables import mapping
from tests.support.rooms import HOUSE, bearer, relate, room, worker

CLIENT = UUID("0197a000-0000-7000-8000-00000000c001")
OPS = UUID("0197a000-0000-7000-8000-000000000001")
FAR = UUID("0197a000-0000-7000-8000-000000000004")

SOCIAL_WORKER = worker(OPS, InstitutionKind.OPS, "social_worker")
MANAGER = replace(worker(OPS, InstitutionKind.OPS, "ops_manager"), worker="ops-manager")
STRANGER = worker(FAR, InstitutionKind.OPS, "social_worker", "ops_manager")

T01: dict[str, Any] = {
    "municipality": "2478011",
    "household_size": 1,
    "incomes": {"2026-02": [], "2026-03": [{"kind": "employment", "monthly": "3355.85"}]},
    "employments": [{"id": "0197a000-0000-7000-8000-00000000c301", "started_on": "2026-03-01"}],
}
APPLICATION = {
    "client_id": str(CLIENT),
    "employment_started_on": "2026-03-01",
    "received_on": "2026-03-01",
    "schedule": {"preset": "STEP-12"},
}


async def _at_once() -> None:
    """Let nobody wait."""


class Gateway:
    """Answers questions to intake as the gateway does: with its facts, its 404, or 503."""

    def __init__(self) -> None:
        self.means: dict[str, Any] | None = dict(T01)
        self.intake_is_away = False
        self.when_asked: Callable[[], Awaitable[None]] = _at_once
        self.questions: list[str] = []
        self.clients = {str(CLIENT)}
        self.payees: dict[str, Any] = {}
        app = web.Application()
        app.router.add_get("/internal/ask/intake/clients/{client_id}/means/{on}", self.answer)
        app.router.add_get("/internal/ask/intake/payees/{ids}", self.answer_payees)
        self._runner = web.AppRunner(app)

    async def answer(self, request: web.Request) -> web.Response:
        """Answer one question."""
        assert request.headers["Authorization"] == HOUSE["Authorization"]
        self.questions.append(request.path)
        await self.when_asked()
        if self.intake_is_away:
            return web.json_response({"type": "/problems/ServiceAway", "status": 503}, status=503)
        known = self.means is not None and request.match_info["client_id"] in self.clients
        if not known:
            return web.json_response({"type": "/problems/ClientNotFound"}, status=404)
        return web.json_response(self.means)

    async def answer_payees(self, request: web.Request) -> web.Response:
        """Answer who is paid: those of the ids that are known."""
        assert request.headers["Authorization"] == HOUSE["Authorization"]
        await self.when_asked()
        if self.intake_is_away:
            return web.json_response({"type": "/problems/ServiceAway", "status": 503}, status=503)
        asked = request.match_info["ids"].split(",")
        return web.json_response({one: self.payees[one] for one in asked if one in self.payees})

    async def open(self) -> str:
        """Listen on a free port; answer the address."""
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        return f"http://127.0.0.1:{self._runner.addresses[0][1]}"

    async def close(self) -> None:
        """Be away."""
        await self._runner.cleanup()


@dataclass(frozen=True)
class Office:
    """The service of one test: what one can ask it, what it asks, and what lies in its database."""

    client: httpx2.AsyncClient
    database: Database
    gateway: Gateway
    house: House

    async def apply(
        self, by: Caller = SOCIAL_WORKER, *, headers: Mapping[str, str] | None = None, **said: Any
    ) -> httpx2.Response:
        """Apply for an award."""
        asked = bearer(by) | dict(headers or {})
        return await self.client.post("/v1/awards", json=APPLICATION | said, headers=asked)

    async def applied(self, by: Caller = SOCIAL_WORKER, **said: Any) -> str:
        """Apply for an award; answer its address."""
        answer = await self.apply(by, **said)
        assert answer.status_code == 201, answer.text
        return str(answer.headers["location"])

    async def decide(
        self, by: Caller, address: str, body: Any = None, **headers: str
    ) -> httpx2.Response:
        """Approve or reject."""
        return await self.client.post(address, json=body, headers=bearer(by, **headers))

    async def see(self, by: Caller, address: str) -> httpx2.Response:
        """Read."""
        return await self.client.get(address, headers=bearer(by))

    async def card(self) -> httpx2.Response:
        """The client's card, as the gateway fetches it."""
        return await self.client.get(f"/internal/clients/{CLIENT}/card", headers=HOUSE)


@pytest.fixture
def anyio_backend() -> str:
    """The event loop that runs in production too."""
    return "asyncio"


@pytest.fixture
async def office() -> AsyncIterator[Office]:
    """The OPS may see the client; the far institution may not."""
    gateway = Gateway()
    gateway_url = await gateway.open()
    built: list[FastAPI] = []

    def build_app(said: Mapping[str, Any]) -> FastAPI:
        built.append(build(Settings(**(dict(said) | {"gateway_url": gateway_url}))))
        return built[0]

    async with room(build_app, mapping.metadata) as (client, database):
        house: House = built[0].state.house
        await house.open()
        await relate(database, CLIENT, OPS)
        yield Office(client, database, gateway, house)
        await house.close()
    await gateway.close()
