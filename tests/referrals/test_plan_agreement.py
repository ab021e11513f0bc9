"""Parts of a plan: written by their owner, signed by both sides, and what a change asks anew."""

import pytest

from kernel import clock
from tests.referrals.conftest import (
    ADVISER,
    CLIENT,
    COORDINATOR,
    NGO,
    OPS,
    PUP,
    SOCIAL_WORKER,
    House,
)
from tests.referrals.planning import (
    CONTRACT,
    IPD,
    MANAGER,
    TEXT,
    Desk,
    part_of,
    problem,
    today,
)
from tests.support.rooms import announced, relate

pytestmark = pytest.mark.anyio


@pytest.fixture
def desk(house: House) -> Desk:
    return Desk(house)


async def test_an_institution_writes_its_part_in_the_form_of_its_act(desk: Desk) -> None:
    answer = await desk.do("parts", CONTRACT)

    part = answer.json()["parts"][0]
    assert answer.status_code == 201, answer.text
    assert (part["letter"], part["form"]) == ("A", "social_contract_a")
    assert part["institution"]["id"] == str(OPS)
    assert part["text"]["client_duties"] == TEXT["client_duties"]
    assert (part["agreed"], part["signed_on"], part["client"]) == (False, None, None)
    assert (await announced(desk.house.database, CLIENT))[-1] == {
        "type": "part.opened.v1",
        "actor": "ops-worker",
        "client_id": str(CLIENT),
        "plan_id": desk.house.plan_id,
        "part_id": part["id"],
        "institution": str(OPS),
        "form": "social_contract_a",
    }


async def test_a_labour_office_writes_no_social_contract(desk: Desk) -> None:
    await desk.with_pup()

    answer = await desk.do("parts", CONTRACT, ADVISER)

    assert problem(answer) == (422, "FormNotYours")
    assert answer.json()["kinds"] == ["OPS", "CUS", "PCPR"]
    assert (await desk.seen())["parts"] == []


async def test_an_institution_has_one_open_part_of_a_letter(desk: Desk) -> None:
    part = await desk.part()

    answer = await desk.do("parts", CONTRACT | {"form": "help_plan"})

    assert problem(answer) == (409, "PartOpen")
    assert answer.json()["part_id"] == part


async def test_each_organisation_has_an_agreement_of_its_own(desk: Desk) -> None:
    await relate(desk.house.database, CLIENT, NGO)
    agreement = {"form": "service_agreement", "terms": {"valid_from": "2026-03-02"}}

    await desk.part(agreement, COORDINATOR)

    assert [part["letter"] for part in (await desk.seen())["parts"]] == ["C"]


async def test_a_contract_that_is_reviewed_too_late_is_refused_with_the_limit(desk: Desk) -> None:
    late = CONTRACT | {"terms": {"valid_from": "2030-03-02", "review_on": "2030-09-03"}}

    answer = await desk.do("parts", late)

    body = answer.json()
    assert problem(answer) == (422, "BeyondLimit")
    assert (body["limit"], body["value"]) == ("review_months", 6)
    assert "u" in body["source"]["act"]
    assert body["errors"][0]["pointer"] == "/terms/review_on"


async def test_nobody_writes_in_anothers_part(desk: Desk) -> None:
    _, theirs = await desk.proposed()
    changed = {"terms": IPD["terms"], "text": TEXT}

    refused = [
        await desk.do(f"parts/{theirs}/change", changed, if_match='"v9"'),
        await desk.do(f"parts/{theirs}/agree", if_match='"v9"'),
        await desk.do(f"parts/{theirs}/sign", {"evidence": "x"}, if_match='"v9"'),
        await desk.do(f"parts/{theirs}/refuse", {"reason": "x"}),
        await desk.do(f"parts/{theirs}/close", {"results": "x"}),
    ]

    assert [problem(answer) for answer in refused] == [(403, "NotThePartsOwner")] * 5


async def test_everybody_related_sees_every_part_and_reads_her_own(desk: Desk) -> None:
    await desk.proposed()

    seen = await desk.house.see(ADVISER, desk.path)

    assert [part["letter"] for part in seen.json()["parts"]] == ["A", "B"]
    assert [part["text"]["problem"] for part in seen.json()["parts"]] == [None, TEXT["problem"]]


