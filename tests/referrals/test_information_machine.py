"""Requests for information as a machine: whatever is done in whatever order, the rules hold."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import hypothesis.strategies as st
import pytest
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from hypothesis.stateful import run_state_machine_as_test as play

from contracts.intake import ClientRegistered
from contracts.referrals.requests import RequestOver
from contracts.values import BasisKind, InstitutionKind
from kernel import clock, ids
from kernel.callers import Caller
from kernel.transactions import begin
from services.referrals.app import build
from services.referrals.domain.information_states import MOVES, OPEN, TOLD
from services.referrals.reactions import reactions
from services.referrals.settings import Settings
from services.referrals.tables import mapping
from services.referrals.use_cases.supersede_requests import supersede_requests
from services.referrals.use_cases.watch_information import watch_information
from tests.referrals.conftest import (
    ADVISER,
    COORDINATOR,
    NGO,
    OPS,
    PUP,
    SOCIAL_WORKER,
    STRANGER,
)
from tests.referrals.requesting import ARTICLE, REQUESTS, noon
from tests.support.machines import Room, played, room_of

MONDAY = date(2026, 3, 2)
KINDS = ("pup_status", "contact")
ANSWERS = {
    "pup_status": {"kind": "pup_status", "status": "unemployed"},
    "contact": {"kind": "contact", "text": "Rano"},
}
CALLERS = st.sampled_from([SOCIAL_WORKER, ADVISER, COORDINATOR, STRANGER])
EVENT = {
    "receive": "received", "answer": "answered", "refuse": "refused", "pass-on": "forwarded",
    "delay": "delayed", "withdraw": "withdrawn", "acknowledge": "acknowledged",
}  # fmt: skip
STEP = {("answer", "partly_answered"): "answer_partly"}
ASKERS_OWN = {"withdraw", "acknowledge"}
rooms: list[Room] = []


@dataclass
class Model:
    """What one request should be like by now."""

    address: str
    asked: Caller
    state: str = "asked"
    version: int = 1
    delayed: bool = False
    acknowledged: bool = False
    answered: set[str] = field(default_factory=set)
    events: list[str] = field(default_factory=lambda: ["requested"])

    def may(self, step: str) -> bool:
        """Whether the table allows a step."""
        if step == "acknowledge":
            return self.state in TOLD and not self.acknowledged
        if step == "delay" and self.delayed:
            return False
        return self.state in MOVES[step][0]


class Requests(RuleBasedStateMachine):
    """One client, one request that begins with the PUP, and everybody trying everything."""

    def __init__(self) -> None:
        super().__init__()
        self.room = rooms[0]
        self.client = ids.new()
        self.day = MONDAY
        self.room.hear(reactions, _registered(self.client))
        with self.today():
            answer = self.room.ask(SOCIAL_WORKER, REQUESTS, self.question(PUP))
        assert answer.status_code == 201, answer.text
        self.model = Model(answer.headers["location"], ADVISER)

    @contextmanager
    def today(self) -> Iterator[None]:
        kept = clock.now
        clock.now = lambda: noon(self.day)
        try:
            yield
        finally:
            clock.now = kept

    def question(self, to: UUID) -> dict[str, Any]:
        asked = [{"kind": kind} for kind in KINDS]
        return {
            "client_id": str(self.client),
            "to": {"institution": str(to)},
            "questions": asked,
            "basis": ARTICLE,
        }

    def attempt(self, caller: Caller, verb: str, body: Any, leads: str) -> bool:
        """Try a step; it is refused exactly as the table, the sides and the rules say."""
        model, step = self.model, STEP.get((verb, leads), verb.replace("-", "_"))
        with self.today():
            answer = self.room.ask(caller, f"{model.address}/{verb}", body)
        party = caller.institution in {OPS, model.asked.institution}
        asker = caller.institution == OPS
        if not party:
            assert answer.status_code == 404
        elif asker != (verb in ASKERS_OWN):
            assert answer.status_code == 403
        elif not model.may(step):
            assert answer.status_code == 409, answer.text
        else:
            assert answer.status_code == 200, answer.text
            model.state, model.version = leads, model.version + 1
            model.events.append(EVENT[verb])
            assert answer.json()["state"] == leads
            return True
        return False

    @rule(caller=CALLERS)
    def receive(self, caller: Caller) -> None:
        self.attempt(caller, "receive", {}, "received")

    @rule(caller=CALLERS, kinds=st.sets(st.sampled_from(KINDS), min_size=1))
    def answer(self, caller: Caller, kinds: set[str]) -> None:
        whole = self.model.answered | kinds == set(KINDS)
        body = {"answers": [ANSWERS[kind] for kind in sorted(kinds)], "missing": "no_data"}
        if self.attempt(caller, "answer", body, "answered" if whole else "partly_answered"):
            self.model.answered |= kinds
            self.model.acknowledged = False

    @rule(caller=CALLERS)
    def refuse(self, caller: Caller) -> None:
        self.attempt(caller, "refuse", {"reason": "secrecy"}, "refused")

    @rule(caller=CALLERS)
    def pass_on(self, caller: Caller) -> None:
        """From the PUP to the NGO, whose request it then is; the NGO passes nothing back."""
        if self.model.asked is COORDINATOR and caller is COORDINATOR:
            return
        body = {"to": {"institution": str(NGO)}}
        if self.attempt(caller, "pass-on", body, "passed_on"):
            with self.today():
                seen = self.room.see(SOCIAL_WORKER, self.model.address).json()
            events = [*self.model.events, "requested"]
            self.model = Model(f"{REQUESTS}/{seen['passed_to']}", COORDINATOR, events=events)

    @rule(caller=CALLERS)
    def delay(self, caller: Caller) -> None:
        with self.today():
            seen = self.room.see(SOCIAL_WORKER, self.model.address).json()
        until = date.fromisoformat(seen["due_on"]) + timedelta(days=5)
        body = {"until": until.isoformat(), "reason": "archive"}
        if self.attempt(caller, "delay", body, "received"):
            self.model.delayed = True

    @rule(caller=CALLERS)
    def withdraw(self, caller: Caller) -> None:
        self.attempt(caller, "withdraw", {}, "withdrawn")

    @rule(caller=CALLERS)
    def acknowledge(self, caller: Caller) -> None:
        if self.attempt(caller, "acknowledge", {}, self.model.state):
            self.model.acknowledged = True

    @rule(count=st.integers(1, 9))
    def days_pass(self, count: int) -> None:
        """The clock goes round each day; it reminds or escalates, and moves neither state nor version."""
        for _ in range(count):
            self.day += timedelta(days=1)
            with self.today():
                self.room.run(_turn(self.room))
        told = self.told()
        for name in told[len(self.model.events) :]:
            assert name in {"reminded", "escalated"}
            assert self.model.state in OPEN
        self.model.events = told

    @precondition(lambda self: self.model.state in OPEN)
    @rule()
    def ground_ends(self) -> None:
        self.room.run(_supersede(self.room, self.client))
        self.model.state, self.model.version = "superseded", self.model.version + 1
        self.model.events.append("superseded")

    @precondition(lambda self: self.model.state in OPEN)
    @rule()
    def the_same_is_asked_again(self) -> None:
        with self.today():
            body = self.question(self.model.asked.institution)
            answer = self.room.ask(SOCIAL_WORKER, REQUESTS, body)
        assert answer.status_code == 409
        assert answer.json()["request_id"] in self.model.address

    @invariant()
    def it_stands_as_the_model_says(self) -> None:
        with self.today():
            seen = self.room.see(SOCIAL_WORKER, self.model.address).json()
        assert (seen["state"], seen["version"]) == (self.model.state, self.model.version)
        assert self.told() == self.model.events

    @invariant()
    def what_is_owed_fits_where_it_stands(self) -> None:
        query = "SELECT kind, institution FROM duties WHERE thing_id = $1"
        rows = self.room.fetch(query, UUID(self.model.address.rsplit("/", maxsplit=1)[-1]))
        kinds = {row["kind"] for row in rows}
        if self.model.state in OPEN:
            assert "answer_request" in kinds
        else:
            unread = self.model.state in TOLD and not self.model.acknowledged
            assert kinds == ({"read_answer"} if unread else set())

    def told(self) -> list[str]:
        names = [name.split(".") for name in self.room.announced(self.client)]
        return [verb for noun, verb, _ in names if noun == "information"]


async def _turn(room: Room) -> None:
    async with begin(room.database) as tx:
        await watch_information(tx)


async def _supersede(room: Room, client_id: UUID) -> None:
    async with begin(room.database) as tx:
        await supersede_requests(client_id, RequestOver.CLIENT_CLOSED, tx=tx)


def _registered(client_id: UUID) -> ClientRegistered:
    return ClientRegistered(
        client_id=client_id, relation_id=client_id, party_id=OPS, basis=BasisKind.REGISTRATION
    )


@pytest.mark.machine
@pytest.mark.timeout(0)
def test_requests_for_information_keep_to_their_table(request: pytest.FixtureRequest) -> None:
    with room_of(lambda said: build(Settings(**said)), mapping.metadata) as room:
        for party, name, kind in (
            (OPS, "MOPR Zabrze (demo)", InstitutionKind.OPS),
            (PUP, "PUP Zabrze (demo)", InstitutionKind.PUP),
            (NGO, "Fundacja Krok (demo)", InstitutionKind.NGO),
        ):
            room.know(party, name, kind)
        rooms[:] = [room]
        play(Requests, settings=played(nightly=request.config.getoption("--nightly")))
