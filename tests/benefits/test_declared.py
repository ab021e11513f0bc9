"""What must be declared before an award can be computed."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from contracts.incomes import IncomeKind
from kernel.refusals import Kind, Refusal
from services.benefits.domain.declared import (
    AppliedTooEarly,
    ClientNotFound,
    Declared,
    HouseholdNotDeclared,
    IncomeNotDeclared,
    MunicipalityUnknown,
    NoSuchEmployment,
)
from services.benefits.domain.income import Income
from services.benefits.domain.lost_benefit import Means

MARCH, TODAY = date(2026, 3, 1), date(2026, 3, 9)
WAGE = {"kind": "employment", "monthly": "600.00"}


def declared(**changes: Any) -> Declared:
    said: dict[str, Any] = {
        "municipality": "2478011",
        "household_size": 1,
        "incomes": {"2026-02": [], "2026-03": [WAGE]},
        "employments": [{"started_on": "2026-03-01"}],
    }
    return Declared.model_validate(said | changes)


def test_the_month_before_the_job_and_its_first_month_are_taken_out() -> None:
    means = declared().means(MARCH, today=TODAY)

    assert means == Means(
        household_size=1,
        municipality="2478011",
        incomes_before=(),
        incomes_after=(Income(kind=IncomeKind.EMPLOYMENT, monthly=Decimal("600.00")),),
    )


def test_the_month_before_january_is_december() -> None:
    said = declared(
        incomes={"2025-12": [], "2026-01": [WAGE]}, employments=[{"started_on": "2026-01-15"}]
    )

    assert said.means(date(2026, 1, 15), today=TODAY).incomes_before == ()


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"household_size": None}, HouseholdNotDeclared),
        ({"municipality": None}, MunicipalityUnknown),
        ({"employments": []}, NoSuchEmployment),
        ({"employments": [{"started_on": "2026-03-02"}]}, NoSuchEmployment),
    ],
)
def test_what_is_not_known_is_asked_for_by_name(
    changes: dict[str, Any], refusal: type[Refusal]
) -> None:
    with pytest.raises(refusal) as refused:
        declared(**changes).means(MARCH, today=TODAY)

    assert refused.value.kind is Kind.CONFLICT


@pytest.mark.parametrize(
    ("incomes", "month"),
    [
        ({}, "2026-02"),
        ({"2026-03": [WAGE]}, "2026-02"),
        ({"2026-02": []}, "2026-03"),
        ({"2026-01": [], "2026-04": []}, "2026-02"),
    ],
)
def test_a_month_without_a_declaration_is_not_one_without_income(
    incomes: dict[str, Any], month: str
) -> None:
    with pytest.raises(IncomeNotDeclared) as refused:
        declared(incomes=incomes).means(MARCH, today=TODAY)

    assert refused.value.members == {"month": month}


def test_the_first_day_of_work_may_be_92_days_ahead_and_no_more() -> None:
    declared().means(MARCH, today=MARCH - timedelta(days=92))

    with pytest.raises(AppliedTooEarly) as refused:
        declared().means(MARCH, today=MARCH - timedelta(days=93))

    assert refused.value.pointer == "/employment_started_on"


def test_what_a_later_release_of_intake_adds_is_let_be() -> None:
    job = {"started_on": "2026-03-01", "hours": 20}

    declared(employments=[job], verified=True).means(MARCH, today=TODAY)


@pytest.mark.parametrize(
    "refusal",
    [
        ClientNotFound,
        HouseholdNotDeclared,
        IncomeNotDeclared,
        MunicipalityUnknown,
        NoSuchEmployment,
        AppliedTooEarly,
    ],
)
def test_every_refusal_speaks_both_languages(refusal: type[Refusal]) -> None:
    assert (refusal.__doc__ or "").endswith(".")
    assert refusal.pl.endswith(".")
