"""Sums of an award change by two persons: by hand, or worked out anew from what was declared since."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from contracts.intake import IncomeDeclared
from contracts.intake.means import EmploymentChanged
from tests.benefits.conftest import CLIENT, MANAGER, SOCIAL_WORKER, T01, Office
from tests.benefits.living import JOB, active, amounts, later, outcome, shown, step, told
from tests.support.rooms import announced

pytestmark = pytest.mark.anyio


async def test_a_sum_is_corrected_by_two_persons(office: Office) -> None:
    address = await active(office)
    body = {"month": "2026-04", "amount": "400.00", "reason": "computed_wrongly"}

    proposed = await step(office, address, "corrections", body, MANAGER)
    (correction,) = proposed["corrections"]
    path = f"corrections/{correction['id']}/confirm"
    own = await office.decide(MANAGER, f"{address}/{path}")
    other = await step(office, address, path, by=second_manager())

    assert amounts(proposed)[1] == ("2026-04", 2, "505.00")
    assert outcome(own) == (403, "/problems/OwnCalculation")
    assert amounts(other)[1] == ("2026-04", 2, "400.00")
    assert other["corrections"][0]["status"] == "confirmed"
    assert other["months"][1]["state"] == "due"
    last = (await announced(office.database, CLIENT))[-1]
    assert (last["type"], last["first_month"]) == ("award.corrected.v1", "2026-04")
    assert "400.00" not in str(last)
    again = await office.decide(second_manager(), f"{address}/{path}")
    assert outcome(again) == (409, "/problems/IllegalMove")


async def test_a_correction_may_be_taken_back_and_one_waits_at_a_time(office: Office) -> None:
    address = await active(office)
    body = {"month": "2026-04", "amount": "400.00", "reason": "computed_wrongly"}

    proposed = await step(office, address, "corrections", body)
    second = await office.decide(SOCIAL_WORKER, f"{address}/corrections", body)
    (correction,) = proposed["corrections"]
    refused = await step(office, address, f"corrections/{correction['id']}/refuse")

    assert outcome(second) == (409, "/problems/CorrectionPending")
    assert refused["corrections"][0]["status"] == "refused"
    assert amounts(refused)[1] == ("2026-04", 2, "505.00")
    await step(office, address, "corrections", body)


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        ({"amount": "505.01"}, (422, "/problems/AboveLost")),
        ({"amount": "505.00"}, (409, "/problems/SameAmounts")),
        ({"month": "2026-01"}, (409, "/problems/MonthNotOpen")),
        ({"amount": "-1.00"}, (422, "/problems/FieldsAtFault")),
    ],
)
async def test_what_cannot_be_corrected_is_refused(
    office: Office, said: dict[str, str], problem: tuple[int, str]
) -> None:
    address = await active(office)
    body = {"month": "2026-04", "amount": "400.00", "reason": "computed_wrongly"} | said

    assert outcome(await office.decide(MANAGER, f"{address}/corrections", body)) == problem


async def test_a_month_that_was_cut_off_meanwhile_is_not_paid_in_full_by_a_correction(
    office: Office,
) -> None:
    address = await active(office)
    body = {"month": "2026-05", "amount": "400.00", "reason": "computed_wrongly"}
    (correction,) = (await step(office, address, "corrections", body))["corrections"]
    await step(office, address, "suspend", {"last_day": "2026-05-15"})

    answer = await office.decide(MANAGER, f"{address}/corrections/{correction['id']}/confirm")

    assert outcome(answer) == (409, "/problems/CorrectionOutdated")
    assert amounts(await shown(office, address))[-1] == ("2026-05", 3, "244.35")


async def test_a_month_that_was_paid_meanwhile_is_not_corrected(office: Office) -> None:
    address = await active(office)
    body = {"month": "2026-04", "amount": "400.00", "reason": "computed_wrongly"}
    (correction,) = (await step(office, address, "corrections", body))["corrections"]
    await office.database.pool.execute(
        "UPDATE award_months SET state = 'paid' WHERE month = '2026-04'"
    )

    answer = await office.decide(MANAGER, f"{address}/corrections/{correction['id']}/confirm")

    assert outcome(answer) == (409, "/problems/MonthNotOpen")
    assert answer.json()["month"] == "2026-04"
    suspended = await step(office, address, "suspend", {"last_day": "2026-03-31"})
    assert amounts(suspended) == [("2026-03", 1, "505.00"), ("2026-04", 2, "505.00")]


def second_manager() -> Any:
    return replace(MANAGER, worker="ops-second-manager")


TAPER = {"taper": {"share": "0.55", "allowance": "3000.00", "months": 24}}


def wages(**by_month: str) -> dict[str, Any]:
    incomes = {
        month.replace("_", "-").removeprefix("m"): [{"kind": "employment", "monthly": wage}]
        for month, wage in by_month.items()
    }
    return {**T01, "incomes": T01["incomes"] | incomes}


async def test_a_higher_wage_is_noted_and_worked_out_from_the_month_after_it_was_known(
    office: Office,
) -> None:
    address = await active(office, schedule=TAPER)
    # 505.00 − 0.55 × 355.85 = 309.28
    assert {a for _, _, a in amounts(await shown(office, address))} == {"309.28"}
    office.gateway.means = wages(m2026_09="3800.00")

    await told(office, IncomeDeclared(client_id=CLIENT, month="2026-09"))
    noted = await shown(office, address)
    proposed = await step(office, address, "recompute")
    (correction,) = proposed["corrections"]
    await step(office, address, f"corrections/{correction['id']}/confirm", by=MANAGER)

    assert noted["recompute_from"] == later(1)
    assert (proposed["recompute_from"], correction["reason"]) == (None, "income_changed")
    assert any("3800.00" in str(working) for working in correction["trace"])
    by_month = {month: amount for month, _, amount in amounts(await shown(office, address))}
    # 505.00 − 0.55 × 800.00 = 65.00
    assert by_month == {month: "309.28" if month <= later(0) else "65.00" for month in by_month}
    nothing = await office.decide(SOCIAL_WORKER, f"{address}/recompute")
    assert outcome(nothing) == (409, "/problems/NothingOutdated")


async def test_a_change_within_a_tenth_of_the_criterion_changes_nothing(office: Office) -> None:
    address = await active(office, lost_benefit_mode="recomputed")
    office.gateway.means = wages(m2026_09="3456.85")

    await told(office, IncomeDeclared(client_id=CLIENT, month="2026-09"))
    award = await step(office, address, "recompute")

    assert award["corrections"] == []
    assert award["recompute_from"] is None


async def test_what_is_recomputed_follows_what_is_lost(office: Office) -> None:
    address = await active(office, lost_benefit_mode="recomputed")
    office.gateway.means = wages(m2026_09="600.00")

    await told(office, IncomeDeclared(client_id=CLIENT, month="2026-09"))
    (correction,) = (await step(office, address, "recompute"))["corrections"]

    # T02: 505.00 − 205.00 = 300.00 is lost now; steps 11 and 12 pay a quarter of it.
    assert [month["amount"] for month in correction["months"]] == ["75.00", "75.00"]


async def test_a_frozen_award_does_not_follow_incomes(office: Office) -> None:
    address = await active(office)

    await told(office, IncomeDeclared(client_id=CLIENT, month="2026-09"))
    await told(
        office,
        EmploymentChanged(client_id=CLIENT, employment_id=JOB, changed_from=date(2026, 9, 1)),
    )

    assert (await shown(office, address))["recompute_from"] is None


async def test_t15_who_lives_by_herself_for_three_months_gets_no_more(office: Office) -> None:
    office.gateway.means = wages(m2026_03="700.00")
    schedule = {"linear": 24, "limits": {"independence": {"criteria": "1.5", "months": 3}}}
    address = await active(office, schedule=schedule)
    office.gateway.means = wages(
        m2026_03="700.00", m2026_04="900.00", m2026_05="1600.00", m2026_06="1650.00",
        m2026_07="1700.00",
    )  # fmt: skip

    await told(office, IncomeDeclared(client_id=CLIENT, month="2026-07"))
    (correction,) = (await step(office, address, "recompute"))["corrections"]
    await step(office, address, f"corrections/{correction['id']}/confirm", by=MANAGER)

    award = await shown(office, address)
    assert award["to"] == "2026-07"
    assert [month["month"] for month in award["months"]][-1] == "2026-07"


@pytest.mark.parametrize(("wage", "met"), [("1515.00", True), ("1514.99", False)])
async def test_t15_the_boundary_counts_as_met(office: Office, wage: str, met: bool) -> None:
    office.gateway.means = wages(m2026_03="700.00")
    schedule = {"linear": 24, "limits": {"independence": {"criteria": "1.5", "months": 3}}}
    address = await active(office, schedule=schedule)
    office.gateway.means = wages(
        m2026_03="700.00", m2026_04="900.00", m2026_05=wage, m2026_06="1515.00", m2026_07="1515.00"
    )

    await told(office, IncomeDeclared(client_id=CLIENT, month="2026-07"))
    award = await step(office, address, "recompute")

    assert bool(award["corrections"]) is met
