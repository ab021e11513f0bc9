"""The way of a payment list: drawn up, approved by another, exported, paid, partly returned."""

from datetime import timedelta
from typing import Any

import pytest

from kernel import clock, ids
from services.benefits.domain.months import month_of, shifted
from tests.benefits.conftest import CLIENT, FAR, MANAGER, SOCIAL_WORKER, Office
from tests.benefits.paying import (
    BOTH_ROLES,
    CLERK,
    EXPORT,
    LISTS,
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
    outcome,
    paid,
    today,
)
from tests.support.rooms import announced, worker

pytestmark = pytest.mark.anyio

STRANGERS = [
    worker(FAR, CLERK.kind, "ops_benefits_clerk"),
    worker(FAR, CLERK.kind, "ops_manager"),
]


async def test_a_list_has_one_line_for_each_award_with_its_month(office: Office) -> None:
    awards = await granted(office, CLIENT, SECOND)

    answer = await draft(office)

    told = answer.json()
    assert answer.status_code == 201, answer.text
    assert (told["status"], told["line_count"], told["total"]) == ("drafted", 2, "1010.00")
    assert (told["drafted_by"], told["version"]) == (CLERK.worker, 1)
    assert str(CLIENT) not in answer.text
    found = await lines(office, answer.headers["location"])
    assert sorted(line["award_id"] for line in found) == sorted(awards)
    assert {line["amount"] for line in found} == {"505.00"}
    assert [line["number"] for line in found] == [1, 2]


async def test_what_was_left_unpaid_of_earlier_months_is_on_the_list_too(office: Office) -> None:
    await granted(office)
    await drafted(office)

    found = await lines(office, await drafted(office, "2026-06"))

    assert [line["month"] for line in found] == ["2026-04", "2026-05", "2026-06"]


async def test_when_nothing_is_payable_the_refusal_names_the_open_lists(office: Office) -> None:
    nobody = await draft(office)
    await granted(office)
    before = await draft(office, "2026-02")
    address = await drafted(office)
    again = await draft(office)

    assert outcome(nobody) == outcome(before) == outcome(again) == (409, "NothingPayable")
    assert nobody.json()["list_ids"] == []
    assert again.json()["list_ids"] == [address.removeprefix(f"{LISTS}/")]


async def test_an_award_nobody_granted_is_not_paid(office: Office) -> None:
    await office.applied()

    assert outcome(await draft(office)) == (409, "NothingPayable")


async def test_a_list_is_not_drawn_up_more_than_a_month_ahead(office: Office) -> None:
    await granted(office)
    after_next = shifted(month_of(clock.today()), 2)

    answer = await draft(office, after_next)

    assert outcome(answer) == (422, "ListTooEarly")
    assert answer.json()["errors"][0]["pointer"] == "/month"


@pytest.mark.parametrize("month", ["2026-13", "march", 202603, None])
async def test_a_month_is_written_as_a_month(office: Office, month: Any) -> None:
    assert (await draft(office, month)).status_code == 422


async def test_who_drew_up_a_list_may_not_approve_it(office: Office) -> None:
    await granted(office)
    address = (await draft(office, by=BOTH_ROLES)).headers["location"]

    own = await approve(office, address, BOTH_ROLES)

    assert outcome(own) == (403, "OwnList")
    assert (await office.see(CLERK, address)).json()["status"] == "drafted"
    assert await balances(office) == {}


async def test_what_is_approved_is_what_was_seen(office: Office) -> None:
    await granted(office, CLIENT, SECOND)
    address = await drafted(office)
    line = (await lines(office, address))[0]["id"]
    await do(office, CLERK, f"{address}/lines/{line}/hold", {"reason": "facts_to_check"})

    unsaid = await do(office, MANAGER, f"{address}/approve")
    old = await approve(office, address, if_match='"v1"')
    new = await approve(office, address, if_match='"v2"')

    assert outcome(unsaid) == (428, "SayWhichList")
    assert outcome(old) == (412, "VersionIsOld")
    assert (new.status_code, new.json()["total"]) == (200, "505.00")
    assert (new.json()["approved_by"], new.json()["approved_on"]) == (MANAGER.worker, today())


async def test_what_is_not_owed_any_more_stops_the_approval(office: Office) -> None:
    first, _ = await granted(office, CLIENT, SECOND)
    address = await drafted(office)
    await office.database.pool.execute("UPDATE awards SET state = 'rejected' WHERE id = $1", first)

    stopped = await approve(office, address)

    gone = next(line for line in await lines(office, address) if line["award_id"] == first)
    assert outcome(stopped) == (409, "LinesOutdated")
    assert stopped.json()["line_ids"] == [gone["id"]]
    await do(office, CLERK, f"{address}/lines/{gone['id']}/hold", {"reason": "award_to_correct"})
    assert (await approve(office, address)).json()["total"] == "505.00"


