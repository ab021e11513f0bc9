"""A room of intake: an OPS and a PUP joined by an agreement, an NGO, a stranger, no client yet."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import httpx2
import pytest

from contracts.directory import AgreementActivated
from contracts.values import InstitutionKind
from kernel.callers import Caller
from kernel.transactions import Database
from services.intake.app import build
from services.intake.reactions import reactions
from services.intake.settings import Settings
from services.intake.tables import mapping
from tests.support.rooms import bearer, fact_of, hear, know, room, worker

OPS = UUID("0197a000-0000-7000-8000-000000000001")
PUP = UUID("0197a000-0000-7000-8000-000000000002")
NGO = UUID("0197a000-0000-7000-8000-000000000003")
FAR = UUID("0197a000-0000-7000-8000-000000000004")
PARTNERSHIP = UUID("0197a000-0000-7000-8000-00000000aa01")
LAPSED = UUID("0197a000-0000-7000-8000-00000000aa03")
NOBODY = "0197a000-0000-7000-8000-0000000000ff"

SOCIAL_WORKER = worker(OPS, InstitutionKind.OPS, "social_worker")
CLERK = worker(OPS, InstitutionKind.OPS, "ops_benefits_clerk")
MANAGER = worker(OPS, InstitutionKind.OPS, "ops_manager")
ADVISER = worker(PUP, InstitutionKind.PUP, "pup_adviser")
COORDINATOR = worker(NGO, InstitutionKind.NGO, "ngo_coordinator")
STRANGER = worker(FAR, InstitutionKind.OPS, "social_worker")

PESEL = "85031412347"
PHONE = "+48600100200"
BASIS = {"kind": "statutory_task", "article": "art. 100 ust. 2 u.p.s."}
CONSENT = {"kind": "consent", "evidence": "form 12/2026"}
WITH_THE_PARTNERSHIP = {"partnership": str(PARTNERSHIP), "basis": BASIS}
WITH_THE_NGO = {"institution": str(NGO), "basis": CONSENT}
ADMISSION = {
    "name": {"given": "Próbna", "family": "Wymyślona"},
    "birth_date": "1985-03-14",
    "pesel": PESEL,
    "residence": {
        "municipality": "2478011",
        "street": "Wolności 1",
        "postal_code": "41-800",
        "city": "Zabrze",
    },
    "contact": {"phone": PHONE, "email": "proba@example.org"},
    "reasons": ["unemployment"],
}


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

    async def register(self, caller: Caller = SOCIAL_WORKER, **changes: Any) -> httpx2.Response:
        """Register the client of these tests."""
        return await self.ask(caller, "/v1/clients", ADMISSION | changes)

    async def registered(self, caller: Caller = SOCIAL_WORKER, **changes: Any) -> str:
        """Register a client; answer her address."""
        answer = await self.register(caller, **changes)
        assert answer.status_code == 201, answer.text
        return str(answer.headers["location"])

    async def count(self, table: str) -> int:
        """How many rows lie in a table."""
        return int(await self.database.pool.fetchval(f"SELECT count(*) FROM {table}"))  # noqa: S608 a word of ours


@pytest.fixture
def anyio_backend() -> str:
    """The event loop that runs in production too."""
    return "asyncio"


@pytest.fixture
async def house() -> AsyncIterator[House]:
    """Institutions known by name; OPS and PUP are partners, and were once in another partnership."""
    key: dict[str, Any] = {"index_key": "0c" * 32}
    async with room(lambda said: build(Settings(**said, **key)), mapping.metadata) as (
        client,
        database,
    ):
        await know(database, OPS, "MOPR Zabrze (demo)", InstitutionKind.OPS)
        await know(database, PUP, "PUP Zabrze (demo)", InstitutionKind.PUP)
        await know(database, NGO, "Fundacja Krok (demo)", InstitutionKind.NGO)
        await know(database, FAR, "OPS Strzelce (demo)", InstitutionKind.OPS)
        await know(database, PARTNERSHIP, "Partnerstwo Zabrze (demo)", None)
        await know(database, LAPSED, "Partnerstwo dawne (demo)", None)
        await hear(
            database,
            reactions,
            fact_of(joined(1, PARTNERSHIP, None), "directory"),
            fact_of(joined(2, LAPSED, date(2025, 12, 31)), "directory"),
        )
        yield House(client, database)


def joined(number: int, group: UUID, until: date | None) -> AgreementActivated:
    """An agreement joined the OPS and the PUP."""
    return AgreementActivated(
        agreement_id=UUID(int=number),
        group_id=group,
        members=(OPS, PUP),
        valid_from=date(2025, 1, 1),
        valid_to=until,
    )
