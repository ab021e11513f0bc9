"""Care vouchers as a machine: whatever is tried in whatever order, no minute is used or settled twice.

The model is plain: visits as spans of minutes, one pool of minutes a month, a table of states.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any, ClassVar

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

from contracts.values import InstitutionKind
from kernel import clock, ids
from kernel.transactions import begin
from services.benefits.app import build
from services.benefits.domain.months import first_day, month_of, shifted
from services.benefits.settings import Settings
from services.benefits.tables import mapping
from services.benefits.use_cases.expire_vouchers import expire_vouchers
from tests.benefits.care import CLERK, GIVEN, MONTH, PROGRAMME, PROVIDER, at
from tests.benefits.conftest import MANAGER, SOCIAL_WORKER
from tests.support.machines import Room, played, room_of
from tests.support.rooms import relate

BEFORE = shifted(MONTH, -1)
OVER = (BEFORE, MONTH)
"""The months in which visits can lie."""
HOUR, GRANTED = 60, 240
STEPS = {
    "issue": ({"draft"}, "issued"),
    "hand-over": ({"issued"}, "active"),
    "suspend": ({"active"}, "suspended"),
    "resume": ({"suspended"}, "active"),
    "cancel": ({"draft", "issued", "active", "suspended"}, "cancelled"),
    "expire": ({"draft", "issued", "active", "suspended"}, "expired"),
    "transfer": ({"active", "suspended"}, "transferred"),
}
USABLE = {"active", "suspended", "exhausted", "expired", "cancelled"}
"""Visits before today may still be recorded, for it was in her hands on their day."""
SETTLING = {
    "check": ({"submitted"}, "checked"),
    "query": ({"submitted", "checked"}, "queried"),
    "answer": ({"queried"}, "submitted"),
    "accept": ({"checked"}, "accepted"),
    "pay": ({"accepted"}, "paid"),
}
rooms: list[Room] = []


@dataclass
class Seen:
    """A visit as the model knows it."""

    voucher: "Held"
    month: str
    day: int
    begins: int
    """Minutes from eight o'clock."""
    minutes: int
    by: int
    confirmed: bool
    struck: bool = False
    settled: str | None = None

    def meets(self, other: "Seen") -> bool:
        """Both at the same time."""
        same_day = (self.month, self.day) == (other.month, other.day)
        apart = (
            self.begins + self.minutes <= other.begins
            or other.begins + other.minutes <= self.begins
        )
        return same_day and not apart


@dataclass
class Held:
    """A voucher as the model knows it."""

    path: str
    serial: str
    months: list[str]
    first: int = GRANTED
    state: str = "draft"
    provider: int | None = None
    code: str | None = None

    def enter(self, state: str) -> None:
        """Go on; nothing leads out of what is over."""
        assert self.state not in {"cancelled", "expired", "transferred"}
        self.state = state


