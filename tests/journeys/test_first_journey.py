"""The main job, end to end: registered at an OPS, seen at a PUP and an NGO, with one plan."""

from datetime import timedelta
from functools import partial
from typing import Any

import pytest

from kernel import clock
from okienko.personas import PUP_ZABRZE
from tests.journeys.house import House, eventually
from tests.journeys.people import ALONE, pesel, somebody

pytestmark = [pytest.mark.journey, pytest.mark.timeout(300)]
OPS, MANAGER, PUP, NGO, STRANGER = (
    "ops-zabrze",
    "ops-zabrze-manager",
    "pup-zabrze",
    "ngo-zabrze",
    "ops-strzelce",
)


def register(house: House, **changed: Any) -> str:
    return str(house.post(OPS, "/v1/clients", somebody(**changed))["id"])


def declare(house: House, client_id: str, month: str, *items: tuple[str, str]) -> None:
    named = [{"kind": kind, "monthly": monthly} for kind, monthly in items]
    body = {"month": month, "items": named}
    house.post(OPS, f"/v1/clients/{client_id}/incomes", body, 200)


def take_a_job(house: House, client_id: str, wage: str) -> None:
    house.post(OPS, f"/v1/clients/{client_id}/household", ALONE, 200)
    declare(house, client_id, "2026-02")
    house.post(OPS, f"/v1/clients/{client_id}/employments", {"started_on": "2026-03-01"})
    declare(house, client_id, "2026-03", ("employment", wage))


def apply(house: House, client_id: str, preset: str) -> Any:
    body = {
        "client_id": client_id,
        "employment_started_on": "2026-03-01",
        "received_on": "2026-03-01",
        "schedule": {"preset": preset},
    }

    def ask() -> Any:
        answer = house.ask(OPS, "POST", "/v1/awards", body)
        return None if answer.status_code == 404 else answer

    answer = eventually(ask, "benefits knows of the client")
    assert answer.status_code == 201, answer.text
    return answer.json()


def test_registration_is_answered_with_all_a_front_end_needs(house: House) -> None:
    answer = house.ask(OPS, "POST", "/v1/clients", somebody())

    assert answer.status_code == 201
    client = answer.json()
    assert client["version"] == 1
    assert answer.headers["Location"] == f"/v1/clients/{client['id']}"
    assert answer.headers["ETag"] == '"v1"'
    assert answer.headers["Sync-Token"].startswith(f"intake:{client['id']}:")


def test_a_read_with_the_sync_token_sees_the_registration_at_once(house: House) -> None:
    answer = house.ask(OPS, "POST", "/v1/clients", somebody())

    record = house.get(
        PUP, f"/v1/records/{answer.json()['id']}", **{"Sync-Token": answer.headers["Sync-Token"]}
    )

    assert record["sections"]["identity"]["name"]["given"] == "Próbna"


def test_each_partner_sees_its_sections_and_a_stranger_nothing(house: House) -> None:
    number = pesel()
    client_id = register(house, pesel=number)

    pup = eventually(lambda: house.record(PUP, client_id), "the PUP sees her")
    ngo = eventually(lambda: house.record(NGO, client_id), "the NGO sees her")
    refused = house.ask(STRANGER, "GET", f"/v1/records/{client_id}")

    assert pup["sections"]["identity"]["pesel"] == number
    assert pup["sections"]["identity"]["status"] == "registered"
    assert pup["shared_because"][0]["basis"] == "consent"
    assert "income" in {w["section"] for w in pup["withheld"]}
    assert ngo["sections"]["identity"]["pesel"] == "850314*****"
    assert number not in str(ngo)
    assert refused.status_code == 404
    assert "income" not in pup["sections"]


