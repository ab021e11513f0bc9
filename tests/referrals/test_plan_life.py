"""Reviews, the end of a plan and the next one; what is kept of it; who owes what."""

import asyncio
from datetime import timedelta
from uuid import UUID

import pytest

from contracts.intake import ClientMerged, MergeReason
from contracts.values import BasisKind
from kernel import clock
from services.referrals.reactions import reactions
from tests.referrals.conftest import (
    ADVISER,
    CLIENT,
    COORDINATOR,
    NGO,
    OPS,
    PUP,
    SOCIAL_WORKER,
    STRANGER,
    House,
    registered,
)
from tests.referrals.planning import CLERK, CONTRACT, TEXT, Desk, problem, today
from tests.support.rooms import HOUSE, announced, fact_of, hear, relate

pytestmark = pytest.mark.anyio
TWICE = UUID("0197a000-0000-7000-8000-00000000c002")


@pytest.fixture
def desk(house: House) -> Desk:
    return Desk(house)


async def test_a_review_records_progress_goal_by_goal_and_says_when_the_next_is(
    desk: Desk,
) -> None:
    goal = await desk.goal()
    await desk.active()
    following = (clock.today() + timedelta(days=60)).isoformat()

    await desk.done("reviews")
    await desk.done("reviews/progress", {"goal_id": goal, "progress": "at_risk", "note": "Ours."})
    await desk.done("reviews/progress", {"goal_id": goal, "progress": "on_track"}, ADVISER)
    plan = await desk.done(
        "reviews/close", {"conclusions": "Goes on.", "next_review_on": following}
    )

    review = plan["reviews"][0]
    told = await announced(desk.house.database, CLIENT)
    assert (plan["status"], plan["review_on"]) == ("active", following)
    assert [said["progress"] for said in review["progress"]] == ["at_risk", "on_track"]
    assert [said["institution"] for said in review["progress"]] == [str(OPS), str(PUP)]
    assert (review["conclusions"], review["closed_on"]) == ("Goes on.", today())
    assert [event["type"] for event in told[-4:]] == [
        "review.opened.v1", "review.progressed.v1", "review.progressed.v1", "review.closed.v1",
    ]  # fmt: skip
    assert (desk.house.plan_id, str(OPS), following) in await desk.owed("review_plan")


async def test_any_institution_opens_a_review_and_only_the_lead_closes_it(desk: Desk) -> None:
    await desk.active()

    opened = await desk.do("reviews", by=ADVISER)
    closed = await desk.do("reviews/close", {"conclusions": "x"}, ADVISER)

    assert (opened.status_code, opened.json()["status"]) == (201, "under_review")
    assert problem(closed) == (403, "NotTheLead")


async def test_progress_needs_a_review_and_a_goal_of_the_plan(desk: Desk) -> None:
    goal = await desk.goal()
    await desk.active()
    body = {"goal_id": goal, "progress": "on_track"}

    none_open = await desk.do("reviews/progress", body)
    await desk.done("reviews")
    no_goal = await desk.do("reviews/progress", body | {"goal_id": str(OPS)})

    assert problem(none_open) == (409, "NoReviewOpen")
    assert problem(no_goal) == (422, "GoalNotInPlan")


async def test_a_plan_is_completed_with_a_result_of_every_goal(desk: Desk) -> None:
    reached, dropped = await desk.goal("Job"), await desk.goal("Flat")
    action = await desk.action(reached, due_on="2099-01-01")
    await desk.active()
    results = [{"goal_id": reached, "result": "reached", "note": "Works full time."}]

    lacking = await desk.do("complete", {"results": results, "summary": "Done."})
    results.append({"goal_id": dropped, "result": "not_reached"})
    plan = await desk.done("complete", {"results": results, "summary": "She is independent."})

    told = await announced(desk.house.database, CLIENT)
    assert problem(lacking) == (422, "ResultsMissing")
    assert lacking.json()["goals"] == [dropped]
    assert (plan["status"], plan["ended_on"]) == ("completed", today())
    assert plan["summary"] == "She is independent."
    assert [goal["status"] for goal in plan["goals"]] == ["reached", "not_reached"]
    assert (plan["goals"][0]["actions"][0]["id"], plan["goals"][0]["actions"][0]["status"]) == (
        action,
        "cancelled",
    )
    assert told[-1]["type"] == "plan.completed.v1"
    assert "independent" not in str(told)


