"""What was paid too high: found, explained, determined by another, had back to the grosz, or let go."""

import asyncio
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from contracts.intake import IncomeDeclared
from kernel import clock
from services.benefits.domain.repaying import years_after
from tests.benefits.conftest import CLIENT, FAR, MANAGER, SOCIAL_WORKER, STRANGER, T01, Office
from tests.benefits.living import active, outcome, step, told
from tests.support.rooms import announced, relate

pytestmark = pytest.mark.anyio
# A couple with two children: 1522.00 is lost, as in T03.
FAMILY = {"household_size": 4}
BEFORE: list[Any] = [{"kind": "family_allowance", "monthly": "248.00"}]
TAPER = {"taper": {"share": "0.55", "allowance": "2000.00", "months": 24}}
KNOWN = {"awareness": "knowingly", "explanation": "Nie zgłosiła podwyżki."}


def vectors() -> list[Any]:
    file = Path(__file__).with_name("vectors") / "overpayments.yaml"
    return [
        pytest.param(row, id=row["sentence"])
        for row in yaml.safe_load(file.read_text(encoding="utf-8"))
    ]


def means(wages: dict[str, str]) -> dict[str, Any]:
    incomes = {month: [{"kind": "employment", "monthly": wage}] for month, wage in wages.items()}
    return T01 | FAMILY | {"incomes": {"2026-02": BEFORE} | incomes}


async def found(office: Office, wages: dict[str, str], months: list[str]) -> str:
    """The address of an overpayment of months that came to light by what was declared later."""
    first = min(wages)
    office.gateway.means = means({first: wages[first]})
    address = await active(office, schedule=TAPER)
    office.gateway.means = means(wages)
    await told(office, IncomeDeclared(client_id=CLIENT, month=max(wages)))
    shown = await step(office, address, "recompute")
    path = f"corrections/{shown['corrections'][0]['id']}/confirm"
    await step(office, address, path, by=MANAGER)
    body = {"months": [{"month": one} for one in months], "cause": "unreported_income"}
    answer = await office.decide(SOCIAL_WORKER, f"{address}/overpayments", body)
    assert answer.status_code == 201, answer.text
    return str(answer.headers["location"])


async def by_hand(office: Office, **said: Any) -> Any:
    """Found by hand: May should have paid 312.00 of 505.00."""
    address = await active(office)
    body = {"months": [{"month": "2026-05", "due": "312.00"}], "cause": "unreported_income"}
    return await office.decide(SOCIAL_WORKER, f"{address}/overpayments", body | said)


async def case_of(office: Office, **said: Any) -> str:
    answer = await by_hand(office, **said)
    assert answer.status_code == 201, answer.text
    return str(answer.headers["location"])


async def determined(office: Office, case: str) -> Any:
    await step(office, case, "explain", KNOWN)
    await step(office, case, "change-decision", DECISION, MANAGER)
    return await step(office, case, "determine", {"due_on": "2027-01-31"}, MANAGER)


DECISION = {"decision": "OPS.5120.7.2026", "decided_on": "2026-11-20"}


@pytest.mark.parametrize("row", vectors())
async def test_an_overpayment_comes_back_to_the_grosz(office: Office, row: dict[str, Any]) -> None:
    case = await found(office, row["wages"], row["months"])

    shown = await determined(office, case)
    verb = "plan" if "plan" in row else "set-off"
    planned = await step(office, case, verb, row.get("plan") or row["set_off"], MANAGER)

    assert [month["paid"] for month in shown["months"]] == row["paid"]
    assert [month["due"] for month in shown["months"]] == row["due"]
    assert (shown["total"], shown["owed"]) == (row["total"], row["total"])
    assert [one["amount"] for one in planned["instalments"]] == row["instalments"]
    assert planned["not_planned"] == row["not_planned"]
    assert any("4200" in str(working) or "4767" in str(working) for working in shown["trace"])


async def test_t11_comes_back_in_parts_until_the_case_is_closed(office: Office) -> None:
    case = await found(
        office, {"2026-03": "3605.85", "2026-05": "4200.00"}, ["2026-05", "2026-06"]
    )
    await determined(office, case)
    planned = await step(
        office, case, "set-off", {"share": "0.25", "from_month": "2027-01"}, MANAGER
    )

    early = await office.decide(MANAGER, f"{case}/settle")
    last = planned
    for one in planned["instalments"]:
        body = {"on": f"{one['month']}-10", "amount": one["amount"]}
        last = await step(office, case, "repayments", body)
    too_much = await office.decide(
        SOCIAL_WORKER, f"{case}/repayments", {"on": "2027-11-10", "amount": "0.01"}
    )
    closed = await step(office, case, "settle", by=MANAGER)

    assert outcome(early) == (409, "/problems/StillOwed")
    assert last["owed"] == "0.00"
    assert outcome(too_much) == (422, "/problems/RepaidTooMuch")
    assert closed["status"] == "settled"