def test_household_income_and_needs_reach_whoever_may_see_them(house: House) -> None:
    client_id = register(house)
    house.post(OPS, f"/v1/clients/{client_id}/household", ALONE, 200)
    declare(house, client_id, "2026-02", ("employment", "600.00"))
    house.post(OPS, f"/v1/clients/{client_id}/needs", {"kind": "work"})

    income = house.section(OPS, client_id, "income")
    needs = eventually(
        lambda: house.section(PUP, client_id, "needs")["needs"] or None, "the need at the PUP"
    )
    pup = house.record(PUP, client_id)

    assert income["months"][0]["items"] == [{"kind": "employment", "monthly": "600.00"}]
    assert needs[0]["kind"] == "work"
    assert "600.00" not in str(pup)
    withheld = {w["section"]: w for w in pup["withheld"]}
    assert withheld["income"]["summary"] == {"declared": True, "months": ["2026-02"]}


def planned(house: House, client_id: str) -> Any:
    plan = house.section(OPS, client_id, "plan")
    assert plan["status"] == "draft"
    path = f"/v1/plans/{plan['id']}"
    goal = house.post(OPS, f"{path}/goals", {"title": "Praca w pół roku"})["goals"][0]
    house.post(OPS, f"{path}/actions", {"goal_id": goal["id"], "title": "Mieszkanie"})
    return house.post(PUP, f"{path}/actions", {"goal_id": goal["id"], "title": "Kurs"})


def test_all_see_one_plan(house: House) -> None:
    client_id = register(house)
    plan = planned(house, client_id)

    def at(who: str) -> Any:
        found = house.section(who, client_id, "plan")
        return found if found["version"] == plan["version"] else None

    seen = [eventually(partial(at, who), f"the plan at {who}") for who in (OPS, PUP, NGO)]

    withheld = [found.pop("withheld") for found in seen]
    assert seen[0] == seen[1] == seen[2]
    assert [bool(kept_back) for kept_back in withheld] == [False, True, True]
    owners = [action["owner"]["kind"] for action in seen[0]["goals"][0]["actions"]]
    assert owners == ["OPS", "PUP"]


def test_a_referral_is_answered_and_the_plan_shows_it(house: House) -> None:
    client_id = register(house)
    plan = planned(house, client_id)
    sent = house.post(
        OPS,
        "/v1/referrals",
        {
            "client_id": client_id,
            "to": {"institution": str(PUP_ZABRZE.id)},
            "purpose": "Pośrednictwo pracy",
            "urgency": "normal",
            "goal_id": plan["goals"][0]["id"],
            "basis": {"kind": "statutory_task", "article": "art. 100 ust. 2 u.p.s."},
        },
    )
    path = f"/v1/referrals/{sent['id']}"
    day = (clock.today() + timedelta(days=3)).isoformat()

    box = house.get(PUP, "/v1/referrals?box=in")["items"]
    house.post(PUP, f"{path}/accept", {"first_visit_on": day}, 200)
    seen_by_sender = house.get(OPS, path)
    again = house.ask(PUP, "POST", f"{path}/accept", {"first_visit_on": day})
    house.post(
        PUP, f"{path}/complete", {"outcome": "employment", "note": "Przyjęta do piekarni."}, 200
    )

    def done() -> Any:
        actions = house.section(OPS, client_id, "plan")["goals"][0]["actions"]
        mine = next((a for a in actions if a["referral_id"] == sent["id"]), None)
        return mine if mine and mine["status"] == "done" else None

    action = eventually(done, "the plan's action is done")
    assert sent["id"] in {referral["id"] for referral in box}
    assert (seen_by_sender["state"], seen_by_sender["first_visit_on"]) == ("accepted", day)
    assert again.status_code == 409
    assert "complete" in again.json()["allowed"]
    assert action["owner"]["kind"] == "PUP"


