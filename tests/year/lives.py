"""What else happens to the people of the town: half of them agree on a plan, some find a job and lose it."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from contracts.intake import EmploymentStarted
from contracts.intake.means import EmploymentEnd, EmploymentEnded
from kernel import ids
from tests.support.rooms import bearer
from tests.year.town import OPS, Town

_HALF_A_YEAR = 180


@dataclass
class Plan:
    """A plan as its social worker remembers it."""

    address: str
    registered_on: date
    part: str = ""
    goal: str = ""
    version: int = 0
    begun: bool = False
    over: bool = False


@dataclass
class Job:
    """A job as she remembers it; the last day of work, inclusive."""

    started_on: date
    ended_on: date | None = None


class Lives:
    """Plans and jobs of the town, and their ledger."""

    def __init__(self, town: Town) -> None:
        self._town = town
        self.plans: list[Plan] = []
        self.jobs: list[Job] = []

    async def begin(self, client: UUID) -> None:
        """Somebody was registered: what will become of her."""
        town = self._town
        today = town.clock.today
        if town.pick.random() < 0.5:
            town.later(town.pick.randint(5, 30), lambda: self._write(client, today))
        if town.pick.random() < 0.4:
            town.later(town.pick.randint(10, 120), lambda: self._take_job(client))

    async def _write(self, client: UUID, registered_on: date) -> None:
        town = self._town
        answer = await town.http.get(f"/v1/plans/of-client/{client}", headers=bearer(OPS))
        assert answer.is_success, answer.text
        found = answer.json()["items"][0]
        plan = Plan(f"/v1/plans/{found['id']}", registered_on, version=found["version"])
        due = town.clock.today + timedelta(days=town.pick.randint(20, 90))
        goal = await self._say(plan, "goals", {"title": "Praca na pełen etat"})
        plan.goal = goal["goals"][-1]["id"]
        action = {"goal_id": plan.goal, "title": "Napisać CV", "due_on": due.isoformat()}
        action_id = (await self._say(plan, "actions", action))["goals"][-1]["actions"][-1]["id"]
        plan.part = (await self._say(plan, "parts", self._help_plan()))["parts"][-1]["id"]
        await self._say(plan, "propose")
        self.plans.append(plan)
        town.later(town.pick.randint(1, 10), lambda: self._sign(plan))
        if town.pick.random() < 0.7:
            town.later(
                town.pick.randint(11, 80), lambda: self._say(plan, f"actions/{action_id}/finish")
            )

    def _help_plan(self) -> dict[str, Any]:
        today = self._town.clock.today
        terms = {
            "valid_from": today.isoformat(),
            "review_on": (today + timedelta(days=150)).isoformat(),
        }
        text = {"institution_duties": ["Praca socjalna raz w tygodniu."]}
        return {"form": "help_plan", "terms": terms, "text": text}

    async def _sign(self, plan: Plan) -> None:
        await self._say(plan, f"parts/{plan.part}/agree")
        if self._town.pick.random() < 0.1:
            await self._say(plan, f"parts/{plan.part}/refuse", {"reason": "Nie teraz."})
            return
        await self._say(plan, f"parts/{plan.part}/sign", {"evidence": "teczka 1/2026"})
        await self._say(plan, "activate", {})
        plan.begun = True
        self._town.later(150, lambda: self._review(plan))

    async def _review(self, plan: Plan) -> None:
        await self._say(plan, "reviews", {})
        if self._town.pick.random() < 0.3:
            await self._say(plan, "reviews/close", {"conclusions": "Idzie dalej."})
            self._town.later(_HALF_A_YEAR, lambda: self._review(plan))
            return
        await self._say(plan, "reviews/close", {"conclusions": "Cel osiągnięty."})
        results = [{"goal_id": plan.goal, "result": "reached"}]
        await self._say(plan, "complete", {"results": results, "summary": "Pracuje."})
        plan.over = True

    async def _take_job(self, client: UUID) -> None:
        town, job_id = self._town, ids.new()
        job = Job(town.clock.today)
        self.jobs.append(job)
        started = EmploymentStarted(
            client_id=client, employment_id=job_id, started_on=job.started_on
        )
        await town.tell(started)
        if town.pick.random() < 0.6:
            town.later(town.pick.randint(20, 300), lambda: self._lose_job(client, job_id, job))

    async def _lose_job(self, client: UUID, job_id: UUID, job: Job) -> None:
        job.ended_on = self._town.clock.today
        await self._town.tell(
            EmploymentEnded(
                client_id=client,
                employment_id=job_id,
                ended_on=job.ended_on,
                reason=EmploymentEnd.RESIGNED,
            )
        )

    async def _say(self, plan: Plan, verb: str, body: Any = None) -> Any:
        answer = await self._town.http.post(
            f"{plan.address}/{verb}",
            json=body or {},
            headers=bearer(OPS, if_match=f'"v{plan.version}"'),
        )
        assert answer.is_success, (verb, answer.text)
        plan.version = answer.json()["version"]
        return answer.json()
