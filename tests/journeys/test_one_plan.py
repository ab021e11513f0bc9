"""The second journey: three institutions, one plan, every referral answered, all through the front door."""

from datetime import date, timedelta
from typing import Any

import pytest

from contracts import working_days
from kernel import clock
from okienko.personas import MOPR_ZABRZE, NGO_ZABRZE, PUP_ZABRZE, ZABRZE
from tests.journeys.house import House, eventually
from tests.journeys.people import somebody

pytestmark = [pytest.mark.journey, pytest.mark.timeout(300)]
OPS, MANAGER, PUP, NGO = "ops-zabrze", "ops-zabrze-manager", "pup-zabrze", "ngo-zabrze"
TASK = {"kind": "statutory_task", "article": "art. 100 ust. 2 u.p.s."}
TEXT = {
    "problem": "Utrata pracy.",
    "causes": "Zamknięcie zakładu.",
    "client_duties": ["Zgłasza się do urzędu pracy."],
    "institution_duties": ["Praca socjalna raz w tygodniu."],
    "effect": "Ponowna ocena planu.",
}


def register(house: House) -> str:
    """A client, and her plan is there: everything else rests on it."""
    client_id = str(house.post(OPS, "/v1/clients", somebody())["id"])
    plan_of(house, client_id)
    return client_id


def plan_of(house: House, client_id: str) -> Any:
    return house.section(OPS, client_id, "plan")


def day(ahead: int) -> str:
    on: date = working_days.on_or_after(clock.today() + timedelta(days=ahead))
    return on.isoformat()


def refer(house: House, client_id: str, **changed: Any) -> str:
    body = {
        "client_id": client_id,
        "to": {"institution": str(PUP_ZABRZE.id)},
        "purpose": "Pośrednictwo pracy",
        "basis": TASK,
    }
    return str(house.post(OPS, "/v1/referrals", body | changed)["id"])


def owed(house: House, who: str, thing: str) -> list[str]:
    """What stands in somebody's day about a thing, however many pages there are."""
    kinds: list[str] = []
    cursor = None
    for group in ("overdue", "due", "silent", "new"):
        more = True
        while more:
            asked = {"group": group, "limit": 100, "until": day(60)}
            asked |= {"cursor": cursor} if cursor else {}
            answer = house.ask(who, "GET", "/v1/my-day", params=asked)
            assert answer.status_code == 200, answer.text
            page = answer.json()[group]
            kinds += [item["kind"] for item in page["items"] if item["thing_id"] == thing]
            cursor = page["next"]
            more = cursor is not None
    return kinds


def test_a_referral_is_answered_and_its_loop_is_closed(house: House) -> None:
    client_id = register(house)

    referral = refer(house, client_id)
    asked = owed(house, PUP, referral)
    path = f"/v1/referrals/{referral}"
    house.post(PUP, f"{path}/accept", {"first_visit_on": day(7)}, 200)
    house.post(PUP, f"{path}/start", None, 200)
    house.post(PUP, f"{path}/complete", {"outcome": "employment", "note": "Piekarnia."}, 200)
    told = owed(house, OPS, referral)
    closed = house.post(
        OPS, f"{path}/acknowledge", {"satisfaction": "satisfied", "client_words": "Dziękuję."}, 200
    )

    assert asked == ["open_referral"]
    assert told == ["acknowledge_outcome"]
    assert closed["acknowledged_at"]
    assert owed(house, OPS, referral) == owed(house, PUP, referral) == []
    steps = [step["verb"] for step in house.get(OPS, f"{path}/history")["items"]]
    assert {"send", "accept", "start", "complete", "acknowledge"} <= set(steps)


