"""The dated values of the law: which one a day picks, and what is refused."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from contracts.incomes import IncomeKind
from services.benefits.domain.dated import Dated, Exact, Parameter, ParameterUnknown
from services.benefits.domain.parameters import load_parameters
from services.benefits.domain.resolved import Resolved

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


def laid(first: str, last: str | None, value: str, code: str | None = None) -> Resolved:
    parsed = Dated[Decimal].model_validate(row(first, last, value))
    return Resolved("minimum_wage", code, parsed)


def wages(*over: Resolved) -> list[tuple[str, str, str]]:
    known = load_parameters().with_resolutions(over)
    rows = known.named["minimum_wage"].values
    return [
        (str(r.valid_from), str(r.valid_to), str(r.value))
        for r in rows
        if r.valid_from.year > 2024
    ]


@pytest.mark.parametrize(
    ("over", "expected"),
    [
        (laid("2027-01-01", None, "5000"), [("2027-01-01", "None", "5000")]),
        (laid("2026-07-01", None, "5000"), [("2026-07-01", "None", "5000")]),
        (laid("2026-02-01", "2026-02-28", "5000"),
         [("2026-02-01", "2026-02-28", "5000"), ("2026-03-01", "2026-12-31", "4806.00")]),
    ],
    ids=["after the last row", "closes the row it comes after", "for a time"],
)  # fmt: skip
def test_what_is_entered_ahead_is_laid_over_the_files(
    over: Resolved, expected: list[tuple[str, str, str]]
) -> None:
    rows = wages(over)

    assert rows[-len(expected) :] == expected
    starts = [(date.fromisoformat(a), b) for a, b, _ in rows]
    assert starts == sorted(starts)


def test_one_until_further_notice_gives_way_to_a_later_row_of_a_file() -> None:
    rows = wages(laid("2025-07-01", None, "5000"))

    assert rows == [
        ("2025-01-01", "2025-06-30", "4666.00"),
        ("2025-07-01", "2025-12-31", "5000"),
        ("2026-01-01", "2026-12-31", "4806.00"),
    ]


def test_what_the_files_say_stays_as_it_was() -> None:
    load_parameters().with_resolutions([laid("2026-07-01", None, "5000")])

    assert wages()[-1] == ("2026-01-01", "2026-12-31", "4806.00")


def test_a_name_that_a_file_lost_since_means_nothing() -> None:
    gone = Resolved("gone", None, laid("2027-01-01", None, "1").row)

    assert load_parameters().with_resolutions([gone]) is load_parameters()
