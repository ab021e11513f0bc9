"""A payment list tells the awards which of their months are spoken for."""

import pytest

from tests.benefits.conftest import CLIENT, Office
from tests.benefits.paying import CLERK, SECOND, approved, do, granted, lines, paid, today

pytestmark = pytest.mark.anyio


async def march(office: Office, award: str) -> str:
    query = "SELECT state FROM award_months WHERE award_id = $1 AND month = '2026-03'"
    return str(await office.database.pool.fetchval(query, award))


async def test_a_month_is_due_then_approved_then_paid_then_due_again(office: Office) -> None:
    award, other = await granted(office, CLIENT, SECOND)
    states = [await march(office, award)]
    address = await approved(office)
    states.append(await march(office, award))
    found = {line["award_id"]: line["id"] for line in await lines(office, address)}
    held = {"reason": "facts_to_check"}
    await do(office, CLERK, f"{address}/lines/{found[other]}/hold", held)

    export = {"from_account": "PL27114020040000300201355387", "execute_on": "2026-12-10"}
    await do(office, CLERK, f"{address}/export", export)
    said = {"paid_on": today(), "bank_reference": "CEN1"}
    await do(office, CLERK, f"{address}/confirm", said)
    states.append(await march(office, award))
    back = {"returned_on": today(), "reason": "refused"}
    await do(office, CLERK, f"{address}/lines/{found[award]}/return", back)
    states.append(await march(office, award))

    assert states == ["due", "approved", "paid", "due"]
    assert await march(office, other) == "due"


async def test_what_an_old_list_let_go_does_not_unmark_what_a_new_one_paid(office: Office) -> None:
    award, other = await granted(office, CLIENT, SECOND)
    old = await paid(office)
    found = {line["award_id"]: line["id"] for line in await lines(office, old)}
    back = {"returned_on": today(), "reason": "refused"}
    await do(office, CLERK, f"{old}/lines/{found[award]}/return", back)
    await paid(office)

    await do(office, CLERK, f"{old}/lines/{found[other]}/return", back)

    assert (await march(office, award), await march(office, other)) == ("paid", "due")