async def test_a_line_held_back_is_on_no_list_until_it_is_released(office: Office) -> None:
    await granted(office, CLIENT, SECOND)
    address = await drafted(office)
    held = (await lines(office, address))[0]
    place = f"{address}/lines/{held['id']}"

    answer = await do(office, CLERK, f"{place}/hold", {"reason": "facts_to_check"})
    again = await do(office, CLERK, f"{place}/hold", {"reason": "facts_to_check"})

    told = answer.json()
    assert (told["line_count"], told["held_count"], told["total"]) == (1, 1, "505.00")
    assert outcome(again) == (409, "IllegalMove")
    assert outcome(await draft(office)) == (409, "NothingPayable")
    back = await do(office, CLERK, f"{place}/release")
    assert (back.json()["line_count"], back.json()["total"]) == (2, "1010.00")


async def test_released_after_the_approval_it_is_a_new_line_of_the_next_list(
    office: Office,
) -> None:
    await granted(office, CLIENT, SECOND)
    address = await drafted(office)
    held = (await lines(office, address))[0]
    await do(office, CLERK, f"{address}/lines/{held['id']}/hold", {"reason": "client_asked"})
    await approve(office, address)

    released = await do(office, MANAGER, f"{address}/lines/{held['id']}/release")
    found = await lines(office, await drafted(office))

    assert (released.json()["line_count"], released.json()["held_count"]) == (1, 0)
    assert [(one["award_id"], one["month"], one["correction_no"]) for one in found] == [
        (held["award_id"], "2026-03", 1)
    ]


async def test_held_after_the_approval_it_is_owed_no_more(office: Office) -> None:
    await granted(office, CLIENT, SECOND)
    address = await approved(office)
    held = (await lines(office, address))[0]["id"]

    await do(office, MANAGER, f"{address}/lines/{held}/hold", {"reason": "client_died"})

    assert await balances(office) == {"programme_cost": "505.00", "obligations": "-505.00"}


async def test_a_list_with_every_line_held_back_is_not_approved(office: Office) -> None:
    await granted(office)
    address = await drafted(office)
    line = (await lines(office, address))[0]["id"]
    await do(office, CLERK, f"{address}/lines/{line}/hold", {"reason": "facts_to_check"})

    assert outcome(await approve(office, address)) == (409, "EmptyList")


async def test_a_cancelled_list_leaves_its_months_to_another(office: Office) -> None:
    await granted(office)
    of_draft = await drafted(office)

    cancelled = await do(office, CLERK, f"{of_draft}/cancel")
    of_approved = await approved(office)
    await do(office, CLERK, f"{of_approved}/cancel")
    found = await lines(office, await drafted(office))

    assert (cancelled.json()["status"], cancelled.json()["total"]) == ("cancelled", "0.00")
    assert [line["correction_no"] for line in found] == [2]
    assert set((await balances(office)).values()) == {"0.00"}


async def test_an_exported_list_is_cancelled_no_more(office: Office) -> None:
    await granted(office)
    address = await exported(office)

    answer = await do(office, MANAGER, f"{address}/cancel")

    assert outcome(answer) == (409, "IllegalMove")
    assert answer.json()["allowed"] == ["export", "confirm"]


async def test_a_paid_list_is_booked_and_told_of_client_by_client(office: Office) -> None:
    (award,) = await granted(office)
    address = await paid(office)

    told = (await office.see(MANAGER, address)).json()
    assert (told["status"], told["paid_by"], told["paid_on"]) == ("paid", MANAGER.worker, today())
    assert await balances(office) == {
        "programme_cost": "505.00", "obligations": "0.00", "bank": "-505.00",
    }  # fmt: skip
    assert (await announced(office.database, CLIENT))[-1] == {
        "type": "support.paid.v1",
        "actor": MANAGER.worker,
        "client_id": str(CLIENT),
        "award_id": award,
        "month": "2026-03",
    }
    list_id = address.removeprefix(f"{LISTS}/")
    mine = [one for one in await announced(office.database) if one.get("list_id") == list_id]
    assert [(one["type"], one["month"], one["lines"]) for one in mine] == [
        (f"payments.{verb}.v1", "2026-03", 1)
        for verb in ("drafted", "approved", "exported", "paid")
    ]


async def test_the_answer_names_no_client_however_many_are_paid(office: Office) -> None:
    await granted(office, CLIENT, SECOND, THIRD)
    address = await exported(office)

    answer = await do(office, MANAGER, f"{address}/confirm", {"paid_on": today()})

    list_id = address.removeprefix(f"{LISTS}/")
    assert answer.headers["sync-token"] == f"benefits:{list_id}:4"
    assert "okienko-client" not in answer.headers


async def test_who_made_the_files_needs_the_bank_to_say_they_were_paid(office: Office) -> None:
    await granted(office)
    address = await exported(office)
    said = {"paid_on": today()}

    alone = await do(office, CLERK, f"{address}/confirm", said)
    reference = {"bank_reference": "CEN2612010001"}
    with_the_bank = await do(office, CLERK, f"{address}/confirm", said | reference)

    assert outcome(alone) == (403, "OwnFiles")
    assert with_the_bank.json()["bank_reference"] == "CEN2612010001"