async def test_every_step_is_announced_and_no_amount_is(office: Office) -> None:
    case = await case_of(office)
    await determined(office, case)

    events = [e for e in await announced(office.database, CLIENT) if "overpayment" in e["type"]]

    assert [(e["type"], e.get("state")) for e in events] == [
        ("overpayment.detected.v1", None),
        ("overpayment.advanced.v1", "explained"),
        ("overpayment.advanced.v1", "decision_changed"),
        ("overpayment.advanced.v1", "determined"),
    ]
    assert "193.00" not in str(events)
    lying = await office.database.pool.fetch("SELECT o::text FROM overpayments o")
    assert "podwy" not in str(lying)
    assert b"193.00".hex() not in str(lying)


async def test_whoever_found_it_does_not_determine_or_waive_it(office: Office) -> None:
    address = await active(office)
    body = {"months": [{"month": "2026-05", "due": "312.00"}], "cause": "false_data"}
    answer = await office.decide(MANAGER, f"{address}/overpayments", body)
    case = answer.headers["location"]
    await step(office, case, "explain", KNOWN)
    await step(office, case, "change-decision", DECISION, MANAGER)

    determining = await office.decide(MANAGER, f"{case}/determine", {"due_on": "2027-01-31"})
    clerk = await office.decide(SOCIAL_WORKER, f"{case}/determine", {"due_on": "2027-01-31"})

    assert outcome(determining) == (403, "/problems/OwnFinding")
    assert outcome(clerk) == (403, "/problems/RoleMayNot")
    assert (await office.see(MANAGER, case)).json()["status"] == "decision_changed"


async def test_a_waiver_is_asked_for_by_one_and_granted_by_another(office: Office) -> None:
    case = await case_of(office)
    await determined(office, case)

    unasked = await office.decide(MANAGER, f"{case}/waive")
    await step(office, case, "ask-waiver", {"reason": "excessive_burden"}, MANAGER)
    own = await office.decide(MANAGER, f"{case}/waive")
    await step(office, case, "ask-waiver", {"reason": "excessive_burden"})
    waived = await step(office, case, "waive", by=MANAGER)
    closed = await step(office, case, "settle", by=MANAGER)

    assert outcome(unasked) == (409, "/problems/NoWaiverAsked")
    assert outcome(own) == (403, "/problems/OwnFinding")
    assert (waived["status"], waived["owed"], waived["decided_by"]) == (
        "waived", "0.00", MANAGER.worker,
    )  # fmt: skip
    assert closed["status"] == "settled"


@pytest.mark.parametrize(
    ("cause", "awareness"), [("office_error", "knowingly"), ("unreported_income", "in_good_faith")]
)
async def test_what_she_is_not_to_blame_for_is_written_off(
    office: Office, cause: str, awareness: str
) -> None:
    case = await case_of(office, cause=cause)
    await step(office, case, "explain", KNOWN | {"awareness": awareness})

    claimed = await office.decide(MANAGER, f"{case}/change-decision", DECISION)
    let_go = await step(office, case, "write-off", by=MANAGER)
    again = await office.decide(MANAGER, f"{case}/determine", {"due_on": "2027-01-31"})

    assert outcome(claimed) == (409, "/problems/NotRecoverable")
    assert (let_go["status"], let_go["owed"]) == ("written_off", "0.00")
    assert again.status_code == 409


async def test_the_decision_is_changed_before_anything_is_claimed(office: Office) -> None:
    case = await case_of(office)

    early = await office.decide(MANAGER, f"{case}/determine", {"due_on": "2027-01-31"})
    planning = await office.decide(MANAGER, f"{case}/plan", {"first_month": "2027-01", "count": 2})

    assert outcome(early) == (409, "/problems/IllegalMove")
    assert early.json()["allowed"] == ["explain", "write_off"]
    assert outcome(planning) == (409, "/problems/IllegalMove")


async def test_it_can_be_claimed_for_three_years(office: Office) -> None:
    case = await case_of(office)
    await step(office, case, "explain", KNOWN)
    await step(office, case, "change-decision", DECISION, MANAGER)
    body = {"due_on": "2027-01-31", "final_on": "2020-02-29"}

    shown = await step(office, case, "determine", body, MANAGER)
    late = await office.decide(MANAGER, f"{case}/plan", {"first_month": "2027-01", "count": 2})
    listed = (await office.see(MANAGER, "/v1/overpayments?barred_by=2023-02-28")).json()

    assert shown["limitation_on"] == "2023-02-28"
    assert outcome(late) == (409, "/problems/TimeBarred")
    assert [one["id"] for one in listed["items"]] == [shown["id"]]


