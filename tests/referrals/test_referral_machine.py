"""The life of referrals, played against the service over HTTP by a model that knows only the table."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    precondition,
    rule,
    run_state_machine_as_test,
)

from contracts.values import InstitutionKind
from kernel import clock, ids
from kernel.callers import Caller
from kernel.transactions import begin
from services.referrals.app import build
from services.referrals.domain.referral_states import (
    ENDED,
    MOVES,
    OPEN,
    STAYS,
    UNANSWERED,
    UNDER_WAY,
    ReferralState,
)
from services.referrals.reactions import reactions
from services.referrals.settings import Settings
from services.referrals.tables import mapping
from services.referrals.use_cases.keep_referral_clocks import keep_referral_clocks
from tests.referrals.conftest import (
    ADVISER,
    COORDINATOR,
    NGO,
    OPS,
    PUP,
    SOCIAL_WORKER,
    STRANGER,
    registered,
)
from tests.support.machines import Room, played, room_of
from tests.support.rooms import worker

pytestmark = [pytest.mark.machine, pytest.mark.timeout(0)]

S = ReferralState
MOST = 4
MANAGER = worker(OPS, InstitutionKind.OPS, "ops_manager")
ACTORS = (SOCIAL_WORKER, MANAGER, ADVISER, COORDINATOR, STRANGER)
LATER = "2099-03-10"
ARTICLE = {"kind": "statutory_task", "article": "art. 100 ust. 2 u.p.s."}
CONSENT = {"kind": "consent", "evidence": "form 12/2026"}
SENDERS = {"send", "supply", "withdraw", "request_cancellation", "reopen", "acknowledge"} | {
    "withdraw_consent"
}
BODIES: dict[str, Any] = {
    "return": {"question": "Why now?"},
    "supply": {"answer": "Because."},
    "accept": {"first_visit_on": LATER},
    "decline": {"reason": "no_places"},
    "note": {"note": "It goes well."},
    "hold": {"reason": "illness", "review_on": LATER},
    "request_cancellation": {"reason": "not_needed"},
    "complete": {"outcome": "employment", "note": "Hired."},
    "fail": {"reason": "no_contact"},
    "mark_error": {"reason": "other"},
    "acknowledge": {"satisfaction": "satisfied"},
}
EVENTS = {
    "send": "referral.sent.v1",
    "receive": "referral.received.v1",
    "return": "referral.returned.v1",
    "supply": "referral.supplied.v1",
    "accept": "referral.accepted.v1",
    "decline": "referral.declined.v1",
    "start": "referral.started.v1",
    "schedule": "appointment.scheduled.v1",
    "miss": "appointment.missed.v1",
    "cancel_appointment": "appointment.cancelled.v1",
    "note": "referral.noted.v1",
    "hold": "referral.paused.v1",
    "complete": "referral.completed.v1",
    "fail": "referral.failed.v1",
    "withdraw": "referral.withdrawn.v1",
    "request_cancellation": "cancellation.requested.v1",
    "confirm_cancellation": "cancellation.confirmed.v1",
    "expire": "referral.expired.v1",
    "reopen": "referral.reopened.v1",
    "take_back": "referral.reopened.v1",
    "mark_error": "referral.retracted.v1",
    "acknowledge": "referral.acknowledged.v1",
}
VERBS = sorted(EVENTS.keys() - {"expire", "take_back"} | {"withdraw_consent"})
ONWARD = {"receive", "accept", "start", "schedule", "note", "hold", "complete", "fail", "miss"}
Rule = tuple[bool, tuple[int, str]]
BEGINS = {verb: begins for verb, (begins, _) in MOVES.items()} | STAYS


@dataclass
class Known:
    """All that the model knows of one referral."""

    path: str
    to: UUID
    consent: bool
    state: ReferralState
    version: int = 1
    handed_over: bool = True
    scheduled: bool = False
    visit_came: bool = False
    acknowledged: bool = False
    consent_gone: bool = False


def refused(status: int, problem: str) -> tuple[int, str]:
    return status, f"/problems/{problem}"


def first(*rules: Rule) -> tuple[int, str] | None:
    """The first rule that says no."""
    return next((no for wrong, no in rules if wrong), None)


def body_of(verb: str) -> Any:
    """What is sent with a verb."""
    if verb == "schedule":
        return {"visit_on": clock.today().isoformat()}
    return BODIES.get(verb)


class Referrals(RuleBasedStateMachine):
    """One client, her OPS, a PUP, an NGO and a stranger; each rule is one request."""

    room: Room

    def __init__(self) -> None:
        super().__init__()
        self.client = ids.new()
        self.room.hear(reactions, registered(self.client))
        self.told = ["plan.opened.v1"]
        self.all: list[Known] = []

    @precondition(lambda self: len(self.all) < MOST)
    @rule(to=st.sampled_from([PUP, NGO]), consent=st.booleans(), draft=st.booleans())
    def write(self, to: UUID, consent: bool, draft: bool) -> None:
        """Send a referral, or begin one."""
        body = {
            "client_id": str(self.client),
            "to": {"institution": str(to)},
            "purpose": "Counselling",
            "basis": CONSENT if consent else ARTICLE,
        }
        answer = self.room.ask(SOCIAL_WORKER, "/v1/referrals" + "/drafts" * draft, body)
        if not draft and self._twin(to):
            assert self._problem(answer) == refused(409, "ReferralOpen")
            return
        assert answer.status_code == 201, answer.text
        state = S.DRAFT if draft else S.SENT
        path = answer.headers["location"]
        self.all.append(Known(path, to, consent, state, handed_over=not draft))
        self.told += [] if draft else [EVENTS["send"]]

    @precondition(lambda self: self.all)
    @rule(
        which=st.integers(0, 9),
        verb=st.sampled_from(VERBS),
        who=st.sampled_from(ACTORS),
        seen=st.sampled_from(["none", "fresh", "stale"]),
    )
    def try_anything(self, which: int, verb: str, who: Caller, seen: str) -> None:
        """Whoever, whatever, whenever."""
        self._ask(self.all[which % len(self.all)], verb, who, seen)

    @precondition(lambda self: self.all)
    @rule(data=st.data())
    def do_what_is_possible(self, data: st.DataObject) -> None:
        """One of the steps that the table allows, by whoever may take it."""
        known, verb = self._draw(data, set(VERBS))
        receiver = ADVISER if known.to == PUP else COORDINATOR
        # Whoever made a mistake may be the receiver too.
        mistaken = verb == "reopen" and data.draw(st.booleans(), "takes back")
        sends = verb in SENDERS and not mistaken
        who = MANAGER if verb == "mark_error" else receiver
        self._ask(known, verb, SOCIAL_WORKER if sends else who, "fresh")

    @precondition(lambda self: any(known.state in OPEN for known in self.all))
    @rule(data=st.data())
    def go_on(self, data: st.DataObject) -> None:
        """A step that does not end it, or one that ends it well."""
        known, verb = self._draw(data, ONWARD, OPEN)
        self._ask(known, verb, ADVISER if known.to == PUP else COORDINATOR, "none")

    @precondition(lambda self: any(k.state in BEGINS["request_cancellation"] for k in self.all))
    @rule(data=st.data(), then=st.sampled_from(["confirm_cancellation", "complete", None]))
    def ask_back(self, data: st.DataObject, then: str | None) -> None:
        """The sender asks for it back; the receiver gives it, or an outcome all the same, or neither."""
        able = [k for k in self.all if k.state in BEGINS["request_cancellation"]]
        known = data.draw(st.sampled_from(able), "of")
        self._ask(known, "request_cancellation", SOCIAL_WORKER, "fresh")
        if then:
            self._ask(known, then, ADVISER if known.to == PUP else COORDINATOR, "fresh")

    @precondition(lambda self: self.all)
    @rule(data=st.data(), rarely=st.integers(0, 3))
    def let_time_pass(self, data: st.DataObject, rarely: int) -> None:
        """Two months go by; what nobody answered expires."""
        known = data.draw(st.sampled_from(self.all), "of")
        if rarely:
            return
        self.room.fetch(
            "UPDATE referrals SET clock_on = current_date - 1,"
            " expires_on = current_date - 1 WHERE id = $1",
            UUID(known.path.removeprefix("/v1/referrals/")),
        )
        self.room.run(self._make_the_round())
        if known.state in UNANSWERED:
            self._enter(known, "expire", S.EXPIRED)

    def teardown(self) -> None:
        """Each step announced one event and no refusal any; all stands where the model has it."""
        assert self.room.announced(self.client) == self.told
        for known in self.all:
            seen = self.room.see(SOCIAL_WORKER, known.path).json()
            steps = self.room.see(SOCIAL_WORKER, f"{known.path}/history").json()["items"]
            assert (seen["state"], seen["version"]) == (known.state, known.version)
            assert [step["version"] for step in steps] == list(range(1, known.version + 1))
        listed = self.room.see(SOCIAL_WORKER, "/v1/referrals", box="out", client_id=self.client)
        right = {k.path.split("/")[-1] for k in self.all if k.state is not S.ENTERED_IN_ERROR}
        assert {item["id"] for item in listed.json()["items"]} == right

    def _draw(
        self, data: st.DataObject, verbs: set[str], among: AbstractSet[S] = frozenset(S)
    ) -> tuple[Known, str]:
        """A referral and a verb that its state allows; if there is none, one that it does not."""
        known = data.draw(st.sampled_from([k for k in self.all if k.state in among]), "of")
        possible = [v for v in sorted(verbs) if known.state in BEGINS.get(v, OPEN | {S.DRAFT})]
        return known, data.draw(st.sampled_from(possible or sorted(verbs)), "verb")

    def _ask(self, known: Known, verb: str, who: Caller, seen: str) -> None:
        tag = {"none": {}, "fresh": {"If_Match": f'"v{known.version}"'}}
        stale = {"If_Match": f'"v{known.version + 7}"'}
        path = f"{known.path}/{verb.replace('_', '-')}"
        answer = self.room.ask(who, path, body_of(verb), **tag.get(seen, stale))
        expected = self._refusal(known, verb, who, seen)
        if expected:
            assert self._problem(answer) == expected, (known, verb, who.worker, answer.text)
            if expected == refused(409, "IllegalMove"):
                self._require_allowed(answer.json(), known)
            return
        assert answer.status_code == 200, (known, verb, who.worker, answer.text)
        self._move(known, verb, who)
        body = answer.json()
        assert (body["state"], body["version"]) == (known.state, known.version)
        assert answer.headers["etag"] == f'"v{known.version}"'

    def _refusal(self, known: Known, verb: str, who: Caller, seen: str) -> Any:
        """What the rules answer, in the order in which they are asked."""
        may = who is not MANAGER if verb != "mark_error" else who in {MANAGER, COORDINATOR}
        may = may or (who is MANAGER and verb == "reopen")
        sends, receives = who.institution == OPS, who.institution == known.to
        verb = "take_back" if verb == "reopen" and receives else verb
        answers = verb not in SENDERS | {"mark_error"}
        return first(
            (not may, refused(403, "RoleMayNot")),
            (not (sends or (receives and known.handed_over)), refused(404, "ReferralNotFound")),
            (seen == "stale", refused(412, "VersionIsOld")),
            (verb in SENDERS and not sends, refused(403, "NotTheSender")),
            (answers and not receives, refused(403, "NotTheReceiver")),
            *self._conflicts(known, verb),
        )

    def _conflicts(self, known: Known, verb: str) -> Iterator[Rule]:
        if verb == "withdraw_consent":
            pending = known.state in UNANSWERED | UNDER_WAY | {S.DRAFT}
            # Asked back already, and now the receiver loses its right besides: once.
            pending = pending or (known.state is S.CANCEL_REQUESTED and not known.consent_gone)
            yield not known.consent, refused(409, "NotOnConsent")
            yield not pending, refused(409, "IllegalMove")
            return
        yield known.state not in BEGINS[verb], refused(409, "IllegalMove")
        appointed = known.scheduled or verb not in {"miss", "cancel_appointment"}
        yield not appointed, refused(409, "NoAppointment")
        yield verb == "miss" and not known.visit_came, refused(409, "VisitToCome")
        again = verb == "acknowledge" and known.acknowledged
        yield again, refused(409, "AlreadyAcknowledged")
        opens = verb in {"send", "reopen", "take_back"}
        yield opens and known.consent_gone, refused(422, "ConsentOver")
        yield opens and self._twin(known.to), refused(409, "ReferralOpen")

    def _move(self, known: Known, verb: str, who: Caller) -> None:
        if verb == "reopen" and who.institution == known.to:
            verb = "take_back"
        if verb == "withdraw_consent":
            self._lose_consent(known)
            return
        quiet = not known.handed_over and verb in {"withdraw", "mark_error"}
        if verb in {"send", "reopen", "take_back"}:
            known.handed_over, known.acknowledged, known.scheduled = True, False, False
        if verb in {"accept", "schedule"}:
            known.scheduled, known.visit_came = True, verb == "schedule"
        came = verb in {"start", "note"} and known.visit_came
        if came or verb in {"miss", "cancel_appointment"}:
            known.scheduled = False
        known.acknowledged = known.acknowledged or verb == "acknowledge"
        self._enter(known, verb, known.state if verb in STAYS else MOVES[verb][1], quiet=quiet)

    def _lose_consent(self, known: Known) -> None:
        known.consent_gone, known.version = True, known.version + 1
        if known.state in UNDER_WAY | {S.CANCEL_REQUESTED}:
            known.state = S.CANCEL_REQUESTED
            self.told.append("basis.withdrawn.v1")
            return
        known.state = S.SUPERSEDED
        self.told += ["referral.superseded.v1"] if known.handed_over else []

    def _enter(self, known: Known, verb: str, state: S, *, quiet: bool = False) -> None:
        known.state, known.version = state, known.version + 1
        self.told += [] if quiet else [EVENTS[verb]]

    def _twin(self, to: UUID) -> bool:
        return any(known.to == to and known.state in OPEN for known in self.all)

    def _require_allowed(self, problem: Any, known: Known) -> None:
        possible = {verb for verb, begins in BEGINS.items() if known.state in begins}
        assert (problem["state"], set(problem["allowed"])) == (known.state, possible)

    async def _make_the_round(self) -> None:
        async with begin(self.room.database) as tx:
            await keep_referral_clocks(tx)

    @staticmethod
    def _problem(answer: Any) -> tuple[int, str]:
        return answer.status_code, answer.json().get("type", "")


@pytest.fixture
def room() -> Iterator[Room]:
    """One room for a whole run."""
    with room_of(lambda said: build(Settings(**said)), mapping.metadata) as made:
        made.know(OPS, "MOPR Zabrze (demo)", InstitutionKind.OPS)
        made.know(PUP, "PUP Zabrze (demo)", InstitutionKind.PUP)
        made.know(NGO, "Fundacja Krok (demo)", InstitutionKind.NGO)
        yield made


def test_referrals_live_as_the_table_says(room: Room, request: pytest.FixtureRequest) -> None:
    Referrals.room = room

    run_state_machine_as_test(
        Referrals, settings=played(nightly=request.config.getoption("--nightly"))
    )

    ended = {row["state"] for row in room.fetch("SELECT DISTINCT state FROM referrals")}
    assert ended >= {state.value for state in ENDED | UNDER_WAY}