@pytest.mark.parametrize("days", [-1, 1])
async def test_it_was_paid_between_the_approval_and_today(office: Office, days: int) -> None:
    await granted(office)
    address = await exported(office)
    day = (clock.today() + timedelta(days)).isoformat()

    answer = await do(office, MANAGER, f"{address}/confirm", {"paid_on": day})

    assert outcome(answer) == (422, "DayDoesNotFit")
    assert (await office.see(MANAGER, address)).json()["status"] == "exported"


async def test_what_the_bank_gave_back_is_paid_as_a_new_line(office: Office) -> None:
    (award,) = await granted(office)
    address = await paid(office)
    line = (await lines(office, address))[0]
    said = {"returned_on": today(), "reason": "account_closed"}

    back = await do(office, CLERK, f"{address}/lines/{line['id']}/return", said)
    twice = await do(office, CLERK, f"{address}/lines/{line['id']}/return", said)

    assert (back.json()["status"], back.json()["returned_count"]) == ("partly_returned", 1)
    assert outcome(twice) == (409, "IllegalMove")
    assert set((await balances(office)).values()) == {"0.00"}
    assert (await announced(office.database, CLIENT))[-1]["type"] == "support.returned.v1"
    again = await lines(office, await paid(office))
    assert [(one["award_id"], one["correction_no"], one["status"]) for one in again] == [
        (award, 1, "paid")
    ]
    assert await balances(office) == {
        "programme_cost": "505.00", "obligations": "0.00", "bank": "-505.00",
    }  # fmt: skip


@pytest.mark.parametrize("verb", ["", "/lines", "/file"])
@pytest.mark.parametrize("stranger", STRANGERS, ids=["clerk", "manager"])
async def test_for_another_institution_the_list_does_not_exist(
    office: Office, stranger: Any, verb: str
) -> None:
    await granted(office)
    address = await exported(office)
    nowhere = f"{LISTS}/{ids.new()}"

    known, unknown = [await office.see(stranger, f"{one}{verb}") for one in (address, nowhere)]

    assert outcome(known) == (404, "PaymentListNotFound")
    assert known.json() == unknown.json()


async def test_another_institution_changes_nothing(office: Office) -> None:
    await granted(office)
    address = await drafted(office)
    line = (await lines(office, address))[0]["id"]
    clerk, manager = STRANGERS
    tried = [
        await do(office, clerk, f"{address}/lines/{line}/hold", {"reason": "facts_to_check"}),
        await do(office, clerk, f"{address}/lines/{line}/release"),
        await do(office, manager, f"{address}/approve", if_match='"v1"'),
        await do(office, clerk, f"{address}/export", EXPORT),
        await do(office, clerk, f"{address}/confirm", {"paid_on": today()}),
        await do(office, clerk, f"{address}/cancel"),
    ]

    assert [outcome(one) for one in tried] == [(404, "PaymentListNotFound")] * len(tried)
    assert (await office.see(clerk, LISTS)).json() == {"items": []}
    assert (await office.see(CLERK, address)).json()["version"] == 1


async def test_a_social_worker_has_no_part_in_paying(office: Office) -> None:
    await granted(office)
    address = await drafted(office)

    tried = [
        await draft(office, by=SOCIAL_WORKER),
        await do(office, SOCIAL_WORKER, f"{address}/approve", if_match='"v1"'),
        await do(office, SOCIAL_WORKER, f"{address}/export", EXPORT),
        await office.see(SOCIAL_WORKER, f"{address}/lines"),
        await office.see(SOCIAL_WORKER, f"{address}/file"),
        await office.see(SOCIAL_WORKER, "/v1/benefits/ledger"),
        await do(office, CLERK, f"{address}/approve", if_match='"v1"'),
        await draft(office, by=MANAGER),
    ]

    assert [outcome(one) for one in tried] == [(403, "RoleMayNot")] * len(tried)


async def test_lists_are_listed_the_latest_first(office: Office) -> None:
    await granted(office)
    march, april = await drafted(office), await drafted(office, "2026-04")

    both = (await office.see(CLERK, LISTS)).json()["items"]
    one = (await office.see(CLERK, f"{LISTS}?month=2026-03")).json()["items"]

    assert [item["id"] for item in both] == [
        place.removeprefix(f"{LISTS}/") for place in (april, march)
    ]
    assert [item["month"] for item in one] == ["2026-03"]


async def test_whoever_looks_at_the_lines_is_noted_with_every_client(office: Office) -> None:
    await granted(office, CLIENT, SECOND)
    address = await drafted(office)

    answer = await office.see(CLERK, f"{address}/lines")

    assert answer.headers["okienko-client"] == f"{CLIENT},{SECOND}"


async def test_what_is_kept_tells_no_amount_of_a_line(office: Office) -> None:
    await granted(office)
    await drafted(office)
    pool = office.database.pool

    (kept,) = await pool.fetch("SELECT * FROM payment_lines")
    sealed = await pool.fetchval("SELECT sealed FROM payment_lists")

    assert not {50500, "505.00"} & {str(value) for value in kept.values()}
    assert b"50500" not in sealed
