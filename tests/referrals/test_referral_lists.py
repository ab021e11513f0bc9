"""Lists of referrals: what is late, what waits, of whom."""

from uuid import UUID

import pytest

from services.referrals.reactions import reactions
from tests.referrals.conftest import ADVISER, CLIENT, SOCIAL_WORKER, House, registered
from tests.referrals.referring import let_days_pass
from tests.support.rooms import fact_of, hear

pytestmark = pytest.mark.anyio

OTHER = UUID("0197a000-0000-7000-8000-00000000c0a2")


async def listed(house: House, **params: str) -> list[str]:
    answer = await house.see(ADVISER, "/v1/referrals", **params)
    assert answer.status_code == 200, answer.text
    return [f"/v1/referrals/{item['id']}" for item in answer.json()["items"]]


async def two(house: House) -> tuple[str, str]:
    await hear(house.database, reactions, fact_of(registered(OTHER)))
    return await house.sent(), await house.sent(client_id=str(OTHER))


async def test_the_post_of_one_client(house: House) -> None:
    first, second = await two(house)

    assert await listed(house) == [second, first]
    assert await listed(house, client_id=str(CLIENT)) == [first]


async def test_what_is_not_answered_in_time_is_silent_and_overdue(house: House) -> None:
    first, second = await two(house)
    await house.ask(ADVISER, f"{second}/accept", {"first_visit_on": "2099-01-01"})
    in_time = await listed(house, silent="true")

    await let_days_pass(house, 12)

    assert in_time == []
    assert await listed(house, silent="true") == [first]
    assert await listed(house, overdue="true") == [first]


async def test_an_outcome_that_is_late_is_overdue_and_not_silent(house: House) -> None:
    address = await house.sent()
    visit = {"first_visit_on": "2099-01-01", "planned_end_on": "2099-01-01"}
    await house.ask(ADVISER, f"{address}/accept", visit)
    await house.database.pool.execute("UPDATE referrals SET planned_end_on = current_date - 9")

    assert await listed(house, overdue="true") == [address]
    assert await listed(house, silent="true") == []
    assert await listed(house, waiting="true") == []


async def test_pages_follow_one_another_under_a_filter(house: House) -> None:
    first, second = await two(house)

    page = await house.see(SOCIAL_WORKER, "/v1/referrals", box="out", state="sent", limit=1)
    rest = await house.see(
        SOCIAL_WORKER, "/v1/referrals", box="out", state="sent", cursor=page.json()["next"]
    )

    found = [item["id"] for answer in (page, rest) for item in answer.json()["items"]]
    assert [f"/v1/referrals/{one}" for one in found] == [second, first]


async def test_a_filter_that_nobody_knows_is_no_filter_of_ours(house: House) -> None:
    answer = await house.see(ADVISER, "/v1/referrals", late="true")

    assert (answer.status_code, answer.json()["type"]) == (400, "/problems/UnknownParameter")
