"""An organisation without software answers a referral by a signed link, through the front door."""

from typing import Any

import pytest

from okienko.personas import NGO_ZABRZE
from tests.journeys.house import House, eventually
from tests.journeys.people import somebody

pytestmark = [pytest.mark.journey, pytest.mark.timeout(300)]
OPS, MANAGER = "ops-zabrze", "ops-zabrze-manager"
TASK = {"kind": "statutory_task", "article": "art. 100 ust. 2 u.p.s."}


def handed(house: House) -> tuple[str, str, str]:
    """A client of the OPS is referred to the organisation; her, the referral, and the link's token."""
    client_id = str(house.post(OPS, "/v1/clients", somebody())["id"])
    body = {
        "client_id": client_id,
        "to": {"institution": str(NGO_ZABRZE.id)},
        "purpose": "Paczka żywnościowa",
        "basis": TASK,
    }

    def send() -> Any:
        answer = house.ask(OPS, "POST", "/v1/referrals", body)
        return None if answer.status_code == 404 else answer.json()

    referral = f"/v1/referrals/{eventually(send, 'a plan to refer from')['id']}"
    address = house.post(OPS, f"{referral}/links", {"handed_to": "pani Ewa"})["address"]
    page, token = address.split("#")
    assert house.ask(None, "GET", page).status_code == 200
    return client_id, referral, token


def do(house: House, token: str, method: str, path: str, body: Any = None) -> Any:
    return house.ask(None, method, path, body, headers={"Authorization": f"Pass {token}"})


def test_a_referral_is_answered_by_link_and_the_sender_sees_it_the_same_minute(
    house: House,
) -> None:
    client_id, referral, token = handed(house)

    sheet = do(house, token, "GET", f"{referral}/answer-sheet").json()
    accepted = do(house, token, "POST", f"{referral}/accept", {"first_visit_on": "2099-03-10"})
    ended = {"outcome": "goal_reached", "note": "Dostała paczkę."}
    completed = do(house, token, "POST", f"{referral}/complete", ended)

    seen = house.get(OPS, referral)
    assert "accept" in sheet["allowed"]
    assert [accepted.status_code, completed.status_code] == [200, 200]
    assert (seen["state"], seen["outcome"], seen["note"]) == (
        "completed", "goal_reached", "Dostała paczkę."
    )  # fmt: skip
    accesses = house.get(MANAGER, f"/v1/records/{client_id}/accesses")["items"]
    by_link = [entry for entry in accesses if str(entry).count("pass:")]
    assert {entry["verb"] for entry in by_link} == {
        "show_answer_sheet", "accept_referral", "complete_referral"
    }  # fmt: skip


def test_a_link_opens_nothing_but_its_referral(house: House) -> None:
    client_id, referral, token = handed(house)
    _, other, _ = handed(house)

    refused = {
        path: do(house, token, "GET", path).status_code
        for path in (
            f"/v1/records/{client_id}",
            f"/v1/records/{client_id}/timeline",
            f"/v1/clients/{client_id}",
            "/v1/clients",
            "/v1/referrals",
            f"{other}/answer-sheet",
            "/v1/institutions",
            f"{referral}/links",
        )
    }

    assert do(house, token, "GET", f"{referral}/answer-sheet").status_code == 200
    assert set(refused.values()) <= {401, 403, 404, 405}


def test_a_link_taken_back_is_refused_and_stands_in_no_log(house: House) -> None:
    _, referral, token = handed(house)
    link = house.get(OPS, f"{referral}/links")["items"][0]

    house.post(OPS, f"/v1/referral-links/{link['id']}/revoke", status=200)
    answer = do(house, token, "GET", f"{referral}/answer-sheet")

    logs = "".join(file.read_text(errors="replace") for file in house.home.logs.glob("*"))
    assert (answer.status_code, answer.json()["type"]) == (401, "/problems/PassOver")
    assert token.split(".")[2] not in logs
