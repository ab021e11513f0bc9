"""What every route does around its own lines: who, may he, is it fresh, which version."""

import asyncio

import httpx2
import pytest

from contracts.values import InstitutionKind
from kernel import ids
from kernel.tables import heard
from kernel.transactions import Database
from tests.kernel.tiny import CLIENT, HARMLESS, WORKER
from tests.support.rooms import HOUSE, announced, bearer, worker

pytestmark = pytest.mark.anyio
ELSEWHERE = f"benefits:{CLIENT}:3"


async def test_nobody_is_told_to_log_in(client: httpx2.AsyncClient) -> None:
    answer = await client.get("/v1/things")

    assert answer.status_code == 401
    assert answer.headers["www-authenticate"].startswith("Bearer")


async def test_a_stranger_is_refused_before_his_body_is_read(client: httpx2.AsyncClient) -> None:
    answer = await client.post("/v1/things", content=b"{", headers={"content-type": "x"})

    assert answer.status_code == 401


async def test_a_role_that_does_not_carry_the_verb_is_told_which_it_is(
    client: httpx2.AsyncClient,
) -> None:
    answer = await client.post("/v1/approve", headers=bearer(WORKER))

    assert answer.status_code == 403
    assert answer.json()["action"] == "ApproveAward"


async def test_somebody_without_a_role_may_nothing(client: httpx2.AsyncClient) -> None:
    nobody = worker(ids.new(), InstitutionKind.OPS)

    answer = await client.get("/v1/things", headers=bearer(nobody))

    assert answer.status_code == 403


async def test_a_write_answers_with_its_sync_token(client: httpx2.AsyncClient) -> None:
    answer = await client.post("/v1/things", json=HARMLESS, headers=bearer(WORKER))

    assert answer.headers["sync-token"] == f"intake:{CLIENT}:1"


async def test_a_read_waits_for_what_was_written_elsewhere(
    client: httpx2.AsyncClient, database: Database
) -> None:
    reading = asyncio.create_task(
        client.get("/v1/things", headers=bearer(WORKER, Sync_Token=ELSEWHERE))
    )
    await asyncio.sleep(0.05)
    assert not reading.done()
    await _hear(database, version=3)

    assert (await reading).status_code == 200


async def test_a_read_does_not_wait_for_ever(client: httpx2.AsyncClient) -> None:
    answer = await client.get("/v1/things", headers=bearer(WORKER, Sync_Token=ELSEWHERE))

    assert answer.status_code == 503
    assert answer.json()["type"] == "/problems/NotHereYet"
    assert answer.headers["retry-after"] == "1"


async def test_an_older_version_is_not_enough(
    client: httpx2.AsyncClient, database: Database
) -> None:
    await _hear(database, version=2)

    answer = await client.get("/v1/things", headers=bearer(WORKER, Sync_Token=ELSEWHERE))

    assert answer.status_code == 503


async def test_a_command_waits_too(client: httpx2.AsyncClient, database: Database) -> None:
    answer = await client.post(
        "/v1/things", json=HARMLESS, headers=bearer(WORKER, Sync_Token=ELSEWHERE)
    )

    assert answer.status_code == 503
    assert await announced(database) == []


async def test_a_token_of_this_service_needs_no_waiting(client: httpx2.AsyncClient) -> None:
    own = f"intake:{CLIENT}:99"

    answer = await client.get("/v1/things", headers=bearer(WORKER, Sync_Token=own))

    assert answer.status_code == 200


async def test_every_one_of_several_tokens_counts(
    client: httpx2.AsyncClient, database: Database
) -> None:
    await _hear(database, version=3)
    tokens = f"{ELSEWHERE}, referrals:{CLIENT}:1"

    answer = await client.get("/v1/things", headers=bearer(WORKER, Sync_Token=tokens))

    assert answer.status_code == 503


@pytest.mark.parametrize(
    "token", ["x", "benefits:1:1", f"benefits:{CLIENT}:-1", f"benefits:{CLIENT}:{'9' * 16}", ",", f"benefits:{'-' * 36}:1"]
)  # fmt: skip
async def test_a_token_that_cannot_be_read_is_refused(
    client: httpx2.AsyncClient, token: str
) -> None:
    answer = await client.get("/v1/things", headers=bearer(WORKER, Sync_Token=token))

    assert answer.status_code == 400
    assert answer.json()["type"] == "/problems/SyncTokenUnreadable"


@pytest.mark.parametrize(
    ("shown", "status"), [('"v3"', 200), ("*", 200), ('"v2"', 412), ("v3", 400), ('W/"v3"', 400)]
)
async def test_a_change_is_made_to_the_version_one_saw(
    client: httpx2.AsyncClient, shown: str, status: int
) -> None:
    answer = await client.post(
        f"/v1/things/{ids.new()}/change", headers=bearer(WORKER, If_Match=shown)
    )

    assert answer.status_code == status


async def test_who_saw_no_version_has_no_opinion(client: httpx2.AsyncClient) -> None:
    answer = await client.post(f"/v1/things/{ids.new()}/change", headers=bearer(WORKER))

    assert answer.status_code == 200


async def test_a_trace_is_carried_into_the_journal(
    client: httpx2.AsyncClient, database: Database
) -> None:
    trace = f"00-{'a' * 32}-{'b' * 16}-01"

    await client.post("/v1/things", json=HARMLESS, headers=bearer(WORKER, traceparent=trace))

    assert await database.pool.fetchval("SELECT traceparent FROM journal") == trace


async def test_a_trace_that_is_none_is_let_be(
    client: httpx2.AsyncClient, database: Database
) -> None:
    await client.post("/v1/things", json=HARMLESS, headers=bearer(WORKER, traceparent="Nowak"))

    assert await database.pool.fetchval("SELECT traceparent FROM journal") is None


async def test_internal_addresses_open_to_the_house_key_only(client: httpx2.AsyncClient) -> None:
    without = await client.get("/internal/journal", headers=bearer(WORKER))
    with_it = await client.get("/internal/journal", headers=HOUSE)

    assert (without.status_code, with_it.status_code) == (401, 200)


async def test_it_is_ready_without_a_broker_and_not_without_a_database(
    client: httpx2.AsyncClient, database: Database
) -> None:
    ready = await client.get("/readyz")
    await database.close()
    not_ready = await client.get("/readyz")
    alive = await client.get("/livez")

    assert (ready.status_code, ready.json()["status"]) == (200, "warn")
    assert (not_ready.status_code, not_ready.json()["status"]) == (503, "fail")
    assert alive.status_code == 200


async def _hear(database: Database, version: int) -> None:
    row = {"event_id": ids.new(), "source": "benefits", "subject": CLIENT, "version": version}
    async with database.engine.begin() as connection:
        await connection.execute(heard.insert().values(row))
