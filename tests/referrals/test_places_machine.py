"""Whatever is done in whatever order: places taken are the referrals that hold one, never too many."""

from collections.abc import Iterator
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


@pytest.fixture(scope="module")
def _room() -> Iterator[None]:
    with room_of(lambda said: build(Settings(**said)), mapping.metadata) as put_up:
        put_up.know(OPS, "MOPR Zabrze (demo)", InstitutionKind.OPS)
        put_up.know(NGO, "Fundacja Krok (demo)", InstitutionKind.NGO)
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

    @initialize(places=st.integers(0, 3))
    def publish(self, places: int) -> None:
        self.roomiest = places
        self.room.hear(reactions, ServicePublished(**said_of(self.service, places=places)))

    @rule(target=sent, urgency=st.sampled_from(["normal", "urgent"]))
    def send(self, urgency: str) -> Any:
        client = ids.new()
        self.room.hear(reactions, _registered(client))
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
    def whoever_is_under_way_holds_a_place_and_nobody_else(self) -> None:
        rows = self._rows("state, holds_place", "referrals")
        wrong = [
            row
            for row in rows
            if (row["holds_place"] and row["state"] not in _KEEPS)
            or (row["state"] in {"accepted", "in_progress"} and not row["holds_place"])
        ]
        assert wrong == []

    @invariant()
    def never_are_more_taken_than_there_ever_were(self) -> None:
        taken = sum(row["holds_place"] for row in self._rows("holds_place", "referrals"))
        assert taken <= self.roomiest

    @invariant()
    def what_is_announced_is_what_is_counted(self) -> None:
        rows = self._rows("state, holds_place", "referrals")
        counted = [
            (sum(row["holds_place"] for row in rows)),
            sum(row["state"] == "waiting" for row in rows),
        ]
        for row in self._rows("taken, waiting", "services"):
            assert [row["taken"], row["waiting"]] == counted

    @invariant()
    def a_place_is_kept_only_for_who_waits_and_only_where_one_is_free(self) -> None:
        kept = self._rows("referral_id", "place_offers", " AND offered_until IS NOT NULL")
        waits = self._rows("id", "referrals", " AND state = 'waiting'")
        assert {row["referral_id"] for row in kept} <= {row["id"] for row in waits}
        assert len(kept) <= self.roomiest

    @invariant()
    def nobody_waits_while_a_place_is_free_and_kept_for_nobody(self) -> None:
        (service,) = self._rows("places, taken, waiting", "services") or [None]
        if service is None:
            return
        kept = len(self._rows("1", "place_offers", " AND offered_until IS NOT NULL"))
        idle = service["places"] - service["taken"] - kept
        assert idle <= 0 or service["waiting"] == kept

    def _rows(self, what: str, table: str, more: str = "") -> list[Any]:
        query = f"SELECT {what} FROM {table} WHERE service_id = $1{more}"  # noqa: S608 ours
        return self.room.fetch(query, self.service)

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
@pytest.mark.usefixtures("_room")
def test_places_taken_are_the_referrals_that_hold_one_and_never_too_many(
    request: pytest.FixtureRequest,
) -> None:
    nightly = request.config.getoption("--nightly")
    run_state_machine_as_test(Places, settings=played(nightly=nightly, examples=25, steps=20))
