"""Whoever takes a client over keeps what she was given, whatever is changed afterwards."""

from typing import Any
from uuid import UUID

import pytest

from tests.referrals.advising import ANNA, BOSS, IDA, OLA, advised, owed, proposed
from tests.referrals.conftest import ADVISER, COORDINATOR, NGO, PUP, TO_THE_PUP, VISIT, House
from tests.referrals.planning import Desk

pytestmark = pytest.mark.anyio

ANNAS: dict[str, Any] = {"due_on": "2099-03-10", "worker": "anna"}


@pytest.fixture
def desk(house: House) -> Desk:
    return Desk(house)


async def handed_over(house: House, keep: Any = ()) -> None:
    """Anna advised the client; now Ola does."""
    handover = await proposed(house, await advised(house))
    answer = await house.ask(OLA, f"/v1/handovers/{handover['id']}/accept", {"keep": [*keep]})
    assert answer.is_success, answer.text


async def left(house: House) -> None:
    """Anna advised the client and works here no longer."""
    advice = await advised(house)
    answer = await house.ask(BOSS, f"/v1/advice/{advice['id']}/end", {"reason": "worker_left"})
    assert answer.is_success, answer.text


async def whose(house: House, *kinds: str) -> list[str | None]:
    return [duty[1] for duty in await owed(house, *kinds)]


async def test_the_next_edit_of_the_plan_gives_no_action_back(desk: Desk) -> None:
    goal = await desk.goal()
    action = await desk.action(goal, **ANNAS)

    await handed_over(desk.house)
    await desk.goal("Another goal")

    shown = (await desk.seen())["goals"][0]["actions"][0]
    assert (shown["id"], shown["terms"]["worker"]) == (action, "ola")
    assert await whose(desk.house, "finish_action") == ["ola"]


async def test_what_is_given_to_somebody_else_afterwards_is_hers(desk: Desk) -> None:
    action = await desk.action(await desk.goal(), **ANNAS)
    await handed_over(desk.house)
    seen = (await desk.seen())["version"]

    body = {"title": "CV", "due_on": "2099-03-10", "worker": "ida"}
    await desk.done(f"actions/{action}/change", body, IDA, seen)

    assert await whose(desk.house, "finish_action") == ["ida"]


async def test_what_a_colleague_does_of_the_plan_and_what_is_done_stays_as_it_was(
    desk: Desk,
) -> None:
    goal = await desk.goal()
    await desk.action(goal, due_on="2099-03-10", worker="ida")
    done = await desk.action(goal, **ANNAS)
    await desk.done(f"actions/{done}/finish")

    await handed_over(desk.house)

    actions = (await desk.seen())["goals"][0]["actions"]
    assert [one["terms"]["worker"] for one in actions] == ["ida", "anna"]
    assert await whose(desk.house, "finish_action") == ["ida"]


async def test_whoever_takes_over_leads_the_plan_and_reviews_it(desk: Desk) -> None:
    await desk.done("lead", {"worker": "anna"}, ANNA)
    await desk.active()

    await handed_over(desk.house)
    await desk.goal("Another goal")

    assert (await desk.seen())["lead"]["worker"] == "ola"
    assert set(await whose(desk.house, "review_plan")) == {"ola"}


async def test_a_part_is_reviewed_by_the_adviser_and_still_says_who_signed_it(desk: Desk) -> None:
    ours, _ = await desk.active()

    await advised(desk.house)
    await desk.goal("Another goal")

    rows = await desk.house.database.pool.fetch(
        "SELECT worker FROM duties WHERE kind = 'review_plan' AND thing_id = $1", UUID(ours)
    )
    assert [row["worker"] for row in rows] == ["anna"]
    assert (await desk.seen())["parts"][0]["signed_by"] == "ops-worker"


async def test_without_an_adviser_a_review_is_nobodys_until_somebody_takes_her_on(
    desk: Desk,
) -> None:
    await desk.active()
    await desk.done("lead", {"worker": "anna"}, ANNA)
    advice = await advised(desk.house)
    await desk.action(await desk.goal(), **ANNAS)

    await desk.house.ask(BOSS, f"/v1/advice/{advice['id']}/end", {"reason": "worker_left"})
    await desk.goal("Another goal")
    alone = await whose(desk.house, "review_plan", "finish_action")
    await advised(desk.house, OLA)
    await desk.goal("A third goal")

    assert set(alone) == {None}
    assert set(await whose(desk.house, "review_plan")) == {None, "ola"}


async def test_what_was_answered_before_comes_back_to_the_next_adviser(house: House) -> None:
    address = (await house.ask(ANNA, "/v1/referrals", TO_THE_PUP)).headers["location"]
    await house.ask(ADVISER, f"{address}/accept", VISIT)
    done = {"outcome": "employment", "note": "A bakery took her."}
    await house.ask(ADVISER, f"{address}/complete", done)

    await handed_over(house)
    await house.ask(ADVISER, f"{address}/reopen")
    answer = await house.ask(ADVISER, f"{address}/decline", {"reason": "no_places"})

    assert answer.is_success, answer.text
    assert await whose(house, "acknowledge_outcome") == ["ola"]


async def test_an_offer_that_finds_nobody_is_the_next_advisers_to_look_after(
    house: House,
) -> None:
    body = TO_THE_PUP | {"to": [{"institution": str(PUP)}, {"institution": str(NGO)}]}
    made = (await house.ask(ANNA, "/v1/offers", body)).json()
    sent = [one["id"] for one in made["referrals"]]

    await handed_over(house, keep=sent)
    for one in made["referrals"]:
        by = ADVISER if one["to"]["id"] == str(PUP) else COORDINATOR
        answer = await house.ask(by, f"/v1/referrals/{one['id']}/decline", {"reason": "no_places"})
        assert answer.is_success, answer.text

    assert await whose(house, "exhausted_offer") == ["ola"]


async def test_of_whoever_left_nothing_that_comes_of_her_referral_is_in_her_day(
    house: House,
) -> None:
    address = (await house.ask(ANNA, "/v1/referrals", TO_THE_PUP)).headers["location"]
    await house.ask(ADVISER, f"{address}/accept", VISIT)

    await left(house)
    done = {"outcome": "employment", "note": "A bakery took her."}
    await house.ask(ADVISER, f"{address}/complete", done)

    assert await whose(house, "acknowledge_outcome") == [None]
