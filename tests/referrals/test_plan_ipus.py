"""The part of a CUS: who approves it, and how it ends."""

from uuid import UUID

import pytest

from contracts.values import InstitutionKind
from tests.referrals.conftest import CLIENT, House
from tests.referrals.planning import TEXT, Desk, part_of, problem, today
from tests.support.rooms import know, relate, worker

pytestmark = pytest.mark.anyio
CUS = UUID("0197a000-0000-7000-8000-000000000005")
COORDINATOR = worker(CUS, InstitutionKind.CUS, "cus_plan_coordinator")
SOCIAL_WORKER = worker(CUS, InstitutionKind.CUS, "social_worker")
ORGANISER = worker(CUS, InstitutionKind.CUS, "cus_service_organiser")
DIRECTOR = worker(CUS, InstitutionKind.CUS, "ops_manager")
IPUS = {
    "form": "ipus",
    "terms": {"applied_on": "2026-02-20", "valid_from": "2026-03-01", "valid_to": "2026-12-31"},
    "text": TEXT,
}


@pytest.fixture
async def desk(house: House) -> Desk:
    await know(house.database, CUS, "CUS Zabrze (demo)", InstitutionKind.CUS)
    await relate(house.database, CLIENT, CUS)
    return Desk(house)


async def proposed(desk: Desk) -> tuple[str, int]:
    part = await desk.part(IPUS, COORDINATOR)
    plan = await desk.done("propose")
    return part, int(plan["version"])


async def test_the_coordinator_writes_it_and_may_not_approve_it(desk: Desk) -> None:
    part, seen = await proposed(desk)

    by_coordinator = await desk.do(f"parts/{part}/agree", None, COORDINATOR, if_match=f'"v{seen}"')
    by_worker = await desk.do(f"parts/{part}/agree", None, SOCIAL_WORKER, if_match=f'"v{seen}"')

    assert problem(by_coordinator) == (403, "RoleMayNot")
    assert problem(by_worker) == (403, "NotYoursToSign")
    assert by_worker.json()["signers"] == ["cus_service_organiser", "ops_manager"]


@pytest.mark.parametrize("signer", [ORGANISER, DIRECTOR], ids=["organiser", "director"])
async def test_the_director_or_the_organiser_approves_it(desk: Desk, signer: object) -> None:
    part, seen = await proposed(desk)

    plan = await desk.done(f"parts/{part}/agree", None, signer, seen)  # type: ignore[arg-type]

    assert part_of(plan, part)["signed_on"] == today()


async def test_it_ends_with_a_talk_and_its_results_and_before_the_plan(desk: Desk) -> None:
    part, seen = await proposed(desk)
    await desk.done(f"parts/{part}/agree", None, ORGANISER, seen)
    await desk.done(f"parts/{part}/sign", {"evidence": "IPUS/3/2026"}, COORDINATOR, seen)
    await desk.done("activate", {})

    early = await desk.do("complete", {"summary": "Done."})
    untalked = await desk.do(f"parts/{part}/close", {"results": "x"}, COORDINATOR)
    closing = {"results": "She keeps house by herself.", "talk_on": today()}
    to_come = closing | {"talk_on": "2099-01-01"}
    assert problem(await desk.do(f"parts/{part}/close", to_come, COORDINATOR)) == (
        422,
        "NotHappenedYet",
    )
    await desk.done(f"parts/{part}/close", closing, COORDINATOR)
    plan = await desk.done("complete", {"summary": "Done."})

    assert problem(early) == (409, "PartsNotClosed")
    assert early.json()["parts"] == [part]
    assert problem(untalked) == (409, "PartIncomplete")
    assert untalked.json()["missing"] == ["talk_on"]
    assert plan["status"] == "completed"


async def test_it_is_signed_within_thirty_days_of_the_application(desk: Desk) -> None:
    part, _ = await proposed(desk)

    owed = await desk.owed("agree_plan")

    assert owed == [(part, str(CUS), "2026-03-22")]


async def test_without_the_day_it_was_applied_for_it_is_not_proposed(desk: Desk) -> None:
    terms = {"valid_from": "2026-03-01", "valid_to": "2026-12-31"}
    await desk.part(IPUS | {"terms": terms}, COORDINATOR)

    answer = await desk.do("propose")

    assert problem(answer) == (409, "PartIncomplete")
    assert answer.json()["missing"] == ["applied_on"]
