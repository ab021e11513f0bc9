"""What a case meeting decides, by which quorum, and how it becomes work in the plan."""

import asyncio
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from tests.referrals.conferring import SETTLED, Table, days, decision, lay, only
from tests.referrals.conftest import (
    ADVISER,
    CLIENT,
    COORDINATOR,
    FAR,
    NGO,
    OPS,
    PUP,
    SOCIAL_WORKER,
    House,
)
from tests.support.rooms import HOUSE, announced

pytestmark = pytest.mark.anyio


@pytest.fixture
async def table(house: House) -> Table:
    return await lay(house)


async def card(table: Table) -> Any:
    """What the record is told of meetings."""
    path = f"/internal/clients/{CLIENT}/card"
    answer = await table.house.client.get(path, headers=HOUSE)
    return answer.json()["sections"]["meetings"]


async def test_a_decision_becomes_an_action_of_the_plan_at_once(table: Table) -> None:
    _, about = await table.held()
    goal = await table.house.goal()

    item = await table.done(SOCIAL_WORKER, f"{about}/decisions", decision(goal_id=goal))

    decided = item["decisions"][0]
    assert (decided["text"], decided["binding"], decided["status"]) == (SETTLED, True, "open")
    plan = await table.house.plan()
    action = next(one for one in plan["goals"] if one["id"] == goal)["actions"][0]
    assert (action["id"], action["title"]) == (decided["action_id"], SETTLED)
    assert (action["owner"]["id"], action["due_on"]) == (str(PUP), days(14))
    told = [e["type"] for e in await announced(table.database, CLIENT)]
    assert told[-2:] == ["action.added.v1", "meeting.decided.v1"]


async def test_it_is_announced_with_its_owner_and_its_action_and_not_a_word(table: Table) -> None:
    _, about = await table.held()

    item = await table.done(SOCIAL_WORKER, f"{about}/decisions", decision())

    told = (await announced(table.database, CLIENT))[-1]
    decided = item["decisions"][0]
    assert told["type"] == "meeting.decided.v1"
    assert (told["decision_id"], told["action_id"]) == (decided["id"], decided["action_id"])
    assert (told["owner"], told["due_on"], told["binding"]) == (str(PUP), days(14), True)
    assert SETTLED not in str(await announced(table.database))


async def test_without_a_goal_it_goes_to_the_one_that_holds_what_meetings_decide(
    table: Table,
) -> None:
    _, about = await table.held()

    for _ in range(2):
        await table.done(SOCIAL_WORKER, f"{about}/decisions", decision())

    plan = await table.house.plan()
    assert [goal["title"] for goal in plan["goals"]] == ["Ustalenia zespołu"]
    assert len(plan["goals"][0]["actions"]) == 2


async def test_finishing_the_action_does_the_decision(table: Table) -> None:
    _, about = await table.held()
    item = await table.done(SOCIAL_WORKER, f"{about}/decisions", decision())
    action = item["decisions"][0]["action_id"]

    await table.done(ADVISER, f"/v1/plans/{table.house.plan_id}/actions/{action}/finish")

    assert (await table.shown(COORDINATOR, about))["decisions"][0]["status"] == "done"


async def test_a_decision_of_the_plan_is_finished_there(table: Table) -> None:
    address, about = await table.held()
    item = await table.done(SOCIAL_WORKER, f"{about}/decisions", decision())
    number = item["decisions"][0]["id"]

    answer = await table.ask(ADVISER, f"{address}/decisions/{number}/finish")

    assert answer.status_code == 409
    assert answer.json()["action_id"] == item["decisions"][0]["action_id"]


async def test_without_a_quorum_nothing_is_decided_and_nothing_planned(table: Table) -> None:
    _, about = await table.held(NGO)

    answer = await table.ask(SOCIAL_WORKER, f"{about}/decisions", decision())

    assert answer.status_code == 409
    assert answer.json()["type"].endswith("/NoQuorum")
    assert answer.json()["missing"] == ["PUP"]
    assert (await table.house.plan())["goals"] == []


