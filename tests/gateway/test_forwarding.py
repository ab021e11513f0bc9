"""Passing on: what goes through, what stays, and what is said when a service is away."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest

from tests.gateway.conftest import CLIENT, PESEL, SOCIAL_WORKER, House
from tests.support.rooms import HOUSE, bearer

pytestmark = pytest.mark.anyio

CLIENTS = "/v1/clients"
MEBIBYTE = 1024 * 1024
AWAY = (503, "/problems/ServiceAway")


def outcome(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["type"]


async def test_a_request_is_passed_on_as_it_came(house: House) -> None:
    sent = b'{"name":  "as sent, spaces and all"}'
    headers = {
        "Content-Type": "application/json; charset=utf-8",
        "Accept-Language": "pl",
        "Idempotency-Key": "k1",
        "If-Match": '"v1"',
        "If-None-Match": '"x"',
        "Sync-Token": f"referrals:{CLIENT}:1",
        "traceparent": "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
    }

    await house.client.post(CLIENTS, content=sent, headers=bearer(SOCIAL_WORKER) | headers)

    asked = house.service.asked[0]
    assert (asked.method, asked.target, asked.body) == ("POST", CLIENTS, sent)
    assert {name: asked.headers[name.lower()] for name in headers} == headers
    assert asked.headers["authorization"] == bearer(SOCIAL_WORKER)["Authorization"]


async def test_nothing_else_of_the_request_is_passed_on(house: House) -> None:
    headers = {
        "Cookie": "session=1",
        "X-Forwarded-For": "10.0.0.1",
        "X-Internal": "yes",
        "Okienko-Client": str(CLIENT),
        "User-Agent": "somebody/1",
        "Accept-Encoding": "gzip",
    }

    await house.client.get(CLIENTS, headers=bearer(SOCIAL_WORKER) | headers)

    assert set(house.service.asked[0].headers) <= {"host", "accept", "authorization"}


async def test_an_answer_comes_back_without_the_houses_own_words(house: House) -> None:
    house.service.status, house.service.body = 201, b'{"id": 1}'
    house.service.headers = {
        "ETag": '"v1"',
        "Location": "/v1/clients/1",
        "Sync-Token": f"intake:{CLIENT}:1",
        "Content-Language": "pl",
        "Idempotency-Replayed": "true",
        "Okienko-Client": str(CLIENT),
        "Okienko-Operation": "register_client",
        "Set-Cookie": "a=b",
        "X-Powered-By": "us",
    }

    answer = await house.client.post(CLIENTS, json={}, headers=bearer(SOCIAL_WORKER))

    assert (answer.status_code, answer.content) == (201, b'{"id": 1}')
    assert set(answer.headers) == {
        *("content-type", "content-length", "etag", "location", "sync-token"),
        *("content-language", "idempotency-replayed"),
        # The gateway's own: how much of the caller's share is left.
        *("ratelimit", "ratelimit-policy"),
    }


async def test_a_paper_comes_back_byte_for_byte(house: House) -> None:
    house.service.body = b"%PDF-1.7\n\x00\xff\xfe"
    house.service.headers = {
        "Content-Type": "application/pdf",
        "Content-Disposition": 'inline; filename="wywiad.pdf"',
        "Cache-Control": "no-store",
    }

    answer = await house.see(SOCIAL_WORKER, f"/v1/interviews/{CLIENT}/print")

    assert answer.content == house.service.body
    assert {name: answer.headers[name] for name in house.service.headers} == house.service.headers
    assert house.service.asked[0].target == f"/v1/interviews/{CLIENT}/print"


async def test_a_problem_comes_back_as_it_is(house: House) -> None:
    house.service.status, house.service.body = 409, b'{"type": "/problems/AlreadyRegistered"}'
    house.service.headers = {"Content-Type": "application/problem+json"}

    answer = await house.client.post(CLIENTS, json={}, headers=bearer(SOCIAL_WORKER))

    assert outcome(answer) == (409, "/problems/AlreadyRegistered")
    assert answer.headers["content-type"] == "application/problem+json"


async def test_a_redirection_is_not_followed(house: House) -> None:
    house.service.status, house.service.headers = 307, {"Location": "/v1/plans"}

    answer = await house.see(SOCIAL_WORKER, CLIENTS)

    assert (answer.status_code, len(house.service.asked)) == (307, 1)


@pytest.mark.parametrize(
    "target",
    [
        "/v1/access-requests?box=out&limit=2",
        "/v1/referrals?cursor=a%2Bb%3D%26c&empty=&twice=1&twice=2",
        "/v1/clients/a%20b%C5%BC?q=%C5%BC%2F",
    ],
)
async def test_path_and_query_are_kept_to_the_letter(house: House, target: str) -> None:
    await house.see(SOCIAL_WORKER, target)

    assert [asked.target for asked in house.service.asked] == [target]


async def test_what_was_done_is_noted_with_its_verb_and_client(house: House) -> None:
    house.service.status = 201
    house.service.headers = {
        "Okienko-Operation": "register_client",
        "Sync-Token": f"intake:{CLIENT}:1",
    }

    await house.client.post(CLIENTS, json={}, headers=bearer(SOCIAL_WORKER))

    entry = (await house.entries())[0]
    assert (entry["verb"], entry["status"]) == ("register_client", 201)
    assert (entry["client_id"], entry["worker"]) == (CLIENT, "ops-worker")


@pytest.mark.parametrize("status", [200, 403, 404])
async def test_whoever_asked_of_a_client_is_noted_whatever_came_of_it(
    house: House, status: int
) -> None:
    house.service.status = status

    await house.see(SOCIAL_WORKER, f"{CLIENTS}/{CLIENT}")

    entry = (await house.entries())[0]
    assert (entry["client_id"], entry["status"]) == (CLIENT, status)


async def body_that_tells(read: list[bool]) -> AsyncIterator[bytes]:
    read.append(True)
    yield b"{}"


async def test_nobody_unknown_is_listened_to(house: House) -> None:
    read: list[bool] = []

    answer = await house.client.post(CLIENTS, content=body_that_tells(read))

    assert outcome(answer) == (401, "/problems/NotLoggedIn")
    assert (read, house.service.asked) == ([], [])


async def chunks(size: int) -> AsyncIterator[bytes]:
    for _ in range(16):
        yield b"x" * (size // 16)


@pytest.mark.parametrize(
    "content", [b"x" * (MEBIBYTE + 16), chunks(MEBIBYTE + 16)], ids=["said", "unsaid"]
)
async def test_a_body_over_a_mebibyte_is_refused(house: House, content: Any) -> None:
    answer = await house.client.post(CLIENTS, content=content, headers=bearer(SOCIAL_WORKER))

    assert outcome(answer) == (413, "/problems/BodyTooLarge")
    assert answer.headers["content-type"] == "application/problem+json"
    assert house.service.asked == []


@pytest.mark.parametrize("content", [b"x" * MEBIBYTE, chunks(MEBIBYTE)], ids=["said", "unsaid"])
async def test_a_body_of_a_mebibyte_is_passed_on(house: House, content: Any) -> None:
    answer = await house.client.post(CLIENTS, content=content, headers=bearer(SOCIAL_WORKER))

    assert (answer.status_code, len(house.service.asked[0].body)) == (200, MEBIBYTE)


@pytest.mark.parametrize("method", ["GET", "POST"])
async def test_a_service_that_is_away_is_named(house: House, method: str) -> None:
    answer = await house.client.request(
        method, "/v1/outcomes-contracts", headers=bearer(SOCIAL_WORKER)
    )

    entry = (await house.entries())[0]
    assert outcome(answer) == AWAY
    assert (answer.json()["service"], answer.headers["retry-after"]) == ("outcomes", "2")
    assert (entry["status"], entry["institution"]) == (503, SOCIAL_WORKER.institution)


async def test_a_read_whose_answer_was_lost_is_tried_again(house: House) -> None:
    house.service.drops = 1

    answer = await house.see(SOCIAL_WORKER, CLIENTS)

    assert (answer.status_code, len(house.service.asked)) == (200, 2)


async def test_a_command_with_a_key_is_tried_once_more(house: House) -> None:
    house.service.drops = 1

    answer = await house.client.post(
        CLIENTS, json={}, headers=bearer(SOCIAL_WORKER, Idempotency_Key="k1")
    )

    assert (answer.status_code, len(house.service.asked)) == (200, 2)


async def test_and_not_more_than_once(house: House) -> None:
    house.service.drops = 9

    answer = await house.client.post(
        CLIENTS, json={}, headers=bearer(SOCIAL_WORKER, Idempotency_Key="k1")
    )

    assert outcome(answer) == AWAY
    assert len(house.service.asked) == 2


async def test_a_command_without_a_key_is_never_repeated(house: House) -> None:
    house.service.drops = 1

    answer = await house.client.post(CLIENTS, json={}, headers=bearer(SOCIAL_WORKER))

    assert outcome(answer) == AWAY
    assert len(house.service.asked) == 1
    assert [entry["status"] for entry in await house.entries()] == [503]


@pytest.mark.parametrize(
    "path",
    [
        "/v1/secrets",
        "/v1/",
        "/v1//internal/journal",
        "/v1/internal/journal",
        "/v2/clients",
        "/internal/clients",
        "/v1/clients/%2e%2e/%2e%2e/metrics",
        "/v1/clients/..%2F..%2Finternal%2Fjournal",
        "/v1/clients/%2e%2e%2f%2e%2e%2finternal/cards",
    ],
)
async def test_behind_an_unknown_address_there_is_nothing(house: House, path: str) -> None:
    answer = await house.see(SOCIAL_WORKER, path)

    assert outcome(answer) == (404, "/problems/NoSuchAddress")
    assert house.service.asked == []


@pytest.mark.parametrize(
    ("path", "query"),
    [
        (b"/v1/clients/../../metrics", b""),
        (b"/v1/clients/./../../internal/journal", b""),
        (b"/v1/clients/\xc5\xbc", b""),
        (b"/v1/clients", b"q=\xff"),
    ],
)
async def test_neither_is_there_behind_an_address_no_library_would_write(
    house: House, path: bytes, query: bytes
) -> None:
    answer = await raw(house, path, query)

    assert answer == 404
    assert house.service.asked == []


async def raw(house: House, path: bytes, query: bytes) -> int:
    """Ask with these very bytes; answer the status."""
    told: list[Any] = []
    authorization = bearer(SOCIAL_WORKER)["Authorization"].encode()

    async def receive() -> Any:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Any) -> None:
        told.append(message)

    scope = {
        "type": "http",
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": path.decode("utf-8", "replace"),
        "raw_path": path,
        "query_string": query,
        "root_path": "",
        "headers": [(b"authorization", authorization)],
        "server": ("room", 80),
        "client": ("room", 1),
    }
    await house.app(scope, receive, send)
    return int(told[0]["status"])


@pytest.mark.parametrize(
    "path",
    [
        "/internal/journal",
        "/internal/cards",
        f"/internal/clients/{CLIENT}/card",
        f"/internal/ask/intake/clients/{CLIENT}/means",
    ],
)
@pytest.mark.parametrize(
    "headers", [{}, bearer(SOCIAL_WORKER), {"Authorization": "House " + "00" * 32}]
)
async def test_what_is_internal_opens_to_the_house_key_only(
    house: House, path: str, headers: dict[str, str]
) -> None:
    answer = await house.client.get(path, headers=headers)

    assert outcome(answer) == (401, "/problems/NotOfThisHouse")
    assert house.service.asked == []


async def test_a_service_asks_another_through_the_gateway(house: House) -> None:
    house.service.body = b'{"household_size": 2}'

    answer = await house.client.get(f"/internal/ask/intake/clients/{CLIENT}/means", headers=HOUSE)

    assert answer.json() == {"household_size": 2}
    assert house.service.asked[0].target == f"/internal/clients/{CLIENT}/means"
    assert house.service.asked[0].headers["authorization"] == HOUSE["Authorization"]


async def test_of_a_service_nobody_knows_nothing_is_asked(house: House) -> None:
    answer = await house.client.get("/internal/ask/vault/keys", headers=HOUSE)

    assert answer.status_code == 404


async def test_a_withdrawal_is_answered_when_the_gateway_has_heard_it(house: House) -> None:
    withdrawing = asyncio.create_task(withdraw(house))
    await asyncio.sleep(0.05)
    early = withdrawing.done()

    await house.heard(5)

    answer = await withdrawing
    assert (early, answer.status_code) == (False, 200)
    assert [name for name in answer.headers if name.startswith("okienko")] == []


async def test_a_withdrawal_nobody_heard_of_is_not_confirmed(house: House) -> None:
    answer = await withdraw(house)

    assert outcome(answer) == (503, "/problems/NotHereYet")
    assert [entry["status"] for entry in await house.entries()] == [200]


async def test_a_withdrawal_waits_until_every_service_that_answers_has_heard(house: House) -> None:
    await house.heard(5)

    answer = await withdraw(house)

    asked = [one.target for one in house.service.asked if one.target.startswith("/internal/heard")]
    assert answer.status_code == 200
    assert asked == [f"/internal/heard?service=intake&subject={CLIENT}&version=5"] * 4


async def test_a_process_says_when_it_has_heard_and_only_to_the_house(house: House) -> None:
    asked = {"service": "intake", "subject": str(CLIENT), "version": "5"}

    stranger = await house.client.get("/internal/heard", params=asked)
    early = await house.client.get("/internal/heard", params=asked, headers=HOUSE)
    await house.heard(5)
    heard = await house.client.get("/internal/heard", params=asked, headers=HOUSE)

    assert outcome(stranger) == (401, "/problems/NotOfThisHouse")
    assert outcome(early) == (503, "/problems/NotHereYet")
    assert (heard.status_code, heard.json()) == (200, {"heard": True})


async def withdraw(house: House) -> Any:
    house.service.headers = {"Okienko-Closes": "true", "Sync-Token": f"intake:{CLIENT}:5"}
    return await house.client.post(
        f"{CLIENTS}/{CLIENT}/sharings/{CLIENT}/withdraw", headers=bearer(SOCIAL_WORKER)
    )


async def test_the_gateways_own_answers_name_no_operation(house: House) -> None:
    answer = await house.see(SOCIAL_WORKER)

    assert answer.status_code == 200
    assert [name for name in answer.headers if name.startswith("okienko")] == []


async def test_an_address_never_lands_in_the_answer(house: House) -> None:
    answer = await house.see(SOCIAL_WORKER, f"/v1/secrets/{PESEL}")

    assert PESEL not in answer.text
