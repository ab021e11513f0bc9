"""Working on a plan, over HTTP."""

import asyncio

import pytest

from contracts.values import BasisKind
from tests.referrals.conftest import (
    ADVISER,
    CLIENT,
    COORDINATOR,
    FAR,
    NGO,
    OPS,
    PUP,
    SOCIAL_WORKER,
    STRANGER,
    House,
)
from tests.support.rooms import announced, know, relate

pytestmark = pytest.mark.anyio


async def test_a_worker_sets_a_goal(house: House) -> None:
    answer = await house.ask(
        SOCIAL_WORKER,
        f"/v1/plans/{house.plan_id}/goals",
        {"title": "Job within six months", "due_on": "2026-09-01"},
    )

    body = answer.json()
    goal_id = body["goals"][0]["id"]
    assert answer.status_code == 201, answer.text
    assert answer.headers["etag"] == '"v2"'
    assert answer.headers["location"] == f"/v1/plans/{house.plan_id}"
    assert body["goals"] == [
        {
            "id": goal_id,
            "title": "Job within six months",
            "indicator": None,
            "baseline": None,
            "target": None,
            "due_on": "2026-09-01",
            "status": "open",
            "result": None,
            "version": 2,
            "actions": [],
        }
    ]
    assert (body["id"], body["client_id"]) == (house.plan_id, str(CLIENT))
    assert (body["status"], body["version"]) == ("draft", 2)
    assert body["lead"]["institution"]["id"] == str(OPS)
    assert (await announced(house.database, CLIENT))[-1] == {
        "type": "goal.added.v1",
        "actor": "ops-worker",
        "client_id": str(CLIENT),
        "plan_id": house.plan_id,
        "goal_id": goal_id,
    }


async def test_an_action_is_ones_own_unless_said_otherwise(house: House) -> None:
    body = {"goal_id": await house.goal(), "title": "Write a CV together", "due_on": "2026-03-20"}

    answer = await house.ask(SOCIAL_WORKER, f"/v1/plans/{house.plan_id}/actions", body)

    action = answer.json()["goals"][0]["actions"][0]
    assert answer.status_code == 201, answer.text
    terms = action.pop("terms")
    assert {name for name, said in terms.items() if said} == {"due_on"}
    assert action == {
        "id": action["id"],
        "title": "Write a CV together",
        "owner": {"id": str(OPS), "name": "MOPR Zabrze (demo)", "kind": "OPS"},
        "status": "planned",
        "due_on": "2026-03-20",
        "referral_id": None,
        "outcome": None,
        "finished_on": None,
        "version": 3,
    }
    assert answer.json()["version"] == 3


async def test_an_institution_that_may_see_the_client_can_own_an_action(house: House) -> None:
    await relate(house.database, CLIENT, PUP)
    body = {"goal_id": await house.goal(), "title": "Counselling", "owner": str(PUP)}

    answer = await house.ask(SOCIAL_WORKER, f"/v1/plans/{house.plan_id}/actions", body)

    assert answer.json()["goals"][0]["actions"][0]["owner"]["kind"] == "PUP"


async def test_an_institution_without_a_relation_cannot_own_an_action(house: House) -> None:
    body = {"goal_id": await house.goal(), "title": "Counselling", "owner": str(NGO)}

    answer = await house.ask(SOCIAL_WORKER, f"/v1/plans/{house.plan_id}/actions", body)

    assert (answer.status_code, answer.json()["type"]) == (422, "/problems/OwnerUnrelated")
    assert answer.json()["errors"][0]["pointer"] == "/owner"


async def test_a_partnership_cannot_own_an_action(house: House) -> None:
    await know(house.database, FAR, "Partnerstwo Zabrze (demo)", None)
    await relate(house.database, CLIENT, FAR, BasisKind.CONSENT)
    body = {"goal_id": await house.goal(), "title": "Counselling", "owner": str(FAR)}

    answer = await house.ask(SOCIAL_WORKER, f"/v1/plans/{house.plan_id}/actions", body)

    assert answer.json()["type"] == "/problems/OwnerUnrelated"


async def test_an_action_needs_a_goal_of_the_plan(house: House) -> None:
    body = {"goal_id": str(NGO), "title": "Counselling"}

    answer = await house.ask(SOCIAL_WORKER, f"/v1/plans/{house.plan_id}/actions", body)

    assert (answer.status_code, answer.json()["type"]) == (422, "/problems/GoalNotInPlan")
    assert answer.json()["errors"][0]["pointer"] == "/goal_id"


