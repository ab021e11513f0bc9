"""Case meetings played as a machine over HTTP: whatever is done, nobody learns what he need not know.

The model knows who sits at a table, who has a relation to the client, and who is on which list. After
each step somebody looks at the meeting, and must see exactly the items the model says, numbered
without a gap; a decision must stand exactly where the model finds a quorum of those who know.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, ClassVar
from uuid import UUID

import pytest
import sqlalchemy as sa
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from contracts.values import InstitutionKind
from kernel import clock, ids
from kernel.tables import memberships
from services.referrals.app import build
from services.referrals.domain.meeting import MOVES, MeetingState
from services.referrals.reactions import reactions
from services.referrals.settings import Settings
from services.referrals.tables import mapping
from tests.referrals.conftest import (
    ADVISER,
    COORDINATOR,
    NGO,
    OPS,
    PUP,
    SOCIAL_WORKER,
    registered,
)
from tests.support.machines import Room, played, room_of
from tests.support.rooms import relate

PARTNERSHIP = UUID("0197a000-0000-7000-8000-00000000aa01")
WHO = {OPS: SOCIAL_WORKER, PUP: ADVISER, NGO: COORDINATOR}
OTHERS = st.sets(st.sampled_from([PUP, NGO]))
S = MeetingState
MINUTED = {S.HELD, S.MINUTES_DRAFTED, S.APPROVED}


@dataclass
class Item:
    """What the model knows of an item."""

    listed: set[UUID]
    brought_by: UUID
    restricted: bool
    proposed: bool = False
    dropped: bool = False
    binding: int = 0
    planned: int = 0


@dataclass
class Model:
    """What the model knows of the meeting."""

    state: MeetingState = S.PLANNED
    invited: bool = False
    related: set[UUID] = field(default_factory=lambda: {OPS, PUP, NGO})
    present: set[UUID] = field(default_factory=set)
    approved: set[UUID] = field(default_factory=set)
    items: dict[str, Item] = field(default_factory=dict)

    def knows(self, who: UUID, item: Item) -> bool:
        """Whether an item exists for an institution."""
        sits = who == OPS or self.invited
        told = not item.proposed or who == OPS
        return sits and told and not item.dropped and who in item.listed & self.related

    def quorum(self, item: Item) -> bool:
        """Whether enough of those who know it are there."""
        return {OPS, PUP} <= item.listed & self.related & self.present


class Machine(RuleBasedStateMachine):
    """One meeting of three institutions about one client."""

    room: ClassVar[Room]

    @initialize(begun=st.sampled_from([S.PLANNED, S.CONVENED, S.HELD, S.HELD]), there=OTHERS)
    def lay_the_table(self, begun: MeetingState, there: set[UUID]) -> None:
        """A client of her own for every game, which begins early or in the middle."""
        self.model, self.looks = Model(), 0
        self.client_id = ids.new()
        self.room.hear(reactions, registered(self.client_id))
        for party in (PUP, NGO):
            self.room.run(relate(self.room.database, self.client_id, party))
        self.plan_id = self.room.fetch(
            "SELECT id FROM plans WHERE client_id = $1", self.client_id
        )[0]["id"]
        answer = self.room.ask(
            SOCIAL_WORKER,
            "/v1/meetings",
            {
                "partnership": str(PARTNERSHIP),
                "planned_on": clock.today().isoformat(),
                "starts_at": "10:00",
                "place": "sala 4",
                "participants": [{"institution": str(PUP)}, {"institution": str(NGO)}],
            },
        )
        assert answer.status_code == 201
        self.path = answer.headers["location"]
        if begun is S.PLANNED:
            return
        self.invite(OPS)
        for named in (None, {PUP}, {NGO}):
            self.bring(OPS, named, delicate=False)
        if begun is S.HELD:
            self.open(OPS, there | {PUP})

    def moves(self, verb: str, who: UUID, suffix: str, body: Any = None) -> None:
        """Try a step of the table: it succeeds exactly where the model says so."""
        chair, possible = who == OPS, self.model.state in MOVES[verb][0]
        answer = self.room.ask(WHO[who], f"{self.path}/{suffix}", body)
        if who != OPS and not self.model.invited:
            assert answer.status_code == 404
        elif not chair:
            assert answer.status_code == 403
        elif not possible or (verb == "invite" and self.model.state is S.CONVENED):
            assert answer.status_code == 409
        else:
            assert answer.status_code == 200, answer.text
            self.model.state = MOVES[verb][1]
            self.moved(verb)

    def moved(self, verb: str) -> None:
        """What else a step changes."""
        if verb == "invite":
            self.model.invited = True
        if verb == "draft_minutes":
            self.model.approved = set()

    @rule(who=st.sampled_from([OPS, OPS, PUP, NGO]))
    def invite(self, who: UUID) -> None:
        self.moves("invite", who, "invite")

    @rule(who=st.sampled_from([OPS, PUP]), later=st.just(0))
    def move(self, who: UUID, later: int) -> None:
        day = clock.today() + timedelta(days=later)
        self.moves("move", who, "move", {"planned_on": day.isoformat()})

    @rule(who=st.sampled_from([OPS, OPS, NGO]), there=OTHERS)
    def open(self, who: UUID, there: set[UUID]) -> None:
        before = self.model.state
        body = {"present": [{"institution": str(one)} for one in sorted(there)]}
        self.moves("open", who, "open", body)
        if before is S.CONVENED and self.model.state is S.HELD:
            self.model.present = {OPS, *there}

    @rule(who=st.sampled_from([OPS, PUP]))
    def draft_minutes(self, who: UUID) -> None:
        self.moves("draft_minutes", who, "minutes")

    @precondition(lambda self: len(self.model.items) > 3)
    @rule()
    def cancel(self) -> None:
        self.moves("cancel", OPS, "cancel", {"reason": "other"})

    @precondition(lambda self: self.model.state in MINUTED)
    @rule(who=st.sampled_from([OPS, PUP, NGO]))
    def approve(self, who: UUID) -> None:
        model, answer = self.model, self.room.ask(WHO[who], f"{self.path}/minutes/approve")
        if who != OPS and not model.invited:
            assert answer.status_code == 404
        elif model.state is not S.MINUTES_DRAFTED:
            assert answer.status_code == 409
        elif who not in model.present:
            assert answer.status_code == 403
        elif who in model.approved:
            assert answer.status_code == 409
        else:
            assert answer.status_code == 200
            model.approved.add(who)
            if model.approved == model.present:
                model.state = S.APPROVED

    @rule(who=st.sampled_from([OPS, PUP, NGO]), named=st.none() | OTHERS, delicate=st.booleans())
    def bring(self, who: UUID, named: set[UUID] | None, delicate: bool) -> None:
        model = self.model
        listed = None if named is None else [{"institution": str(one)} for one in sorted(named)]
        answer = self.room.ask(
            WHO[who],
            f"{self.path}/items",
            {
                "client_id": str(self.client_id),
                "purpose": "Sprawa",
                "need_to_know": listed,
                "delicate": delicate,
            },
        )
        if who != OPS and not model.invited:
            assert answer.status_code == 404
        elif model.state not in {S.PLANNED, S.CONVENED, S.HELD}:
            assert answer.status_code == 409
        elif who not in model.related:
            assert answer.status_code == 404
        elif (named is None and delicate) or (named is not None and named - model.related):
            assert answer.status_code == 422
        else:
            assert answer.status_code == 201, answer.text
            known = set(model.related) if named is None else named | {who}
            restricted = delicate or known != model.related
            model.items[answer.json()["id"]] = Item(known, who, restricted)
            assert answer.json()["restricted"] is restricted

    @precondition(lambda self: self.model.state not in {S.APPROVED, S.CANCELLED})
    @rule()
    def build(self) -> None:
        answer = self.room.ask(SOCIAL_WORKER, f"{self.path}/agenda")
        possible = self.model.state in {S.PLANNED, S.CONVENED}
        assert answer.status_code == (200 if possible else 409)

    @precondition(lambda self: self.model.items)
    @rule(data=st.data(), who=st.sampled_from([OPS, PUP, NGO]), named=OTHERS)
    def change(self, data: Any, who: UUID, named: set[UUID]) -> None:
        number, item = self.some(data)
        body = {
            "purpose": "Inaczej",
            "need_to_know": [{"institution": str(one)} for one in sorted(named)],
        }
        answer = self.room.ask(WHO[who], f"{self.path}/items/{number}/change", body)
        refused = self.refusal(who, item, {S.PLANNED, S.CONVENED})
        if refused is None and named - self.model.related:
            refused = 422
        assert answer.status_code == (refused or 200), answer.text
        if refused is None:
            item.listed = named | {who}
            item.restricted = item.listed != self.model.related

    @precondition(lambda self: self.model.items)
    @rule(data=st.data(), who=st.sampled_from([OPS, PUP, NGO]))
    def withdraw(self, data: Any, who: UUID) -> None:
        number, item = self.some(data)
        path = f"{self.path}/items/{number}/withdraw"
        answer = self.room.ask(WHO[who], path, {"reason": "settled"})
        refused = self.refusal(who, item, {S.PLANNED, S.CONVENED})
        assert answer.status_code == (refused or 200), answer.text
        item.dropped = item.dropped or refused is None

    @precondition(lambda self: self.model.items)
    @rule(
        data=st.data(),
        who=st.sampled_from([OPS, OPS, PUP, NGO]),
        owner=st.sampled_from([OPS, PUP]),
    )
    def decide(self, data: Any, who: UUID, owner: UUID) -> None:
        self.decided(data, who, owner)

    def decided(self, data: Any, who: UUID, owner: UUID) -> None:
        """Try to decide: it stands exactly where the model finds a quorum of those who know."""
        number, item = self.some(data)
        due = clock.today() + timedelta(days=7)
        body = {"text": "Ustalono", "owner": str(owner), "due_on": due.isoformat()}
        answer = self.room.ask(WHO[who], f"{self.path}/items/{number}/decisions", body)
        refused = self.refusal(who, item, {S.HELD})
        if refused is None and not self.model.quorum(item):
            refused = 409
        if refused is None and owner not in self.model.related:
            refused = 422
        assert answer.status_code == (refused or 201), answer.text
        if refused is None:
            item.binding += 1
            item.planned += not item.restricted

    @precondition(lambda self: self.model.items and self.model.state is S.HELD)
    @rule(data=st.data())
    def decide_in_the_chair(self, data: Any) -> None:
        self.decided(data, OPS, OPS)

    @rule(who=st.sampled_from([PUP, NGO]))
    def end_a_relation(self, who: UUID) -> None:
        self.room.fetch(
            "UPDATE relations SET closed_at = now() WHERE client_id = $1 AND party_id = $2",
            self.client_id, who,
        )  # fmt: skip
        self.model.related.discard(who)

    @rule(who=st.sampled_from([PUP, NGO]))
    def begin_a_relation(self, who: UUID) -> None:
        if who not in self.model.related:
            self.room.run(relate(self.room.database, self.client_id, who))
            self.model.related.add(who)

    def some(self, data: Any) -> tuple[str, Item]:
        """One of the items."""
        number = data.draw(st.sampled_from(sorted(self.model.items)))
        return number, self.model.items[number]

    def refusal(self, who: UUID, item: Item, states: set[MeetingState]) -> int | None:
        """Why somebody may not do something to an item now."""
        if not self.model.knows(who, item):
            return 404
        if who not in {OPS, item.brought_by}:
            return 403
        return None if self.model.state in states else 409

    @invariant()
    def whoever_looks_sees_what_he_may_know_and_nothing_tells_of_more(self) -> None:
        """After each step another one looks, now at the meeting and now at its minutes."""
        self.looks += 1
        who = list(WHO)[self.looks % 3]
        known = {n for n, item in self.model.items.items() if self.model.knows(who, item)}
        if self.model.state in MINUTED and self.looks % 2:
            answer = self.room.see(WHO[who], f"{self.path}/minutes")
            listed = answer.json().get("items", [])
        else:
            answer = self.room.see(WHO[who], self.path)
            listed = answer.json().get("agenda", [])
        if who != OPS and not self.model.invited:
            assert answer.status_code == 404
            return
        assert answer.json()["state"] == self.model.state.value
        assert {item["id"] for item in listed} == known
        assert [item["number"] for item in listed] == list(range(1, len(known) + 1))
        assert not (set(self.model.items) - known) & set(answer.text.split('"'))

    def teardown(self) -> None:
        """In the end the plan holds what was decided openly, and nothing else."""
        if not hasattr(self, "plan_id"):
            return
        goals = self.room.see(SOCIAL_WORKER, f"/v1/plans/{self.plan_id}").json()["goals"]
        actions = sum(len(goal["actions"]) for goal in goals)
        assert actions == sum(item.planned for item in self.model.items.values())
        assert self.room.announced(self.client_id).count("meeting.decided.v1") == actions


@contextmanager
def table() -> Iterator[Room]:
    """A room whose three institutions belong to one partnership."""
    with room_of(lambda said: build(Settings(**said)), mapping.metadata) as room:
        room.know(OPS, "MOPR Zabrze (demo)", InstitutionKind.OPS)
        room.know(PUP, "PUP Zabrze (demo)", InstitutionKind.PUP)
        room.know(NGO, "Fundacja Krok (demo)", InstitutionKind.NGO)
        agreement = ids.new()
        for member in (OPS, PUP, NGO):
            room.run(_join(room, agreement, member))
        yield room


async def _join(room: Room, agreement: UUID, member: UUID) -> None:
    row = {
        "agreement_id": agreement,
        "member_id": member,
        "group_id": PARTNERSHIP,
        "valid_from": date(2020, 1, 1),
    }
    async with room.database.engine.begin() as connection:
        await connection.execute(sa.insert(memberships).values(row))


@pytest.mark.machine
@pytest.mark.timeout(14_400)
def test_whatever_is_done_nobody_learns_what_he_need_not_know(
    request: pytest.FixtureRequest,
) -> None:
    nightly = bool(request.config.getoption("--nightly", default=False))
    with table() as room:
        Machine.room = room
        run_state_machine_as_test(Machine, settings=played(nightly=nightly))
