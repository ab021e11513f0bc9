"""What is set off is kept back of the support a list pays: once, and never twice, whatever the bank does."""

import asyncio
import csv
import io
from typing import Any

import pytest

from tests.benefits.conftest import MANAGER, SOCIAL_WORKER, Office
from tests.benefits.living import step
from tests.benefits.paying import (
    CLERK,
    EXPORT,
    approve,
    balances,
    do,
    draft,
    drafted,
    granted,
    lines,
    outcome,
    paid,
    today,
)
from tests.benefits.test_overpayments import determined

pytestmark = pytest.mark.anyio
CASE = {"months": [{"month": "2026-03", "due": "312.00"}], "cause": "unreported_income"}
QUARTER = {"share": "0.25", "from_month": "2026-04"}


@pytest.fixture
async def case(office: Office) -> str:
    """March paid 193.00 too much: a quarter of April is kept back, and what is left of it in May."""
    (award,) = await granted(office)
    found = await office.decide(SOCIAL_WORKER, f"/v1/awards/{award}/overpayments", CASE)
    case = str(found.headers["location"])
    await determined(office, case)
    planned = await step(office, case, "set-off", QUARTER, MANAGER)
    kept = [(one["month"], one["amount"]) for one in planned["instalments"]]
    assert kept == [("2026-04", "126.25"), ("2026-05", "66.75")]
    return case


async def seen(office: Office, case: str) -> Any:
    return (await office.see(MANAGER, case)).json()


async def of_months(office: Office, address: str) -> list[tuple[str, str, str]]:
    items = await lines(office, address)
    return [(one["month"], one["amount"], one["kept_back"]) for one in items]


async def test_a_list_pays_what_is_left_and_the_rest_is_repaid(office: Office, case: str) -> None:
    address = await paid(office, "2026-06")

    told = await seen(office, case)
    assert await of_months(office, address) == [
        ("2026-03", "505.00", "0.00"),
        ("2026-04", "378.75", "126.25"),
        ("2026-05", "438.25", "66.75"),
        ("2026-06", "378.75", "0.00"),
    ]
    assert (await office.see(CLERK, address)).json()["total"] == "1700.75"
    assert [(one["month"], one["amount"]) for one in told["repayments"]] == [
        ("2026-04", "126.25"), ("2026-05", "66.75"),
    ]  # fmt: skip
    assert (told["owed"], told["under_way"]) == ("0.00", "0.00")
    # She was owed 1893.75 in all; 193.00 of it came back, and so it cost the programme as much less.
    assert await balances(office) == {
        "programme_cost": "1700.75", "obligations": "0.00", "bank": "-1700.75", "overpayments": "0.00",
    }  # fmt: skip


async def test_the_files_pay_no_more_than_what_is_left(office: Office, case: str) -> None:
    address = await paid(office, "2026-05")

    sheet = (await office.see(CLERK, f"{address}/file?format=csv")).text
    bank = (await office.see(CLERK, f"{address}/file")).text

    assert case
    rows = csv.DictReader(io.StringIO(sheet, newline=""))
    assert [row["amount"] for row in rows] == ["505.00", "378.75", "438.25"]
    assert "<CtrlSum>1322.00</CtrlSum>" in bank


async def test_until_it_is_paid_nobody_else_has_it_back(office: Office, case: str) -> None:
    address = await drafted(office, "2026-05")
    before = await seen(office, case)
    assert (await approve(office, address)).status_code == 200

    told = await seen(office, case)
    repaid = await office.decide(
        SOCIAL_WORKER, f"{case}/repayments", {"on": today(), "amount": "0.01"}
    )
    await step(office, case, "ask-waiver", {"reason": "excessive_burden"})
    answers = [
        await office.decide(MANAGER, f"{case}/{verb}", body)
        for verb, body in (
            ("waive", None),
            ("plan", {"first_month": "2027-01", "count": 2}),
            ("set-off", QUARTER),
        )
    ]

    assert before["under_way"] == "0.00"
    assert (told["owed"], told["under_way"]) == ("193.00", "193.00")
    assert outcome(repaid) == (422, "RepaidTooMuch")
    assert {outcome(one) for one in answers} == {(409, "SetOffUnderWay")}


@pytest.mark.parametrize("how", ["cancel", "hold"])
async def test_a_line_that_is_not_paid_keeps_nothing_back(
    office: Office, case: str, how: str
) -> None:
    address = await drafted(office, "2026-05")
    await approve(office, address)
    if how == "cancel":
        await do(office, CLERK, f"{address}/cancel")
    else:
        for line in await lines(office, address):
            path = f"{address}/lines/{line['id']}"
            await do(office, CLERK, f"{path}/hold", {"reason": "facts_to_check"})
            await do(office, CLERK, f"{path}/release")
    let_be = await seen(office, case)

    again = await paid(office, "2026-05")

    assert (let_be["owed"], let_be["under_way"]) == ("193.00", "0.00")
    assert ("2026-04", "378.75", "126.25") in await of_months(office, again)
    assert (await seen(office, case))["owed"] == "0.00"


