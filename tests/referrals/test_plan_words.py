"""Several people write in one plan at once: nobody's words are lost, and each is told what changed."""

import asyncio
from dataclasses import replace
from typing import Any

import pytest

from kernel.callers import Caller
from tests.referrals.conftest import ADVISER, CLIENT, OPS, SOCIAL_WORKER, House
from tests.referrals.planning import CONTRACT, TEXT, Desk, part_of, problem
from tests.support.rooms import announced, relate

pytestmark = pytest.mark.anyio
SIXTEEN = [replace(SOCIAL_WORKER, worker=f"ops-{number:02}") for number in range(16)]
DIAGNOSIS = "Long without work; wants to go back to a bakery."


@pytest.fixture
def desk(house: House) -> Desk:
    return Desk(house)


async def test_a_worker_writes_the_diagnosis_and_the_strengths(desk: Desk) -> None:
    body = {"diagnosis": DIAGNOSIS, "strengths": ["Speaks three languages."]}

    answer = await desk.do("diagnosis", body, if_match='"v1"')

    told = await announced(desk.house.database, CLIENT)
    assert answer.status_code == 200, answer.text
    assert answer.json()["diagnosis"] == body | {"version": 2}
    assert told[-1]["type"] == "plan.diagnosed.v1"
    assert DIAGNOSIS not in str(told)


async def test_no_word_of_it_lies_readable(desk: Desk) -> None:
    await desk.done("diagnosis", {"diagnosis": DIAGNOSIS}, seen=1)
    await desk.goal("Job within six months", indicator="weeks at work")
    await desk.part()

    rows = await desk.house.database.pool.fetch(
        "SELECT row_to_json(plans)::text || coalesce(encode(plans.sealed, 'escape'), '') AS said"
        " FROM plans UNION ALL SELECT row_to_json(goals)::text || encode(sealed, 'escape')"
        " || encode(sealed_words, 'escape') FROM goals"
        " UNION ALL SELECT row_to_json(plan_parts)::text || encode(sealed, 'escape')"
        " FROM plan_parts UNION ALL SELECT row_to_json(plan_changes)::text FROM plan_changes"
    )

    lies = " ".join(row["said"] for row in rows)
    assert len(rows) == 6
    assert not [w for w in ("bakery", "weeks", "months", "Arrears") if w in lies]


async def test_who_replaces_words_says_which_version_she_saw(desk: Desk) -> None:
    goal = await desk.goal()
    action = await desk.action(goal)
    part = await desk.part()

    refused = [
        await desk.do("diagnosis", {"diagnosis": DIAGNOSIS}),
        await desk.do(f"goals/{goal}/change", {"title": "Another"}),
        await desk.do(f"goals/{goal}/drop"),
        await desk.do(f"actions/{action}/change", {"title": "Another"}),
        await desk.do(f"parts/{part}/change", {"terms": CONTRACT["terms"]}),
    ]

    assert [problem(answer) for answer in refused] == [(428, "SayWhichVersion")] * 5
    assert (await desk.seen())["version"] == 4


async def test_who_saw_an_older_version_is_told_what_changed_since_and_by_whom(
    desk: Desk,
) -> None:
    await desk.with_pup()
    goal = await desk.goal()
    await desk.done(f"goals/{goal}/change", {"title": "Job"}, ADVISER, seen=2)

    stale = await desk.do(f"goals/{goal}/change", {"title": "Work"}, if_match='"v2"')

    body = stale.json()
    assert problem(stale) == (412, "VersionIsOld")
    assert body["version"] == 3
    assert [(c["version"], c["what"], c["thing"], c["by"]) for c in body["changed"]] == [
        (3, "goal_changed", goal, ADVISER.worker)
    ]
    assert body["changed"][0]["at"]
    assert (await desk.seen())["goals"][0]["title"] == "Job"
    assert "Work" not in stale.text


async def test_what_was_changed_elsewhere_hinders_nobody(desk: Desk) -> None:
    one, other = await desk.goal("One"), await desk.goal("Other")
    await desk.done(f"goals/{one}/change", {"title": "One, changed"}, seen=3)

    plan = await desk.done(f"goals/{other}/change", {"title": "Other, changed"}, seen=3)

    assert [goal["title"] for goal in plan["goals"]] == ["One, changed", "Other, changed"]


async def test_no_version_of_tomorrow_is_taken(desk: Desk) -> None:
    answer = await desk.do("diagnosis", {"diagnosis": DIAGNOSIS}, if_match='"v99"')

    assert problem(answer) == (412, "VersionIsOld")