def test_whoever_is_first_takes_her_and_the_others_no_longer_may(house: House) -> None:
    client_id = register(house)
    to = [{"institution": str(PUP_ZABRZE.id)}, {"institution": str(NGO_ZABRZE.id)}]
    body = {"client_id": client_id, "to": to, "purpose": "Kurs", "basis": TASK}

    offer = house.post(OPS, "/v1/offers", body)
    by = {r["to"]["id"]: r["id"] for r in offer["referrals"]}
    house.post(
        NGO, f"/v1/referrals/{by[str(NGO_ZABRZE.id)]}/accept", {"first_visit_on": day(7)}, 200
    )
    late = house.ask(
        PUP,
        "POST",
        f"/v1/referrals/{by[str(PUP_ZABRZE.id)]}/accept",
        {"first_visit_on": day(7)},
    )

    assert late.status_code == 409, late.text
    shown = house.get(OPS, f"/v1/referrals/{by[str(PUP_ZABRZE.id)]}")
    assert (shown["state"], shown["change"]) == ("superseded", "taken_by_another")


def test_a_plan_is_agreed_by_her_and_by_whoever_works_in_it(house: House) -> None:
    client_id = register(house)
    plan = plan_of(house, client_id)
    path = f"/v1/plans/{plan['id']}"
    house.post(OPS, f"{path}/goals", {"title": "Praca w ciągu pół roku"})
    today = clock.today()
    terms = {
        "valid_from": today.isoformat(),
        "valid_to": (today + timedelta(days=180)).isoformat(),
        "review_on": (today + timedelta(days=90)).isoformat(),
    }
    for who, form in ((OPS, "social_contract_b"), (PUP, "ipd")):
        more: dict[str, Any] = {"contact_every_days": 30, "under_30": True} if who == PUP else {}
        house.post(who, f"{path}/parts", {"form": form, "terms": terms | more, "text": TEXT})
    house.post(OPS, f"{path}/propose", None, 200)

    early = house.ask(OPS, "POST", f"{path}/activate", {})
    for who, kind in ((OPS, "OPS"), (PUP, "PUP")):
        shown = house.get(who, path)
        part = next(p for p in shown["parts"] if p["institution"]["kind"] == kind)
        at = {"If-Match": f'"v{shown["version"]}"'}
        agreed = house.ask(who, "POST", f"{path}/parts/{part['id']}/agree", {}, headers=at)
        assert agreed.status_code == 200, agreed.text
        signed = house.ask(
            who,
            "POST",
            f"{path}/parts/{part['id']}/sign",
            {"evidence": "podpis 1"},
            headers={"If-Match": agreed.headers["ETag"]},
        )
        assert signed.status_code == 200, signed.text
    active = house.post(OPS, f"{path}/activate", {}, 200)

    assert early.status_code == 409, early.text
    assert active["status"] == "active"
    on_record, read = house.section(PUP, client_id, "plan"), house.get(PUP, path)
    assert on_record["id"] == plan["id"]
    assert {part["text"]["effect"] for part in on_record["parts"]} <= {None}
    assert [part["text"]["effect"] for part in read["parts"]] == [None, TEXT["effect"]]


def test_what_a_meeting_decides_is_done_in_the_plan(house: House) -> None:
    client_id = register(house)
    there = {"participants": [{"institution": str(PUP_ZABRZE.id)}]}
    body = {
        "partnership": str(ZABRZE),
        "planned_on": clock.today().isoformat(),
        "starts_at": "10:00",
        "place": "MOPR, sala 4",
    }
    meeting = house.post(OPS, "/v1/meetings", body | there)["id"]
    path = f"/v1/meetings/{meeting}"
    item = house.post(
        OPS, f"{path}/items", {"client_id": client_id, "purpose": "Kto płaci za kurs"}
    )
    item_id = item.get("id") or item["items"][-1]["id"]
    house.post(OPS, f"{path}/invite", {"participants": []}, 200)
    present = [{"institution": str(MOPR_ZABRZE.id)}, {"institution": str(PUP_ZABRZE.id)}]
    house.post(OPS, f"{path}/open", {"present": present}, 200)

    house.post(
        OPS,
        f"{path}/items/{item_id}/decisions",
        {"text": "PUP opłaci kurs", "owner": str(PUP_ZABRZE.id), "due_on": day(30)},
    )

    def planned() -> Any:
        goals = house.section(PUP, client_id, "plan")["goals"]
        return [a for g in goals for a in g["actions"] if a["title"] == "PUP opłaci kurs"]

    action = eventually(planned, "the decision in the plan")[0]
    assert action["owner"]["kind"] == "PUP"
    assert owed(house, PUP, action["id"]) == ["finish_action"]