def test_where_nobody_says_otherwise_a_decision_is_final_after_a_fortnight() -> None:
    assert years_after(date(2026, 12, 15), 3) == date(2029, 12, 15)
    assert years_after(date(2024, 2, 29), 4) == date(2028, 2, 29)


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        ({"months": [{"month": "2026-05", "due": "505.00"}]}, (409, "/problems/NothingOverpaid")),
        ({"months": [{"month": "2026-05"}]}, (409, "/problems/NothingOverpaid")),
        ({"months": [{"month": "2027-02", "due": "0.00"}]}, (409, "/problems/MonthNotPaid")),
        ({"months": [{"month": "2024-02", "due": "0.00"}]}, (409, "/problems/MonthNotPaid")),
        ({"months": []}, (422, "/problems/FieldsAtFault")),
        ({"cause": "bad luck"}, (422, "/problems/FieldsAtFault")),
    ],
)
async def test_what_is_no_overpayment_is_refused(
    office: Office, said: dict[str, Any], problem: tuple[int, str]
) -> None:
    # February 2027 is a month of support that has not come; by then it is time for other months.
    assert clock.today() < date(2027, 2, 1), "let the months of this test come later"

    assert outcome(await by_hand(office, **said)) == problem


async def test_a_month_is_overpaid_in_one_case(office: Office) -> None:
    address = await active(office)
    body = {"months": [{"month": "2026-05", "due": "312.00"}], "cause": "false_data"}

    answers = await asyncio.gather(
        *(office.decide(SOCIAL_WORKER, f"{address}/overpayments", body) for _ in range(2))
    )

    taken, refused = sorted(answers, key=lambda answer: answer.status_code)
    assert (taken.status_code, refused.status_code) == (201, 409)
    assert refused.json()["type"] == "/problems/MonthOverpaidAlready"
    assert refused.json()["overpayment_id"] == taken.json()["id"]


@pytest.mark.parametrize(
    ("verb", "body", "problem"),
    [
        ("set-off", {"share": "0.51", "from_month": "2027-01"}, "ShareTooHigh"),
        ("set-off", {"share": "0.25", "from_month": "2031-01"}, "NothingToSetOff"),
        ("plan", {"first_month": "2027-01", "count": 121}, "FieldsAtFault"),
        ("plan", {"first_month": "2027-01", "monthly": "0.01"}, "TooManyInstalments"),
        ("plan", {"first_month": "2027-01"}, "FieldsAtFault"),
        ("plan", {"first_month": "2027-01", "count": 2, "monthly": "5.00"}, "FieldsAtFault"),
        ("repayments", {"on": "2027-01-10", "amount": "193.01"}, "RepaidTooMuch"),
        ("repayments", {"on": "2027-01-10", "amount": "0.00"}, "RepaidTooMuch"),
    ],
)
async def test_what_does_not_come_to_it_is_refused(
    office: Office, verb: str, body: Any, problem: str
) -> None:
    case = await case_of(office)
    await determined(office, case)

    answer = await office.decide(MANAGER, f"{case}/{verb}", body)

    assert answer.json()["type"] == f"/problems/{problem}"
    assert (await office.see(MANAGER, case)).json()["status"] == "determined"


async def test_for_a_stranger_there_is_no_overpayment(office: Office) -> None:
    case = await case_of(office)

    hidden = await office.see(STRANGER, case)
    await relate(office.database, CLIENT, FAR)
    of_another = await office.decide(STRANGER, f"{case}/explain", KNOWN)
    listed = (await office.see(STRANGER, "/v1/overpayments")).json()
    of_hers = (await office.see(STRANGER, f"/v1/overpayments?client_id={CLIENT}")).json()

    assert outcome(hidden) == (404, "/problems/OverpaymentNotFound")
    assert outcome(of_another) == (403, "/problems/NotTheAwarder")
    assert (listed["items"], len(of_hers["items"])) == ([], 1)
    assert {"total", "owed", "explanation"}.isdisjoint(of_hers["items"][0])


async def test_a_second_click_explains_once(office: Office) -> None:
    case = await case_of(office)

    answers = await asyncio.gather(
        *(office.decide(SOCIAL_WORKER, f"{case}/explain", KNOWN) for _ in range(2))
    )

    assert sorted(answer.status_code for answer in answers) == [200, 409]
