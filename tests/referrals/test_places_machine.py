"""Whatever is done in whatever order: places taken are the referrals that hold one, never too many."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    initialize,
    invariant,
    multiple,
    precondition,
    rule,
    run_state_machine_as_test,
)

from contracts.directory import CapacityChanged, ServicePublished
from contracts.intake import ClientRegistered
from contracts.values import BasisKind, InstitutionKind
from kernel import ids
from kernel.transactions import begin
from services.referrals.app import build
from services.referrals.reactions import reactions
from services.referrals.settings import Settings
from services.referrals.tables import mapping
from services.referrals.use_cases.keep_referral_clocks import keep_referral_clocks
from services.referrals.use_cases.lapse_place_offers import lapse_place_offers
from tests.referrals.conftest import NGO, OPS, SOCIAL_WORKER, VISIT
from tests.referrals.offering import COORDINATOR, referral, said_of
from tests.support.machines import Room, played, room_of

_ROOM: list[Room] = []
_CLIENTS = [ids.new() for _ in range(12)]
_KEEPS = ("accepted", "in_progress", "on_hold", "cancel_requested")
_STEPS: dict[str, Any] = {
    "receive": None,
    "accept": VISIT,
    "wait": None,
    "decline": {"reason": "other"},
    "complete": {"outcome": "goal_reached", "note": "It went well."},
    "start": None,
    "fail": {"reason": "no_contact", "note": "She did not come any more."},
    "confirm-cancellation": None,
    "reopen": None,
}
_ASKS: dict[str, Any] = {
    "request-cancellation": {"reason": "not_needed"},
    "withdraw": None,
    "reopen": None,
}


_ALL = """
SELECT to_json(s.places) AS places, to_json(s.taken) AS taken, to_json(s.waiting) AS waiting,
  (SELECT coalesce(json_agg(json_build_array(r.id, r.state, r.holds_place)), '[]')
   FROM referrals r WHERE r.service_id = s.service_id) AS referrals,
  (SELECT coalesce(json_agg(o.referral_id), '[]') FROM place_offers o
   WHERE o.service_id = s.service_id AND o.offered_until IS NOT NULL) AS kept
