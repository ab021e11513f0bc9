"""Incomes: what is declared, what a second worker finds, and what the law counts of it."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contracts.incomes import IncomeKind
from services.benefits.domain.parameters import load_parameters
from services.intake.domain.income import rule_of
from services.intake.domain.means import Deductions, DoesNotAddUp, IncomeItem
from tests.intake.conftest import (
    ADVISER,
    CLERK,
    COORDINATOR,
    MANAGER,
    SOCIAL_WORKER,
    STRANGER,
    WITH_THE_NGO,
    WITH_THE_PARTNERSHIP,
    House,
)
from tests.support.rooms import HOUSE, announced

pytestmark = pytest.mark.anyio

SECOND = replace(CLERK, worker="ops-clerk")
WAGE: dict[str, Any] = {
    "kind": "employment",
    "monthly": "1636.93",
    "member": 0,
    "source": "Zmyślona Piekarnia",
    "gross": "2403.00",
    "net": "1886.93",
    "deductions": {
        "social_contributions": "329.45",
        "health_contribution": "186.62",
        "acquisition_costs": "250.00",
    },
    "evidence": {"kind": "payslip", "reference": "akta, k. 12"},
}
CHILD: dict[str, Any] = {"kind": "child_benefit_800", "monthly": "800.00"}
DECLARED: dict[str, Any] = {"month": "2026-02", "items": [WAGE, CHILD]}
FOUND: dict[str, Any] = DECLARED | {"evidence": {"kind": "payslip"}}
amounts = st.integers(0, 500_000).map(lambda grosze: Decimal(grosze) / 100)


async def card(house: House, address: str) -> Any:
    path = f"/internal/clients/{address.rsplit('/', maxsplit=1)[-1]}/card"
    return (await house.client.get(path, headers=HOUSE)).json()["sections"]["income"]


async def months(house: House, address: str, **params: Any) -> list[dict[str, Any]]:
    answer = await house.see(SOCIAL_WORKER, f"{address}/incomes", **params)
    assert answer.status_code == 200, answer.text
    return list(answer.json()["items"])


async def test_each_income_says_whether_the_law_counts_it(house: House) -> None:
    address = await house.registered()
    answer = await house.ask(SOCIAL_WORKER, f"{address}/incomes", DECLARED)
    assert answer.status_code == 200, answer.text

    [month] = await months(house, address)

    said = month["declarations"][0]
    assert month["standing"] == "declared"
    assert [(i["counted"], i["article"]) for i in said["items"]] == [
        (True, "art. 8 ust. 3 u.p.s."),
        (False, "art. 8 ust. 4 pkt 7 u.p.s."),
    ]
    assert (said["total"], said["counted_total"]) == ("2436.93", "1636.93")
    assert said["items"][0]["item"]["deductions"]["acquisition_costs"] == "250.00"


async def test_what_was_declared_and_what_was_found_are_two_facts(house: House) -> None:
    address = await house.registered()
    await house.ask(SOCIAL_WORKER, f"{address}/incomes", DECLARED)
    found = FOUND | {"items": [{"kind": "employment", "monthly": "1700.00"}]}

    answer = await house.ask(SECOND, f"{address}/incomes/verify", found)

    assert answer.status_code == 200, answer.text
    [month] = await months(house, address)
    assert month["standing"] == "verified"
    assert month["declarations"][0]["worker"] == "ops-worker"
    assert month["verifications"][0]["worker"] == "ops-clerk"
    assert month["verifications"][0]["total"] == "1700.00"
    assert month["declarations"][0]["total"] == "2436.93"
    events = await announced(house.database)
    assert {"type": "income.verified.v1", "month": "2026-02"}.items() <= events[-1].items()
    assert (await card(house, address))["summary"] == {
        "declared": True,
        "months": ["2026-02"],
        "verified": ["2026-02"],
    }


async def test_whoever_computes_is_told_what_was_found(house: House) -> None:
    address = await house.registered()
    await house.ask(SOCIAL_WORKER, f"{address}/incomes", DECLARED)
    found = FOUND | {"items": [{"kind": "employment", "monthly": "1700.00"}]}
    await house.ask(SECOND, f"{address}/incomes/verify", found)

    client = address.rsplit("/", maxsplit=1)[-1]
    path = f"/internal/clients/{client}/means/2026-03-01"
    means = (await house.client.get(path, headers=HOUSE)).json()

    assert means["incomes"] == {"2026-02": [{"kind": "employment", "monthly": "1700.00"}]}


async def test_a_later_declaration_makes_the_verification_outdated(house: House) -> None:
    address = await house.registered()
    await house.ask(SOCIAL_WORKER, f"{address}/incomes", DECLARED)
    await house.ask(SECOND, f"{address}/incomes/verify", FOUND)

    await house.ask(SOCIAL_WORKER, f"{address}/incomes", DECLARED | {"items": [CHILD]})

    [month] = await months(house, address)
    assert month["standing"] == "outdated"
    assert month["verifications"][0]["outdated"] is True
    assert len(month["declarations"]) == 2
    assert (await card(house, address))["full"]["months"][0]["verified"] is None


async def test_who_took_the_declaration_does_not_verify_it(house: House) -> None:
    address = await house.registered()
    await house.ask(SOCIAL_WORKER, f"{address}/incomes", DECLARED)

    answer = await house.ask(SOCIAL_WORKER, f"{address}/incomes/verify", FOUND)

    assert (answer.status_code, answer.json()["type"]) == (403, "/problems/DeclaredByYourself")
    assert await house.count("income_verifications") == 0


async def test_a_month_without_a_declaration_has_nothing_to_verify(house: House) -> None:
    address = await house.registered()

    answer = await house.ask(SECOND, f"{address}/incomes/verify", FOUND)

    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/NothingDeclared")


@pytest.mark.parametrize(
    ("change", "pointer"),
    [
        ({"monthly": "1636.94"}, "/items/0/monthly"),
        ({"net": "1886.92"}, "/items/0/net"),
        ({"gross": "1.00"}, "/items/0/net"),
        ({"gross": "1.00", "net": None}, "/items/0/monthly"),
    ],
)
@pytest.mark.parametrize("verb", ["incomes", "incomes/verify"])
async def test_what_does_not_add_up_is_named(
    house: House, change: dict[str, Any], pointer: str, verb: str
) -> None:
    address = await house.registered()
    await house.ask(SOCIAL_WORKER, f"{address}/incomes", DECLARED)
    body = (FOUND if verb != "incomes" else DECLARED) | {"items": [WAGE | change]}

    answer = await house.ask(SECOND, f"{address}/{verb}", body)

    assert (answer.status_code, answer.json()["type"]) == (422, "/problems/DoesNotAddUp")
    assert answer.json()["errors"][0]["pointer"] == pointer


@given(amounts, amounts, amounts, amounts)
def test_what_is_left_is_what_was_received_less_the_deductions(
    left: Decimal, tax: Decimal, costs: Decimal, alimony: Decimal
) -> None:
    taken = Deductions(tax=tax, acquisition_costs=costs, alimony_paid=alimony)
    gross = left + taken.total
    item = IncomeItem(kind=IncomeKind.EMPLOYMENT, monthly=left, gross=gross, deductions=taken)

    item.check("/items/0")
    with pytest.raises(DoesNotAddUp):
        item.model_copy(update={"gross": gross + Decimal("0.01")}).check("/items/0")


async def test_the_history_comes_page_by_page_newest_first(house: House) -> None:
    address = await house.registered()
    for month in ("2025-11", "2026-01", "2025-12"):
        await house.ask(SOCIAL_WORKER, f"{address}/incomes", {"month": month, "items": []})

    first = await house.see(SOCIAL_WORKER, f"{address}/incomes", limit=2)
    rest = await months(house, address, limit=2, cursor=first.json()["next"])

    assert [m["month"] for m in first.json()["items"]] == ["2026-01", "2025-12"]
    assert [m["month"] for m in rest] == ["2025-11"]
    unreadable = await house.see(SOCIAL_WORKER, f"{address}/incomes", cursor="YQ")
    assert unreadable.json()["type"] == "/problems/CursorUnreadable"


async def test_incomes_are_told_to_nobody_else(house: House) -> None:
    address = await house.registered(share_with=[WITH_THE_PARTNERSHIP, WITH_THE_NGO])

    answers = [
        await house.see(caller, f"{address}/incomes")
        for caller in (ADVISER, COORDINATOR, STRANGER, MANAGER)
    ]

    assert [answer.status_code for answer in answers] == [403, 403, 404, 200]


@pytest.mark.parametrize(("caller", "status"), [(ADVISER, 403), (MANAGER, 403), (STRANGER, 404)])
async def test_only_who_is_entitled_verifies(house: House, caller: Any, status: int) -> None:
    address = await house.registered(share_with=[WITH_THE_PARTNERSHIP])

    answer = await house.ask(caller, f"{address}/incomes/verify", FOUND)

    assert answer.status_code == status


async def test_whose_income_and_where_it_came_from_lie_sealed(house: House) -> None:
    address = await house.registered()
    await house.ask(SOCIAL_WORKER, f"{address}/incomes", DECLARED)
    await house.ask(SECOND, f"{address}/incomes/verify", FOUND)

    rows = await house.database.pool.fetch(
        "SELECT i::text AS line FROM incomes i UNION ALL SELECT v::text FROM income_verifications v"
    )

    told = "".join(row["line"] for row in rows)
    words = ("Piekarnia", "1636.93", "payslip")
    assert [w for w in words if w in told or w.encode().hex() in told] == []


def test_every_kind_computed_can_be_declared_and_is_treated_alike() -> None:
    computed = load_parameters().income_kinds

    for kind in IncomeKind:
        for row in computed[kind.value].values:
            rule = rule_of(kind, f"{row.valid_from:%Y-%m}")
            if rule is not None:
                assert rule.counted == (row.value.value == "counted")
                assert rule.article == row.source.article


def test_every_kind_has_a_rule_today() -> None:
    assert [kind for kind in IncomeKind if rule_of(kind, "2026-03") is None] == []
