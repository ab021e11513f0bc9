"""The terms of an interview, as rules."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contracts.working_days import is_working
from services.intake.domain.interview_terms import due_on, load_terms, update_due_on

days = st.dates(date(2021, 11, 11), date(2080, 12, 31))


@settings(deadline=None)
@given(days)
def test_an_ordinary_interview_has_fourteen_working_days(received: date) -> None:
    due = due_on(received, urgent=False)

    passed = [received + timedelta(days=n) for n in range(1, (due - received).days + 1)]
    assert sum(map(is_working, passed)) == 14
    assert is_working(due)


@settings(deadline=None)
@given(days)
def test_an_urgent_one_is_sooner_and_never_before_two_days(received: date) -> None:
    due = due_on(received, urgent=True)

    assert received + timedelta(days=2) <= due < due_on(received, urgent=False)
    assert is_working(due)


@settings(deadline=None)
@given(days)
def test_an_update_is_never_later_than_so_many_months(signed: date) -> None:
    half, whole = (update_due_on(signed, in_care_home=home) for home in (False, True))

    months = (half.year - signed.year) * 12 + half.month - signed.month
    assert (months, half.day <= signed.day) == (6, True)
    assert signed < half < whole
    assert (whole.year, whole.month) == (signed.year + 1, signed.month)


@pytest.mark.parametrize(
    ("signed", "due"),
    [("2026-08-31", "2027-02-28"), ("2027-08-31", "2028-02-29"), ("2026-03-15", "2026-09-15")],
)
def test_a_shorter_month_ends_the_term_on_its_last_day(signed: str, due: str) -> None:
    found = update_due_on(date.fromisoformat(signed), in_care_home=False)

    assert found == date.fromisoformat(due)


def test_every_term_says_where_it_stands() -> None:
    written = [term for _, terms in load_terms() for term in terms.values]

    assert len(written) >= 4
    assert all(term.source.act and term.source.article for term in written)