async def test_sixteen_who_add_at_once_all_succeed(desk: Desk) -> None:
    asked = [desk.do("goals", {"title": f"Goal {w.worker}"}, w) for w in SIXTEEN]

    answers = await asyncio.gather(*asked)

    plan = await desk.seen()
    assert [answer.status_code for answer in answers] == [201] * 16
    assert {goal["title"] for goal in plan["goals"]} == {f"Goal {w.worker}" for w in SIXTEEN}
    assert sorted(goal["version"] for goal in plan["goals"]) == list(range(2, 18))


async def test_sixteen_write_in_one_text_one_wins_each_version_and_none_is_lost(
    desk: Desk,
) -> None:
    """Each adds her own line to what stands there, and tries again until it does."""
    tries: list[int] = []

    await asyncio.gather(*(_until_it_stands(desk, worker, tries) for worker in SIXTEEN))

    plan = await desk.seen()
    lines = plan["diagnosis"]["diagnosis"].splitlines()
    won = await desk.house.database.pool.fetch(
        "SELECT version, worker FROM plan_changes WHERE what = 'diagnosis_set' ORDER BY version"
    )
    assert sorted(lines) == sorted(worker.worker for worker in SIXTEEN)
    # One winner each version, in the order of the lines.
    assert [row["version"] for row in won] == list(range(2, 18))
    assert [row["worker"] for row in won] == lines
    assert sum(tries) > 16


async def _until_it_stands(desk: Desk, worker: Caller, tries: list[int]) -> None:
    for attempt in range(1, 200):
        seen: Any = await desk.seen()
        standing = seen["diagnosis"]["diagnosis"]
        text = f"{standing}\n{worker.worker}" if standing else worker.worker
        answer = await desk.do(
            "diagnosis", {"diagnosis": text}, worker, if_match=f'"v{seen["version"]}"'
        )
        if answer.status_code == 200:
            tries.append(attempt)
            return
        assert problem(answer) == (412, "VersionIsOld")
        assert answer.json()["changed"]
    raise AssertionError("sixteen people kept one out for two hundred tries")


async def test_two_who_change_a_goal_at_once_have_one_winner(desk: Desk) -> None:
    goal = await desk.goal()
    asked = [
        desk.do(f"goals/{goal}/change", {"title": f"Goal {number}"}, if_match='"v2"')
        for number in range(8)
    ]

    answers = await asyncio.gather(*asked)

    won = [answer for answer in answers if answer.status_code == 200]
    assert sorted({answer.status_code for answer in answers}) == [200, 412]
    assert len(won) == 1
    assert (await desk.seen())["goals"][0]["title"] == won[0].json()["goals"][0]["title"]


async def test_a_repeat_with_the_same_key_has_its_effect_once(desk: Desk) -> None:
    body = {"title": "Job within six months"}

    first = await desk.do("goals", body, idempotency_key="one")
    again = await desk.do("goals", body, idempotency_key="one")

    assert first.json() == again.json()
    assert len((await desk.seen())["goals"]) == 1


async def test_an_action_carries_what_it_costs_who_pays_and_when_she_is_expected(
    desk: Desk,
) -> None:
    terms: dict[str, Any] = {
        "worker": "ops-worker",
        "client_duty": True,
        "start_on": "2026-03-02",
        "due_on": "2026-06-30",
        "category": "labour.training",
        "engagement": "full_time_training",
        "cost": "1200.50",
        "funding": "labour_fund",
        "appointment_on": "2026-03-05",
        "appointment_at": "10:30",
    }

    await desk.action(await desk.goal(), **terms)

    action = (await desk.seen())["goals"][0]["actions"][0]
    grosze = await desk.house.database.pool.fetchval("SELECT cost_grosze FROM actions")
    assert {name: action["terms"][name] for name in terms} == terms
    assert grosze == 120050


@pytest.mark.parametrize(
    "wrong",
    [{"cost": "12.5"}, {"cost": "-1.00"}, {"funding": "magic"}, {"worker": "Anna from upstairs"}],
)
async def test_what_cannot_be_read_changes_nothing_and_is_not_repeated(
    desk: Desk, wrong: dict[str, str]
) -> None:
    body = {"goal_id": await desk.goal(), "title": "Secret words"} | wrong

    answer = await desk.do("actions", body)

    assert answer.status_code == 422
    assert "Secret" not in answer.text
    assert (await desk.seen())["goals"][0]["actions"] == []


async def test_only_its_owner_changes_begins_and_cancels_an_action(desk: Desk) -> None:
    await desk.with_pup()
    action = await desk.action(await desk.goal())

    refused = [
        await desk.do(f"actions/{action}/change", {"title": "x"}, ADVISER, if_match='"v3"'),
        await desk.do(f"actions/{action}/begin", by=ADVISER),
        await desk.do(f"actions/{action}/cancel", by=ADVISER),
    ]

    assert [problem(answer) for answer in refused] == [(403, "NotTheOwner")] * 3