async def test_without_a_quorum_it_recommends_and_binds_nobody(table: Table) -> None:
    _, about = await table.held(NGO)

    item = await table.done(SOCIAL_WORKER, f"{about}/decisions", decision(recommendation=True))

    said = item["decisions"][0]
    assert (said["binding"], said["status"], said["action_id"]) == (False, "recommended", None)
    assert (await table.house.plan())["goals"] == []
    assert (await announced(table.database, CLIENT))[-1]["binding"] is False


async def test_of_those_who_know_the_item_a_quorum_is_needed(table: Table) -> None:
    # The labour office sits there, but knows nothing of this item.
    _, about = await table.held(PUP, NGO, need_to_know=only(NGO))

    answer = await table.ask(SOCIAL_WORKER, f"{about}/decisions", decision(owner=str(NGO)))

    assert (answer.status_code, answer.json()["missing"]) == (409, ["PUP"])


async def test_whose_relation_ended_meanwhile_does_not_make_a_quorum(table: Table) -> None:
    _, about = await table.held()
    await table.end_relation(CLIENT, PUP)

    answer = await table.ask(SOCIAL_WORKER, f"{about}/decisions", decision(owner=str(OPS)))

    assert (answer.status_code, answer.json()["missing"]) == (409, ["PUP"])


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"owner": str(FAR)}, "OwnerUnrelated"),
        ({"due_on": days(-1)}, "DueBeforeDeciding"),
        ({"goal_id": str(UUID(int=7))}, "GoalNotInPlan"),
        ({"text": " "}, "FieldsAtFault"),
    ],
)
async def test_a_decision_that_cannot_stand_leaves_nothing(
    table: Table, change: dict[str, str], problem: str
) -> None:
    _, about = await table.held()

    answer = await table.ask(SOCIAL_WORKER, f"{about}/decisions", decision(**change))

    assert (answer.status_code, answer.json()["type"].split("/")[-1]) == (422, problem)
    assert (await table.shown(SOCIAL_WORKER, about))["decisions"] == []
    assert (await table.house.plan())["version"] == 1


async def test_nothing_is_decided_before_the_meeting_is_opened(table: Table) -> None:
    address = await table.convened()
    about = await table.item(address)

    answer = await table.ask(SOCIAL_WORKER, f"{about}/decisions", decision())

    assert answer.status_code == 409
    assert "open" in answer.json()["allowed"]


async def test_only_the_chair_and_who_brought_the_item_write_decisions(table: Table) -> None:
    _, about = await table.held()

    answer = await table.ask(COORDINATOR, f"{about}/decisions", decision())

    assert answer.status_code == 403


async def test_the_same_decision_sent_twice_is_one(table: Table) -> None:
    _, about = await table.held()
    path = f"{about}/decisions"

    first = await table.ask(SOCIAL_WORKER, path, decision(), idempotency_key="d1")
    again = await table.ask(SOCIAL_WORKER, path, decision(), idempotency_key="d1")

    assert first.json() == again.json()
    assert len((await table.house.plan())["goals"][0]["actions"]) == 1


async def test_two_who_decide_at_once_are_both_heard(table: Table) -> None:
    _, about = await table.held()
    said = [decision(text=f"Ustalenie {number}") for number in range(4)]

    asked = [table.ask(SOCIAL_WORKER, f"{about}/decisions", body) for body in said]
    answers = await asyncio.gather(*asked)

    assert {answer.status_code for answer in answers} == {201}
    plan = await table.house.plan()
    assert [goal["title"] for goal in plan["goals"]] == ["Ustalenia zespołu"]
    texts = {action["title"] for action in plan["goals"][0]["actions"]}
    assert texts == {f"Ustalenie {number}" for number in range(4)}


async def test_who_decides_while_the_minutes_are_drafted_is_either_in_them_or_refused(
    table: Table,
) -> None:
    address, about = await table.held()

    decided, _ = await asyncio.gather(
        table.ask(SOCIAL_WORKER, f"{about}/decisions", decision()),
        table.ask(SOCIAL_WORKER, f"{address}/minutes"),
    )

    minutes = await table.shown(SOCIAL_WORKER, f"{address}/minutes")
    assert len(minutes["items"][0]["decisions"]) == (decided.status_code == 201)
    assert decided.status_code in {201, 409}


