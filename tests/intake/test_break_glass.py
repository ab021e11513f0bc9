"""Breaking the glass: opened for hours, with a reason, never in silence."""

import asyncio
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa

from contracts.relations import VITAL
from kernel import clock
from kernel.tables import relations
from services.intake.tables.glass import glasses
from services.intake.tables.sharing import sharings
from tests.intake.conftest import (
    ADVISER,
    BASIS,
    CLERK,
    COORDINATOR,
    FAR,
    MANAGER,
    NGO,
    NOBODY,
    OPS,
    PESEL,
    PHONE,
    SOCIAL_WORKER,
    STRANGER,
    WITH_THE_NGO,
    WITH_THE_PARTNERSHIP,
    House,
)
from tests.support.rooms import announced, worker

pytestmark = pytest.mark.anyio

TOLD = "Found unconscious at the night shelter; an ambulance is on its way."
EMERGENCY = {"reason": "life_in_danger", "facts": ["cannot_consent"], "explanation": TOLD}
BY_PESEL = {"pesel": PESEL} | EMERGENCY


async def breaks(house: House, caller: Any = STRANGER, **changes: Any) -> Any:
    return await house.ask(caller, "/v1/break-glass", BY_PESEL | changes)


def problem(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["type"].removeprefix("/problems/")


async def hours_pass(house: House) -> None:
    """Let every opening have ended."""
    ended = clock.now() - timedelta(seconds=1)
    for table in (relations, glasses, sharings):
        async with house.database.engine.begin() as connection:
            await connection.execute(
                sa.update(table).where(table.c.expires_at.is_not(None)).values(expires_at=ended)
            )


async def test_a_record_is_opened_for_four_hours_and_the_alarm_is_raised(house: House) -> None:
    address = await house.registered()
    before = await house.see(STRANGER, address)

    answer = await breaks(house)

    body = answer.json()
    lasts = datetime.fromisoformat(body["expires_at"]) - datetime.fromisoformat(body["broken_at"])
    event = (await announced(house.database))[-1]
    assert answer.status_code == 201, answer.text
    assert (body["client_id"], lasts) == (address.split("/")[-1], timedelta(hours=4))
    assert set(body["opens"]) == {section.value for section in VITAL}
    assert [party["id"] for party in body["alarmed"]] == [str(FAR), str(OPS)]
    assert (event["type"], event["basis"]) == ("glass.broken.v1", "vital_interest")
    assert datetime.fromisoformat(event["expires_at"]) == datetime.fromisoformat(
        body["expires_at"]
    )
    assert (before.status_code, (await house.see(STRANGER, address)).status_code) == (404, 200)


async def test_after_the_hours_nothing_is_seen_any_more(house: House) -> None:
    address = await house.registered()
    await breaks(house)

    await hours_pass(house)

    assert (await house.see(STRANGER, address)).status_code == 404


async def test_why_is_sealed_and_stands_in_no_event_and_no_answer(house: House) -> None:
    await house.registered()
    answer = await breaks(house)

    rows = await house.database.pool.fetch(
        "SELECT g::text || a::text || s::text AS line FROM glasses g, alarms a, sharings s"
    )
    lying = "".join(row["line"] for row in rows) + str(await announced(house.database))
    words = ("unconscious", "life_in_danger", "cannot_consent", PESEL)
    assert rows
    assert [w for w in words if w in lying or w.encode().hex() in lying] == []
    assert "unconscious" not in answer.text


@pytest.mark.parametrize(
    ("changes", "pointer"),
    [
        ({"explanation": "Too short."}, "/explanation"),
        ({"explanation": " " * 40}, "/explanation"),
        ({"explanation": None}, "/explanation"),
        ({"reason": "curiosity"}, "/reason"),
        ({"facts": []}, "/facts"),
        ({"pesel": "85031412348"}, "/pesel"),
        ({"pesel": None}, ""),
        ({"client_id": NOBODY}, ""),
    ],
)
async def test_without_a_good_reason_nothing_is_opened(
    house: House, changes: dict[str, Any], pointer: str
) -> None:
    await house.registered()

    answer = await breaks(house, **changes)

    assert answer.status_code == 422, answer.text
    assert answer.json()["errors"][0]["pointer"] == pointer
    assert "85031412348" not in answer.text
    assert await house.count("glasses") == 0


async def test_of_nobody_nothing_is_opened(house: House) -> None:
    by_number = await breaks(house)
    by_id = await breaks(house, pesel=None, client_id=NOBODY)

    assert problem(by_number) == (404, "NobodyRegistered")
    assert problem(by_id) == (404, "ClientNotFound")


async def test_who_was_erased_is_nobody(house: House) -> None:
    client_id = (await house.registered()).split("/")[-1]
    await house.database.pool.execute("DELETE FROM client_keys")

    assert problem(await breaks(house)) == (404, "NobodyRegistered")
    by_id = await breaks(house, pesel=None, client_id=client_id)
    assert problem(by_id) == (404, "ClientNotFound")


async def test_whom_one_sees_already_one_need_not_break_in_on(house: House) -> None:
    address = await house.registered()

    answer = await breaks(house, SOCIAL_WORKER)

    assert problem(answer) == (409, "AlreadyVisible")
    assert answer.json()["href"] == f"/v1/records/{address.split('/')[-1]}"
    assert await house.count("alarms") == 0


async def test_a_relation_that_does_not_show_health_is_no_hindrance(house: House) -> None:
    await house.registered(share_with=[WITH_THE_PARTNERSHIP, WITH_THE_NGO])

    office, organisation = await breaks(house, ADVISER), await breaks(house, COORDINATOR)

    assert (office.status_code, organisation.status_code) == (201, 201)


async def test_who_registered_her_is_alarmed_once_if_it_breaks_the_glass_itself(
    house: House,
) -> None:
    await house.registered(COORDINATOR)

    answer = await breaks(house, COORDINATOR)

    assert [party["id"] for party in answer.json()["alarmed"]] == [str(NGO)]


@pytest.mark.parametrize("caller", [CLERK, MANAGER, worker(FAR, STRANGER.kind, "dpo")])
async def test_only_who_runs_cases_breaks_the_glass(house: House, caller: Any) -> None:
    await house.registered()

    assert problem(await breaks(house, caller)) == (403, "RoleMayNot")


async def test_for_the_same_reason_it_is_the_same_opening(house: House) -> None:
    await house.registered()
    first = await breaks(house)

    again = await breaks(house, explanation="Still unconscious, now in the hospital.")
    colleague = await breaks(house, replace(STRANGER, worker="far-colleague"))

    assert again.json() == colleague.json() == first.json()
    assert (await house.count("glasses"), await house.count("alarms")) == (1, 2)


async def test_for_another_reason_it_is_another_opening_and_another_alarm(house: House) -> None:
    await house.registered()
    first = await breaks(house)

    other = await breaks(house, reason="child_in_danger")

    assert other.status_code == 201
    assert other.json()["id"] != first.json()["id"]
    assert (await house.count("glasses"), await house.count("alarms")) == (2, 4)


async def test_after_the_hours_the_same_reason_is_a_new_opening(house: House) -> None:
    await house.registered()
    first = await breaks(house)
    await hours_pass(house)

    again = await breaks(house)

    assert again.json()["id"] != first.json()["id"]
    assert await house.count("alarms") == 4


async def test_two_who_break_at_once_break_once(house: House) -> None:
    await house.registered()

    answers = await asyncio.gather(*(breaks(house) for _ in range(4)))

    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.json()["id"] for answer in answers}) == 1
    assert await house.count("alarms") == 2


