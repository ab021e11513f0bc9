"""Whoever decided on an older version is told which steps were taken since; a reminder makes nobody stale."""

import pytest

from kernel import clock
from tests.referrals.conftest import ADVISER, COORDINATOR, NGO, PUP, SOCIAL_WORKER, VISIT, House
from tests.referrals.referring import let_days_pass
from tests.referrals.requesting import asked as asked_information
from tests.referrals.requesting import days, on, turn

pytestmark = pytest.mark.anyio


async def test_a_reminder_does_not_make_a_decision_stale(house: House) -> None:
    address = await house.sent()
    await let_days_pass(house, 5)
    await let_days_pass(house, 3)
    reminded = (await house.see(ADVISER, address)).json()["version"]

    answer = await house.ask(ADVISER, f"{address}/accept", VISIT, If_Match='"v1"')

    assert reminded > 1
    assert answer.status_code == 200, answer.text


async def test_whoever_is_stale_is_told_what_was_done_since_and_by_whom(house: House) -> None:
    address = await house.sent()
    await house.ask(ADVISER, f"{address}/receive")
    await let_days_pass(house, 5)
    await house.ask(ADVISER, f"{address}/return", {"question": "Has she a car?"})

    answer = await house.ask(SOCIAL_WORKER, f"{address}/withdraw", If_Match='"v1"')

    problem = answer.json()
    assert (answer.status_code, problem["type"]) == (412, "/problems/VersionIsOld")
    assert [(one["what"], one["institution"], one["by"]) for one in problem["changed"]] == [
        ("receive", str(PUP), "pup-worker"),
        ("return", str(PUP), "pup-worker"),
    ]
    assert "car" not in answer.text


async def test_a_version_nobody_has_seen_yet_is_refused(house: House) -> None:
    address = await house.sent()

    answer = await house.ask(ADVISER, f"{address}/receive", If_Match='"v2"')

    assert (answer.status_code, answer.json()["changed"]) == (412, [])


async def test_by_a_link_one_learns_no_workers_code(house: House) -> None:
    address = await house.sent(to={"institution": str(NGO)})
    handed = await house.ask(SOCIAL_WORKER, f"{address}/links", {})
    token = handed.json()["address"].split("#")[1]
    await house.ask(COORDINATOR, f"{address}/receive")

    shown = {"Authorization": f"Pass {token}", "If-Match": '"v1"'}
    answer = await house.client.post(f"{address}/accept", json=VISIT, headers=shown)

    [change] = answer.json()["changed"]
    assert answer.status_code == 412
    assert (change["what"], "by" in change) == ("receive", False)


async def test_nor_does_a_reminder_of_a_request_for_information(house: House) -> None:
    address = await asked_information(house)
    with on(clock.today() + days(4)):
        await turn(house)

    answer = await house.ask(ADVISER, f"{address}/receive", If_Match='"v1"')

    assert answer.status_code == 200, answer.text