async def test_what_the_bank_gave_back_is_paid_again_once_and_nothing_is_kept_twice(
    office: Office, case: str
) -> None:
    address = await paid(office, "2026-04")
    april = (await lines(office, address))[1]
    path = f"{address}/lines/{april['id']}/return"
    back = await do(office, CLERK, path, {"reason": "account_closed", "returned_on": today()})

    again = await paid(office, "2026-04")
    more = await draft(office, "2026-04")

    assert back.status_code == 200
    assert await of_months(office, again) == [("2026-04", "378.75", "0.00")]
    assert outcome(more) == (409, "NothingPayable")
    told = await seen(office, case)
    assert [one["amount"] for one in told["repayments"]] == ["126.25"]
    assert told["owed"] == "66.75"
    assert (await balances(office))["bank"] == "-883.75"


async def test_what_changed_since_the_draft_stops_the_approval(office: Office, case: str) -> None:
    address = await drafted(office, "2026-05")
    await step(office, case, "repayments", {"on": today(), "amount": "100.00"})

    stopped = await approve(office, address)

    assert outcome(stopped) == (409, "LinesOutdated")
    assert (await seen(office, case))["under_way"] == "0.00"


async def test_a_month_of_which_all_is_kept_goes_into_no_file(office: Office, case: str) -> None:
    # Two more cases take half of each month that is left: together they come to all of April.
    (award,) = {(await seen(office, case))["award_id"]}
    for month in ("2026-10", "2026-11"):
        body = {"months": [{"month": month, "due": "0.00"}], "cause": "false_data"}
        found = await office.decide(SOCIAL_WORKER, f"/v1/awards/{award}/overpayments", body)
        other = str(found.headers["location"])
        await determined(office, other)
        half = {"share": "0.50", "from_month": "2026-04"}
        await step(office, other, "set-off", half, MANAGER)

    address = await paid(office, "2026-04")

    assert await of_months(office, address) == [
        ("2026-03", "505.00", "0.00"),
        ("2026-04", "0.00", "505.00"),
    ]
    sheet = (await office.see(CLERK, f"{address}/file?format=csv")).text
    assert len(sheet.splitlines()) == 2
    nothing = (await lines(office, address))[1]
    path = f"{address}/lines/{nothing['id']}/return"
    back = await do(office, CLERK, path, {"reason": "refused", "returned_on": today()})
    assert outcome(back) == (409, "IllegalMove")


async def test_of_thirty_two_confirmations_at_once_one_keeps_it_back(
    office: Office, case: str
) -> None:
    address = await drafted(office, "2026-05")
    await approve(office, address)
    await do(office, CLERK, f"{address}/export", EXPORT)

    answers = await asyncio.gather(
        *(do(office, MANAGER, f"{address}/confirm", {"paid_on": today()}) for _ in range(32))
    )

    assert sorted(answer.status_code for answer in answers) == [200] + [409] * 31
    assert [one["amount"] for one in (await seen(office, case))["repayments"]] == [
        "126.25",
        "66.75",
    ]


async def test_what_comes_back_and_what_is_let_go_stand_in_the_books(office: Office) -> None:
    (award,) = await granted(office)
    found = await office.decide(SOCIAL_WORKER, f"/v1/awards/{award}/overpayments", CASE)
    case = str(found.headers["location"])
    await determined(office, case)
    claimed = await balances(office)
    await step(office, case, "repayments", {"on": today(), "amount": "93.00"})
    await step(office, case, "ask-waiver", {"reason": "would_ruin_help"})
    await step(office, case, "waive", by=MANAGER)

    assert claimed == {"overpayments": "193.00", "programme_cost": "-193.00"}
    assert await balances(office) == {
        "programme_cost": "-193.00", "bank": "93.00", "overpayments": "0.00", "written_off": "100.00",
    }  # fmt: skip


async def test_a_list_whose_every_line_is_held_can_be_cancelled(office: Office) -> None:
    await granted(office)
    address = await drafted(office, "2026-03")
    (line,) = await lines(office, address)
    path = f"{address}/lines/{line['id']}/hold"
    await do(office, CLERK, path, {"reason": "facts_to_check"})

    cancelled = await do(office, CLERK, f"{address}/cancel")

    assert (cancelled.status_code, cancelled.json()["status"]) == (200, "cancelled")