async def test_a_draft_is_laid_before_everybody_who_has_a_part(desk: Desk) -> None:
    ours, theirs = await desk.proposed()

    plan = await desk.seen()
    assert (plan["status"], plan["proposed_on"]) == ("consultation", today())
    assert sorted(await desk.owed("agree_plan")) == sorted(
        [
            (ours, str(OPS), part_of(plan, ours)["sign_by"]),
            (theirs, str(PUP), part_of(plan, theirs)["sign_by"]),
        ]
    )
    assert (await announced(desk.house.database, CLIENT))[-1]["type"] == "plan.proposed.v1"


async def test_only_who_leads_lays_the_draft_before_the_others(desk: Desk) -> None:
    await desk.with_pup()
    await desk.part()

    assert problem(await desk.do("propose", by=ADVISER)) == (403, "NotTheLead")


async def test_whoever_has_something_to_do_needs_a_part(desk: Desk) -> None:
    await desk.with_pup()
    await desk.part()
    await desk.action(await desk.goal(), ADVISER)

    answer = await desk.do("propose")

    assert problem(answer) == (409, "PartsMissing")
    assert answer.json()["institutions"] == [str(PUP)]


async def test_a_plan_of_one_institution_is_fine(desk: Desk) -> None:
    part = await desk.part()
    await desk.done("propose")

    plan = await desk.signs(part)

    assert plan["status"] == "agreed"


async def test_what_lacks_what_its_form_asks_for_is_not_proposed(desk: Desk) -> None:
    await desk.part(CONTRACT | {"text": {}})

    answer = await desk.do("propose")

    assert problem(answer) == (409, "PartIncomplete")
    assert answer.json()["missing"] == [
        "problem", "causes", "client_duties", "institution_duties", "effect",
    ]  # fmt: skip


async def test_a_part_is_not_signed_before_the_consultation(desk: Desk) -> None:
    part = await desk.part()

    answer = await desk.do(f"parts/{part}/agree", if_match='"v2"')

    assert problem(answer) == (409, "NotInConsultation")


async def test_with_the_last_signature_the_plan_is_agreed(desk: Desk) -> None:
    ours, theirs = await desk.proposed()
    assert (await desk.signs(ours))["status"] == "consultation"

    await desk.signs(theirs, ADVISER)

    plan = await desk.seen()
    told = [event["type"] for event in await announced(desk.house.database, CLIENT)]
    assert (plan["status"], plan["agreed_on"]) == ("agreed", today())
    assert part_of(plan, ours)["client"] == {
        "answer": "signed",
        "on": today(),
        "evidence": "KS/12/2026",
        "reason": None,
    }
    assert part_of(plan, ours)["signed_by"] == SOCIAL_WORKER.worker
    assert told[-5:] == [
        "part.agreed.v1", "part.signed.v1", "part.agreed.v1", "part.signed.v1", "plan.agreed.v1",
    ]  # fmt: skip
    assert await desk.owed("agree_plan") == []


async def test_the_manager_signs_for_the_institution_too(desk: Desk) -> None:
    part = await desk.part()
    await desk.done("propose")
    seen = (await desk.seen())["version"]

    plan = await desk.done(f"parts/{part}/agree", None, MANAGER, seen)

    assert part_of(plan, part)["signed_on"] == today()


async def test_each_side_signs_once(desk: Desk) -> None:
    ours, _ = await desk.proposed()
    await desk.signs(ours)
    seen = f'"v{(await desk.seen())["version"]}"'

    again = [
        await desk.do(f"parts/{ours}/agree", if_match=seen),
        await desk.do(f"parts/{ours}/sign", {"evidence": "x"}, if_match=seen),
    ]

    assert [problem(answer) for answer in again] == [(409, "AlreadySigned")] * 2


async def test_one_signs_what_one_read(desk: Desk) -> None:
    ours, _ = await desk.proposed()
    seen = (await desk.seen())["version"]
    await desk.done(f"parts/{ours}/change", {"terms": CONTRACT["terms"], "text": TEXT}, seen=seen)

    blind = await desk.do(f"parts/{ours}/agree")
    stale = await desk.do(f"parts/{ours}/agree", if_match=f'"v{seen}"')

    assert problem(blind) == (428, "SayWhichVersion")
    assert problem(stale) == (412, "VersionIsOld")
    assert [change["what"] for change in stale.json()["changed"]] == ["part_changed"]


async def test_what_anothers_hand_changed_elsewhere_does_not_hinder_a_signature(
    desk: Desk,
) -> None:
    ours, theirs = await desk.proposed()
    seen = (await desk.seen())["version"]
    changed = {"terms": IPD["terms"], "text": TEXT}
    await desk.done(f"parts/{theirs}/change", changed, ADVISER, seen)

    assert (await desk.do(f"parts/{ours}/agree", if_match=f'"v{seen}"')).status_code == 200


