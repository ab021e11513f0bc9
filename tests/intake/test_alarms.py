"""Alarms: who is told that the glass was broken, and what she says of it."""

import asyncio
from dataclasses import replace
from typing import Any

import pytest

from contracts.values import InstitutionKind
from tests.intake.conftest import (
    ADVISER,
    CLERK,
    COORDINATOR,
    FAR,
    MANAGER,
    NGO,
    OPS,
    PESEL,
    PUP,
    SOCIAL_WORKER,
    STRANGER,
    House,
)
from tests.support.rooms import announced, worker

pytestmark = pytest.mark.anyio

EMERGENCY = {
    "pesel": PESEL,
    "reason": "life_in_danger",
    "facts": ["cannot_consent", "owner_closed"],
    "explanation": "Found unconscious at the night shelter; an ambulance is on its way.",
}
FAR_MANAGER = replace(worker(FAR, InstitutionKind.OPS, "ops_manager"), worker="far-manager")
FAR_DPO = replace(worker(FAR, InstitutionKind.OPS, "dpo"), worker="far-dpo")
OPS_DPO = replace(worker(OPS, InstitutionKind.OPS, "dpo"), worker="ops-dpo")
PUP_MANAGER = worker(PUP, InstitutionKind.PUP, "pup_manager")
RIGHT = {"verdict": "justified", "note": "The ambulance confirmed it."}


async def broken(house: House, caller: Any = STRANGER) -> str:
    answer = await house.ask(caller, "/v1/break-glass", EMERGENCY)
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


async def alarms_of(house: House, caller: Any, **asked: Any) -> list[Any]:
    answer = await house.see(caller, "/v1/alarms", **asked)
    assert answer.status_code == 200, answer.text
    items: list[Any] = answer.json()["items"]
    return items


