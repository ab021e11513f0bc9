"""What must hold when a process is killed, the broker is gone, or two people press at once."""

import signal
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from uuid import uuid4  # noqa: TID251 a caller's own keys

import httpx2
import pytest

from tests.journeys.house import House, eventually
from tests.journeys.people import pesel, somebody

pytestmark = [pytest.mark.journey, pytest.mark.timeout(300)]
OPS, PUP = "ops-zabrze", "pup-zabrze"
PROCESSES = ("intake", "referrals", "gateway", "directory", "nats", "postgres")


def whole(house: House, client_id: str) -> Any:
    """The record once client, need and plan are in it."""

    def look() -> Any:
        record = house.record(PUP, client_id)
        sections = record["sections"] if record else {}
        ready = "plan" in sections and sections.get("needs", {}).get("needs")
        return sections if ready else None

    return eventually(look, "client, need and plan in the record")


def journey(house: House) -> str:
    client_id = str(house.insist(OPS, "/v1/clients", somebody())["id"])
    house.insist(OPS, f"/v1/clients/{client_id}/needs", {"kind": "work"})
    return client_id


@pytest.mark.parametrize("victim", PROCESSES)
def test_nothing_is_lost_or_done_twice_when_a_process_is_killed(house: House, victim: str) -> None:
    before = house.process(victim)
    clients: list[str] = []
    killer = threading.Timer(0.15, house.hurt, [victim])

    killer.start()
    clients.extend(journey(house) for _ in range(4))
    killer.join()
    clients.append(journey(house))

    for client_id in clients:
        sections = whole(house, client_id)
        assert len(sections["needs"]["needs"]) == 1
        timeline = house.get(OPS, f"/v1/records/{client_id}/timeline")["items"]
        kinds = [entry["type"] for entry in timeline]
        assert kinds.count("client.registered.v1") == 1
        assert kinds.count("need.added.v1") == 1
        assert kinds.count("plan.opened.v1") == 1
    eventually(lambda: (house.process(victim) != before) or None, f"{victim} runs again")
    assert house.command("audit", "verify").returncode == 0


def test_the_record_becomes_right_while_the_broker_hangs(house: House) -> None:
    house.hurt("nats", signal.SIGSTOP)
    try:
        client_id = journey(house)
        sections = whole(house, client_id)
    finally:
        house.hurt("nats", signal.SIGCONT)

    assert sections["plan"]["status"] == "draft"


def test_a_service_that_hangs_takes_nothing_else_with_it(house: House) -> None:
    known = journey(house)
    whole(house, known)
    house.hurt("referrals", signal.SIGSTOP)
    try:
        with ThreadPoolExecutor(20) as pool:
            asked = [pool.submit(house.ask, OPS, "GET", "/v1/referrals?box=in") for _ in range(20)]
            client_id = journey(house)
            eventually(lambda: house.record(PUP, client_id), "the new client at the partner")
            record = house.record(PUP, known)
            still = [one for one in asked if not one.done()]
            answers = [one.result() for one in asked]
    finally:
        house.hurt("referrals", signal.SIGCONT)

    assert record["sections"]["plan"]
    assert "referrals" in record["as_of"]
    assert still, "the others were answered while these waited"
    assert {answer.status_code for answer in answers} == {503}
    assert {answer.json()["service"] for answer in answers} == {"referrals"}
    assert whole(house, client_id)
    assert house.insist(OPS, f"/v1/clients/{client_id}/needs", {"kind": "housing"})


def test_a_broker_that_forgot_everything_is_told_again(house: House) -> None:
    first = journey(house)
    house.forget_broker()
    second = journey(house)

    assert whole(house, first)
    assert whole(house, second)
    third = eventually(lambda: journey(house), "a client after the amnesia")
    assert whole(house, third)