async def test_a_summary_is_mandatory(desk: Desk) -> None:
    await desk.active()

    answer = await desk.do("complete", {"results": []})

    assert answer.status_code == 422
    assert (await desk.seen())["status"] == "active"


async def test_a_plan_is_given_up_for_a_coded_reason(desk: Desk) -> None:
    plan = await desk.done("discontinue", {"reason": "moved_away"})
    again = await desk.do("discontinue", {"reason": "moved_away"})

    assert (plan["status"], plan["end_reason"]) == ("discontinued", "moved_away")
    assert problem(again) == (409, "IllegalMove")
    assert again.json()["allowed"] == []
    assert (await announced(desk.house.database, CLIENT))[-1]["reason"] == "moved_away"


async def test_in_a_plan_that_has_ended_nothing_is_written(desk: Desk) -> None:
    goal = await desk.goal()
    part = await desk.part()
    await desk.done("discontinue", {"reason": "other"})
    seen = f'"v{(await desk.seen())["version"]}"'

    refused = [
        await desk.do("goals", {"title": "x"}),
        await desk.do("actions", {"goal_id": goal, "title": "x"}),
        await desk.do("diagnosis", {"diagnosis": "x"}, if_match=seen),
        await desk.do("parts", CONTRACT),
        await desk.do(f"parts/{part}/agree", if_match=seen),
        await desk.do(f"parts/{part}/close", {"results": "x"}),
        await desk.do("lead", {}),
    ]

    assert [problem(answer) for answer in refused] == [(409, "PlanEnded")] * 7


async def test_after_the_end_of_a_plan_a_new_one_is_opened_and_only_one(desk: Desk) -> None:
    body = {"client_id": str(CLIENT)}
    early = await desk.house.ask(SOCIAL_WORKER, "/v1/plans", body)
    await desk.goal("Old goal")
    await desk.done("discontinue", {"reason": "other"})

    answers = await asyncio.gather(
        *(desk.house.ask(SOCIAL_WORKER, "/v1/plans", body) for _ in range(4))
    )

    opened = [answer for answer in answers if answer.status_code == 201]
    card = await desk.house.client.get(f"/internal/clients/{CLIENT}/card", headers=HOUSE)
    shown = card.json()["sections"]["plan"]
    listed = await desk.house.see(SOCIAL_WORKER, f"/v1/plans/of-client/{CLIENT}")
    assert problem(early) == (409, "PlanUnderWay")
    assert early.json()["plan_id"] == desk.house.plan_id
    assert len(opened) == 1
    assert {problem(answer) for answer in answers if answer not in opened} == {
        (409, "PlanUnderWay")
    }
    assert shown["full"]["id"] == opened[0].json()["id"]
    assert [plan["id"] for plan in shown["full"]["ended_plans"]] == [desk.house.plan_id]
    assert [plan["status"] for plan in listed.json()["items"]] == ["discontinued", "draft"]


async def test_of_a_client_one_may_not_see_no_plan_is_opened_or_listed(desk: Desk) -> None:
    opened = await desk.house.ask(STRANGER, "/v1/plans", {"client_id": str(CLIENT)})
    listed = await desk.house.see(STRANGER, f"/v1/plans/of-client/{CLIENT}")

    assert problem(opened) == (404, "ClientNotFound")
    assert listed.json() == {"items": []}


async def test_while_a_merged_record_has_a_plan_no_other_is_opened(desk: Desk) -> None:
    await hear(desk.house.database, reactions, fact_of(registered(TWICE)))
    merged = ClientMerged(client_id=CLIENT, merged_id=TWICE, reason=MergeReason.REGISTERED_TWICE)
    await hear(desk.house.database, reactions, fact_of(merged))
    await desk.done("discontinue", {"reason": "other"})

    refused = await desk.house.ask(SOCIAL_WORKER, "/v1/plans", {"client_id": str(TWICE)})
    other = refused.json()["plan_id"]
    await desk.house.ask(SOCIAL_WORKER, f"/v1/plans/{other}/discontinue", {"reason": "other"})
    opened = await desk.house.ask(SOCIAL_WORKER, "/v1/plans", {"client_id": str(TWICE)})

    listed = await desk.house.see(SOCIAL_WORKER, f"/v1/plans/of-client/{TWICE}")
    assert problem(refused) == (409, "PlanUnderWay")
    assert opened.json()["client_id"] == str(CLIENT)
    assert len(listed.json()["items"]) == 3