async def test_the_client_refuses_with_her_reason_and_is_asked_again_after_a_change(
    desk: Desk,
) -> None:
    ours, _ = await desk.proposed()
    reason = "Nobody looks after the children on Mondays."

    refused = await desk.done(f"parts/{ours}/refuse", {"reason": reason})
    seen = refused["version"]
    changed = {"terms": CONTRACT["terms"], "text": TEXT | {"client_duties": ["On Tuesdays."]}}
    after = await desk.done(f"parts/{ours}/change", changed, seen=seen)

    told = await announced(desk.house.database, CLIENT)
    assert part_of(refused, ours)["client"]["reason"] == reason
    assert part_of(after, ours)["client"] is None
    assert told[-2]["type"] == "part.refused.v1"
    assert reason not in str(told)
    assert (await desk.signs(ours))["status"] == "consultation"


async def test_she_signs_on_no_day_to_come_and_none_before_she_was_asked(desk: Desk) -> None:
    ours, _ = await desk.proposed()
    seen = f'"v{(await desk.seen())["version"]}"'

    answers = [
        await desk.do(f"parts/{ours}/sign", {"evidence": "x", "on": on}, if_match=seen)
        for on in ("2099-01-01", "2020-01-01")
    ]

    assert [problem(answer) for answer in answers] == [(422, "ClientAnsweredEarlier")] * 2


async def test_an_agreed_plan_is_begun_with_once(desk: Desk) -> None:
    await desk.agreed()

    plan = await desk.done("activate", {"ends_on": "2099-12-31"})
    again = await desk.do("activate", {})

    assert (plan["status"], plan["active_from"]) == ("active", today())
    assert plan["review_on"] <= plan["ends_on"]
    assert problem(again) == (409, "IllegalMove")
    assert again.json()["allowed"] == ["open_review", "complete", "discontinue"]
    assert (await announced(desk.house.database, CLIENT))[-1]["type"] == "plan.activated.v1"


async def test_a_plan_that_is_not_agreed_is_not_begun_with(desk: Desk) -> None:
    await desk.proposed()

    answer = await desk.do("activate", {})

    assert problem(answer) == (409, "IllegalMove")
    assert answer.json()["allowed"] == ["agree", "discontinue"]


async def test_a_review_of_a_plan_with_the_ops_is_within_six_months(desk: Desk) -> None:
    await desk.agreed()

    answer = await desk.do("activate", {"review_on": f"{clock.today().year + 1}-12-31"})

    assert problem(answer) == (422, "BeyondLimit")
    assert (await desk.seen())["status"] == "agreed"


async def test_a_changed_part_is_signed_anew_and_no_other(desk: Desk) -> None:
    ours, theirs = await desk.active()
    seen = (await desk.seen())["version"]
    changed = {"terms": IPD["terms"] | {"contact_every_days": 14}, "text": TEXT}

    plan = await desk.done(f"parts/{theirs}/change", changed, ADVISER, seen)

    assert plan["status"] == "active"
    assert [part_of(plan, one)["agreed"] for one in (ours, theirs)] == [True, False]
    assert [owed[:2] for owed in await desk.owed("agree_plan")] == [(theirs, str(PUP))]
    assert part_of(await desk.signs(theirs, ADVISER), theirs)["agreed"]
    assert await desk.owed("agree_plan") == []


async def test_a_new_action_asks_its_owner_and_the_client_for_that_part_anew(desk: Desk) -> None:
    ours, theirs = await desk.agreed()
    goal = await desk.goal()

    await desk.action(goal, ADVISER)

    plan = await desk.seen()
    assert plan["status"] == "consultation"
    assert [part_of(plan, one)["agreed"] for one in (ours, theirs)] == [True, False]


async def test_what_a_referral_plans_is_agreed_to_by_accepting_it(desk: Desk) -> None:
    _, theirs = await desk.agreed()

    await desk.house.accepted(goal_id=await desk.goal())

    assert part_of(await desk.seen(), theirs)["agreed"]


async def test_beginning_and_finishing_what_was_agreed_asks_nobody_anew(desk: Desk) -> None:
    await desk.with_pup()
    action = await desk.action(await desk.goal())
    part = await desk.part()
    await desk.done("propose")
    await desk.signs(part)

    await desk.done(f"actions/{action}/begin")
    plan = await desk.done(f"actions/{action}/finish")

    assert (plan["status"], part_of(plan, part)["agreed"]) == ("agreed", True)