def problem(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["type"].removeprefix("/problems/")


@pytest.mark.parametrize("caller", [FAR_MANAGER, FAR_DPO, MANAGER, OPS_DPO])
async def test_both_sides_managers_and_officers_are_told_all(house: House, caller: Any) -> None:
    client_id = (await house.registered()).split("/")[-1]
    await broken(house)

    answer = await house.see(caller, "/v1/alarms")

    alarm = answer.json()["items"][0]
    assert (alarm["client_id"], alarm["worker"]) == (client_id, STRANGER.worker)
    assert alarm["broken_by"] == {"id": str(FAR), "name": "OPS Strzelce (demo)", "kind": "OPS"}
    assert (alarm["reason"], alarm["facts"]) == (EMERGENCY["reason"], EMERGENCY["facts"])
    assert alarm["explanation"] == EMERGENCY["explanation"]
    assert (alarm["verdict"], alarm["reviewed_at"]) == (None, None)
    assert answer.headers["okienko-client"] == client_id


async def test_nobody_else_is_told(house: House) -> None:
    await house.registered()
    await broken(house)

    others = [await house.see(caller, "/v1/alarms") for caller in (SOCIAL_WORKER, CLERK, ADVISER)]

    assert await alarms_of(house, PUP_MANAGER) == []
    assert [problem(answer) for answer in others] == [(403, "RoleMayNot")] * 3


async def test_each_side_gives_its_own_verdict(house: House) -> None:
    await house.registered()
    relation = await broken(house)
    mine, theirs = [(await alarms_of(house, c))[0]["id"] for c in (MANAGER, FAR_DPO)]

    wrong = await house.ask(MANAGER, f"/v1/alarms/{mine}/review", {"verdict": "unjustified"})
    right = await house.ask(FAR_DPO, f"/v1/alarms/{theirs}/review", RIGHT)

    first, second = (await announced(house.database))[-2:]
    assert mine != theirs
    assert (wrong.json()["verdict"], right.json()["verdict"]) == ("unjustified", "justified")
    assert (right.json()["note"], right.json()["reviewed_by"]) == (RIGHT["note"], "far-dpo")
    assert (first["type"], first["relation_id"]) == ("glass.reviewed.v1", relation)
    assert (first["reviewed_by"], first["verdict"]) == (str(OPS), "unjustified")
    assert (second["reviewed_by"], second["verdict"]) == (str(FAR), "justified")
    assert "ambulance" not in f"{first}{second}"


async def test_what_is_reviewed_is_found_no_more_among_the_unreviewed(house: House) -> None:
    await house.registered()
    await broken(house)
    alarm = (await alarms_of(house, MANAGER, unreviewed=True))[0]

    await house.ask(MANAGER, f"/v1/alarms/{alarm['id']}/review", RIGHT)

    assert await alarms_of(house, MANAGER, unreviewed=True) == []
    assert [a["verdict"] for a in await alarms_of(house, MANAGER)] == ["justified"]


async def test_an_alarm_is_reviewed_once(house: House) -> None:
    await house.registered()
    await broken(house)
    path = f"/v1/alarms/{(await alarms_of(house, MANAGER))[0]['id']}/review"

    answers = await asyncio.gather(
        house.ask(MANAGER, path, RIGHT), house.ask(OPS_DPO, path, {"verdict": "unjustified"})
    )

    assert sorted(answer.status_code for answer in answers) == [200, 409]
    late = await house.ask(MANAGER, path, RIGHT)
    assert problem(late) == (409, "AlarmReviewed")


async def test_whoever_broke_the_glass_does_not_judge_herself(house: House) -> None:
    await house.registered()
    await broken(house, COORDINATOR)
    path = f"/v1/alarms/{(await alarms_of(house, COORDINATOR))[0]['id']}/review"
    officer = replace(worker(NGO, InstitutionKind.NGO, "dpo"), worker="ngo-dpo")

    herself = await house.ask(COORDINATOR, path, RIGHT)
    another = await house.ask(officer, path, RIGHT)

    assert problem(herself) == (403, "OwnGlass")
    assert another.status_code == 200, another.text


async def test_the_alarm_of_another_institution_is_none(house: House) -> None:
    await house.registered()
    await broken(house)
    mine = (await alarms_of(house, MANAGER))[0]["id"]

    far = await house.ask(FAR_MANAGER, f"/v1/alarms/{mine}/review", RIGHT)
    office = await house.ask(PUP_MANAGER, f"/v1/alarms/{mine}/review", RIGHT)

    assert problem(far) == problem(office) == (404, "AlarmNotFound")


@pytest.mark.parametrize("body", [{}, {"verdict": "maybe"}, {"verdict": "justified", "x": 1}])
async def test_a_review_says_one_of_two_things(house: House, body: dict[str, Any]) -> None:
    await house.registered()
    await broken(house)
    alarm = (await alarms_of(house, MANAGER))[0]["id"]

    answer = await house.ask(MANAGER, f"/v1/alarms/{alarm}/review", body)

    assert answer.status_code == 422
    assert [a["verdict"] for a in await alarms_of(house, MANAGER)] == [None]


async def test_alarms_come_page_by_page(house: House) -> None:
    await house.registered()
    for caller in (STRANGER, ADVISER, COORDINATOR):
        await broken(house, caller)

    first = (await house.see(MANAGER, "/v1/alarms", limit=2)).json()
    rest = (await house.see(MANAGER, "/v1/alarms", limit=2, cursor=first["next"])).json()

    told = [alarm["broken_by"]["id"] for alarm in first["items"] + rest["items"]]
    assert told == [str(NGO), str(PUP), str(FAR)]
    assert rest["next"] is None


async def test_who_was_erased_spoils_no_alarm_for_the_others(house: House) -> None:
    await house.registered()
    await broken(house)
    path = f"/v1/alarms/{(await alarms_of(house, MANAGER))[0]['id']}/review"
    await house.database.pool.execute("DELETE FROM client_keys")

    answer = await house.ask(MANAGER, path, RIGHT)

    assert await alarms_of(house, MANAGER) == []
    assert answer.status_code == 404