async def test_who_was_erased_has_no_plan_any_more(desk: Desk) -> None:
    await desk.active()
    await desk.house.database.pool.execute("DELETE FROM client_keys")

    reads = [
        await desk.house.see(SOCIAL_WORKER, f"{desk.path}{what}") for what in ("", "/conflicts")
    ]
    wrote = await desk.do("goals", {"title": "x"})

    assert [problem(answer) for answer in [*reads, wrote]] == [(404, "PlanNotFound")] * 3


async def test_each_version_says_who_made_it_and_no_word(desk: Desk) -> None:
    goal = await desk.goal("Secret words")
    action = await desk.action(goal)
    await desk.done(f"actions/{action}/begin")

    page = (await desk.house.see(SOCIAL_WORKER, f"{desk.path}/changes", limit=2)).json()
    rest = await desk.house.see(SOCIAL_WORKER, f"{desk.path}/changes", after=page["next"])

    listed = [*page["items"], *rest.json()["items"]]
    assert [(c["version"], c["what"], c["thing"]) for c in listed] == [
        (2, "goal_added", goal),
        (3, "action_added", action),
        (4, "action_begun", action),
    ]
    assert {c["worker"] for c in listed} == {SOCIAL_WORKER.worker}
    assert {c["institution"] for c in listed} == {str(OPS)}
    assert rest.json()["next"] is None
    assert "Secret" not in str(listed)


async def test_what_a_referral_does_to_the_plan_is_a_change_too(desk: Desk) -> None:
    await desk.with_pup()
    address = await desk.house.accepted(goal_id=await desk.goal())
    done = {"outcome": "employment", "note": "A bakery took her."}
    answer = await desk.house.ask(ADVISER, f"{address}/complete", done)
    assert answer.status_code == 200, answer.text

    listed = (await desk.house.see(SOCIAL_WORKER, f"{desk.path}/changes")).json()["items"]
    assert [change["what"] for change in listed][1] == "action_added"
    assert [change["what"] for change in listed][-1] == "action_finished"
    assert listed[-1]["institution"] == str(PUP)
    assert (await desk.seen())["version"] == listed[-1]["version"]


async def test_a_plan_is_kept_as_it_was_agreed_on_with_what_was_new_since(desk: Desk) -> None:
    stays, goes = await desk.goal("Job"), await desk.goal("Flat")
    await desk.with_pup()
    ours = await desk.part()
    await desk.done("propose")
    first = (await desk.signs(ours))["version"]
    await desk.done("activate", {})
    seen = (await desk.seen())["version"]
    await desk.done(f"goals/{stays}/change", {"title": "Job near home"}, seen=seen)
    await desk.done(f"goals/{goes}/drop", seen=seen)
    action = await desk.action(stays)
    second = (await desk.signs(ours))["version"]

    kept = (await desk.house.see(SOCIAL_WORKER, f"{desk.path}/versions")).json()["items"]
    was = (await desk.house.see(SOCIAL_WORKER, f"{desk.path}/versions/{first}")).json()
    now = (
        await desk.house.see(SOCIAL_WORKER, f"{desk.path}/versions/{second}", since=first)
    ).json()
    never = await desk.house.see(SOCIAL_WORKER, f"{desk.path}/versions/2")

    assert [one["version"] for one in kept] == [first, first + 1, second]
    assert (was["status"], was["since"]) == ("agreed", None)
    assert was["goals"][stays]["title"] == "Job"
    assert now["goals"][stays]["title"] == "Job near home"
    assert now["goals_changed"] == {"added": [], "changed": [stays], "dropped": [goes]}
    assert now["actions_changed"] == {"added": [action], "changed": [], "dropped": []}
    assert now["parts_changed"] == {"added": [], "changed": [], "dropped": []}
    assert problem(never) == (404, "PlanVersionNotKept")
    assert never.json()["kept"] == [first, first + 1, second]


