"""Payment lists as a machine: whatever is done in whatever order, the books say what was paid."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

import hypothesis.strategies as st
import pytest
from fastapi import FastAPI
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    invariant,
    multiple,
    precondition,
    rule,
)
from hypothesis.stateful import run_state_machine_as_test as play

from kernel import ids
from kernel.house import House
from services.benefits.app import build
from services.benefits.settings import Settings
from services.benefits.tables import mapping
from tests.benefits.conftest import APPLICATION, MANAGER, SOCIAL_WORKER, Gateway
from tests.benefits.paying import ACCOUNT, BOTH_ROLES, CLERK, EXPORT, LISTS, today
from tests.support.machines import Room, played, room_of
from tests.support.rooms import HOUSE_KEY, relate

LET_GO = {"released", "returned"}
MONTHS = st.sampled_from(["2026-03", "2026-04", "2026-05"])
HEARD = {"awareness": "knowingly", "explanation": "Nie zgłosiła."}
DECISION = {"decision": "OPS.5120.7.2026", "decided_on": "2026-11-20"}
rooms: list[tuple[Room, Gateway]] = []


class Payments(RuleBasedStateMachine):
    """One institution of its own, a few awards, and four people trying everything."""

    lists = Bundle("lists")

    def __init__(self) -> None:
        super().__init__()
        self.room, self.gateway = rooms[-1]
        institution = ids.new()
        of_ours = [replace(c, institution=institution) for c in (CLERK, MANAGER, BOTH_ROLES)]
        self.clerk, self.manager, self.both = of_ours
        self.social_worker = replace(SOCIAL_WORKER, institution=institution)
        self.known: list[str] = []
        self.cases: list[str] = []
        self.grant(has_account=True)

    @rule(has_account=st.booleans())
    def grant(self, *, has_account: bool) -> None:
        if len(self._rows("DISTINCT id", "awards", "institution")) >= 3:
            return
        client = ids.new()
        self.gateway.clients.add(str(client))
        account = ACCOUNT if has_account else None
        self.gateway.payees[str(client)] = {"name": "Próbna Wymyślona", "account": account}
        self.room.run(relate(self.room.database, client, self.clerk.institution))
        body = APPLICATION | {"client_id": str(client)}
        applied = self.room.ask(self.social_worker, "/v1/awards", body)
        granted = self.room.ask(self.manager, f"{applied.headers['location']}/approve")
        assert granted.status_code == 200, granted.text

    @rule(target=lists, month=MONTHS, both=st.booleans())
    def draft(self, month: str, *, both: bool) -> Any:
        answer = self.room.ask(self.both if both else self.clerk, LISTS, {"month": month})
        if answer.status_code != 201:
            assert answer.status_code == 409, answer.text
            return multiple()
        self.known.append(answer.headers["location"])
        return answer.headers["location"]

    @rule(month=MONTHS)
    def draft_at_once(self, month: str) -> None:
        asked = [(who, LISTS, {"month": month}) for who in (self.clerk, self.both)] * 2
        made = [a for a in self.room.at_once(*asked) if a.status_code == 201]
        assert len(made) <= 1
        self.known += [answer.headers["location"] for answer in made]

    @rule(address=lists, both=st.booleans())
    def approve(self, address: str, *, both: bool) -> None:
        seen = self.room.see(self.clerk, address)
        by = self.both if both else self.manager
        answer = self.room.ask(by, f"{address}/approve", if_match=seen.headers["etag"])
        own = seen.json()["drafted_by"] == by.worker
        assert answer.status_code in ({403} if own else {200, 409}), answer.text

    @rule(
        address=lists,
        verb=st.sampled_from(["cancel", "export", "confirm"]),
        twice=st.booleans(),
    )
    def move(self, address: str, verb: str, *, twice: bool) -> None:
        body = {"export": EXPORT, "confirm": {"paid_on": today()}}.get(verb)
        by = self.manager if verb == "confirm" else self.clerk
        asked = [(by, f"{address}/{verb}", body)] * (2 if twice else 1)
        codes = Counter(answer.status_code for answer in self.room.at_once(*asked))
        assert set(codes) <= {200, 409}
        assert verb == "export" or codes[200] <= 1

    @rule(month=MONTHS, rejects=st.lists(st.integers(0, 5), max_size=3))
    def pay(self, month: str, rejects: list[int]) -> None:
        """A list all the way, and what the bank then gives back."""
        answer = self.room.ask(self.clerk, LISTS, {"month": month})
        if answer.status_code != 201:
            return
        address = answer.headers["location"]
        self.known.append(address)
        seen = self.room.see(self.clerk, address)
        approved = self.room.ask(self.manager, f"{address}/approve", if_match=seen.headers["etag"])
        assert approved.status_code == 200, approved.text
        for by, verb, body in (
            (self.clerk, "export", EXPORT),
            (self.manager, "confirm", {"paid_on": today()}),
        ):
            told = self.room.ask(by, f"{address}/{verb}", body)
            assert told.status_code == 200, told.text
        for which in rejects:
            self.move_a_line(address, "return", which)

    @rule(
        month=MONTHS,
        share=st.sampled_from(["0.10", "0.50"]),
        due=st.sampled_from(["0.00", "400.00"]),
    )
    def overpay(self, month: str, share: str, due: str) -> None:
        """A month turns out to have been too much, and is set off against what comes."""
        awards = self._rows("DISTINCT id", "awards", "institution")
        award = awards[len(self.cases) % len(awards)]["id"]
        body = {"months": [{"month": month, "due": due}], "cause": "false_data"}
        found = self.room.ask(self.social_worker, f"/v1/awards/{award}/overpayments", body)
        if found.status_code != 201:
            assert found.status_code == 409, (
                found.text
            )  # overpaid already, or paid no more than this
            return
        case = found.headers["location"]
        self.cases.append(case)
        for by, verb, said in (
            (self.social_worker, "explain", HEARD),
            (self.manager, "change-decision", DECISION),
            (self.manager, "determine", {"due_on": "2027-01-31"}),
        ):
            told = self.room.ask(by, f"{case}/{verb}", said)
            assert told.status_code == 200, told.text
        self.set_off(share)

    @precondition(lambda self: self.cases)
    @rule(share=st.sampled_from(["0.10", "0.50"]))
    def set_off(self, share: str) -> None:
        body = {"share": share, "from_month": "2026-03"}
        answer = self.room.ask(self.manager, f"{self.cases[-1]}/set-off", body)
        assert answer.status_code in {200, 409}, answer.text

    @precondition(lambda self: self.cases)
    @rule(verb=st.sampled_from(["repayments", "waive"]), grosze=st.integers(1, 60_000))
    def let_go(self, verb: str, grosze: int) -> None:
        case = self.cases[-1]
        if verb == "waive":
            self.room.ask(self.social_worker, f"{case}/ask-waiver", {"reason": "excessive_burden"})
            answer = self.room.ask(self.manager, f"{case}/waive")
        else:
            body = {"on": today(), "amount": f"{grosze // 100}.{grosze % 100:02}"}
            answer = self.room.ask(self.social_worker, f"{case}/repayments", body)
        assert answer.status_code in {200, 409, 422}, answer.text

    @rule(address=lists, verb=st.sampled_from(["hold", "release", "return"]), which=st.integers(0))
    def move_a_line(self, address: str, verb: str, which: int) -> None:
        items = self._lines(address)
        line = items[which % len(items)]
        body = {
            "hold": {"reason": "facts_to_check"},
            "return": {"returned_on": today(), "reason": "refused"},
        }.get(verb)
        answer = self.room.ask(self.clerk, f"{address}/lines/{line['id']}/{verb}", body)
        assert answer.status_code in {200, 409}, answer.text

    @invariant()
    def the_books_say_what_is_owed_and_each_month_is_held_by_one_line(self) -> None:
        # Looked at once for all that must hold: asking is what takes the time.
        seen = [
            (self.room.see(self.clerk, address).json(), self._lines(address))
            for address in self.known
        ]
        _each_month_is_held_by_one_line([line for _, lines in seen for line in lines])
        for told, lines in seen:
            counted = [one for one in lines if one["status"] in {"listed", "paid", "returned"}]
            assert _grosze(told["total"]) == sum(_grosze(one["amount"]) for one in counted)
        owed = _sum(
            line
            for told, lines in seen
            for line in lines
            if line["status"] == "listed" and told["status"] in {"approved", "exported"}
        )
        all_lines = [line for _, lines in seen for line in lines]
        paid = [line for line in all_lines if line["status"] == "paid"]
        kept = [line for line in all_lines if line["status"] in {"paid", "returned"}]
        set_off = sum(_grosze(line["kept_back"]) for line in kept)
        had_back, still_owed, waived = self._cases_hold(set_off)
        ledger = self.room.see(self.manager, "/v1/benefits/ledger").json()
        balance = {one["account"]: _grosze(one["balance"]) for one in ledger["accounts"]}
        out = sum(_grosze(line["amount"]) for line in paid)
        assert ledger["sum"] == "0.00"
        assert balance["obligations"] == -owed
        assert balance["bank"] + balance["cash_desk"] == had_back - out
        assert balance["overpayments"] == still_owed
        assert balance["written_off"] == waived
        # What support cost, less what is to come back or was let go.
        assert balance["programme_cost"] == owed + out - had_back - still_owed - waived

    def _cases_hold(self, set_off: int) -> tuple[int, int, int]:
        """Grosze paid in by clients, still owed by them, and waived; nothing came back twice."""
        had_back = still_owed = waived = kept = 0
        for case in self.cases:
            told = self.room.see(self.manager, case).json()
            repaid = {"month": 0, "cash": 0}
            for one in told["repayments"]:
                repaid["month" if one["month"] else "cash"] += _grosze(one["amount"])
            months = [one["month"] for one in told["repayments"] if one["month"]]
            assert len(months) == len(set(months))
            assert _grosze(told["under_way"]) <= _grosze(told["owed"])
            had_back += repaid["cash"]
            kept += repaid["month"]
            still_owed += _grosze(told["owed"])
            if told["status"] == "waived":
                waived += _grosze(told["total"]) - sum(repaid.values())
        assert kept == set_off
        return had_back, still_owed, waived

    def _lines(self, address: str) -> list[dict[str, Any]]:
        items: list[dict[str, Any]] = self.room.see(self.clerk, f"{address}/lines").json()["items"]
        return items

    def _rows(self, what: str, table: str, column: str) -> list[Any]:
        query = f"SELECT {what} FROM {table} WHERE {column} = $1"  # noqa: S608 ours
        return self.room.fetch(query, self.clerk.institution)


def _each_month_is_held_by_one_line(lines: Iterable[dict[str, Any]]) -> None:
    numbers: dict[tuple[str, str], list[int]] = {}
    held: Counter[tuple[str, str]] = Counter()
    for line in lines:
        month = line["award_id"], line["month"]
        numbers.setdefault(month, []).append(line["correction_no"])
        held[month] += line["status"] not in LET_GO
    assert set(held.values()) <= {0, 1}
    assert all(sorted(one) == list(range(len(one))) for one in numbers.values())


def _sum(lines: Iterable[dict[str, Any]]) -> int:
    """What is owed by them: paid out, or kept back."""
    return sum(_grosze(line["amount"]) + _grosze(line["kept_back"]) for line in lines)


def _grosze(amount: str) -> int:
    return int(amount.replace(".", ""))


@pytest.fixture
def _room() -> Iterator[None]:
    built: list[FastAPI] = []

    def build_app(said: Any) -> FastAPI:
        built.append(build(Settings(**said)))
        return built[0]

    with room_of(build_app, mapping.metadata) as room:
        gateway = Gateway()
        url = room.run(gateway.open())
        house = House({"gateway": url}, bytes.fromhex(HOUSE_KEY))
        room.run(house.open())
        built[0].state.house = house
        rooms.append((room, gateway))
        yield
        rooms.pop()
        room.run(house.close())
        room.run(gateway.close())


@pytest.mark.machine
@pytest.mark.usefixtures("_room")
def test_the_books_always_balance_and_no_line_is_paid_twice(
    request: pytest.FixtureRequest,
) -> None:
    nightly = request.config.getoption("--nightly")
    play(Payments, settings=played(nightly=nightly, examples=10, steps=15))
