"""Answering a referral, over HTTP: the receiver answers, the sender withdraws, the plan follows."""

import asyncio
from typing import Any

import pytest

from tests.referrals.conftest import (
    ADVISER,
    CLIENT,
    COORDINATOR,
    NGO,
    SOCIAL_WORKER,
    STRANGER,
    VISIT,
    House,
)
from tests.support.rooms import announced, relate

pytestmark = pytest.mark.anyio


async def test_a_referral_is_received_accepted_and_completed(house: House) -> None:
    address = await house.sent()

    await house.ask(ADVISER, f"{address}/receive")
    await house.ask(ADVISER, f"{address}/accept", VISIT)
    answer = await house.ask(
        ADVISER, f"{address}/complete", {"outcome": "employment", "note": "A bakery took her."}
    )

    seen = (await house.see(SOCIAL_WORKER, address)).json()
    assert answer.status_code == 200, answer.text
    assert answer.headers["etag"] == '"v4"'
    assert seen == answer.json()
    assert (seen["state"], seen["outcome"]) == ("completed", "employment")
    assert seen["note"] == "A bakery took her."
    assert {name: seen[name] for name in VISIT} == VISIT
    assert [event["type"] for event in await announced(house.database, CLIENT)] == [
        "plan.opened.v1",
        "referral.sent.v1",
        "referral.received.v1",
        "referral.accepted.v1",
        "referral.completed.v1",
    ]


async def test_a_declined_referral_tells_the_sender_why(house: House) -> None:
    address = await house.sent()

    await house.ask(ADVISER, f"{address}/decline", {"reason": "no_places", "note": "In May."})

    seen = (await house.see(SOCIAL_WORKER, address)).json()
    events = await announced(house.database, CLIENT)
    assert (seen["state"], seen["decline_reason"]) == ("declined", "no_places")
    assert seen["note"] == "In May."
    assert (events[-1]["type"], events[-1]["reason"]) == ("referral.declined.v1", "no_places")
    assert "note" not in events[-1]


async def test_the_sender_withdraws_a_referral(house: House) -> None:
    address = await house.sent()

    answer = await house.ask(SOCIAL_WORKER, f"{address}/withdraw")

    events = await announced(house.database, CLIENT)
    assert (answer.status_code, answer.json()["state"]) == (200, "withdrawn")
    assert events[-1]["type"] == "referral.withdrawn.v1"


ANSWERS = [
    ("receive", {}),
    ("accept", VISIT),
    ("decline", {"reason": "no_places"}),
    ("complete", {"outcome": "employment", "note": "Hired."}),
]


@pytest.mark.parametrize(("verb", "body"), ANSWERS)
async def test_the_sender_may_not_answer_its_own_referral(
    house: House, verb: str, body: Any
) -> None:
    address = await house.sent()

    answer = await house.ask(SOCIAL_WORKER, f"{address}/{verb}", body)

    assert (answer.status_code, answer.json()["type"]) == (403, "/problems/NotTheReceiver")


async def test_another_institution_of_the_client_sees_it_but_may_not_answer(house: House) -> None:
    await relate(house.database, CLIENT, NGO)
    address = await house.sent()

    seen = await house.see(COORDINATOR, address)
    answer = await house.ask(COORDINATOR, f"{address}/accept", VISIT)

    assert (seen.status_code, answer.status_code) == (200, 403)


async def test_the_receiver_may_not_withdraw(house: House) -> None:
    address = await house.sent()

    answer = await house.ask(ADVISER, f"{address}/withdraw")

    assert (answer.status_code, answer.json()["type"]) == (403, "/problems/NotTheSender")


@pytest.mark.parametrize(("verb", "body"), [*ANSWERS, ("withdraw", {})])
async def test_to_a_stranger_the_referral_does_not_exist(
    house: House, verb: str, body: Any
) -> None:
    address = await house.sent()

    answer = await house.ask(STRANGER, f"{address}/{verb}", body)

    assert (answer.status_code, answer.json()["type"]) == (404, "/problems/ReferralNotFound")