class Care(RuleBasedStateMachine):
    """One programme of its own, two associations, one client, and everybody tries everything."""

    visit_args: ClassVar[dict[str, Any]] = {
        "month": st.sampled_from(OVER),
        "day": st.integers(1, 2),
        "begins": st.sampled_from([0, 60, 90, 120]),
        "minutes": st.sampled_from([30, 60, 120]),
    }

    @initialize(carries=st.booleans(), over=st.booleans(), fixed=st.booleans())
    def begin(self, *, carries: bool, over: bool, fixed: bool) -> None:
        self.room, payer = rooms[-1], ids.new()
        self.clerk, self.manager, self.worker = (
            replace(one, institution=payer) for one in (CLERK, MANAGER, SOCIAL_WORKER)
        )
        self.providers = [replace(PROVIDER, institution=ids.new()) for _ in range(2)]
        self.carries, self.client = carries, ids.new()
        self.visits: dict[str, Seen] = {}
        self.settlements: dict[tuple[int, str], tuple[str, str]] = {}
        self.room.run(relate(self.room.database, self.client, payer))
        first, last = first_day(BEFORE), first_day(shifted(MONTH, 4))
        if over:
            last = first_day(shifted(MONTH, 1)) - timedelta(days=1)
        days = {
            "first_day": first.isoformat(),
            "last_day": first_day(shifted(MONTH, 8)).isoformat(),
        }
        body = (
            dict(PROGRAMME)
            | days
            | {
                "carry_over": "next_month" if carries else "lapse",
                "limits": {"phone_check_percent": 0, "daily_max_hours": 24},
            }
        )
        self.programme = self.tell(self.manager, "/v1/voucher-programmes", body)["id"]
        for one in self.providers:
            self.room.know(one.institution, "Stowarzyszenie (demo)", InstitutionKind.NGO)
            path = f"/v1/voucher-programmes/{self.programme}/contracts"
            self.tell(self.manager, path, {"institution": str(one.institution)} | days)
        asked = {
            "client_id": str(self.client), "programme_id": self.programme, "services": ["care"],
            "hours": GRANTED // HOUR, "valid_from": first.isoformat(), "valid_to": last.isoformat(),
            "income": GIVEN,
        }  # fmt: skip
        if fixed:
            asked["provider"] = str(self.providers[0].institution)
        drawn = self.tell(self.worker, "/v1/vouchers", asked)
        self.held = [self._held(drawn, provider=0 if fixed else None)]

    def _held(self, drawn: Any, **more: Any) -> Held:
        months = [one["month"] for one in drawn["months"]]
        return Held(
            f"/v1/vouchers/{drawn['id']}", drawn["serial"].replace("-", ""), months, **more
        )

    def tell(self, by: Any, path: str, body: Any = None) -> Any:
        answer = self.room.ask(by, path, body)
        assert answer.is_success, answer.text
        return answer.json()

    def expect(self, answer: httpx2.Response, *, possible: bool) -> bool:
        """Done exactly if the model says so; a refusal says why, and is no accident."""
        assert answer.is_success is possible, (answer.status_code, answer.text)
        assert possible or answer.status_code in {403, 409}
        return possible

    @property
    def voucher(self) -> Held:
        return self.held[-1]

    @rule(
        verb=st.sampled_from(["issue", "hand-over", "suspend", "resume", "cancel"]),
        rare=st.integers(0, 7),
    )
    def step(self, verb: str, rare: int) -> None:
        held = self.voucher
        if verb == "cancel" and rare:
            return  # ended early it has no story
        by = self.manager if verb == "issue" else self.clerk
        body = {"suspend": {"reason": "hospital"}, "cancel": {"reason": "client_resigned"}}.get(
            verb
        )
        answer = self.room.ask(by, f"{held.path}/{verb}", body)
        if self.expect(answer, possible=held.state in STEPS[verb][0]):
            held.enter(STEPS[verb][1])
            if verb == "hand-over":
                held.code = answer.json()["code"]

    @rule(rare=st.integers(0, 5))
    def the_clock_goes_round(self, rare: int) -> None:
        if not rare:
            self.room.run(self._expire())
            for held in self.held:
                if held.months[-1] <= MONTH and held.state in STEPS["expire"][0]:
                    held.enter("expired")

    async def _expire(self) -> None:
        async with begin(self.room.database) as tx:
            while await expire_vouchers(tx):
                pass

    @rule(to=st.sampled_from([None, 0, 1]), rare=st.integers(0, 3))
    def transfer(self, to: int | None, rare: int) -> None:
        old = self.voucher
        if rare and old.state in STEPS["transfer"][0]:
            return
        body = {} if to is None else {"provider": str(self.providers[to].institution)}
        answer = self.room.ask(self.worker, f"{old.path}/transfer", body)
        # One whose days are over has nothing to pass on, also before the clock came round.
        runs = old.months[-1] > MONTH
        possible = old.state in STEPS["transfer"][0] and to != old.provider and runs
        if self.expect(answer, possible=possible):
            old.enter("transferred")
            now = month_of(clock.today())
            left = self.pools(old)[now]
            self.held.append(self._held(answer.json(), provider=to, first=left))

    @rule(by=st.integers(0, 1), coded=st.booleans(), **visit_args)
    def visit(self, by: int, *, coded: bool, **said: Any) -> None:
        self.record(self.voucher, by, coded=coded, said=said)

    @precondition(lambda self: len(self.held) > 1)
    @rule(**visit_args)
    def visit_with_the_one_before(self, **said: Any) -> None:
        self.record(self.held[-2], 0, coded=True, said=said)

    def record(self, held: Held, by: int, *, coded: bool, said: Any) -> None:
        visit = Seen(held, by=by, confirmed=coded and held.code is not None, **said)
        body = {
            "serial": held.serial, "carer": f"carer-{by}", "service": "care", "tasks": ["hygiene"],
            "starts_at": _at(visit), "ends_at": _at(visit, visit.minutes),
        } | ({"code": held.code} if visit.confirmed else {})  # fmt: skip
        answer = self.room.ask(self.providers[by], "/v1/voucher-visits", body)
        if self.expect(answer, possible=self.payable(visit)):
            made = answer.json()
            self.visits[made["visit"]["id"]] = visit
            assert made["minutes_left"] == self.pools(held)[visit.month] >= 0
            self.count(visit)

    def payable(self, visit: Seen) -> bool:
        held = visit.voucher
        good = held.state in USABLE and held.code is not None and visit.month in held.months
        mine = (
            held.provider in {None, visit.by} and (visit.by, visit.month) not in self.settlements
        )
        return good and mine and self.fits(visit)

    def fits(self, visit: Seen) -> bool:
        others = [one for one in self.visits.values() if one is not visit and not one.struck]
        if any(one.meets(visit) for one in others):
            return False
        pools = self.pools(visit.voucher, [*others, visit])
        return all(left >= 0 for left in pools.values())

    def pools(self, held: Held, visits: list[Seen] | None = None) -> dict[str, int]:
        """Minutes left by month: what was carried in is used first, and goes no further."""
        visits = [v for v in self.visits.values() if not v.struck] if visits is None else visits
        left, carried = {}, 0
        for n, month in enumerate(held.months):
            own = GRANTED if n else held.first
            used = sum(v.minutes for v in visits if v.voucher is held and v.month == month)
            left[month] = own + carried - used
            unused = min(own, max(left[month], 0))
            carried = unused if self.carries else 0
        return left

    def count(self, visit: Seen) -> None:
        """Nothing left from its month on: used up; something again: active again."""
        held, pools = visit.voucher, self.pools(visit.voucher)
        spent = all(left <= 0 for month, left in pools.items() if month >= visit.month)
        if (held.state, spent) in {("active", True), ("exhausted", False)}:
            held.enter("exhausted" if spent else "active")

    @precondition(lambda self: self.visits)
    @rule(data=st.data())
    def strike(self, data: st.DataObject) -> None:
        name, visit = self.any_visit(data)
        body = {"reason": "not_covered"}
        answer = self.room.ask(self.clerk, f"/v1/voucher-visits/{name}/strike", body)
        state = self.settlements[visit.by, visit.month][1] if visit.settled else None
        if self.expect(answer, possible=not visit.struck and state not in {"accepted", "paid"}):
            visit.struck = True
            self.count(visit)
            if state == "checked":
                self.settlements[visit.by, visit.month] = str(visit.settled), "submitted"

    @precondition(lambda self: self.visits)
    @rule(data=st.data(), begins=visit_args["begins"], minutes=visit_args["minutes"])
    def correct(self, data: st.DataObject, begins: int, minutes: int) -> None:
        name, visit = self.any_visit(data)
        new = replace(visit, begins=begins, minutes=minutes)
        body = {
            "starts_at": _at(new), "ends_at": _at(new, minutes), "reason": "Późniejszy początek.",
        }  # fmt: skip
        answer = self.room.ask(
            self.providers[visit.by], f"/v1/voucher-visits/{name}/correct", body
        )
        possible = False
        if not visit.struck:
            self.visits[name] = new
            possible = self.payable(new)
            self.visits[name] = visit
        if self.expect(answer, possible=possible):
            self.visits[name] = replace(new, confirmed=False)
            self.count(new)

    @precondition(lambda self: self.visits)
    @rule(data=st.data())
    def confirm(self, data: st.DataObject) -> None:
        name, visit = self.any_visit(data)
        body = {"code": visit.voucher.code}
        answer = self.room.ask(
            self.providers[visit.by], f"/v1/voucher-visits/{name}/confirm", body
        )
        if self.expect(answer, possible=not visit.struck and not visit.settled):
            visit.confirmed = True

    def any_visit(self, data: st.DataObject) -> tuple[str, Seen]:
        name = data.draw(st.sampled_from(sorted(self.visits)))
        return name, self.visits[name]

    @rule(by=st.integers(0, 1), month=st.sampled_from(OVER))
    def submit(self, by: int, month: str) -> None:
        mine = [
            one
            for one in self.visits.values()
            if (one.by, one.month) == (by, month) and not one.struck
        ]
        body = {"programme_id": self.programme, "month": month}
        answer = self.room.ask(self.providers[by], "/v1/voucher-settlements", body)
        if self.expect(answer, possible=bool(mine) and (by, month) not in self.settlements):
            name = answer.json()["id"]
            self.settlements[by, month] = name, "submitted"
            for one in mine:
                one.settled = name

    @precondition(lambda self: self.settlements)
    @rule(data=st.data(), verb=st.sampled_from(sorted(SETTLING)))
    def settle(self, data: st.DataObject, verb: str) -> None:
        by, month = data.draw(st.sampled_from(sorted(self.settlements)))
        name, state = self.settlements[by, month]
        who = {"answer": self.providers[by], "accept": self.manager}.get(verb, self.clerk)
        body = {"reason": "times_unclear"} if verb == "query" else None
        answer = self.room.ask(who, f"/v1/voucher-settlements/{name}/{verb}", body)
        open_ones = [
            v
            for v in self.visits.values()
            if v.settled == name and not v.struck and not v.confirmed
        ]
        possible = state in SETTLING[verb][0] and not (verb == "accept" and open_ones)
        if self.expect(answer, possible=possible):
            self.settlements[by, month] = name, SETTLING[verb][1]

    @invariant()
    def every_minute_is_left_used_or_lapsed_and_settled_once(self) -> None:
        if not hasattr(self, "held"):
            return
        for held in self.held:
            shown = self.room.see(self.clerk, held.path).json()
            pools = self.pools(held)
            assert shown["status"] == held.state
            assert {one["month"]: one["left"] for one in shown["months"]} == pools
            assert min(pools.values()) >= 0
            live = [v for v in self.visits.values() if v.voucher is held and not v.struck]
            assert sum(one["used"] for one in shown["months"]) == sum(v.minutes for v in live)

    @invariant()
    def a_settlement_pays_for_its_visits_and_no_other(self) -> None:
        if not hasattr(self, "held"):
            return
        for name, state in self.settlements.values():
            shown = self.room.see(self.clerk, f"/v1/voucher-settlements/{name}").json()
            mine = [v for v in self.visits.values() if v.settled == name and not v.struck]
            minutes = sum(v.minutes for v in mine)
            # At 40.00 an hour, of which she pays 15 %: whole złoty, for every visit is half hours.
            sums = {"gross": minutes * 4000 // HOUR, "copay": minutes * 600 // HOUR}
            assert shown["status"] == state
            assert (shown["visits"], shown["minutes"]) == (len(mine), minutes)
            assert {one: _grosze(shown[one]) for one in sums} == sums
            assert _grosze(shown["net"]) == sums["gross"] - sums["copay"]

    def teardown(self) -> None:
        """What a voucher announced of its end, it announced once."""
        if not hasattr(self, "held"):
            return
        told = self.room.announced(self.client)
        over = [
            held for held in self.held if held.state in {"cancelled", "expired", "transferred"}
        ]
        assert told.count("voucher.ended.v1") >= len(over)
        rows = self.room.fetch("SELECT state FROM vouchers WHERE client_id = $1", self.client)
        assert sorted(row["state"] for row in rows) == sorted(held.state for held in self.held)


def _at(visit: Seen, later: int = 0) -> str:
    minutes = visit.begins + later
    # Ten past: visits on the full hour, one after another, are a pattern to be explained.
    return at(visit.day, 8 + minutes // HOUR, minutes % HOUR + 10, month=visit.month)


def _grosze(amount: str) -> int:
    return int(amount.replace(".", ""))


@pytest.fixture
def _room() -> Iterator[None]:
    with room_of(lambda said: build(Settings(**said)), mapping.metadata) as room:
        rooms.append(room)
        yield
        rooms.pop()


@pytest.mark.machine
@pytest.mark.usefixtures("_room")
def test_no_minute_of_care_is_used_or_paid_for_twice(request: pytest.FixtureRequest) -> None:
    nightly = request.config.getoption("--nightly")
    run_state_machine_as_test(Care, settings=played(nightly=nightly, examples=10, steps=20))
