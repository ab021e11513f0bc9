"""Many at once, twice, or killed in the middle: each month is on one line, each line is paid once."""

import asyncio
from typing import Any

import asyncpg
import pytest

from kernel.transactions import begin
from services.benefits.use_cases.approve_payment_list import approve_payment_list
from services.benefits.use_cases.draft_payment_list import DraftPaymentList, draft_payment_list
from tests.benefits.conftest import CLIENT, MANAGER, Office
from tests.benefits.paying import (
    BOTH_ROLES,
    CLERK,
    EXPORT,
    SECOND,
    THIRD,
    approve,
    approved,
    balances,
    do,
    draft,
    drafted,
    exported,
    granted,
    lines,
    paid,
    statuses,
    today,
)
from tests.support.rooms import announced

pytestmark = pytest.mark.anyio

RETRIES = 32
OWED = {"programme_cost": "1515.00", "obligations": "-1515.00"}
PAID = {"programme_cost": "1515.00", "obligations": "0.00", "bank": "-1515.00"}
SAME, EACH_ITS_OWN = [{"idempotency_key": "again"}] * RETRIES, [
    {"idempotency_key": f"try-{number}"} for number in range(RETRIES)
]  # fmt: skip
keys = pytest.mark.parametrize("keys", [SAME, EACH_ITS_OWN], ids=["same key", "each its own"])


async def everything(office: Office) -> list[tuple[Any, ...]]:
    rows = await office.database.pool.fetch(
        "SELECT cause_id, month, state FROM payment_lines ORDER BY cause_id, month"
    )
    return [tuple(row) for row in rows]


async def told(office: Office, kind: str) -> int:
    return [one["type"] for one in await announced(office.database)].count(kind)


@keys
async def test_of_many_drafts_one_lists_each_month_once(
    office: Office, keys: list[dict[str, str]]
) -> None:
    await granted(office, CLIENT, SECOND, THIRD)

    answers = await asyncio.gather(*(draft(office, headers=key) for key in keys))

    done = {201: RETRIES} if keys is SAME else {201: 1, 409: RETRIES - 1}
    assert statuses(answers) == done
    assert len(await everything(office)) == 3
    assert await told(office, "payments.drafted.v1") == 1


async def test_two_clerks_and_several_months_never_list_a_month_twice(office: Office) -> None:
    awards = await granted(office, CLIENT, SECOND, THIRD)
    months = [f"2026-{month:02}" for month in (3, 4, 5, 6)]

    await asyncio.gather(
        *(
            draft(office, month, by, {"idempotency_key": f"{month} {number}"})
            for month in months
            for by in (CLERK, BOTH_ROLES)
            for number in range(4)
        )
    )

    found = await everything(office)
    assert len(found) == len(awards) * len(months)
    assert len({row[:2] for row in found}) == len(found)


@keys
async def test_a_list_is_approved_once(office: Office, keys: list[dict[str, str]]) -> None:
    await granted(office, CLIENT, SECOND, THIRD)
    address = await drafted(office)

    answers = await asyncio.gather(
        *(do(office, MANAGER, f"{address}/approve", if_match='"v1"', **key) for key in keys)
    )

    assert statuses(answers) == ({200: RETRIES} if keys is SAME else {200: 1, 412: RETRIES - 1})
    assert await balances(office) == OWED
    assert await told(office, "payments.approved.v1") == 1


@keys
async def test_a_list_is_paid_once(office: Office, keys: list[dict[str, str]]) -> None:
    await granted(office, CLIENT, SECOND, THIRD)
    address = await exported(office)
    said = {"paid_on": today()}

    answers = await asyncio.gather(
        *(do(office, MANAGER, f"{address}/confirm", said, **key) for key in keys)
    )

    assert statuses(answers) == ({200: RETRIES} if keys is SAME else {200: 1, 409: RETRIES - 1})
    assert await balances(office) == PAID
    assert {row[2] for row in await everything(office)} == {"paid"}
    assert await told(office, "support.paid.v1") == 3


