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
from services.benefits.domain.household import Receipt

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
    asked = declared().asked(MARCH, today=TODAY)

    assert (asked.household.persons, asked.municipality) == (1, "2478011")
    assert asked.incomes_before == ()
    assert asked.incomes_after == (Receipt(kind=IncomeKind.EMPLOYMENT, monthly=Decimal("600.00")),)


def test_who_lives_there_is_taken_over_where_it_is_told() -> None:
    told = [
        {"age": 8, "relation": "child"},
        {"age": 34, "relation": "applicant"},
        {"age": 60, "relation": "some later word"},
    ]
    asked = declared(household_size=3, members=told).asked(MARCH, today=TODAY)

    members = [(one.age, one.relation.value) for one in asked.household.members]
    assert members == [(8, "child"), (34, "applicant"), (60, "other")]


def test_where_only_their_number_is_told_they_are_adults() -> None:
    told = [{"age": 8, "relation": "child"}]
    asked = declared(household_size=3, members=told).asked(MARCH, today=TODAY)

    assert (asked.household.persons, asked.household.minors) == (3, 0)


def test_the_month_before_january_is_december() -> None:
    said = declared(
        incomes={"2025-12": [], "2026-01": [WAGE]}, employments=[{"started_on": "2026-01-15"}]
    )

    assert said.asked(date(2026, 1, 15), today=TODAY).incomes_before == ()


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
        declared(**changes).asked(MARCH, today=TODAY)

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
        declared(incomes=incomes).asked(MARCH, today=TODAY)

    assert refused.value.members == {"month": month}


def test_the_first_day_of_work_may_be_92_days_ahead_and_no_more() -> None:
    declared().asked(MARCH, today=MARCH - timedelta(days=92))

    with pytest.raises(AppliedTooEarly) as refused:
        declared().asked(MARCH, today=MARCH - timedelta(days=93))

    assert refused.value.pointer == "/employment_started_on"


def test_what_a_later_release_of_intake_adds_is_let_be() -> None:
    job = {"started_on": "2026-03-01", "hours": 20}

    declared(employments=[job], verified=True).asked(MARCH, today=TODAY)


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