async def test_what_is_delicate_stays_out_of_plan_timeline_and_record(table: Table) -> None:
    _, about = await table.held(PUP, need_to_know=only(PUP), delicate=True)

    item = await table.done(SOCIAL_WORKER, f"{about}/decisions", decision())

    decided = item["decisions"][0]
    assert (decided["binding"], decided["action_id"]) == (True, None)
    assert (await table.house.plan())["goals"] == []
    assert await card(table) == {"full": [], "summary": {"decisions": 0, "open": 0}}
    assert "meeting.decided.v1" not in {e["type"] for e in await announced(table.database, CLIENT)}
    told = await announced(table.database, UUID(decided["id"]))
    assert [event["type"] for event in told] == ["decision.protected.v1"]
    assert str(CLIENT) not in str(told)


async def test_what_is_delicate_is_carried_out_by_whoever_may_know(table: Table) -> None:
    _, about = await table.held(PUP, NGO, need_to_know=only(PUP))

    answer = await table.ask(SOCIAL_WORKER, f"{about}/decisions", decision(owner=str(NGO)))

    assert (answer.status_code, answer.json()["type"].split("/")[-1]) == (422, "OwnerMayNotKnow")


async def test_its_owner_says_when_a_delicate_decision_is_done(table: Table) -> None:
    address, about = await table.held(PUP, need_to_know=only(PUP))
    item = await table.done(SOCIAL_WORKER, f"{about}/decisions", decision())
    path = f"{address}/decisions/{item['decisions'][0]['id']}/finish"

    by_another = await table.ask(SOCIAL_WORKER, path)
    unknown = await table.ask(COORDINATOR, path)
    done = await table.ask(ADVISER, path)
    again = await table.ask(ADVISER, path)

    assert [a.status_code for a in (by_another, unknown, done, again)] == [403, 404, 200, 409]
    assert done.json()["decisions"][0]["status"] == "done"


async def test_the_record_tells_what_was_decided_with_owner_and_day(table: Table) -> None:
    _, about = await table.held()
    await table.done(SOCIAL_WORKER, f"{about}/decisions", decision())

    told = await card(table)

    assert told["summary"] == {"decisions": 1, "open": 1}
    one = told["full"][0]
    assert (one["text"], one["due_on"], one["status"]) == (SETTLED, days(14), "open")
    assert one["owner"]["name"] == "PUP Zabrze (demo)"


async def test_the_next_meeting_sees_what_became_of_it(table: Table) -> None:
    _, about = await table.held()
    await table.done(SOCIAL_WORKER, f"{about}/decisions", decision())
    later = await table.convened()

    shown = await table.shown(ADVISER, await table.item(later))

    assert [(d["text"], d["status"]) for d in shown["earlier"]] == [(SETTLED, "open")]
    assert shown["decisions"] == []


async def test_what_was_decided_behind_closed_doors_stays_there_at_the_next_meeting(
    table: Table,
) -> None:
    _, about = await table.held(PUP, need_to_know=only(PUP))
    await table.done(SOCIAL_WORKER, f"{about}/decisions", decision())
    later = await table.item(await table.convened())

    seen = {
        who.kind.value: (await table.shown(who, later))["earlier"]
        for who in (ADVISER, COORDINATOR)
    }

    assert [d["text"] for d in seen["PUP"]] == [SETTLED]
    assert seen["NGO"] == []


async def test_the_client_may_take_part(table: Table) -> None:
    address = await table.convened()
    about = await table.item(address, client_takes_part=True)
    number = about.rsplit("/", 1)[1]

    body = {"present": only(PUP), "clients_present": [number]}
    await table.done(SOCIAL_WORKER, f"{address}/open", body)

    minutes = await table.shown(ADVISER, f"{address}/minutes")
    assert minutes["items"][0]["client_present"] is True
    assert minutes["held_on"] == date.fromisoformat(days(0)).isoformat()