async def test_a_step_that_is_not_possible_names_those_that_are(house: House) -> None:
    address = await house.accepted()

    answer = await house.ask(ADVISER, f"{address}/receive")

    body = answer.json()
    assert (answer.status_code, body["type"]) == (409, "/problems/IllegalMove")
    assert body["state"] == "accepted"
    assert body["allowed"] == [
        "decline",
        "start",
        "schedule",
        "miss",
        "cancel_appointment",
        "note",
        "hold",
        "complete",
        "request_cancellation",
        "mark_error",
    ]


async def test_the_same_answer_again_is_a_conflict_and_announces_nothing(house: House) -> None:
    address = await house.accepted()

    answer = await house.ask(ADVISER, f"{address}/accept", VISIT)

    assert answer.status_code == 409
    assert len(await announced(house.database, CLIENT)) == 3


async def test_of_two_answers_at_the_same_instant_one_is_first(house: House) -> None:
    address = await house.sent()

    answers = await asyncio.gather(
        house.ask(ADVISER, f"{address}/accept", VISIT),
        house.ask(ADVISER, f"{address}/accept", VISIT),
        house.ask(SOCIAL_WORKER, f"{address}/withdraw"),
    )

    assert sorted(answer.status_code for answer in answers) == [200, 409, 409]


async def test_whoever_decided_on_an_old_version_is_told_so(house: House) -> None:
    address = await house.sent()
    await house.ask(ADVISER, f"{address}/receive")

    stale = await house.ask(ADVISER, f"{address}/accept", VISIT, If_Match='"v1"')
    fresh = await house.ask(ADVISER, f"{address}/accept", VISIT, If_Match='"v2"')

    assert (stale.status_code, stale.json()["type"]) == (412, "/problems/VersionIsOld")
    assert fresh.status_code == 200


async def test_a_first_visit_in_the_past_is_a_field_at_fault(house: House) -> None:
    address = await house.sent()

    answer = await house.ask(ADVISER, f"{address}/accept", {"first_visit_on": "2020-01-01"})

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == "/first_visit_on"


async def test_a_time_of_day_has_hours_and_minutes(house: House) -> None:
    address = await house.sent()

    answer = await house.ask(ADVISER, f"{address}/accept", VISIT | {"first_visit_at": "25:00"})

    assert answer.json()["errors"][0]["pointer"] == "/first_visit_at"
    assert "25:00" not in answer.text


async def test_the_plans_action_follows_to_its_outcome(house: House) -> None:
    goal_id = await house.goal()
    address = await house.accepted(goal_id=goal_id)
    begun = await house.plan()

    await house.ask(ADVISER, f"{address}/complete", {"outcome": "goal_reached", "note": "Done."})

    done = await house.plan()
    action = begun["goals"][0]["actions"][0]
    assert (action["status"], action["due_on"]) == ("in_progress", VISIT["first_visit_on"])
    action = done["goals"][0]["actions"][0]
    assert (action["status"], action["outcome"]) == ("done", "goal_reached")
    assert (begun["version"], done["version"]) == (4, 5)
    events = [event["type"] for event in await announced(house.database, CLIENT)]
    assert events[-2:] == ["referral.completed.v1", "action.finished.v1"]


@pytest.mark.parametrize(
    ("who", "verb", "body"),
    [(ADVISER, "decline", {"reason": "no_contact"}), (SOCIAL_WORKER, "withdraw", {})],
)
async def test_a_referral_that_came_to_nothing_cancels_the_plans_action(
    house: House, who: Any, verb: str, body: Any
) -> None:
    address = await house.sent(goal_id=await house.goal())

    await house.ask(who, f"{address}/{verb}", body)

    plan = await house.plan()
    assert plan["goals"][0]["actions"][0]["status"] == "cancelled"
    assert plan["version"] == 4
