"""Working days: the statutory calendar, and counting by it."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contracts.working_days import after, is_working, on_or_after

days = st.dates(date(1990, 1, 1), date(2090, 12, 31))
counts = st.integers(1, 60)


@pytest.mark.parametrize(
    "day",
    [
        "2025-12-24",  # Christmas Eve, the first one that is off
        "2026-12-24",
        "2026-01-06",  # Epiphany
        "2026-04-06",  # Easter Monday
        "2026-06-04",  # Corpus Christi
        "2025-06-19",  # Corpus Christi
        "2026-05-01",
        "2027-05-03",
        "2025-08-15",
        "2026-11-11",
        "2026-12-25",
        "2026-05-24",  # Pentecost, a Sunday
        "2026-11-21",  # a Saturday
        "2026-11-22",  # a Sunday
    ],
)
def test_nobody_works_on_a_day_off(day: str) -> None:
    assert not is_working(date.fromisoformat(day))


@pytest.mark.parametrize(
    "day", ["2024-12-24", "2026-12-23", "2026-12-28", "2026-05-04", "2026-06-05", "2026-04-03"]
)
def test_offices_work_on_a_working_day(day: str) -> None:
    assert is_working(date.fromisoformat(day))


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        ("2026-11-02", 14, "2026-11-23"),  # over 11 November
        ("2025-12-22", 1, "2025-12-23"),
        ("2025-12-23", 1, "2025-12-29"),  # over Christmas and a weekend
        ("2024-12-23", 1, "2024-12-24"),
        ("2026-06-03", 1, "2026-06-05"),
        ("2026-11-21", 1, "2026-11-23"),  # begun on a Saturday
    ],
)
def test_a_term_counts_working_days_only(start: str, count: int, end: str) -> None:
    assert after(date.fromisoformat(start), count) == date.fromisoformat(end)


def test_a_term_that_would_end_on_a_day_off_ends_on_the_next_working_day() -> None:
    assert on_or_after(date(2026, 12, 24)) == date(2026, 12, 28)
    assert on_or_after(date(2026, 12, 23)) == date(2026, 12, 23)


@pytest.mark.parametrize("count", [0, -1])
def test_a_term_without_a_day_is_none(count: int) -> None:
    with pytest.raises(ValueError, match="one working day"):
        after(date(2026, 1, 5), count)


@settings(deadline=None)
@given(days, counts)
def test_it_ends_on_a_working_day_with_as_many_in_between(day: date, count: int) -> None:
    end = after(day, count)

    passed = [day + timedelta(days=n) for n in range(1, (end - day).days + 1)]
    assert is_working(end)
    assert sum(map(is_working, passed)) == count


@settings(deadline=None)
@given(days, counts, counts)
def test_counting_on_is_counting_once(day: date, first: int, second: int) -> None:
    assert after(after(day, first), second) == after(day, first + second)


@settings(deadline=None)
@given(days)
def test_moving_on_moves_as_little_as_can_be(day: date) -> None:
    moved = on_or_after(day)

    skipped = [day + timedelta(days=n) for n in range((moved - day).days)]
    assert is_working(moved)
    assert not any(map(is_working, skipped))
    assert on_or_after(moved) == moved
