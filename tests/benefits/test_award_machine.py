"""An award as a machine: whatever is tried in whatever order, it goes by its table and pays no step twice.

The model is pure: days of work and a table of states; what each month pays it works out with fractions
of its own. The award is asked over HTTP.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any
from uuid import UUID

import httpx2
import pytest
from aiohttp import web
from fastapi import FastAPI
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from contracts.intake import EmploymentStarted
from contracts.intake.means import EmploymentEnd, EmploymentEnded
from contracts.intake.person import ClientMoved
from contracts.values import BasisKind
from kernel import ids
from services.benefits.app import build
from services.benefits.domain.award_states import MOVES, AwardState
from services.benefits.domain.months import days_in, month_of, shifted
from services.benefits.reactions import reactions
from services.benefits.settings import Settings
from services.benefits.tables import mapping
from tests.benefits.conftest import APPLICATION, MANAGER, OPS, SOCIAL_WORKER, T01, Gateway
from tests.support.machines import Room, played, room_of
from tests.support.rooms import relate

pytestmark = [pytest.mark.machine, pytest.mark.timeout(0)]
HELD: list[Room] = []
SECOND = replace(MANAGER, worker="ops-second-manager")
START = date(2026, 3, 1)
LOST = Decimal("505.00")
STEP_12 = [percent for percent in (100, 75, 50, 25) for _ in range(3)]
WINDOW_ENDS = "2029-02"
DAYS = st.integers(0, 500).map(lambda n: START + timedelta(days=n))
S = AwardState


@dataclass(frozen=True)
class Line:
    """What the model knows of a month: its step, its days of work, and a sum if it was corrected."""

    step: int
    days: frozenset[int]
    full: Decimal

    def amount(self, month: str) -> Decimal:
        share = Fraction(self.full) * len(self.days) / days_in(month)
        grosze = (share * 100 + Fraction(1, 2)).__floor__()
        return Decimal(grosze).scaleb(-2)


def full_of(step: int) -> Decimal:
    return (LOST * STEP_12[step - 1] / 100).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)


class KnowsEverybody(Gateway):
    """Every client of this room took the job of T01."""

    async def answer(self, request: web.Request) -> web.Response:
        del request
        return web.json_response(T01)


class Life(RuleBasedStateMachine):
    """One award of one client: she works, loses her work, finds work, moves."""

    @initialize(granted=st.booleans())
    def apply(self, *, granted: bool) -> None:
        """Applied for, and mostly granted: what is not granted has no story."""
        self.room = HELD[0]
        self.client = ids.new()
        self.room.run(relate(self.room.database, self.client, OPS, BasisKind.STATUTORY_TASK))
        body = APPLICATION | {"client_id": str(self.client)}
        answer = self.room.ask(SOCIAL_WORKER, "/v1/awards", body)
        assert answer.status_code == 201, answer.text
        self.path = answer.headers["location"]
        self.shown = answer.json()
        self.state, self.version = S.APPLIED, 1
        self.job = UUID(T01["employments"][0]["id"])
        self.lines = {
            shifted("2026-03", n): Line(n + 1, frozenset(range(1, days_in(shifted("2026-03", n)) + 1)), full_of(n + 1))
            for n in range(12)
        }  # fmt: skip
        self.rest: list[tuple[int, Decimal]] = []
        self.pause: date | None = None
        self.offered: tuple[date, UUID] | None = None
        self.correction: tuple[str, str, Decimal, Line] | None = None
        if granted:
            self.approve()

    def tell(self, by: Any, verb: str, body: Any = None) -> httpx2.Response:
        answer = self.room.ask(by, f"{self.path}/{verb}", body)
        assert answer.status_code < 500, answer.text
        if answer.is_success:
            self.shown = answer.json()
        return answer

    def possible(self, verb: str) -> bool:
        return self.state in MOVES[verb][0]

    def expect(self, answer: httpx2.Response, *, possible: bool) -> bool:
        """Succeeded exactly if the model says so."""
        assert answer.is_success is possible, answer.text
        return possible

    def enter(self, verb: str) -> None:
        self.state = MOVES[verb][1]
        self.version += 1

    @rule()
    def approve(self) -> None:
        possible = self.possible("approve")
        if self.expect(self.tell(MANAGER, "approve"), possible=possible):
            self.enter("approve")
            self.enter("activate")  # March 2026 is past

    @precondition(lambda self: self.state is S.APPLIED)
    @rule()
    def whoever_computed_it_may_not(self) -> None:
        both = replace(SOCIAL_WORKER, roles=SOCIAL_WORKER.roles | {"ops_manager"})
        assert self.tell(both, "approve").json()["type"] == "/problems/OwnCalculation"

    def cut(self, last_day: date) -> None:
        month, kept = month_of(last_day), {}
        waiting: list[tuple[int, Decimal]] = []
        for name, line in sorted(self.lines.items()):
            days = line.days if name < month else frozenset[int]()
            if name == month:
                days = frozenset(day for day in line.days if day <= last_day.day)
            if days:
                kept[name] = replace(line, days=days)
            else:
                waiting.append((line.step, line.full))
        self.lines, self.rest = kept, waiting + self.rest

    def paused(self, last_day: date) -> None:
        self.enter("suspend")
        self.cut(last_day)
        self.pause, self.offered = last_day + timedelta(days=1), None

    @rule(day=DAYS)
    def suspend(self, day: date) -> None:
        possible = self.possible("suspend")
        answer = self.tell(SOCIAL_WORKER, "suspend", {"last_day": day.isoformat()})
        if self.expect(answer, possible=possible):
            self.paused(day)

    @rule(day=DAYS, hers=st.booleans())
    def work_ends(self, day: date, *, hers: bool) -> None:
        job = self.job if hers else ids.new()
        event = EmploymentEnded(
            client_id=self.client, employment_id=job, ended_on=day, reason=EmploymentEnd.OTHER
        )
        self.room.hear(reactions, event)
        if hers and self.possible("suspend"):
            self.paused(day)
        self.look()

    @rule(day=DAYS)
    def work_begins(self, day: date) -> None:
        job = ids.new()
        event = EmploymentStarted(client_id=self.client, employment_id=job, started_on=day)
        self.room.hear(reactions, event)
        waits = self.state is S.SUSPENDED and self.pause is not None and self.rest
        if waits and self.pause is not None and day >= self.pause:
            self.offered = day, job
            self.version += 1
        self.look()

    @rule(ahead=st.integers(-3, 400))
    def resume(self, ahead: int) -> None:
        day = (self.pause or START) + timedelta(days=ahead)
        answer = self.tell(SOCIAL_WORKER, "resume", {"from_day": day.isoformat()})
        if self.state is not S.SUSPENDED:
            assert answer.json()["type"] == "/problems/IllegalMove"
            return
        lines = self.laid_on(day)
        possible = ahead >= 0 and lines != self.lines
        if self.expect(answer, possible=possible):
            self.enter("resume")
            self.lines, self.rest, self.pause = lines, [], None
            if self.offered:
                self.job = self.offered[1]
            self.offered = None

    def laid_on(self, day: date) -> dict[str, Line]:
        lines, month, first = dict(self.lines), month_of(day), day.day
        if month in lines:
            days = lines[month].days | frozenset(range(first, days_in(month) + 1))
            lines[month] = replace(lines[month], days=days)
            month, first = shifted(month, 1), 1
        for step, full in self.rest:
            if month > WINDOW_ENDS:
                break
            lines[month] = Line(step, frozenset(range(first, days_in(month) + 1)), full)
            month, first = shifted(month, 1), 1
        return lines

    @rule(day=DAYS, rare=st.integers(0, 9))
    def waive(self, day: date, rare: int) -> None:
        if rare and self.possible("end"):
            return  # ended early it has no story
        possible = self.possible("end")
        answer = self.tell(SOCIAL_WORKER, "waive", {"last_day": day.isoformat()})
        if self.expect(answer, possible=possible):
            self.ended(day)

    @rule(day=DAYS, rare=st.integers(0, 9), far=st.booleans())
    def moves(self, day: date, rare: int, *, far: bool) -> None:
        if rare and far:
            return
        event = ClientMoved(
            client_id=self.client, moved_on=day, municipality="1261011" if far else "2478011"
        )
        self.room.hear(reactions, event)
        if far and self.possible("end"):
            self.ended(day - timedelta(days=1))
        self.look()

    def ended(self, last_day: date) -> None:
        self.enter("end")
        self.cut(last_day)
        self.rest, self.offered = [], None

    @precondition(lambda self: self.lines and self.correction is None)
    @rule(data=st.data(), amount=st.integers(0, 50_600))
    def propose(self, data: st.DataObject, amount: int) -> None:
        month = data.draw(st.sampled_from(sorted(self.lines)))
        new = Decimal(amount).scaleb(-2)
        body = {"month": month, "amount": f"{new:.2f}", "reason": "facts_wrong"}
        answer = self.tell(MANAGER, "corrections", body)
        granted = self.state in {S.APPROVED, S.ACTIVE, S.SUSPENDED}
        changes = new != self.lines[month].amount(month) and new <= LOST
        if self.expect(answer, possible=granted and changes):
            self.correction = answer.json()["corrections"][-1]["id"], month, new, self.lines[month]

    @precondition(lambda self: self.correction is not None)
    @rule(own=st.booleans())
    def confirm(self, *, own: bool) -> None:
        assert self.correction
        correction, month, new, was = self.correction
        answer = self.tell(MANAGER if own else SECOND, f"corrections/{correction}/confirm")
        # A month that lost or won days meanwhile is another than the one that was to be corrected.
        if self.expect(answer, possible=not own and self.lines.get(month) == was):
            full = (new * days_in(month) / len(was.days)).quantize(
                Decimal("0.01"), rounding=ROUND_HALF_UP
            )
            self.lines[month] = replace(was, full=full)
            self.correction = None
            self.version += 1

    @precondition(lambda self: self.correction is not None)
    @rule()
    def take_back(self) -> None:
        assert self.correction
        self.expect(self.tell(MANAGER, f"corrections/{self.correction[0]}/refuse"), possible=True)
        self.correction = None

    def look(self) -> None:
        self.shown = self.room.see(SOCIAL_WORKER, self.path).json()

    @invariant()
    def it_pays_what_the_model_says(self) -> None:
        if not hasattr(self, "path"):
            return
        shown = self.shown
        assert (shown["status"], shown["version"]) == (self.state.value, self.version)
        paid = [(m["month"], m["step"], m["amount"]) for m in shown["months"]]
        assert paid == [
            (month, line.step, f"{line.amount(month):.2f}")
            for month, line in sorted(self.lines.items())
        ]
        steps = [month["step"] for month in shown["months"]]
        assert steps == sorted(set(steps))
        assert shown["steps_left"] == len(self.rest)
        assert shown["total"] == f"{sum(Decimal(a) for _, _, a in paid):.2f}"

    def teardown(self) -> None:
        """What is planned lies as rows, and each event was told once."""
        if not hasattr(self, "path"):
            return
        self.look()
        self.it_pays_what_the_model_says()
        award_id = UUID(self.path.removeprefix("/v1/awards/"))
        rows = self.room.fetch(
            "SELECT month FROM award_months WHERE award_id = $1 AND state <> 'cancelled'", award_id
        )
        assert {row["month"] for row in rows} == set(self.lines)
        told = self.room.announced(self.client)
        assert told.count("award.ended.v1") == (self.state is S.ENDED)
        assert told.count("award.suspended.v1") - told.count("award.resumed.v1") in (0, 1)


@pytest.fixture
def held() -> Iterator[Room]:
    """One room for a whole run; each game has a client of its own."""
    built: list[FastAPI] = []

    def build_app(said: Any) -> FastAPI:
        built.append(build(Settings(**(dict(said) | {"gateway_url": urls[0]}))))
        return built[0]

    urls = ["http://127.0.0.1:9"]
    gateway = KnowsEverybody()
    with room_of(lambda said: build_app(dict(said)), mapping.metadata) as room:
        urls.append(room.run(gateway.open()))
        house = built[0].state.house
        house._urls["gateway"] = urls[1]  # noqa: SLF001 the address is known once the loop runs
        room.run(house.open())
        HELD.append(room)
        yield room
        HELD.clear()
        room.run(house.close())
        room.run(gateway.close())


def test_an_award_goes_by_its_table_whatever_is_tried(
    held: Room, request: pytest.FixtureRequest
) -> None:
    nightly = request.config.getoption("--nightly")

    # Half as many as elsewhere: every step seals all its months anew, and 200 games take two minutes.
    run_state_machine_as_test(Life, settings=played(nightly=nightly, examples=100))

    states = {row["state"] for row in held.fetch("SELECT DISTINCT state FROM awards")}
    assert states >= {"applied", "active", "suspended", "ended"}