@keys
async def test_a_payment_comes_back_once(office: Office, keys: list[dict[str, str]]) -> None:
    await granted(office, CLIENT, SECOND, THIRD)
    address = await paid(office)
    line = (await lines(office, address))[0]["id"]
    said = {"returned_on": today(), "reason": "account_closed"}

    answers = await asyncio.gather(
        *(do(office, CLERK, f"{address}/lines/{line}/return", said, **key) for key in keys)
    )

    assert statuses(answers) == ({200: RETRIES} if keys is SAME else {200: 1, 409: RETRIES - 1})
    assert await balances(office) == {
        "programme_cost": "1010.00", "obligations": "0.00", "bank": "-1010.00",
    }  # fmt: skip


async def test_of_paying_and_cancelling_at_once_one_holds(office: Office) -> None:
    await granted(office, CLIENT, SECOND, THIRD)
    address = await approved(office)

    answers = await asyncio.gather(
        *(do(office, CLERK, f"{address}/cancel") for _ in range(8)),
        *(do(office, CLERK, f"{address}/export", EXPORT) for _ in range(8)),
        *(do(office, MANAGER, f"{address}/confirm", {"paid_on": today()}) for _ in range(8)),
    )

    assert set(statuses(answers)) <= {200, 409}
    state = (await office.see(CLERK, address)).json()["status"]
    nothing = {"programme_cost": "0.00", "obligations": "0.00"}
    assert await balances(office) == {"cancelled": nothing, "exported": OWED, "paid": PAID}[state]


class Killed(Exception):
    """The process is gone before the commit."""


async def test_a_draft_killed_before_its_commit_leaves_everything_payable(office: Office) -> None:
    await granted(office)

    async def killed() -> None:
        async with begin(office.database, by=CLERK) as tx:
            await draft_payment_list(DraftPaymentList(month="2026-03"), by=CLERK, tx=tx)
            raise Killed

    with pytest.raises(Killed):
        await killed()

    assert await everything(office) == []
    assert len(await lines(office, await drafted(office))) == 1


async def test_an_approval_killed_before_its_commit_books_nothing(office: Office) -> None:
    await granted(office, CLIENT, SECOND, THIRD)
    address = await drafted(office)
    list_id = (await office.see(CLERK, address)).json()["id"]

    async def killed() -> None:
        async with begin(office.database, by=MANAGER) as tx:
            await approve_payment_list(list_id, expected=1, by=MANAGER, tx=tx)
            raise Killed

    with pytest.raises(Killed):
        await killed()

    assert await balances(office) == {}
    assert (await approve(office, address)).status_code == 200
    assert await balances(office) == OWED


async def test_the_database_itself_keeps_a_month_to_one_line(office: Office) -> None:
    await granted(office)
    await drafted(office)
    again = (
        "INSERT INTO payment_lines (id, list_id, number, kind, cause_id, client_id, month,"
        " correction_no, state) SELECT gen_random_uuid(), list_id, 2, kind, cause_id, client_id,"
        " month, $1, state FROM payment_lines"
    )

    for correction in (0, 1):
        with pytest.raises(asyncpg.UniqueViolationError):
            await office.database.pool.execute(again, correction)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE postings SET amount = 1",
        "DELETE FROM postings",
        "TRUNCATE postings",
    ],
)
async def test_what_was_booked_is_neither_changed_nor_deleted(office: Office, change: str) -> None:
    await granted(office)
    await approved(office)

    with pytest.raises(asyncpg.RaiseError, match="what was booked stays"):
        await office.database.pool.execute(change)


async def test_the_database_books_nothing_twice_and_nothing_from_an_account_to_itself(
    office: Office,
) -> None:
    await granted(office)
    await approved(office)
    copy = (
        "INSERT INTO postings SELECT gen_random_uuid(), institution, list_id, line_id, kind, debit,"
        " {credit}, {amount}, booked_on, booked_at, booked_by FROM postings"
    )

    for credit, amount in (("credit", "amount"), ("debit", "amount"), ("'bank'", "-amount")):
        with pytest.raises((asyncpg.UniqueViolationError, asyncpg.CheckViolationError)):
            await office.database.pool.execute(copy.format(credit=credit, amount=amount))