async def test_what_is_over_is_not_changed_any_more(desk: Desk) -> None:
    action = await desk.action(await desk.goal())
    await desk.done(f"actions/{action}/begin")
    await desk.done(f"actions/{action}/cancel")

    changed = await desk.do(f"actions/{action}/change", {"title": "x"}, if_match='"v5"')

    told = [event["type"] for event in await announced(desk.house.database, CLIENT)]
    assert problem(changed) == (409, "IllegalMove")
    assert told[-2:] == ["action.started.v1", "action.cancelled.v1"]


async def test_a_goal_with_anothers_open_action_is_not_dropped(desk: Desk) -> None:
    await desk.with_pup()
    goal = await desk.goal()
    mine = await desk.action(goal)
    theirs = await desk.action(goal, ADVISER)

    refused = await desk.do(f"goals/{goal}/drop", if_match='"v9"')
    assert problem(refused) == (412, "VersionIsOld")
    assert problem(await desk.do(f"goals/{goal}/drop", if_match='"v4"')) == (403, "NotTheOwner")
    await desk.done(f"actions/{theirs}/cancel", by=ADVISER)
    plan = await desk.done(f"goals/{goal}/drop", seen=5)

    shown = plan["goals"][0]
    statuses = {action["id"]: action["status"] for action in shown["actions"]}
    assert shown["status"] == "dropped"
    assert statuses == {mine: "cancelled", theirs: "cancelled"}
    assert problem(await desk.do("actions", {"goal_id": goal, "title": "x"})) == (
        422,
        "GoalNotInPlan",
    )


async def test_a_goal_that_a_referral_serves_is_not_dropped(desk: Desk) -> None:
    goal = await desk.goal()
    await desk.house.sent(goal_id=goal)

    answer = await desk.do(f"goals/{goal}/drop", if_match='"v3"')

    assert problem(answer) == (409, "FollowsReferral")


async def test_a_goal_comes_to_a_result_once(desk: Desk) -> None:
    goal = await desk.goal()

    plan = await desk.done(f"goals/{goal}/conclude", {"result": "partly_reached", "note": "Half."})
    again = await desk.do(f"goals/{goal}/conclude", {"result": "reached"})

    assert (plan["goals"][0]["status"], plan["goals"][0]["result"]) == ("partly_reached", "Half.")
    assert problem(again) == (409, "IllegalMove")


async def test_to_a_stranger_none_of_it_exists(desk: Desk) -> None:
    goal = await desk.goal()
    part = await desk.part()
    verbs = ["diagnosis", f"goals/{goal}/change", f"parts/{part}/agree", "propose", "reviews"]
    bodies: list[Any] = [{"diagnosis": "x"}, {"title": "x"}, None, None, None]

    refused = [
        await desk.do(v, b, ADVISER, if_match='"v3"') for v, b in zip(verbs, bodies, strict=True)
    ]
    reads = [
        await desk.house.see(ADVISER, f"{desk.path}/{what}")
        for what in ("changes", "versions", "versions/1", "conflicts")
    ]

    assert [problem(answer) for answer in [*refused, *reads]] == [(404, "PlanNotFound")] * 9


async def test_a_part_is_changed_over_no_word_that_was_not_seen(desk: Desk) -> None:
    part = await desk.part()
    changed = {"terms": CONTRACT["terms"], "text": TEXT | {"problem": "Another problem."}}
    await desk.done(f"parts/{part}/change", changed, seen=2)

    stale = await desk.do(f"parts/{part}/change", changed, if_match='"v2"')

    assert problem(stale) == (412, "VersionIsOld")
    assert part_of(await desk.seen(), part)["text"]["problem"] == "Another problem."


async def test_the_institution_that_leads_passes_the_lead_on(desk: Desk) -> None:
    await relate(desk.house.database, CLIENT, ADVISER.institution)
    to_the_pup = {"institution": str(ADVISER.institution), "worker": ADVISER.worker}

    taken = await desk.do("lead", {}, ADVISER)
    passed = await desk.done("lead", to_the_pup)
    back = await desk.do("lead", {})

    assert problem(taken) == (403, "NotTheLead")
    assert passed["lead"]["institution"]["id"] == str(ADVISER.institution)
    assert passed["lead"]["worker"] == ADVISER.worker
    assert problem(back) == (403, "NotTheLead")
    assert (await announced(desk.house.database, CLIENT))[-1]["lead"] == str(ADVISER.institution)


async def test_an_institution_that_may_not_see_her_cannot_lead(desk: Desk) -> None:
    answer = await desk.do("lead", {"institution": str(ADVISER.institution)})

    assert problem(answer) == (422, "LeadUnrelated")
    assert (await desk.seen())["lead"]["institution"]["id"] == str(OPS)