FROM services s WHERE s.service_id = $1
"""


@dataclass
class Seen:
    """The service, its referrals and for whom it keeps a place, at one moment."""

    places: int | None = None
    taken: int = 0
    waiting: int = 0
    referrals: list[tuple[str, str, bool]] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)

    @property
    def holding(self) -> int:
        """How many hold a place."""
        return sum(holds for _, _, holds in self.referrals)

    @property
    def waits(self) -> set[str]:
        """Which of them wait."""
        return {one for one, state, _ in self.referrals if state == "waiting"}


@pytest.fixture(scope="module")
def _room() -> Iterator[None]:
    with room_of(lambda said: build(Settings(**said)), mapping.metadata) as put_up:
        put_up.know(OPS, "MOPR Zabrze (demo)", InstitutionKind.OPS)
        put_up.know(NGO, "Fundacja Krok (demo)", InstitutionKind.NGO)
        # Once for all games: each has a service of its own, so everybody can be sent there anew.
        put_up.hear(reactions, *map(_registered, _CLIENTS))
        _ROOM.append(put_up)
        yield
        _ROOM.clear()


class Places(RuleBasedStateMachine):
    """One service with few places, and whoever is sent there."""

    sent = Bundle("sent")

    def __init__(self) -> None:
        super().__init__()
        self.room = _ROOM[0]
        self.service = ids.new()
        self.roomiest = 0
        self.clients = list(_CLIENTS)

    @initialize(places=st.integers(0, 3))
    def publish(self, places: int) -> None:
        self.roomiest = places
        self.room.hear(reactions, ServicePublished(**said_of(self.service, places=places)))

    @precondition(lambda self: self.clients)
    @rule(target=sent, urgency=st.sampled_from(["normal", "urgent"]))
    def send(self, urgency: str) -> Any:
        client = self.clients.pop()
        to = {"service": str(self.service), "join_waiting_list": True}
        body = referral(to, client, urgency=urgency)
        answer = self.room.ask(SOCIAL_WORKER, "/v1/referrals", body)
        if answer.status_code != 201:
            return multiple()
        return str(answer.headers["location"])

    @rule(address=sent, step=st.sampled_from(sorted(_STEPS)))
    def answer(self, address: str, step: str) -> None:
        answer = self.room.ask(COORDINATOR, f"{address}/{step}", _STEPS[step])
        assert answer.status_code in {200, 409}, answer.text

    @rule(address=sent, step=st.sampled_from(sorted(_ASKS)))
    def ask_back(self, address: str, step: str) -> None:
        answer = self.room.ask(SOCIAL_WORKER, f"{address}/{step}", _ASKS[step])
        assert answer.status_code in {200, 403, 409}, answer.text

    @rule(several=st.lists(sent, min_size=2, max_size=4, unique=True))
    def accept_at_once(self, several: list[str]) -> None:
        asked = [(COORDINATOR, f"{address}/accept", VISIT) for address in several]
        answers = self.room.at_once(*asked)
        assert {answer.status_code for answer in answers} <= {200, 409}

    @rule(places=st.integers(0, 4))
    def make_room(self, places: int) -> None:
        self.roomiest = max(self.roomiest, places)
        self.room.hear(reactions, CapacityChanged(**said_of(self.service, places=places)))

    @rule()
    def let_all_that_is_unanswered_expire(self) -> None:
        self._say(
            "UPDATE referrals SET clock_on = '2026-01-01', expires_on = '2026-01-01'"
            " WHERE service_id = $1 AND state IN ('sent', 'received')"
        )
        self._round(keep_referral_clocks)

    @rule()
    def let_the_terms_of_kept_places_pass(self) -> None:
        self._say(
            "UPDATE place_offers SET offered_until = '2026-01-01' WHERE service_id = $1"
            " AND offered_until IS NOT NULL"
        )
        self._round(lapse_place_offers)

    @invariant()
    def all_is_as_it_should_be(self) -> None:
        """Looked at once after each step: seven questions of their own took longer than the step."""
        seen = self._look()
        if seen.places is None:
            return
        self.whoever_is_under_way_holds_a_place_and_nobody_else(seen)
        self.never_are_more_taken_than_there_ever_were(seen)
        self.what_is_announced_is_what_is_counted(seen)
        self.a_place_is_kept_only_for_who_waits_and_only_where_one_is_free(seen)
        self.nobody_waits_while_a_place_is_free_and_kept_for_nobody(seen)

    def whoever_is_under_way_holds_a_place_and_nobody_else(self, seen: Seen) -> None:
        wrong = [
            (state, holds)
            for _, state, holds in seen.referrals
            if (holds and state not in _KEEPS)
            or (state in {"accepted", "in_progress"} and not holds)
        ]
        assert wrong == []

    def never_are_more_taken_than_there_ever_were(self, seen: Seen) -> None:
        assert seen.holding <= self.roomiest

    def what_is_announced_is_what_is_counted(self, seen: Seen) -> None:
        assert (seen.taken, seen.waiting) == (seen.holding, len(seen.waits))

    def a_place_is_kept_only_for_who_waits_and_only_where_one_is_free(self, seen: Seen) -> None:
        assert set(seen.kept) <= seen.waits
        assert len(seen.kept) <= self.roomiest

    def nobody_waits_while_a_place_is_free_and_kept_for_nobody(self, seen: Seen) -> None:
        idle = (seen.places or 0) - seen.taken - len(seen.kept)
        assert idle <= 0 or seen.waiting == len(seen.kept)

    def _look(self) -> Seen:
        [row] = self.room.fetch(_ALL, self.service) or [None]
        return Seen(**{name: json.loads(told) for name, told in row.items()}) if row else Seen()

    def _say(self, statement: str) -> None:
        self.room.fetch(statement, self.service)

    def _round(self, do: Any) -> None:
        async def once() -> None:
            async with begin(self.room.database) as tx:
                await do(tx)

        self.room.run(once())


def _registered(client: UUID) -> ClientRegistered:
    return ClientRegistered(
        client_id=client, relation_id=client, party_id=OPS, basis=BasisKind.REGISTRATION
    )


@pytest.mark.machine
@pytest.mark.timeout(0)
@pytest.mark.usefixtures("_room")
def test_places_taken_are_the_referrals_that_hold_one_and_never_too_many(
    request: pytest.FixtureRequest,
) -> None:
    nightly = request.config.getoption("--nightly")
    run_state_machine_as_test(Places, settings=played(nightly=nightly))