async def test_an_action_with_a_day_is_owed_by_its_owner_until_it_is_done(desk: Desk) -> None:
    action = await desk.action(await desk.goal(), due_on="2099-03-10", worker="ops-worker")
    assert await desk.owed("finish_action") == [(action, str(OPS), "2099-03-10")]

    await desk.done(f"actions/{action}/change", {"title": "CV", "due_on": "2099-04-01"}, seen=3)
    assert await desk.owed("finish_action") == [(action, str(OPS), "2099-04-01")]

    await desk.done(f"actions/{action}/finish")
    assert await desk.owed("finish_action") == []


async def test_a_plan_that_is_carried_out_owes_its_reviews_and_with_its_end_nothing(
    desk: Desk,
) -> None:
    ours, _ = await desk.active()
    owed = dict(row[:2] for row in await desk.owed("review_plan"))
    assert owed == {desk.house.plan_id: str(OPS), ours: str(OPS)}

    await desk.done("discontinue", {"reason": "no_contact"})

    assert await desk.house.database.pool.fetchval("SELECT count(*) FROM duties") == 0


async def test_the_plan_tells_how_alive_it_is(desk: Desk) -> None:
    await desk.with_pup()
    due = clock.today() + timedelta(days=9)
    goal = await desk.goal()
    body = {"goal_id": goal, "title": "x", "owner": str(PUP), "due_on": due.isoformat()}
    await desk.done("actions", body)

    health = (await desk.seen())["health"]

    assert [step["institution"] for step in health["last_steps"]] == [str(OPS)]
    assert health["silent"] == [str(PUP)]
    assert (health["next_duty_on"], health["days_to_next_duty"]) == (due.isoformat(), 9)


async def test_the_plan_warns_of_a_visit_that_collides_with_a_referrals(desk: Desk) -> None:
    await desk.house.accepted()
    goal = await desk.goal()
    action = await desk.action(goal, appointment_on="2099-03-10", appointment_at="10:00")

    found = (await desk.house.see(SOCIAL_WORKER, f"{desk.path}/conflicts")).json()["items"]

    overlap = next(one for one in found if one["code"] == "appointments_overlap")
    assert action in overlap["things"]
    assert found == (await desk.seen())["warnings"]


async def test_who_may_not_see_the_referral_is_not_warned_of_its_visit(desk: Desk) -> None:
    await relate(desk.house.database, CLIENT, NGO, BasisKind.CONSENT, ["plan"])
    await desk.house.accepted()
    goal = await desk.goal()
    await desk.action(goal, appointment_on="2099-03-10", appointment_at="10:00")

    found = await desk.house.see(COORDINATOR, f"{desk.path}/conflicts")
    plan = await desk.house.see(COORDINATOR, desk.path)

    assert (found.status_code, plan.status_code) == (200, 200)
    codes = [one["code"] for one in [*found.json()["items"], *plan.json()["warnings"]]]
    assert "appointments_overlap" not in codes


async def test_the_clerk_neither_reads_the_plan_nor_writes_in_it(desk: Desk) -> None:
    read = await desk.house.see(CLERK, desk.path)
    wrote = [
        await desk.do(verb, body, CLERK)
        for verb, body in (("goals", {"title": "x"}), ("propose", None), ("parts", CONTRACT))
    ]

    assert [problem(answer) for answer in [read, *wrote]] == [(403, "RoleMayNot")] * 4


async def test_a_contract_closes_with_its_results(desk: Desk) -> None:
    part = await desk.part(CONTRACT | {"text": TEXT})

    plan = await desk.done(f"parts/{part}/close", {"results": "Arrears paid."})
    again = await desk.do(f"parts/{part}/close", {"results": "x"})

    assert (plan["parts"][0]["closed_on"], plan["parts"][0]["results"]) == (
        today(),
        "Arrears paid.",
    )
    assert problem(again) == (409, "PartOver")
    assert (await announced(desk.house.database, CLIENT))[-1]["type"] == "part.closed.v1"