def test_the_award_of_t01_comes_out_exactly_and_each_sees_what_it_may(house: House) -> None:
    client_id = register(house)
    take_a_job(house, client_id, "3355.85")
    award = apply(house, client_id, "STEP-12")

    own = house.ask(OPS, "POST", f"/v1/awards/{award['id']}/approve")
    house.post(MANAGER, f"/v1/awards/{award['id']}/approve", status=200)

    support = eventually(
        lambda: (house.section(NGO, client_id, "plan")["supports"] or [None])[0],
        "the support in the plan",
    )
    awards = eventually(
        lambda: (
            found
            if (found := house.section(OPS, client_id, "awards"))[0]["status"] == "active"
            else None
        ),
        "the active award",
    )
    amounts = [month["amount"] for month in awards[0]["months"]]
    assert own.status_code == 403
    assert awards[0]["lost_benefit"] == "505.00"
    assert amounts == ["505.00"] * 3 + ["378.75"] * 3 + ["252.50"] * 3 + ["126.25"] * 3
    assert awards[0]["months"][0] == {
        "month": "2026-03",
        "percent": "100",
        "amount": "505.00",
        "step": 1,
        "state": "due",
        "days": 31,
        "of_days": 31,
        "spans": [[1, 31]],
    }
    assert (support["kind"], support["from"], support["to"]) == (
        "degressive_award",
        "2026-03",
        "2027-02",
    )
    pup = house.record(PUP, client_id)
    assert "awards" not in pup["sections"]
    assert "505.00" not in str(pup)


def test_the_award_of_t02_comes_out_exactly(house: House) -> None:
    client_id = register(house)
    take_a_job(house, client_id, "600.00")

    award = apply(house, client_id, "STEP-10")

    amounts = [month["amount"] for month in award["months"]]
    assert award["lost_benefit"] == "300.00"
    assert award["total"] == "1800.00"
    assert amounts == [
        a for s in ("300.00", "240.00", "180.00", "120.00", "60.00") for a in (s, s)
    ]


def test_the_timeline_tells_it_in_order(house: House) -> None:
    client_id = register(house)
    take_a_job(house, client_id, "3355.85")
    award = apply(house, client_id, "STEP-12")
    house.post(MANAGER, f"/v1/awards/{award['id']}/approve", status=200)

    def told() -> Any:
        items = house.get(OPS, f"/v1/records/{client_id}/timeline")["items"]
        return items if "support.changed.v1" in {item["type"] for item in items} else None

    items = eventually(told, "the whole story")
    kinds = [item["type"] for item in items]
    in_order = [
        "client.registered.v1",
        "sharing.opened.v1",
        "household.changed.v1",
        "employment.started.v1",
        "award.applied.v1",
        "award.approved.v1",
        "support.changed.v1",
    ]
    assert [kind for kind in kinds if kind in in_order] == in_order
    assert items == sorted(items, key=lambda item: item["at"])
    assert items[0]["who"] == {"id": OPS, "name": "Anna Zmyślona"}
    assert items[0]["where"]["kind"] == "OPS"
    ngo = house.get(NGO, f"/v1/records/{client_id}/timeline")["items"]
    assert "income.declared.v1" not in {item["type"] for item in ngo}


def test_the_demo_plays_to_its_end(house: House) -> None:
    played = house.command("demo")

    assert played.returncode == 0, played.stdout + played.stderr
    assert '"lost_benefit":"505.00"' in played.stdout


def test_sowing_twice_makes_nothing_twice(house: House) -> None:
    wanted = {"family": "Rodzinna-Demo"}

    assert house.command("seed").returncode == 0

    assert len(house.post(OPS, "/v1/clients/search", wanted, 200)["items"]) == 1


def test_the_audit_log_holds(house: House) -> None:
    proved = house.command("audit", "verify")

    assert proved.returncode == 0, proved.stdout + proved.stderr


def test_no_log_knows_a_person(house: House) -> None:
    number = pesel()
    register(house, pesel=number)

    logs = "".join(path.read_text(errors="replace") for path in house.home.logs.iterdir())

    assert number not in logs
    assert "Wymyślona" not in logs
    assert "600100200" not in logs
