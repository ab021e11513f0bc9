"""Terms counted in months, as Regulation 1182/71 and art. 57 k.p.a. count them."""

import calendar
from datetime import date, timedelta
from functools import lru_cache

import holidays

_SATURDAY = 5


@lru_cache(maxsize=64)
def _free_days(year: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays("PL", years=year))


def is_working(day: date) -> bool:
    """Whether offices work: no Saturday, no Sunday, no public holiday in Poland."""
    return day.weekday() < _SATURDAY and day not in _free_days(day.year)


def months_after(day: date, months: int) -> date:
    """The same day of a later month, or that month's last day where it has no such day."""
    whole = day.year * 12 + day.month - 1 + months
    year, month = divmod(whole, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def ends_on(received_on: date, months: int) -> date:
    """The last day of a term of so many months: on a day off it ends on the next working day."""
    day = months_after(received_on, months)
    while not is_working(day):
        day += timedelta(days=1)
    return day
