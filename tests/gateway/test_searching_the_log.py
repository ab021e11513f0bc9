"""The officer's search of the log: within what her institution answers for, and noted itself."""

from dataclasses import replace
from typing import Any
from uuid import UUID

import httpx2
import pytest

from contracts.values import InstitutionKind
from kernel.callers import Caller
from tests.gateway.conftest import (
    ADVISER,
    CLERK,
    CLIENT,
    FAR,
    MANAGER,
    OPS,
    PUP,
    SOCIAL_WORKER,
    STRANGER,
    House,
)
from tests.support.rooms import bearer, relate, worker

pytestmark = pytest.mark.anyio
OFFICER = replace(worker(OPS, InstitutionKind.OPS, "dpo"), worker="ops-dpo", name="Ida (demo)")
THEIRS = replace(worker(PUP, InstitutionKind.PUP, "dpo"), worker="pup-dpo")
FAR_OFFICER = replace(worker(FAR, InstitutionKind.OPS, "dpo"), worker="far-dpo")
SEARCH = "/v1/audit/search"


async def ask(house: House, by: Caller, **wanted: Any) -> httpx2.Response:
    return await house.client.post(SEARCH, json=wanted, headers=bearer(by))


async def told(house: House, by: Caller, **wanted: Any) -> list[tuple[str | None, str, int]]:
    answer = await ask(house, by, **wanted)
    assert answer.status_code == 200, answer.text
    return [(item["worker"], item["verb"], item["status"]) for item in answer.json()["items"]]


@pytest.fixture
async def looked_at(house: House) -> House:
    """Her record was read by her social worker, an adviser and a stranger, who did not find it."""
    await relate(house.database, CLIENT, PUP)
    for who in (SOCIAL_WORKER, ADVISER, STRANGER):
        await house.see(who)
    return house


async def test_the_registrars_officer_sees_every_look_at_her_and_names_her_own_workers_alone(
    looked_at: House,
) -> None:
    answer = await ask(looked_at, OFFICER, client_id=str(CLIENT))

    items = answer.json()["items"]
    assert [(item["worker"], item["status"]) for item in items] == [
        (None, 404), (None, 200), ("ops-worker", 200),
    ]  # fmt: skip
    assert items[2]["worker_name"] == SOCIAL_WORKER.name
    assert [item["institution"] for item in items] == [str(FAR), str(PUP), str(OPS)]
    assert items[1]["institution_name"] == "PUP Zabrze (demo)"


async def test_a_partners_officer_sees_what_her_own_workers_did(looked_at: House) -> None:
    assert await told(looked_at, THEIRS) == [("pup-worker", "read_record", 200)]


async def test_a_strangers_officer_sees_that_her_worker_asked_and_nothing_of_others(
    looked_at: House,
) -> None:
    assert await told(looked_at, FAR_OFFICER) == [("far-worker", "read_record", 404)]


@pytest.mark.parametrize(
    ("wanted", "statuses"),
    [
        ({}, [404, 200, 200]),
        ({"worker": "ops-worker"}, [200]),
        ({"worker": "pup-worker"}, []),
        ({"institution": str(PUP)}, [200]),
        ({"verbs": ["read_record"]}, [404, 200, 200]),
        ({"verbs": ["read_timeline"]}, []),
        ({"refused": True}, [404]),
        ({"refused": False}, [200, 200]),
        ({"sections": ["income"]}, [200]),
        ({"bases": ["registration"]}, [200]),
        ({"bases": ["vital_interest"]}, []),
        ({"since": "2020-01-01T00:00:00Z"}, [404, 200, 200]),
        ({"before": "2020-01-01T00:00:00Z"}, []),
        ({"client_id": str(UUID(int=9))}, []),
    ],
)
async def test_each_thing_said_narrows(
    looked_at: House, wanted: dict[str, Any], statuses: list[int]
) -> None:
    assert [status for _, _, status in await told(looked_at, OFFICER, **wanted)] == statuses


async def test_a_long_answer_comes_page_by_page(looked_at: House) -> None:
    first = (await ask(looked_at, OFFICER, limit=2, client_id=str(CLIENT))).json()
    rest = await ask(
        looked_at, OFFICER, client_id=str(CLIENT), verbs=["read_record"], cursor=first["next"]
    )

    assert [item["seq"] for item in first["items"] + rest.json()["items"]] == [3, 2, 1]
    assert rest.json()["next"] is None


async def test_what_was_noted_under_a_merged_id_is_about_her_too(looked_at: House) -> None:
    former = UUID(int=77)
    await looked_at.see(SOCIAL_WORKER, f"/v1/records/{former}")
    await looked_at.database.pool.execute(
        "INSERT INTO aliases (client_id, parent, survivor) VALUES ($1, $2, $2)", former, CLIENT
    )

    for asked in (former, CLIENT):
        found = await told(looked_at, OFFICER, client_id=str(asked), worker="ops-worker")
        assert [status for _, _, status in found] == [404, 200]


async def test_the_search_itself_is_noted_about_whom_it_asked(looked_at: House) -> None:
    await ask(looked_at, OFFICER, client_id=str(CLIENT))
    await ask(looked_at, OFFICER)

    last = (await looked_at.entries())[-2:]
    assert [(row["verb"], row["worker"], row["client_id"]) for row in last] == [
        ("search_audit", "ops-dpo", CLIENT), ("search_audit", "ops-dpo", None),
    ]  # fmt: skip


async def test_a_table_for_a_spreadsheet_has_the_same_rows(looked_at: House) -> None:
    answer = await looked_at.client.post(
        SEARCH, json={"limit": 2}, headers=bearer(OFFICER, accept="text/csv")
    )

    lines = answer.text.splitlines()
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert lines[0].startswith("seq,at,worker,worker_name,institution,")
    assert [line.split(",")[0] for line in lines[1:]] == ["3", "2"]
    assert answer.headers["okienko-next"]


async def test_a_name_that_begins_like_a_formula_stays_a_text(house: House) -> None:
    await house.see(replace(SOCIAL_WORKER, name="=HYPERLINK(1)"))

    answer = await house.client.post(SEARCH, json={}, headers=bearer(OFFICER, accept="text/csv"))

    assert ",'=HYPERLINK(1)," in answer.text


@pytest.mark.parametrize("caller", [SOCIAL_WORKER, CLERK, MANAGER, ADVISER])
async def test_nobody_but_an_officer_searches(house: House, caller: Caller) -> None:
    answer = await ask(house, caller)

    assert (answer.status_code, answer.json()["type"]) == (403, "/problems/RoleMayNot")


@pytest.mark.parametrize(
    "wanted",
    [
        {"since": "2026-03-02T00:00:00Z", "before": "2026-03-01T00:00:00Z"},
        {"since": "2026-03-02"},
        {"limit": 1001},
        {"verbs": ["DROP TABLE"]},
        {"name": "Wiesława"},
    ],
)
async def test_what_cannot_be_asked_is_refused(house: House, wanted: dict[str, Any]) -> None:
    assert (await ask(house, OFFICER, **wanted)).status_code == 422
