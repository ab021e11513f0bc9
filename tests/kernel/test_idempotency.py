"""The same request twice has its effect once."""

import asyncio

import httpx2
import pytest

from contracts.values import InstitutionKind
from kernel import ids
from kernel.transactions import Database
from tests.kernel.tiny import HARMLESS, WORKER
from tests.support.rooms import announced, bearer, relate, worker

pytestmark = pytest.mark.anyio
# The tiny service tells the audit its caller's institution, as if that were the client shown.
CLIENT_SHOWN = WORKER.institution
ONCE = bearer(WORKER, Idempotency_Key="once")


async def test_a_repeat_gets_the_first_answer(
    client: httpx2.AsyncClient, database: Database
) -> None:
    await relate(database, CLIENT_SHOWN, WORKER.institution)
    first = await client.post("/v1/things", json=HARMLESS, headers=ONCE)

    second = await client.post("/v1/things", json=HARMLESS, headers=ONCE)

    assert (second.status_code, second.content) == (first.status_code, first.content)
    assert second.headers["location"] == first.headers["location"]
    assert second.headers["etag"] == first.headers["etag"]
    assert second.headers["sync-token"] == first.headers["sync-token"]
    assert len(await announced(database)) == 1


async def test_a_read_in_the_form_of_a_post_is_answered_afresh(client: httpx2.AsyncClient) -> None:
    wanted = {"name": HARMLESS["name"]}
    before = await client.post("/v1/things/search", json=wanted, headers=ONCE)
    await client.post("/v1/things", json=HARMLESS, headers=bearer(WORKER))

    after = await client.post("/v1/things/search", json=wanted, headers=ONCE)

    assert (before.status_code, before.json()) == (200, [])
    assert after.json() == [HARMLESS["name"]]
    assert "idempotency-replayed" not in after.headers


async def test_a_read_in_the_form_of_a_post_changes_nothing(
    client: httpx2.AsyncClient, database: Database
) -> None:
    answer = await client.post("/v1/things/search", json={"name": "a"}, headers=ONCE)

    assert "sync-token" not in answer.headers
    assert await database.pool.fetchval("SELECT count(*) FROM idempotency") == 0
    assert (await client.post("/v1/things/search", content=b"{", headers=ONCE)).status_code == 415


async def test_eight_at_the_same_instant_have_one_effect(
    client: httpx2.AsyncClient, database: Database
) -> None:
    await relate(database, CLIENT_SHOWN, WORKER.institution)
    asked = [client.post("/v1/things", json=HARMLESS, headers=ONCE) for _ in range(8)]

    answers = await asyncio.gather(*asked)

    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.content for answer in answers}) == 1
    assert len(await announced(database)) == 1


async def test_an_answer_is_not_repeated_to_whoever_lost_the_relation_since(
    client: httpx2.AsyncClient, database: Database
) -> None:
    await relate(database, CLIENT_SHOWN, WORKER.institution)
    await client.post("/v1/things", json=HARMLESS, headers=ONCE)
    await database.pool.execute("UPDATE relations SET closed_at = now()")

    answer = await client.post("/v1/things", json=HARMLESS, headers=ONCE)

    assert (answer.status_code, answer.json()["type"]) == (404, "/problems/NoLongerYours")
    assert len(await announced(database)) == 1


async def test_another_body_under_the_same_key_is_refused(client: httpx2.AsyncClient) -> None:
    await client.post("/v1/things", json=HARMLESS, headers=ONCE)

    answer = await client.post("/v1/things", json=HARMLESS | {"name": "table"}, headers=ONCE)

    assert answer.status_code == 422
    assert answer.json()["type"] == "/problems/KeyReused"


async def test_another_address_under_the_same_key_is_refused(client: httpx2.AsyncClient) -> None:
    await client.post("/v1/things", json=HARMLESS, headers=ONCE)

    answer = await client.post("/v1/refuse", json=HARMLESS, headers=ONCE)

    assert answer.status_code == 422


async def test_the_same_key_of_somebody_else_is_another_key(
    client: httpx2.AsyncClient, database: Database
) -> None:
    stranger = worker(ids.new(), InstitutionKind.OPS, "social_worker")
    await client.post("/v1/things", json=HARMLESS, headers=ONCE)

    answer = await client.post(
        "/v1/things",
        json=HARMLESS | {"name": "table"},
        headers=bearer(stranger, Idempotency_Key="once"),
    )

    assert answer.status_code == 201
    assert len(await announced(database)) == 2


async def test_a_refusal_is_not_remembered(client: httpx2.AsyncClient) -> None:
    refused = await client.post("/v1/refuse", json=HARMLESS, headers=ONCE)
    await client.post("/v1/things", json=HARMLESS, headers=bearer(WORKER))

    answer = await client.post("/v1/refuse", json=HARMLESS, headers=ONCE)

    assert refused.status_code == 422
    assert answer.status_code == 200


async def test_the_answer_is_kept_sealed_and_the_key_unreadable(
    client: httpx2.AsyncClient, database: Database
) -> None:
    await client.post("/v1/things", json=HARMLESS, headers=ONCE)

    kept = await database.pool.fetchrow("SELECT * FROM idempotency")

    assert kept
    everything = b"".join(value for value in kept.values() if isinstance(value, bytes))
    assert b"chair" not in everything
    assert b"once" not in everything


@pytest.mark.parametrize("key", ["", " ", '""', "k" * 256, "zażółć".encode().decode("latin-1")])
async def test_a_key_that_cannot_be_read_is_refused(client: httpx2.AsyncClient, key: str) -> None:
    headers = [*bearer(WORKER).items(), ("Idempotency-Key", key)]
    raw = [(name.encode(), value.encode("latin-1")) for name, value in headers]

    answer = await client.post("/v1/things", json=HARMLESS, headers=raw)

    assert answer.status_code == 400
    assert answer.json()["type"] == "/problems/KeyUnreadable"
