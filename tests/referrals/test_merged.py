"""Plans and referrals of merged records: one card, every old id works, and all of it back again."""

from typing import Any
from uuid import UUID

import pytest

from contracts.intake import ClientMerged, ClientUnmerged, MergeReason
from services.referrals.reactions import reactions
from tests.referrals.conftest import (
    ADVISER,
    CLIENT,
    NGO,
    PUP,
    SOCIAL_WORKER,
    STRANGER,
    TO_THE_PUP,
    VISIT,
    House,
    registered,
)
from tests.support.rooms import HOUSE, announced, fact_of, hear, relate

pytestmark = pytest.mark.anyio
TWICE = UUID("0197a000-0000-7000-8000-00000000c002")
MERGED = ClientMerged(client_id=CLIENT, merged_id=TWICE, reason=MergeReason.REGISTERED_TWICE)
PARTED = ClientUnmerged(client_id=CLIENT, merged_id=TWICE)


async def test_one_card_shows_the_plans_and_referrals_of_both(house: House) -> None:
    await _registered_twice(house)
    goal, other_goal = await house.goal(), await _goal(house, TWICE)
    await house.sent()
    await house.sent(client_id=str(TWICE), to={"institution": str(NGO)})

    await _hear(house, MERGED)

    card = await _card(house, CLIENT)
    plan = card["sections"]["plan"]["full"]
    assert [g["id"] for g in plan["goals"]] == [goal]
    assert [g["id"] for g in plan["merged_plans"][0]["goals"]] == [other_goal]
    assert card["sections"]["plan"]["summary"] == {"status": "draft", "goals": 2}
    assert len(card["sections"]["referrals"]["full"]) == 2
    assert card["sections"]["referrals"]["summary"] == {"open": 2, "closed": 0}
    assert await _card(house, TWICE) == card


async def test_an_empty_plan_leaves_the_lead_to_the_one_with_goals(house: House) -> None:
    await _registered_twice(house)
    goal = await _goal(house, TWICE)

    await _hear(house, MERGED)

    plan = (await _card(house, CLIENT))["sections"]["plan"]["full"]
    assert [g["id"] for g in plan["goals"]] == [goal]
    assert plan["merged_plans"][0]["id"] == house.plan_id


async def test_it_says_that_its_cards_are_others_now(house: House) -> None:
    await _registered_twice(house)

    await _hear(house, MERGED)
    await _hear(house, PARTED)

    told = await announced(house.database, CLIENT)
    regrouped = [event for event in told if event["type"] == "plans.regrouped.v1"]
    assert [event["merged_id"] for event in regrouped] == [str(TWICE)] * 2


async def test_parted_each_card_is_as_before_and_newer(house: House) -> None:
    await _registered_twice(house)
    await house.goal()
    await _goal(house, TWICE)
    await house.sent()
    before = [await _card(house, one) for one in (CLIENT, TWICE)]

    await _hear(house, MERGED)
    await _hear(house, PARTED)

    after = [await _card(house, one) for one in (CLIENT, TWICE)]
    assert [card["sections"] for card in after] == [card["sections"] for card in before]
    assert all(a["version"] > b["version"] for a, b in zip(after, before, strict=True))


async def test_a_referral_of_the_old_id_is_one_of_the_record_that_goes_on(house: House) -> None:
    await _registered_twice(house)
    await _hear(house, MERGED)

    answer = await house.ask(
        SOCIAL_WORKER, "/v1/referrals", TO_THE_PUP | {"client_id": str(TWICE)}
    )

    assert answer.status_code == 201, answer.text
    assert answer.json()["client_id"] == str(CLIENT)


async def test_nobody_is_referred_twice_to_one_place_under_two_ids(house: House) -> None:
    await _registered_twice(house)
    address = await house.sent(client_id=str(TWICE))
    await _hear(house, MERGED)

    answer = await house.ask(SOCIAL_WORKER, "/v1/referrals", TO_THE_PUP)

    assert answer.json()["type"] == "/problems/ReferralOpen"
    assert address.endswith(answer.json()["referral_id"])


async def test_a_referral_may_serve_a_goal_of_either_plan_and_is_answered_after_the_parting(
    house: House,
) -> None:
    await _registered_twice(house)
    goal = await _goal(house, TWICE)
    await _hear(house, MERGED)

    address = await house.accepted(goal_id=goal)
    await _hear(house, PARTED)
    done = await house.ask(
        ADVISER, f"{address}/complete", {"outcome": "employment", "note": "Hired."}
    )

    assert done.status_code == 200, done.text
    plan = (await _card(house, TWICE))["sections"]["plan"]["full"]
    assert plan["goals"][0]["actions"][0]["status"] == "done"


async def test_a_goal_of_neither_is_refused(house: House) -> None:
    await _registered_twice(house)
    await _hear(house, MERGED)

    body = TO_THE_PUP | {"goal_id": str(UUID(int=1))}
    answer = await house.ask(SOCIAL_WORKER, "/v1/referrals", body)

    assert answer.json()["type"] == "/problems/GoalNotInPlan"


async def test_whoever_sees_one_reads_what_hangs_on_the_other_until_they_are_parted(
    house: House,
) -> None:
    await _registered_twice(house)
    plan_of_twice = await _plan_id(house, TWICE)
    await relate(house.database, CLIENT, STRANGER.institution)
    assert await _status(house, plan_of_twice) == 404

    await _hear(house, MERGED)
    while_merged = await _status(house, plan_of_twice)
    await _hear(house, PARTED)

    assert (while_merged, await _status(house, plan_of_twice)) == (200, 404)


async def test_a_referral_sent_before_is_answered_while_merged(house: House) -> None:
    await _registered_twice(house)
    goal = await _goal(house, TWICE)
    address = await house.sent(client_id=str(TWICE), goal_id=goal)
    await _hear(house, MERGED)

    answer = await house.ask(ADVISER, f"{address}/accept", VISIT)

    assert answer.status_code == 200
    (shown,) = (await _card(house, CLIENT))["sections"]["referrals"]["full"]
    assert (shown["state"], shown["to"]["id"]) == ("accepted", str(PUP))


async def _registered_twice(house: House) -> None:
    await hear(house.database, reactions, fact_of(registered(TWICE)))


async def _hear(house: House, event: ClientMerged | ClientUnmerged) -> None:
    await hear(house.database, reactions, fact_of(event))


async def _plan_id(house: House, client_id: UUID) -> str:
    query = "SELECT id FROM plans WHERE client_id = $1"
    return str(await house.database.pool.fetchval(query, client_id))


async def _goal(house: House, client_id: UUID) -> str:
    path = f"/v1/plans/{await _plan_id(house, client_id)}/goals"
    answer = await house.ask(SOCIAL_WORKER, path, {"title": "Own flat"})
    return str(answer.json()["goals"][-1]["id"])


async def _status(house: House, plan_id: str) -> int:
    return (await house.see(STRANGER, f"/v1/plans/{plan_id}")).status_code


async def _card(house: House, client_id: UUID) -> Any:
    answer = await house.client.get(f"/internal/clients/{client_id}/card", headers=HOUSE)
    return answer.json()
