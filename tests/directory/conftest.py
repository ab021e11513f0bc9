"""A room of the directory: empty, with an operator who keeps it and workers who read it."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import httpx2
import pytest

from contracts.values import InstitutionKind
from kernel.callers import Caller
from kernel.transactions import Database
from services.directory.app import build
from services.directory.settings import Settings
from services.directory.tables import mapping
from tests.support.rooms import bearer, room, worker

OPS = UUID("0197a000-0000-7000-8000-000000000001")
PUP = UUID("0197a000-0000-7000-8000-000000000002")
FAR = UUID("0197a000-0000-7000-8000-000000000004")
PARTNERSHIP = UUID("0197a000-0000-7000-8000-00000000aa01")
AGREEMENT = UUID("0197a000-0000-7000-8000-00000000ab01")
NOBODY = UUID("0197a000-0000-7000-8000-0000000000ff")

OPERATOR = worker(UUID(int=255), InstitutionKind.OPERATOR, "operator")
SOCIAL_WORKER = worker(OPS, InstitutionKind.OPS, "social_worker")
ADVISER = worker(PUP, InstitutionKind.PUP, "pup_adviser")
STRANGER = worker(FAR, InstitutionKind.OPS, "social_worker")

THE_OPS = {"id": str(OPS), "name": "MOPR Zabrze (demo)", "kind": "OPS", "territory": "2478011"}
THE_PUP = {"id": str(PUP), "name": "PUP Zabrze (demo)", "kind": "PUP", "territory": "2478"}
THE_PARTNERSHIP = {
    "id": str(PARTNERSHIP),
    "name": "Partnerstwo Zabrze (demo)",
    "territory": ["2478"],
}
THE_AGREEMENT = {
    "id": str(AGREEMENT),
    "number": "1/2026",
    "members": [str(OPS), str(PUP)],
    "valid_from": "2026-01-01",
}
AGREEMENTS = f"/v1/partnerships/{PARTNERSHIP}/agreements"


@dataclass(frozen=True)
class House:
    """The service of one test: what one can ask it, and what lies in its database."""

    client: httpx2.AsyncClient
    database: Database

    async def ask(
        self, caller: Caller, path: str, body: Any = None, **headers: str
    ) -> httpx2.Response:
        """Carry out a command."""
        return await self.client.post(path, json=body or {}, headers=bearer(caller, **headers))

    async def see(self, caller: Caller, path: str, **params: Any) -> httpx2.Response:
        """Read."""
        return await self.client.get(path, params=params, headers=bearer(caller))

    async def founded(self) -> None:
        """Enter two institutions and found their partnership."""
        for path, body in (
            ("/v1/institutions", THE_OPS),
            ("/v1/institutions", THE_PUP),
            ("/v1/partnerships", THE_PARTNERSHIP),
        ):
            assert (await self.ask(OPERATOR, path, body)).status_code == 201


@pytest.fixture
def anyio_backend() -> str:
    """The event loop that runs in production too."""
    return "asyncio"


@pytest.fixture
async def house() -> AsyncIterator[House]:
    """An empty directory."""
    async with room(lambda said: build(Settings(**said)), mapping.metadata) as (client, database):
        yield House(client, database)
