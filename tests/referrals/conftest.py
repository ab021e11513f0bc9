"""A room of referrals: one client with a plan, her OPS, a PUP, an NGO, and a stranger."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import httpx2
import pytest

from contracts.intake import ClientRegistered
from contracts.values import BasisKind, InstitutionKind
from kernel.callers import Caller
from kernel.transactions import Database
from services.referrals.app import build
from services.referrals.reactions import reactions
from services.referrals.settings import Settings
from services.referrals.tables import mapping
from tests.support.rooms import bearer, fact_of, hear, know, room, worker

CLIENT = UUID("0197a000-0000-7000-8000-00000000c001")
OPS = UUID("0197a000-0000-7000-8000-000000000001")
PUP = UUID("0197a000-0000-7000-8000-000000000002")
NGO = UUID("0197a000-0000-7000-8000-000000000003")
FAR = UUID("0197a000-0000-7000-8000-000000000004")

SOCIAL_WORKER = worker(OPS, InstitutionKind.OPS, "social_worker")
ADVISER = worker(PUP, InstitutionKind.PUP, "pup_adviser")
COORDINATOR = worker(NGO, InstitutionKind.NGO, "ngo_coordinator")
STRANGER = worker(FAR, InstitutionKind.OPS, "social_worker")

PURPOSE = "Vocational counselling and a staż for Wiesława"
TO_THE_PUP = {
    "client_id": str(CLIENT),
    "to": {"institution": str(PUP)},
    "purpose": PURPOSE,
    "basis": {"kind": "statutory_task", "article": "art. 100 ust. 2 u.p.s."},
}
VISIT = {"first_visit_on": "2099-03-10", "first_visit_at": "10:30", "place": "Room 12"}


@dataclass(frozen=True)
class House:
    """The service of one test: what one can ask it, and what lies in its database."""

    client: httpx2.AsyncClient
    database: Database
    plan_id: str

    async def ask(
        self, caller: Caller, path: str, body: Any = None, **headers: str
    ) -> httpx2.Response:
        """Carry out a command."""
        return await self.client.post(path, json=body or {}, headers=bearer(caller, **headers))

    async def see(self, caller: Caller, path: str, **params: Any) -> httpx2.Response:
        """Read."""
        return await self.client.get(path, params=params, headers=bearer(caller))

    async def plan(self) -> Any:
        """The plan as the social worker sees it."""
        return (await self.see(SOCIAL_WORKER, f"/v1/plans/{self.plan_id}")).json()

    async def goal(self, title: str = "Job within six months") -> str:
        """Set a goal; answer its id."""
        path = f"/v1/plans/{self.plan_id}/goals"
        answer = await self.ask(SOCIAL_WORKER, path, {"title": title})
        return str(answer.json()["goals"][-1]["id"])

    async def sent(self, **changes: Any) -> str:
        """Send a referral to the PUP; answer its address."""
        answer = await self.ask(SOCIAL_WORKER, "/v1/referrals", TO_THE_PUP | changes)
        assert answer.status_code == 201, answer.text
        return str(answer.headers["location"])

    async def accepted(self, **changes: Any) -> str:
        """Send a referral and accept it; answer its address."""
        address = await self.sent(**changes)
        answer = await self.ask(ADVISER, f"{address}/accept", VISIT)
        assert answer.status_code == 200, answer.text
        return address


@pytest.fixture
def anyio_backend() -> str:
    """The event loop that runs in production too."""
    return "asyncio"


@pytest.fixture
async def house() -> AsyncIterator[House]:
    """One client, registered by the OPS; every institution but the far one is known by name."""
    async with room(lambda said: build(Settings(**said)), mapping.metadata) as (client, database):
        await know(database, OPS, "MOPR Zabrze (demo)", InstitutionKind.OPS)
        await know(database, PUP, "PUP Zabrze (demo)", InstitutionKind.PUP)
        await know(database, NGO, "Fundacja Krok (demo)", InstitutionKind.NGO)
        await hear(database, reactions, fact_of(registered()))
        plan_id = await database.pool.fetchval("SELECT id FROM plans")
        yield House(client, database, str(plan_id))


def registered(client_id: UUID = CLIENT) -> ClientRegistered:
    """The OPS registered a client."""
    return ClientRegistered(
        client_id=client_id, relation_id=client_id, party_id=OPS, basis=BasisKind.REGISTRATION
    )
