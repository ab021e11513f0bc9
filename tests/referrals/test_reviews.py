"""When a plan and its parts are reviewed: by the law, and by what each institution set itself."""

from datetime import date
from typing import Any

import pytest

from tests.referrals.advising import at
from tests.referrals.conftest import CLIENT, COORDINATOR, NGO, OPS, House
from tests.referrals.planning import CONTRACT, TEXT, Desk, day, part_of, problem, today
from tests.support.rooms import relate

pytestmark = pytest.mark.anyio

AGREEMENT: dict[str, Any] = {
    "form": "service_agreement",
    "terms": {"valid_from": "2026-03-02"},
    "text": TEXT,
}


@pytest.fixture
def desk(house: House) -> Desk:
    return Desk(house)


def contract(**terms: Any) -> Any:
    return CONTRACT | {"terms": CONTRACT["terms"] | terms}


async def with_ngo(desk: Desk, **terms: Any) -> tuple[str, str]:
    """A plan that is carried out: the contract of the OPS, and an organisation's agreement."""
    await relate(desk.house.database, CLIENT, NGO)
    body = AGREEMENT | {"terms": AGREEMENT["terms"] | terms}
    ours, theirs = await desk.part(), await desk.part(body, COORDINATOR)
    await desk.done("propose")
    await desk.signs(ours)
    await desk.signs(theirs, COORDINATOR)
    await desk.done("activate", {})
    return ours, theirs


async def begun_by_the_ngo(desk: Desk) -> Any:
    """A plan without an OPS' part, to be reviewed in some years."""
    await relate(desk.house.database, CLIENT, NGO)
    theirs = await desk.part(AGREEMENT, COORDINATOR)
    await desk.done("propose")
    await desk.signs(theirs, COORDINATOR)
    return await desk.done("activate", {"review_on": "2033-01-31"})


async def review(desk: Desk, next_on: str | None = None) -> Any:
    await desk.done("reviews")
    return await desk.done("reviews/close", {"conclusions": "On.", "next_review_on": next_on})


async def test_a_review_of_the_plan_is_one_of_each_part_and_strikes_what_was_owed(
    desk: Desk,
) -> None:
    ours, _ = await desk.active()
    before = await desk.seen()

    plan = await review(desk, day(60))

    owed = {thing: due for thing, _, due in await desk.owed("review_plan")}
    assert owed == {desk.house.plan_id: day(60), ours: day(60)}
    assert part_of(plan, ours)["agreed"], "nobody signs anew"
    assert part_of(plan, ours)["text"] == part_of(before, ours)["text"]


async def test_a_day_that_an_institution_set_before_the_next_review_stays(desk: Desk) -> None:
    ours, theirs = await with_ngo(desk, review_on=day(30))

    plan = await review(desk, day(60))

    days = [part_of(plan, one)["terms"]["review_on"] for one in (ours, theirs)]
    assert days == [day(60), day(30)]


async def test_what_has_no_review_of_its_own_or_is_closed_is_left_alone(desk: Desk) -> None:
    ours, theirs = await with_ngo(desk)
    await desk.done(f"parts/{ours}/close", {"results": "Arrears paid."})

    plan = await review(desk, day(60))

    days = [part_of(plan, one)["terms"]["review_on"] for one in (ours, theirs)]
    assert days == [day(90), None]


async def test_the_six_months_of_a_contract_are_counted_from_its_last_review(
    desk: Desk, monkeypatch: Any
) -> None:
    at(monkeypatch, date(2030, 3, 4))
    terms = {"valid_from": "2030-03-04", "valid_to": "2031-12-31", "review_on": "2030-09-04"}
    ours = await desk.part(contract(**terms))
    await desk.done("propose")
    await desk.signs(ours)
    await desk.done("activate", {})
    at(monkeypatch, date(2030, 8, 1))
    seen = (await review(desk))["version"]

    bodies = [
        {"terms": terms | {"review_on": day}, "text": TEXT} for day in ("2031-02-01", "2031-02-02")
    ]
    answers = [
        await desk.do(f"parts/{ours}/change", body, if_match=f'"v{seen + number}"')
        for number, body in enumerate(bodies)
    ]

    assert answers[0].status_code == 200, answers[0].text
    assert problem(answers[1]) == (422, "BeyondLimit")