async def test_an_emergency_passes_a_restriction(house: House) -> None:
    address = await house.registered()
    await house.database.pool.execute(
        "INSERT INTO restrictions (client_id) VALUES ($1)", UUID(address.split("/")[-1])
    )

    assert (await breaks(house)).status_code == 201
    assert PHONE in (await house.see(STRANGER, address)).text


async def test_the_merged_are_opened_under_the_id_that_goes_on(house: House) -> None:
    client_id = (await house.registered()).split("/")[-1]
    merged = UUID(NOBODY)
    await house.database.pool.execute(
        "INSERT INTO aliases (client_id, parent, survivor) VALUES ($1, $2, $2)",
        merged,
        UUID(client_id),
    )

    answer = await breaks(house, pesel=None, client_id=str(merged))

    assert (answer.status_code, answer.json()["client_id"]) == (201, client_id)


async def test_it_stands_in_the_register_and_its_owner_ends_it_early(house: House) -> None:
    address = await house.registered()
    broken = (await breaks(house)).json()

    item = (await house.see(SOCIAL_WORKER, f"{address}/sharings")).json()["items"][0]
    ended = await house.ask(SOCIAL_WORKER, f"{address}/sharings/{broken['id']}/withdraw")

    assert (item["basis"], item["state"]) == ("vital_interest", "in_force")
    assert (item["rests_on"]["reason"], item["id"]) == ("life_in_danger", broken["id"])
    assert ended.status_code == 200, ended.text
    assert (await house.see(STRANGER, address)).status_code == 404


async def test_it_cannot_be_narrowed_into_something_longer(house: House) -> None:
    address = await house.registered()
    broken = (await breaks(house)).json()
    path = f"{address}/sharings/{broken['id']}/narrow"

    answer = await house.ask(SOCIAL_WORKER, path, {"sections": ["health"]})

    event = (await announced(house.database))[-1]
    assert answer.status_code == 200, answer.text
    assert (event["scope"], event["expires_at"][:19]) == (["health"], broken["expires_at"][:19])


async def test_who_broke_the_glass_shares_her_not(house: House) -> None:
    address = await house.registered()
    await breaks(house)

    answer = await house.ask(
        STRANGER, f"{address}/sharings", {"institution": str(NGO), "basis": BASIS}
    )

    assert problem(answer) == (403, "OnlyReferred")


async def test_a_repeat_with_its_key_tells_nothing_after_the_hours(house: House) -> None:
    await house.registered()
    once = {"Idempotency_Key": "night-1"}
    first = await house.ask(STRANGER, "/v1/break-glass", BY_PESEL, **once)
    again = await house.ask(STRANGER, "/v1/break-glass", BY_PESEL, **once)
    await hours_pass(house)

    late = await house.ask(STRANGER, "/v1/break-glass", BY_PESEL, **once)

    assert again.json() == first.json()
    assert problem(late) == (404, "NoLongerYours")
