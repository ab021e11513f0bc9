"""What tests of the plan do over and over: write parts, sign them, walk a plan to where it is needed."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import httpx2

from contracts.values import InstitutionKind
from kernel import clock
from kernel.callers import Caller
from tests.referrals.conftest import ADVISER, CLIENT, OPS, PUP, SOCIAL_WORKER, House
from tests.support.rooms import relate, worker

CLERK = worker(OPS, InstitutionKind.OPS, "ops_benefits_clerk")
MANAGER = worker(OPS, InstitutionKind.OPS, "ops_manager")
COLLEAGUE = replace(SOCIAL_WORKER, worker="ops-colleague")
TEXT: dict[str, Any] = {
    "problem": "Arrears of rent after losing the job.",
    "causes": "The bakery closed.",
    "client_duties": ["Answers two offers a week."],
    "institution_duties": ["Social work once a week."],
    "effect": "The plan is looked at again before a decision.",
}


def day(count: int) -> str:
    """So many days from today."""
    return (clock.today() + timedelta(days=count)).isoformat()


CONTRACT: dict[str, Any] = {
    "form": "social_contract_a",
    "terms": {"valid_from": day(0), "valid_to": day(180), "review_on": day(90)},
    "text": TEXT,
}
IPD: dict[str, Any] = {
    "form": "ipd",
    "terms": {"valid_from": "2026-03-02", "valid_to": "2026-08-31", "contact_every_days": 30},
    "text": TEXT,
}


class Desk:
    """A plan and the workers who write in it."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.path = f"/v1/plans/{house.plan_id}"

    async def do(
        self, verb: str, body: Any = None, by: Caller = SOCIAL_WORKER, **headers: str
    ) -> httpx2.Response:
        """One verb of the plan."""
        return await self.house.ask(by, f"{self.path}/{verb}", body, **headers)

    async def done(
        self, verb: str, body: Any = None, by: Caller = SOCIAL_WORKER, seen: int | None = None
    ) -> Any:
        """One verb that succeeds; the plan after it."""
        headers = {} if seen is None else {"if_match": f'"v{seen}"'}
        answer = await self.do(verb, body, by, **headers)
        assert answer.is_success, answer.text
        return answer.json()

    async def seen(self) -> Any:
        """The plan as it stands."""
        return await self.house.plan()

    async def goal(self, title: str = "Job within six months", **more: Any) -> str:
        """Set a goal."""
        return str((await self.done("goals", {"title": title} | more))["goals"][-1]["id"])

    async def action(self, goal_id: str, by: Caller = SOCIAL_WORKER, **more: Any) -> str:
        """Plan an action of one's own."""
        body = {"goal_id": goal_id, "title": "Write a CV together"} | more
        plan = await self.done("actions", body, by)
        found = next(goal for goal in plan["goals"] if goal["id"] == goal_id)
        return str(found["actions"][-1]["id"])

    async def part(self, body: Any = None, by: Caller = SOCIAL_WORKER) -> str:
        """Write a part."""
        return str((await self.done("parts", body or CONTRACT, by))["parts"][-1]["id"])

    async def signs(self, part_id: str, by: Caller = SOCIAL_WORKER) -> Any:
        """Both sides sign a part as it stands."""
        seen = (await self.seen())["version"]
        await self.done(f"parts/{part_id}/agree", None, by, seen)
        return await self.done(f"parts/{part_id}/sign", {"evidence": "KS/12/2026"}, by, seen)

    async def with_pup(self) -> None:
        """Let the labour office see the client."""
        await relate(self.house.database, CLIENT, PUP)

    async def proposed(self) -> tuple[str, str]:
        """Two parts, laid for consultation: the OPS' and the PUP's."""
        await self.with_pup()
        ours, theirs = await self.part(), await self.part(IPD, ADVISER)
        await self.done("propose")
        return ours, theirs

    async def agreed(self) -> tuple[str, str]:
        """The same, signed by everybody."""
        ours, theirs = await self.proposed()
        await self.signs(ours)
        await self.signs(theirs, ADVISER)
        return ours, theirs

    async def active(self) -> tuple[str, str]:
        """The same, being carried out."""
        parts = await self.agreed()
        await self.done("activate", {"ends_on": "2099-12-31"})
        return parts

    async def owed(self, kind: str) -> list[tuple[str, str, str | None]]:
        """The duties of one kind: which thing, whose, by when."""
        rows = await self.house.database.pool.fetch(
            "SELECT thing_id, institution, due_on FROM duties WHERE kind = $1 ORDER BY thing_id",
            kind,
        )
        return [
            (str(r["thing_id"]), str(r["institution"]), r["due_on"] and r["due_on"].isoformat())
            for r in rows
        ]


def problem(answer: httpx2.Response) -> tuple[int, str]:
    """The number and the name of a refusal."""
    return answer.status_code, answer.json()["type"].removeprefix("/problems/")


def part_of(plan: Any, part_id: str) -> Any:
    """One part of a plan as it is shown."""
    return next(part for part in plan["parts"] if part["id"] == part_id)


def today() -> str:
    """The day in Poland."""
    return clock.today().isoformat()