async def test_whoever_saw_the_contract_before_its_review_does_not_set_its_day_back(
    desk: Desk,
) -> None:
    ours, _ = await desk.active()
    seen = (await desk.seen())["version"]
    await review(desk, day(60))
    body = {"terms": CONTRACT["terms"], "text": TEXT}

    answer = await desk.do(f"parts/{ours}/change", body, if_match=f'"v{seen}"')

    assert problem(answer) == (412, "VersionIsOld")
    assert [one["what"] for one in answer.json()["changed"]] == ["review_opened", "review_closed"]


async def test_a_contract_that_joins_a_plan_draws_its_review_near(
    desk: Desk, monkeypatch: Any
) -> None:
    at(monkeypatch, date(2030, 1, 31))
    begun = await begun_by_the_ngo(desk)
    later = {"valid_from": "2030-03-31", "valid_to": "2031-12-31", "review_on": "2030-08-01"}

    joined = await desk.done("parts", contract(**later))
    part, seen = joined["parts"][-1]["id"], joined["version"]
    body = {"terms": later | {"valid_from": "2030-02-28"}, "text": TEXT}
    earlier = await desk.done(f"parts/{part}/change", body, seen=seen)

    days = [plan["review_on"] for plan in (begun, joined, earlier)]
    assert days == ["2033-01-31", "2030-09-30", "2030-08-28"]
    assert (desk.house.plan_id, str(OPS), "2030-08-28") in await desk.owed("review_plan")


async def test_an_agreement_without_a_limit_leaves_the_review_where_it_is(desk: Desk) -> None:
    await desk.active()
    await relate(desk.house.database, CLIENT, NGO)
    before = (await desk.seen())["review_on"]

    plan = await desk.done("parts", AGREEMENT, COORDINATOR)

    assert plan["review_on"] == before


async def test_no_review_is_set_for_a_day_that_is_over(desk: Desk) -> None:
    refused = [await desk.do("parts", contract(review_on=day(-1)))]
    await desk.agreed()
    refused.append(await desk.do("activate", {"review_on": day(-1)}))
    await desk.done("activate", {})
    await desk.done("reviews")
    body = {"conclusions": "On.", "next_review_on": day(-1)}
    refused.append(await desk.do("reviews/close", body))

    assert [problem(answer) for answer in refused] == [(422, "ReviewBeforeToday")] * 3
    assert [answer.json()["errors"][0]["pointer"] for answer in refused] == [
        "/terms/review_on",
        "/review_on",
        "/next_review_on",
    ]


async def test_a_review_too_late_is_told_where_it_was_asked_for(desk: Desk) -> None:
    await desk.active()
    await desk.done("reviews")

    body = {"conclusions": "On.", "next_review_on": day(300)}
    answer = await desk.do("reviews/close", body)

    assert problem(answer) == (422, "BeyondLimit")
    assert answer.json()["errors"][0]["pointer"] == "/next_review_on"


async def test_other_words_are_changed_though_the_review_is_overdue(
    desk: Desk, monkeypatch: Any
) -> None:
    ours = await desk.part()
    at(monkeypatch, date.fromisoformat(day(100)))
    seen = (await desk.seen())["version"]
    body = {"terms": CONTRACT["terms"], "text": TEXT | {"effect": "Another."}}

    plan = await desk.done(f"parts/{ours}/change", body, seen=seen)

    assert part_of(plan, ours)["text"]["effect"] == "Another."


async def test_a_contract_whose_six_months_are_over_is_reviewed_today(desk: Desk) -> None:
    late = await desk.do("parts", contract(valid_from="2025-01-02", review_on=day(1)))
    part = await desk.part(contract(valid_from="2025-01-02", review_on=today()))

    assert problem(late) == (422, "BeyondLimit")
    assert part_of(await desk.seen(), part)["terms"]["review_on"] == today()