def test_the_same_key_at_the_same_instant_makes_one_client(house: House) -> None:
    body, key = somebody(), str(uuid4())

    def post(_: int) -> httpx2.Response:
        return house.ask(OPS, "POST", "/v1/clients", body, headers={"Idempotency-Key": key})

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(post, range(8)))
    other = house.ask(OPS, "POST", "/v1/clients", somebody(), headers={"Idempotency-Key": key})

    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.json()["id"] for answer in answers}) == 1
    assert sum("Idempotency-Replayed" in answer.headers for answer in answers) == 7
    assert other.status_code == 422


def test_one_number_at_the_same_instant_makes_one_client(house: House) -> None:
    number = pesel()

    def post(_: int) -> httpx2.Response:
        return house.ask(OPS, "POST", "/v1/clients", somebody(pesel=number))

    with ThreadPoolExecutor(6) as pool:
        answers = list(pool.map(post, range(6)))

    assert sorted(answer.status_code for answer in answers) == [201] + [409] * 5


def test_a_number_known_elsewhere_says_whom_to_ask_and_no_more(house: House) -> None:
    number = pesel()
    client_id = house.post(OPS, "/v1/clients", somebody(pesel=number))["id"]
    elsewhere = somebody(pesel=number) | {"share_with": []}

    refused = house.ask("ops-strzelce", "POST", "/v1/clients", elsewhere)
    problem = refused.json()
    asked = house.post(
        "ops-strzelce", "/v1/access-requests", {"pesel": number, "reason": "Przyszła do nas."}
    )
    waiting = house.get(OPS, "/v1/access-requests?box=in")["items"]
    basis = {"kind": "consent", "evidence": "form 13/2026"}
    house.post(OPS, f"/v1/access-requests/{asked['id']}/grant", {"basis": basis}, 200)

    assert refused.status_code == 409
    assert problem["registered_at"] == "MOPR Zabrze (demo)"
    assert client_id not in refused.text
    assert number not in refused.text
    assert asked["client_id"] is None
    assert asked["id"] in {request["id"] for request in waiting}
    eventually(lambda: house.record("ops-strzelce", client_id), "the access that was granted")


def test_a_withdrawn_sharing_holds_from_the_next_request_on(house: House) -> None:
    client_id = house.post(OPS, "/v1/clients", somebody())["id"]
    eventually(lambda: house.record(PUP, client_id), "the PUP sees her")
    entries = house.get(OPS, f"/v1/records/{client_id}/timeline")["items"]
    opened = next(e for e in entries if e["type"] == "sharing.opened.v1")
    sharing = opened["details"]["relation_id"]

    house.post(OPS, f"/v1/clients/{client_id}/sharings/{sharing}/withdraw", status=200)

    assert house.ask(PUP, "GET", f"/v1/records/{client_id}").status_code == 404


def test_who_logs_in_wrongly_stays_outside(house: House) -> None:
    path = f"/v1/records/{uuid4()}"

    missing = house.ask(None, "GET", path)
    broken = house.ask(None, "GET", path, headers={"Authorization": "Bearer a.b.c"})
    before_body = house.ask(None, "POST", "/v1/clients", somebody())

    assert [a.status_code for a in (missing, broken, before_body)] == [401, 401, 401]
    assert missing.headers["content-type"] == "application/problem+json"
    assert "WWW-Authenticate" in missing.headers


def test_a_role_that_may_not_is_told_so(house: House) -> None:
    refused = house.ask("operator", "POST", "/v1/clients", somebody())

    assert refused.status_code == 403
    assert refused.json()["type"] == "/problems/RoleMayNot"


def test_an_unknown_parameter_is_never_a_wider_answer(house: House) -> None:
    for path in ("/v1/referrals?boks=in", "/v1/partnerships?all=1", f"/v1/records/{uuid4()}?x=1"):
        assert house.ask(OPS, "GET", path).status_code == 400, path


def test_it_stops_and_starts_again_with_everything_kept(house: House) -> None:
    client_id = journey(house)
    whole(house, client_id)
    began = time.monotonic()
    house.down()

    house.up()

    assert time.monotonic() - began < 60
    assert whole(house, client_id)
