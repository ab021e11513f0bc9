"""A table of case meetings: OPS, PUP and NGO in one partnership, all of whom see the client."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import httpx2
import sqlalchemy as sa

from contracts.values import InstitutionKind
from kernel import clock, ids
from kernel.callers import Caller
from kernel.tables import memberships
from kernel.transactions import Database
from services.referrals.reactions import reactions
from tests.referrals.conftest import (
    CLIENT,
    FAR,
    NGO,
    OPS,
    PUP,
    SOCIAL_WORKER,
    House,
    registered,
)
from tests.support.rooms import fact_of, hear, know, relate, worker

PARTNERSHIP = UUID("0197a000-0000-7000-8000-00000000aa01")
OTHER = UUID("0197a000-0000-7000-8000-00000000c002")
OTHER_ADVISER = worker(PUP, InstitutionKind.PUP, "pup_manager")
PURPOSE = "Kto płaci za kurs Wiesławy"
SETTLED = "PUP opłaci kurs Wiesławy od marca"


def today() -> date:
    """The day of every test."""
    return clock.today()


def days(count: int) -> str:
    """A day from today."""
    return (today() + timedelta(days=count)).isoformat()


@dataclass(frozen=True)
class Table:
    """What one does at a table, short enough to read."""

    house: House

    @property
    def database(self) -> Database:
        """Where everything lies."""
        return self.house.database

    async def ask(
        self, who: Caller, path: str, body: Any = None, **headers: str
    ) -> httpx2.Response:
        """Carry out a command."""
        return await self.house.ask(who, path, body, **headers)

    async def done(self, who: Caller, path: str, body: Any = None, **headers: str) -> Any:
        """Carry out a command that must succeed; answer what it says."""
        answer = await self.ask(who, path, body, **headers)
        assert answer.is_success, answer.text
        return answer.json()

    async def see(self, who: Caller, path: str, **params: Any) -> httpx2.Response:
        """Read."""
        return await self.house.see(who, path, **params)

    async def shown(self, who: Caller, path: str, **params: Any) -> Any:
        """Read what must be there."""
        answer = await self.see(who, path, **params)
        assert answer.is_success, answer.text
        return answer.json()

    async def planned(self, **changes: Any) -> str:
        """Plan a meeting of the three; answer its address."""
        answer = await self.ask(SOCIAL_WORKER, "/v1/meetings", plan() | changes)
        assert answer.status_code == 201, answer.text
        return str(answer.headers["location"])

    async def convened(self, **changes: Any) -> str:
        """Plan a meeting and invite to it."""
        address = await self.planned(**changes)
        await self.done(SOCIAL_WORKER, f"{address}/invite")
        return address

    async def item(self, address: str, who: Caller = SOCIAL_WORKER, **changes: Any) -> str:
        """Bring the client onto the agenda; answer the item's address."""
        body = {"client_id": str(CLIENT), "purpose": PURPOSE} | changes
        answer = await self.ask(who, f"{address}/items", body)
        assert answer.status_code == 201, answer.text
        return str(answer.headers["location"])

    async def open(self, address: str, *present: UUID) -> Any:
        """Open a meeting; the OPS is there in any case."""
        there = [{"institution": str(one)} for one in present]
        return await self.done(SOCIAL_WORKER, f"{address}/open", {"present": there})

    async def held(self, *present: UUID, **item: Any) -> tuple[str, str]:
        """A meeting in session with one item; answer both addresses."""
        address = await self.convened()
        about = await self.item(address, **item)
        await self.open(address, *(present or (PUP, NGO)))
        return address, about

    async def minuted(self, *present: UUID) -> tuple[str, str]:
        """A meeting with one decision whose minutes wait for approval."""
        address, about = await self.held(*present)
        await self.done(SOCIAL_WORKER, f"{about}/decisions", decision())
        await self.done(SOCIAL_WORKER, f"{address}/minutes")
        return address, about

    async def duties(self, kind: str) -> list[dict[str, Any]]:
        """What is owed of a kind."""
        rows = await self.database.pool.fetch(
            "SELECT * FROM duties WHERE kind = $1 ORDER BY institution", kind
        )
        return [dict(row) for row in rows]

    async def end_relation(self, client_id: UUID, party_id: UUID) -> None:
        """Let what joins a party to a client end, as if it had been heard."""
        await self.database.pool.execute(
            "UPDATE relations SET closed_at = now() WHERE client_id = $1 AND party_id = $2",
            client_id, party_id,
        )  # fmt: skip

    async def another_client(self, client_id: UUID = OTHER, *parties: UUID) -> UUID:
        """Another client of the OPS, whom some others may see."""
        await hear(self.database, reactions, fact_of(registered(client_id)))
        for party in parties:
            await relate(self.database, client_id, party)
        return client_id

    async def overdue(self, title: str = "Napisać CV", *, since: int = 3) -> str:
        """An action of the plan that is overdue; answer its id."""
        goal = await self.house.goal()
        path = f"/v1/plans/{self.house.plan_id}/actions"
        body = {"goal_id": goal, "title": title, "due_on": days(-since)}
        plan = await self.done(SOCIAL_WORKER, path, body)
        return next(
            str(action["id"])
            for one in plan["goals"]
            for action in one["actions"]
            if action["title"] == title
        )


def plan() -> dict[str, Any]:
    """A meeting of today."""
    return {
        "partnership": str(PARTNERSHIP),
        "planned_on": days(0),
        "starts_at": "10:00",
        "place": "MOPR, sala 4",
        "participants": [{"institution": str(PUP)}, {"institution": str(NGO)}],
    }


def decision(**changes: Any) -> dict[str, Any]:
    """Something decided."""
    return {"text": SETTLED, "owner": str(PUP), "due_on": days(14)} | changes


def only(*institutions: UUID) -> list[dict[str, str]]:
    """A list of who may know."""
    return [{"institution": str(one)} for one in institutions]


async def lay(house: House) -> Table:
    """Lay the table: an agreement in force, and everybody's relation to the client."""
    await know(house.database, PARTNERSHIP, "Partnerstwo Zabrze (demo)", None)
    await know(house.database, FAR, "OPS Daleko (demo)", InstitutionKind.OPS)
    agreement = ids.new()
    rows = [
        {
            "agreement_id": agreement,
            "member_id": member,
            "group_id": PARTNERSHIP,
            "valid_from": date(2020, 1, 1),
            "valid_to": None,
        }
        for member in (OPS, PUP, NGO)
    ]
    async with house.database.engine.begin() as connection:
        await connection.execute(sa.insert(memberships).values(rows))
    for party in (PUP, NGO):
        await relate(house.database, CLIENT, party)
    return Table(house)
