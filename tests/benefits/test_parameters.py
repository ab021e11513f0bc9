"""The dated values of the law: which one a day picks, and what is refused."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from contracts.incomes import IncomeKind
from services.benefits.domain.dated import Exact, Parameter, ParameterUnknown
from services.benefits.domain.parameters import load_parameters

ZABRZE = "2478011"
SOURCE = {"act": "an act", "article": "art. 1"}


def share(values: list[dict[str, Any]], **more: Any) -> Parameter[Exact]:
    return Parameter[Exact].model_validate(
        {"name": "share", "title": "część", "values": values, **more}
    )


def row(first: str, last: str | None, value: object) -> dict[str, Any]:
    return {"from": first, "to": last, "value": value, "source": SOURCE}


@pytest.mark.parametrize(
    ("day", "single", "family"),
    [
        (date(2015, 10, 1), "634.00", "514.00"),
        (date(2018, 9, 30), "634.00", "514.00"),
        (date(2018, 10, 1), "701.00", "528.00"),
        (date(2021, 12, 31), "701.00", "528.00"),
        (date(2022, 1, 1), "776.00", "600.00"),
        (date(2023, 12, 31), "776.00", "600.00"),
        (date(2024, 1, 1), "776.00", "600.00"),
        (date(2024, 12, 31), "776.00", "600.00"),
        (date(2025, 1, 1), "1010.00", "823.00"),
        (date(2026, 11, 22), "1010.00", "823.00"),
    ],
)
def test_the_day_picks_the_criteria(day: date, single: str, family: str) -> None:
    known = load_parameters().named

    assert str(known["criterion_single"].on(day).value) == single
    assert str(known["criterion_family"].on(day).value) == family


def test_a_month_before_the_first_row_is_refused_by_name() -> None:
    with pytest.raises(ParameterUnknown) as refused:
        load_parameters().named["criterion_single"].on(date(2015, 9, 30))

    assert refused.value.members == {"parameter": "criterion_single", "month": "2015-09"}


def test_a_month_after_the_last_row_is_refused_too() -> None:
    with pytest.raises(ParameterUnknown):
        share([row("2025-01-01", "2025-12-31", "0.50")]).on(date(2026, 1, 1))


def test_a_gmina_may_have_its_own_value_for_a_time() -> None:
    raised = share(
        [row("2015-10-01", None, "0.50")],
        municipalities={ZABRZE: [row("2026-01-01", "2026-06-30", "0.80")]},
    )

    assert raised.on(date(2026, 6, 30), ZABRZE).value == Decimal("0.80")
    assert raised.on(date(2026, 7, 1), ZABRZE).value == Decimal("0.50")
    assert raised.on(date(2026, 6, 30), "2476011").value == Decimal("0.50")
    assert raised.on(date(2026, 6, 30)).value == Decimal("0.50")


@pytest.mark.parametrize(
    "rows",
    [
        [row("2025-01-01", "2025-12-31", "0.50"), row("2025-12-31", None, "0.60")],
        [row("2025-01-01", None, "0.50"), row("2026-01-01", None, "0.60")],
        [row("2026-01-01", None, "0.50"), row("2025-01-01", "2025-12-31", "0.60")],
        [row("2026-01-01", "2025-12-31", "0.50")],
    ],
    ids=["a day twice", "open end before another", "out of order", "ends before it begins"],
)
def test_rows_that_contradict_one_another_do_not_load(rows: list[dict[str, Any]]) -> None:
    with pytest.raises(ValidationError):
        share(rows)


def test_a_float_does_not_load() -> None:
    with pytest.raises(ValidationError, match="not exact"):
        share([row("2025-01-01", None, 0.5)])


def test_every_kind_of_income_has_a_rule_and_every_rule_a_kind() -> None:
    assert set(load_parameters().income_kinds) == set(IncomeKind)


def test_the_files_are_read_once() -> None:
    assert load_parameters() is load_parameters()
