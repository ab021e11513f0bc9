"""An emergency opening is ended before its hours are over: by whom, and that it holds at once."""

import asyncio
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from contracts.values import InstitutionKind
from tests.intake.conftest import (
    ADVISER,
    COORDINATOR,
    FAR,
    MANAGER,
    NOBODY,
    OPS,
    SOCIAL_WORKER,
    STRANGER,
    WITH_THE_PARTNERSHIP,
    House,
)
from tests.intake.test_break_glass import breaks, hours_pass, problem
from tests.support.rooms import announced, worker

pytestmark = pytest.mark.anyio

FAR_MANAGER = replace(worker(FAR, InstitutionKind.OPS, "ops_manager"), worker="far-manager")
FAR_DPO = replace(worker(FAR, InstitutionKind.OPS, "dpo"), worker="far-dpo")
OPS_DPO = replace(worker(OPS, InstitutionKind.OPS, "dpo"), worker="ops-dpo")
COLLEAGUE = replace(STRANGER, worker="far-colleague")


async def end(house: House, caller: Any, glass: Any, **headers: Any) -> Any:
    return await house.ask(caller, f"/v1/break-glass/{glass['id']}/end", **headers)


@pytest.mark.parametrize("caller", [STRANGER, FAR_MANAGER, FAR_DPO, MANAGER, OPS_DPO])
async def test_whoever_broke_it_ends_it_and_whoever_was_alarmed(house: House, caller: Any) -> None:
    address = await house.registered()
    glass = (await breaks(house)).json()

    ended = await end(house, caller, glass)

    event = (await announced(house.database))[-1]
    assert (ended.status_code, ended.content) == (204, b"")
    assert ended.headers["okienko-closes"] == "true"
    assert ended.headers["okienko-client"] == glass["client_id"]
    assert (event["type"], event["relation_id"]) == ("sharing.closed.v1", glass["id"])
    assert (await house.see(STRANGER, address)).status_code == 404
    assert (await house.see(COLLEAGUE, address)).status_code == 404


async def test_a_colleague_does_not_end_it_nor_the_worker_of_the_other_side(house: House) -> None:
    await house.registered()
    glass = (await breaks(house)).json()

    refused = [await end(house, caller, glass) for caller in (COLLEAGUE, SOCIAL_WORKER)]

    assert [problem(answer) for answer in refused] == [(403, "GlassOfOthers")] * 2


async def test_of_others_it_is_not_told_that_there_is_one(house: House) -> None:
    await house.registered(share_with=[WITH_THE_PARTNERSHIP])
    glass = (await breaks(house)).json()

    answers = [await end(house, caller, glass) for caller in (ADVISER, COORDINATOR)]
    nowhere = await end(house, STRANGER, {"id": NOBODY})

    assert [problem(answer) for answer in answers] == [(404, "GlassNotFound")] * 2
    assert problem(nowhere) == (404, "GlassNotFound")


async def test_what_is_over_is_not_ended(house: House) -> None:
    await house.registered()
    glass = (await breaks(house)).json()

    twice = [await end(house, STRANGER, glass) for _ in range(2)]
    again = (await breaks(house)).json()
    await hours_pass(house)

    assert (twice[0].status_code, problem(twice[1])) == (204, (409, "GlassOver"))
    assert problem(await end(house, STRANGER, again)) == (409, "GlassOver")


async def test_a_second_click_ends_it_once(house: House) -> None:
    await house.registered()
    glass = (await breaks(house)).json()
    before = len(await announced(house.database))

    once = [await end(house, STRANGER, glass, Idempotency_Key="click") for _ in range(2)]
    two = await asyncio.gather(*(end(house, MANAGER, glass) for _ in range(2)))

    assert [answer.status_code for answer in once] == [204, 204]
    assert [problem(answer) for answer in two] == [(409, "GlassOver")] * 2
    assert len(await announced(house.database)) == before + 1


async def test_broken_again_it_is_another_opening_and_another_alarm(house: House) -> None:
    address = await house.registered()
    glass = (await breaks(house)).json()
    await end(house, STRANGER, glass)

    again = await breaks(house)

    assert (again.status_code, again.json()["id"] != glass["id"]) == (201, True)
    assert await house.count("alarms") == 4
    assert (await house.see(STRANGER, address)).status_code == 200


async def test_what_was_narrowed_meanwhile_ends_too(house: House) -> None:
    address = await house.registered()
    glass = (await breaks(house)).json()
    narrow = f"{address}/sharings/{glass['id']}/narrow"
    assert (await house.ask(SOCIAL_WORKER, narrow, {"sections": ["health"]})).is_success

    ended = await end(house, FAR_DPO, glass)

    assert ended.status_code == 204
    assert (await house.see(STRANGER, address)).status_code == 404


async def test_it_ends_also_of_whoever_is_restricted(house: House) -> None:
    address = await house.registered()
    glass = (await breaks(house)).json()
    await house.database.pool.execute(
        "INSERT INTO restrictions (client_id) VALUES ($1)", UUID(glass["client_id"])
    )

    assert (await end(house, STRANGER, glass)).status_code == 204
    assert (await house.see(STRANGER, address)).status_code == 404


async def test_ended_it_is_still_to_be_reviewed_and_the_alarm_says_when(house: House) -> None:
    await house.registered()
    glass = (await breaks(house)).json()
    open_still = (await house.see(MANAGER, "/v1/alarms")).json()["items"][0]
    await end(house, STRANGER, glass)

    alarm = (await house.see(MANAGER, "/v1/alarms", unreviewed=True)).json()["items"][0]
    path = f"/v1/alarms/{alarm['id']}/review"
    reviewed = await house.ask(MANAGER, path, {"verdict": "unjustified"})

    assert open_still["ended_at"] is None
    assert glass["broken_at"] <= alarm["ended_at"] < alarm["expires_at"]
    assert (reviewed.json()["verdict"], reviewed.json()["ended_at"]) == (
        "unjustified",
        alarm["ended_at"],
    )
