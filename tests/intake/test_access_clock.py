"""Requests for access: asked once, answered within a clock, taken back, refused with a reason."""

import asyncio
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from contracts.values import BasisKind
from kernel import clock
from services.intake.domain.terms import answer_due
from tests.intake.conftest import (
    ADVISER,
    BASIS,
    CLERK,
    FAR,
    MANAGER,
    PESEL,
    SOCIAL_WORKER,
    STRANGER,
    House,
)
from tests.support.rooms import announced, relate

pytestmark = pytest.mark.anyio

ASKED = {"pesel": PESEL, "reason": "She came to our office."}


async def asked(house: House, caller: Any = STRANGER) -> Any:
    answer = await house.ask(caller, "/v1/access-requests", ASKED)
    assert answer.status_code == 201, answer.text
    return answer.json()


async def grow_old(house: House) -> None:
    """Let the last day of every answer have been yesterday."""
    await house.database.pool.execute(
        "UPDATE access_requests SET due_on = $1", clock.today() - timedelta(days=1)
    )


async def box(house: House, caller: Any = SOCIAL_WORKER, **asked: Any) -> list[Any]:
    answer = await house.see(caller, "/v1/access-requests", **asked)
    assert answer.status_code == 200, answer.text
    items: list[Any] = answer.json()["items"]
    return items


async def test_an_answer_is_due_by_a_day(house: House) -> None:
    await house.registered()

    request = await asked(house)

    assert request["due_on"] == answer_due(clock.today()).isoformat()
    assert request["overdue"] is False


async def test_what_is_overdue_is_found(house: House) -> None:
    await house.registered()
    request = await asked(house)
    before = await box(house, overdue=True)

    await grow_old(house)

    assert before == []
    assert [item["id"] for item in await box(house, overdue=True)] == [request["id"]]
    assert [i["overdue"] for i in await box(house, STRANGER, box="out", overdue=True)] == [True]


async def test_managers_are_alarmed_of_what_is_overdue_until_it_is_answered(house: House) -> None:
    client_id = (await house.registered()).split("/")[-1]
    request = await asked(house)
    await grow_old(house)

    late = await house.see(MANAGER, "/v1/alarms")
    await house.ask(
        SOCIAL_WORKER, f"/v1/access-requests/{request['id']}/refuse", {"reason": "not_needed"}
    )
    answered = await house.see(MANAGER, "/v1/alarms")

    assert [r["id"] for r in late.json()["overdue_requests"]] == [request["id"]]
    assert late.headers["okienko-client"] == client_id
    assert answered.json()["overdue_requests"] == []
    assert await box(house, overdue=True) == []


async def test_asked_again_it_is_the_same_request(house: House) -> None:
    await house.registered()

    first = await asked(house)
    again = await house.ask(STRANGER, "/v1/access-requests", ASKED | {"reason": "Once more."})

    assert (again.status_code, again.json()) == (201, first)
    assert await house.count("access_requests") == 1
    assert "sync-token" not in again.headers


async def test_two_who_ask_at_once_ask_once(house: House) -> None:
    await house.registered()

    answers = await asyncio.gather(*(asked(house) for _ in range(4)))

    assert len({answer["id"] for answer in answers}) == 1
    assert await house.count("access_requests") == 1


async def test_two_institutions_ask_twice(house: House) -> None:
    await house.registered()

    one, other = await asked(house), await asked(house, ADVISER)

    assert one["id"] != other["id"]


async def test_after_a_refusal_one_may_ask_anew(house: House) -> None:
    await house.registered()
    first = await asked(house)
    refusal = await house.ask(
        SOCIAL_WORKER, f"/v1/access-requests/{first['id']}/refuse", {"reason": "client_objects"}
    )

    event = (await announced(house.database))[-1]
    assert (refusal.status_code, refusal.json()["refusal"]) == (200, "client_objects")
    assert (event["type"], event["reason"]) == ("access.refused.v1", "client_objects")
    assert (await asked(house))["id"] != first["id"]


@pytest.mark.parametrize("body", [{}, {"reason": "because"}, {"reason": None}])
async def test_a_refusal_needs_its_reason(house: House, body: dict[str, Any]) -> None:
    await house.registered()
    request = await asked(house)

    answer = await house.ask(SOCIAL_WORKER, f"/v1/access-requests/{request['id']}/refuse", body)

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == "/reason"


async def test_whoever_asked_takes_it_back(house: House) -> None:
    client_id = (await house.registered()).split("/")[-1]
    request = await asked(house)
    path = f"/v1/access-requests/{request['id']}"

    answer = await house.ask(STRANGER, f"{path}/withdraw")

    event = (await announced(house.database))[-1]
    granted = await house.ask(SOCIAL_WORKER, f"{path}/grant", {"basis": BASIS})
    again = await house.ask(STRANGER, f"{path}/withdraw")
    assert (answer.status_code, answer.json()["state"]) == (200, "withdrawn")
    assert (event["type"], event["asked_by"]) == ("access.withdrawn.v1", str(FAR))
    assert client_id not in answer.text
    assert "sync-token" not in answer.headers
    assert {r.json()["type"] for r in (granted, again)} == {"/problems/AccessAnswered"}


async def test_nobody_else_takes_it_back(house: House) -> None:
    await house.registered()
    path = f"/v1/access-requests/{(await asked(house))['id']}/withdraw"

    others = [await house.ask(caller, path) for caller in (SOCIAL_WORKER, ADVISER)]
    clerk = await house.ask(CLERK, path)

    assert [answer.status_code for answer in (*others, clerk)] == [404, 404, 403]


async def test_a_vital_interest_is_no_answer_to_a_request(house: House) -> None:
    await house.registered()
    path = f"/v1/access-requests/{(await asked(house))['id']}"
    basis = {"kind": "vital_interest", "reason": "shelter needed tonight"}

    answer = await house.ask(SOCIAL_WORKER, f"{path}/grant", {"basis": basis})

    assert answer.json()["type"] == "/problems/NoAnswerToAnEmergency"
    assert answer.json()["errors"][0]["pointer"] == "/basis/kind"
    assert [item["state"] for item in await box(house)] == ["open"]


async def test_a_grant_raises_her_version(house: House) -> None:
    address = await house.registered()
    request = await asked(house)

    await house.ask(SOCIAL_WORKER, f"/v1/access-requests/{request['id']}/grant", {"basis": BASIS})

    assert (await house.see(SOCIAL_WORKER, address)).headers["etag"] == '"v2"'


async def test_granted_and_refused_at_once_it_is_one_of_both(house: House) -> None:
    await house.registered()
    path = f"/v1/access-requests/{(await asked(house))['id']}"

    answers = await asyncio.gather(
        house.ask(SOCIAL_WORKER, f"{path}/grant", {"basis": BASIS}),
        house.ask(SOCIAL_WORKER, f"{path}/refuse", {"reason": "not_needed"}),
    )

    assert sorted(answer.status_code for answer in answers) == [200, 409]


async def test_who_sees_her_in_an_emergency_only_may_still_ask(house: House) -> None:
    client_id = UUID((await house.registered()).split("/")[-1])
    await relate(house.database, client_id, FAR, BasisKind.VITAL_INTEREST)

    assert (await asked(house))["state"] == "open"
