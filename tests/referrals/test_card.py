"""What this service tells the gateway about a client."""

from uuid import UUID

import pytest

from tests.referrals.conftest import ADVISER, CLIENT, NGO, PURPOSE, SOCIAL_WORKER, House
from tests.support.rooms import HOUSE

pytestmark = pytest.mark.anyio

ADDRESS = f"/internal/clients/{CLIENT}/card"


async def test_the_card_shows_the_plan_and_the_referrals(house: House) -> None:
    goal_id = await house.goal()
    address = await house.accepted(goal_id=goal_id)
    await house.ask(ADVISER, f"{address}/complete", {"outcome": "employment", "note": "Hired."})
    await house.sent(to={"institution": str(NGO)})

    answer = await house.client.get(ADDRESS, headers=HOUSE)

    card = answer.json()
    listed = await house.see(SOCIAL_WORKER, "/v1/referrals", box="out")
    assert answer.status_code == 200, answer.text
    assert card["version"] == 8
    plan = await house.plan()
    # What a look at it tells of today would be old on a card.
    assert plan.pop("health")
    plan.pop("warnings")
    masked = card["sections"]["plan"].pop("masked")
    assert card["sections"]["plan"] == {
        "full": plan,
        "summary": {"status": "draft", "goals": 1},
    }
    assert masked == plan | {"withheld": ["diagnosis", "parts", "conclusions", "summary"]}
    assert card["sections"]["referrals"] == {
        "full": listed.json()["items"],
        "summary": {"open": 1, "closed": 1},
    }
    assert card["sections"]["referrals"]["full"][1]["purpose"] == PURPOSE
    assert set(card["sections"]["referrals"]["full"][0]) >= {"from", "to"}


async def test_a_plan_without_a_word_has_a_card_too(house: House) -> None:
    card = (await house.client.get(ADDRESS, headers=HOUSE)).json()

    assert card["sections"]["plan"]["summary"] == {"status": "draft", "goals": 0}
    assert card["sections"]["referrals"] == {"full": [], "summary": {"open": 0, "closed": 0}}


async def test_of_a_client_unknown_here_there_is_no_card(house: House) -> None:
    unknown = UUID("0197a000-0000-7000-8000-00000000c0ff")

    answer = await house.client.get(f"/internal/clients/{unknown}/card", headers=HOUSE)

    assert answer.status_code == 404


async def test_who_was_erased_is_gone_from_everywhere(house: House) -> None:
    goal_id = await house.goal()
    address = await house.sent(goal_id=goal_id)
    await house.database.pool.execute("DELETE FROM client_keys")

    card = await house.client.get(ADDRESS, headers=HOUSE)
    plan = await house.see(SOCIAL_WORKER, f"/v1/plans/{house.plan_id}")
    referral = await house.see(SOCIAL_WORKER, address)
    box = await house.see(SOCIAL_WORKER, "/v1/referrals", box="out")
    received = await house.ask(ADVISER, f"{address}/receive")

    assert [card.status_code, plan.status_code, referral.status_code] == [404, 404, 404]
    assert received.status_code == 404
    assert box.json() == {"items": [], "next": None}
