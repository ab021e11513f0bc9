"""Calendar months as text, YYYY-MM: their days and their neighbours."""

from calendar import monthrange
from datetime import date
from functools import lru_cache

from contracts.values import Month
from kernel.refusals import Kind, Refusal

_FIRST_YEAR, _LAST_YEAR = 1900, 2199


class MonthOutOfRange(Refusal):
    """The month lies outside the calendar of this service, 1900 to 2199."""

    kind = Kind.INVALID
    pl = "Miesiąc wykracza poza kalendarz tej usługi (lata 1900–2199)."


@lru_cache(maxsize=4096)
def month_of(day: date) -> Month:
    """Name the month a day lies in."""
    return _written(day.year * 12 + day.month - 1)


@lru_cache(maxsize=4096)
def shifted(month: Month, by: int) -> Month:
    """Name the month `by` months later; earlier when negative."""
    return _written(int(month[:4]) * 12 + int(month[5:]) - 1 + by)


@lru_cache(maxsize=4096)
def first_day(month: Month) -> date:
    """Find the day whose law governs the whole month."""
    return date(int(month[:4]), int(month[5:]), 1)


@lru_cache(maxsize=4096)
def days_in(month: Month) -> int:
    """How many calendar days the month has."""
    return monthrange(int(month[:4]), int(month[5:]))[1]


def _written(months_since_year_0: int) -> Month:
    year, before = divmod(months_since_year_0, 12)
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise MonthOutOfRange
    return f"{year}-{before + 1:02}"