async def own_action(house: House) -> str:
    body = {"goal_id": await house.goal(), "title": "Write a CV together"}
    answer = await house.ask(SOCIAL_WORKER, f"/v1/plans/{house.plan_id}/actions", body)
    action_id = answer.json()["goals"][0]["actions"][0]["id"]
    return f"/v1/plans/{house.plan_id}/actions/{action_id}/finish"


async def test_the_owner_finishes_an_action_once(house: House) -> None:
    finish = await own_action(house)

    first = await house.ask(SOCIAL_WORKER, finish)
    second = await house.ask(SOCIAL_WORKER, finish)

    events = [event["type"] for event in await announced(house.database, CLIENT)]
    assert first.status_code == 200
    assert first.json()["goals"][0]["actions"][0]["status"] == "done"
    assert (second.status_code, second.json()["type"]) == (409, "/problems/IllegalMove")
    assert (second.json()["state"], second.json()["allowed"]) == ("done", [])
    assert events.count("action.finished.v1") == 1


async def test_another_institution_of_the_client_may_not_finish_it(house: House) -> None:
    await relate(house.database, CLIENT, PUP)
    finish = await own_action(house)

    answer = await house.ask(ADVISER, finish)

    assert (answer.status_code, answer.json()["type"]) == (403, "/problems/NotTheOwner")


async def test_an_action_that_follows_a_referral_is_not_finished_by_hand(house: House) -> None:
    await relate(house.database, CLIENT, PUP)
    address = await house.accepted(goal_id=await house.goal())
    action_id = (await house.see(ADVISER, address)).json()["action_id"]

    answer = await house.ask(ADVISER, f"/v1/plans/{house.plan_id}/actions/{action_id}/finish")

    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/FollowsReferral")


async def test_to_a_stranger_the_plan_does_not_exist(house: House) -> None:
    finish = await own_action(house)
    goals = f"/v1/plans/{house.plan_id}/goals"

    seen = await house.see(STRANGER, f"/v1/plans/{house.plan_id}")
    added = await house.ask(STRANGER, goals, {"title": "Job within six months"})
    finished = await house.ask(COORDINATOR, finish)

    assert [seen.status_code, added.status_code, finished.status_code] == [404, 404, 404]
    assert seen.json()["type"] == "/problems/PlanNotFound"


async def test_whoever_decided_on_an_old_version_is_told_so(house: House) -> None:
    await house.goal()
    path = f"/v1/plans/{house.plan_id}/goals"

    stale = await house.ask(SOCIAL_WORKER, path, {"title": "Housing"}, If_Match='"v1"')
    fresh = await house.ask(SOCIAL_WORKER, path, {"title": "Housing"}, If_Match='"v2"')

    assert (stale.status_code, stale.json()["type"]) == (412, "/problems/VersionIsOld")
    assert fresh.status_code == 201


async def test_of_two_who_saw_the_same_version_one_is_told_so(house: House) -> None:
    path = f"/v1/plans/{house.plan_id}/goals"

    answers = await asyncio.gather(
        house.ask(SOCIAL_WORKER, path, {"title": "Housing"}, If_Match='"v1"'),
        house.ask(SOCIAL_WORKER, path, {"title": "Job"}, If_Match='"v1"'),
    )

    assert sorted(answer.status_code for answer in answers) == [201, 412]


async def test_every_change_at_the_same_instant_is_kept(house: House) -> None:
    path = f"/v1/plans/{house.plan_id}/goals"

    await asyncio.gather(
        *(house.ask(SOCIAL_WORKER, path, {"title": f"Goal {n}"}) for n in range(5))
    )

    plan = await house.plan()
    assert sorted(goal["title"] for goal in plan["goals"]) == [f"Goal {n}" for n in range(5)]
    assert plan["version"] == 6


async def test_a_title_is_one_line_and_never_repeated_in_a_refusal(house: House) -> None:
    path = f"/v1/plans/{house.plan_id}/goals"

    answer = await house.ask(SOCIAL_WORKER, path, {"title": "secret\nword"})

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == "/title"
    assert "secret" not in answer.text


async def test_an_owner_not_heard_of_yet_goes_by_its_id(house: House) -> None:
    await relate(house.database, CLIENT, FAR)
    goal_id = await house.goal()
    path = f"/v1/plans/{house.plan_id}/actions"

    answer = await house.ask(STRANGER, path, {"goal_id": goal_id, "title": "Help to move"})

    owner = answer.json()["goals"][0]["actions"][0]["owner"]
    assert owner == {"id": str(FAR), "name": str(FAR), "kind": None}
