"""What was shared limits here too: a plan and referrals are found through a relation that opens them."""

from typing import Any

import pytest

from contracts.values import BasisKind
from tests.referrals.conftest import (
    CLIENT,
    COORDINATOR,
    FAR,
    NGO,
    PUP,
    STRANGER,
    TO_THE_PUP,
    House,
)
from tests.support.rooms import relate

pytestmark = pytest.mark.anyio


async def statuses(house: House, referral: str) -> list[int]:
    """How an organisation's coordinator is answered about the plan and about a referral."""
    paths = (f"/v1/plans/{house.plan_id}", referral)
    return [(await house.see(COORDINATOR, path)).status_code for path in paths]


@pytest.mark.parametrize(
    ("basis", "scope", "found"),
    [
        (BasisKind.CONSENT, (), [200, 200]),
        (BasisKind.CONSENT, ("health",), [404, 404]),
        (BasisKind.CONSENT, ("health", "plan"), [200, 404]),
        (BasisKind.STATUTORY_TASK, ("referrals",), [404, 200]),
        (BasisKind.VITAL_INTEREST, (), [404, 404]),
    ],
)
async def test_plan_and_referrals_are_found_by_what_was_shared(
    house: House, basis: BasisKind, scope: Any, found: list[int]
) -> None:
    referral = await house.sent()
    await relate(house.database, CLIENT, NGO, basis, scope)

    assert await statuses(house, referral) == found


async def test_two_relations_add_up(house: House) -> None:
    referral = await house.sent()
    await relate(house.database, CLIENT, NGO, BasisKind.CONSENT, ["plan"])
    await relate(house.database, CLIENT, NGO, BasisKind.STATUTORY_TASK, ["referrals"])

    assert await statuses(house, referral) == [200, 200]


async def test_nobody_refers_on_whom_she_sees_in_an_emergency_only(house: House) -> None:
    await relate(house.database, CLIENT, FAR, BasisKind.VITAL_INTEREST)

    answer = await house.ask(STRANGER, "/v1/referrals", TO_THE_PUP)

    assert (answer.status_code, answer.json()["type"]) == (404, "/problems/ClientNotFound")


async def test_a_receiver_sees_what_was_sent_to_it_whatever_was_shared_besides(
    house: House,
) -> None:
    referral = await house.sent(to={"institution": str(NGO)})
    await relate(house.database, CLIENT, PUP, BasisKind.CONSENT, ["health"])

    assert (await house.see(COORDINATOR, referral)).status_code == 200
