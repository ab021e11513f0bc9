"""The plan as a machine: whatever is tried in whatever order, it goes by its table and loses nothing.

The model knows the states, the signatures and the words; the plan is asked over HTTP.
"""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

import httpx2
import pytest
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from contracts.values import BasisKind, InstitutionKind
from kernel import ids
from kernel.callers import Caller
from services.referrals.app import build
from services.referrals.domain.plan_states import ENDED, MOVES, PlanStatus
from services.referrals.reactions import reactions
from services.referrals.settings import Settings
from services.referrals.tables import mapping
from tests.referrals.conftest import ADVISER, OPS, PUP, SOCIAL_WORKER, registered
from tests.referrals.planning import CONTRACT, IPD, TEXT
from tests.support.machines import Room, played, room_of
from tests.support.rooms import relate

WORKERS = {"A": SOCIAL_WORKER, "B": ADVISER}
FORMS: dict[str, dict[str, Any]] = {"A": CONTRACT, "B": IPD}
LETTERS = st.sampled_from(["A", "B"])
pytestmark = [pytest.mark.machine, pytest.mark.timeout(0)]
HELD: list[Room] = []
_S = PlanStatus
_SIGNED_IN = frozenset(_S) - ENDED - {_S.DRAFT}


class Plan(RuleBasedStateMachine):
    """One plan of one client, with an OPS that leads and a PUP."""

    @initialize(far=st.integers(0, 4))
    def open(self, far: int) -> None:
        """A plan, walked some way: what is tried at random would seldom come beyond signing."""
        self.room = HELD[0]
        self.client = ids.new()
        self.room.hear(reactions, registered(self.client))
        self.room.run(relate(self.room.database, self.client, PUP, BasisKind.STATUTORY_TASK))
        row = self.room.fetch("SELECT id FROM plans WHERE client_id = $1", self.client)
        self.path = f"/v1/plans/{row[0]['id']}"
        self.shown = self.room.see(SOCIAL_WORKER, self.path).json()
        self.status = _S.DRAFT
        self.version = 1
        self.parts: dict[str, str] = {}
        self.signed: dict[str, set[str]] = {}
        self.goals: dict[str, str] = {}
        self.titles: dict[str, str] = {}
        self.actions: dict[str, tuple[str, str]] = {}
        for step in (self.lay_before_all, self.all_sign, self.begin, self.review)[:far]:
            step()

    def lay_before_all(self) -> None:
        for letter in WORKERS:
            self.open_part(letter)
        self.propose()

    def all_sign(self) -> None:
        for letter, sides in self.signed.items():
            for side in {"agree", "sign"} - sides:
                self.sign(letter, side)
        assert self.status is _S.AGREED

    def begin(self) -> None:
        self.step("activate")

    def review(self) -> None:
        self.step("open_review")

    def tell(
        self, by: Caller, verb: str, body: Any = None, seen: int | None = None
    ) -> httpx2.Response:
        headers = {} if seen is None else {"if_match": f'"v{seen}"'}
        answer = self.room.ask(by, f"{self.path}/{verb}", body, **headers)
        assert answer.status_code < 500, answer.text
        if answer.is_success:
            self.version += 1
            self.shown = answer.json()
        return answer

    def expect(self, answer: httpx2.Response, *, possible: bool) -> bool:
        """Succeeded exactly if the model says so; a step that is not names those that are."""
        assert answer.is_success is possible, answer.text
        if not possible and answer.json()["type"] == "/problems/IllegalMove":
            state = PlanStatus(answer.json()["state"])
            told = set(answer.json()["allowed"])
            assert told == {verb for verb, (begins, _) in MOVES.items() if state in begins}
        return possible

    @property
    def going_on(self) -> bool:
        return self.status not in ENDED

    def touch(self, letter: str) -> None:
        """What was signed of this part is to be signed anew."""
        had = self.signed.get(letter)
        if had and self.status is _S.AGREED:
            self.status = _S.CONSULTATION
        if letter in self.signed:
            self.signed[letter] = set()

    @rule(title=st.sampled_from(["Job", "Flat", "Health"]))
    def add_goal(self, title: str) -> None:
        answer = self.tell(ADVISER, "goals", {"title": title})
        if self.expect(answer, possible=self.going_on):
            goal = answer.json()["goals"][-1]["id"]
            self.goals[goal], self.titles[goal] = "open", title

    @precondition(lambda self: self.goals)
    @rule(letter=LETTERS, data=st.data())
    def add_action(self, letter: str, data: st.DataObject) -> None:
        goal = data.draw(st.sampled_from(sorted(self.goals)))
        answer = self.tell(WORKERS[letter], "actions", {"goal_id": goal, "title": "Something"})
        if self.expect(answer, possible=self.going_on and self.goals[goal] == "open"):
            shown = next(g for g in answer.json()["goals"] if g["id"] == goal)
            self.actions[shown["actions"][-1]["id"]] = (goal, letter)
            self.touch(letter)

    @precondition(lambda self: self.goals)
    @rule(data=st.data(), old=st.booleans(), title=st.sampled_from(["Work", "A room"]))
    def change_goal(self, data: st.DataObject, *, old: bool, title: str) -> None:
        goal = data.draw(st.sampled_from(sorted(self.goals)))
        seen = 1 if old else self.version
        answer = self.tell(SOCIAL_WORKER, f"goals/{goal}/change", {"title": title}, seen)
        possible = self.going_on and not old and self.goals[goal] == "open"
        if self.expect(answer, possible=possible):
            self.titles[goal] = title
            for letter in {whose for of, whose in self.actions.values() if of == goal}:
                self.touch(letter)
        elif old:
            assert answer.status_code == 412
            assert answer.json()["changed"]

    @rule(letter=LETTERS)
    def open_part(self, letter: str) -> None:
        answer = self.tell(WORKERS[letter], "parts", FORMS[letter])
        if self.expect(answer, possible=self.going_on and letter not in self.parts):
            self.parts[letter] = answer.json()["parts"][-1]["id"]
            self.signed[letter] = set()
            if self.status is _S.AGREED:
                self.status = _S.CONSULTATION

    @precondition(lambda self: self.parts)
    @rule(letter=LETTERS, hand=LETTERS)
    def change_part(self, letter: str, hand: str) -> None:
        if letter not in self.parts:
            return
        body = {"terms": FORMS[letter]["terms"], "text": TEXT}
        verb = f"parts/{self.parts[letter]}/change"
        answer = self.tell(WORKERS[hand], verb, body, self.version)
        if self.expect(answer, possible=self.going_on and hand == letter):
            self.touch(letter)

    @precondition(lambda self: self.parts)
    @rule(letter=LETTERS, side=st.sampled_from(["agree", "sign"]))
    def sign(self, letter: str, side: str) -> None:
        if letter not in self.parts:
            return
        body = {"evidence": "KS/1/2026"} if side == "sign" else None
        verb = f"parts/{self.parts[letter]}/{side}"
        answer = self.tell(WORKERS[letter], verb, body, self.version)
        possible = self.status in _SIGNED_IN and side not in self.signed[letter]
        if self.expect(answer, possible=possible):
            self.signed[letter].add(side)
            whole = all(len(sides) == 2 for sides in self.signed.values())
            if whole and self.status is _S.CONSULTATION:
                self.status = _S.AGREED

    @rule()
    def propose(self) -> None:
        owners = {letter for _, letter in self.actions.values()}
        ready = bool(self.parts) and owners <= self.parts.keys()
        answer = self.tell(SOCIAL_WORKER, "propose")
        if self.expect(answer, possible=self.status is _S.DRAFT and ready):
            self.status = _S.CONSULTATION

    @rule(verb=st.sampled_from(["activate", "open_review", "close_review", "discontinue"]))
    def step(self, verb: str) -> None:
        paths: dict[str, tuple[str, Any]] = {
            "activate": ("activate", {}),
            "open_review": ("reviews", None),
            "close_review": ("reviews/close", {"conclusions": "Goes on."}),
            "discontinue": ("discontinue", {"reason": "no_contact"}),
        }
        # Given up early a plan has no story: rarely, so that the other steps are played.
        if verb == "discontinue" and self.status in {_S.DRAFT, _S.CONSULTATION}:
            return
        path, body = paths[verb]
        sources, target = MOVES[verb]
        if self.expect(self.tell(SOCIAL_WORKER, path, body), possible=self.status in sources):
            self.status = target

    @rule()
    def complete(self) -> None:
        results = [
            {"goal_id": goal, "result": "reached"}
            for goal, status in self.goals.items()
            if status == "open"
        ]
        body = {"results": results, "summary": "Done."}
        sources, target = MOVES["complete"]
        if self.expect(
            self.tell(SOCIAL_WORKER, "complete", body), possible=self.status in sources
        ):
            self.status = target
            self.goals = dict.fromkeys(self.goals, "reached")

    @rule(verb=st.sampled_from(["propose", "activate", "complete", "discontinue"]))
    def another_may_not(self, verb: str) -> None:
        bodies: dict[str, Any] = {
            "activate": {},
            "complete": {"summary": "x"},
            "discontinue": {"reason": "other"},
        }
        answer = self.tell(ADVISER, verb, bodies.get(verb))
        assert answer.json()["type"] == "/problems/NotTheLead"

    @invariant()
    def nothing_is_lost(self) -> None:
        if not hasattr(self, "path"):
            return
        shown = self.shown
        assert (shown["status"], shown["version"]) == (self.status.value, self.version)
        # Refused steps changed nothing, for the next one still finds the version that is expected.
        assert {goal["id"]: goal["title"] for goal in shown["goals"]} == self.titles
        assert {goal["id"]: goal["status"] for goal in shown["goals"]} == self.goals
        held = {part["letter"]: _sides(part) for part in shown["parts"]}
        assert held == self.signed

    def teardown(self) -> None:
        """Every version has its line, every state its event, every signature its duty."""
        if not hasattr(self, "path"):
            return
        plan_id = UUID(self.path.removeprefix("/v1/plans/"))
        lines = self.room.fetch(
            "SELECT version FROM plan_changes WHERE plan_id = $1 ORDER BY version", plan_id
        )
        owed = self.room.fetch(
            "SELECT thing_id FROM duties WHERE client_id = $1 AND kind = 'agree_plan'",
            self.client,
        )
        told = self.room.announced(self.client)
        self.shown = self.room.see(SOCIAL_WORKER, self.path).json()
        self.nothing_is_lost()
        assert [row["version"] for row in lines] == list(range(2, self.version + 1))
        assert {str(row["thing_id"]) for row in owed} == self._unsigned()
        ends = {"completed": "plan.completed.v1", "discontinued": "plan.discontinued.v1"}
        for status, wire_name in ends.items():
            assert told.count(wire_name) == (self.status.value == status)

    def _unsigned(self) -> set[str]:
        if self.status not in _SIGNED_IN:
            return set()
        return {self.parts[one] for one, sides in self.signed.items() if len(sides) < 2}


def _sides(part: Any) -> set[str]:
    client = part["client"] is not None and part["client"]["answer"] == "signed"
    return {side for side, done in (("agree", part["signed_on"]), ("sign", client)) if done}


@pytest.fixture
def held() -> Iterator[Room]:
    """One room for a whole run; each game has a client of its own."""
    with room_of(lambda said: build(Settings(**said)), mapping.metadata) as room:
        room.know(OPS, "MOPR Zabrze (demo)", InstitutionKind.OPS)
        room.know(PUP, "PUP Zabrze (demo)", InstitutionKind.PUP)
        HELD.append(room)
        yield room
        HELD.clear()


def test_a_plan_goes_by_its_table_whatever_is_tried(
    held: Room, request: pytest.FixtureRequest
) -> None:
    nightly = request.config.getoption("--nightly")

    run_state_machine_as_test(Plan, settings=played(nightly=nightly))

    states = {row["status"] for row in held.fetch("SELECT DISTINCT status FROM plans")}
    assert states >= {status.value for status in PlanStatus}
