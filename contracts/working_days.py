"""Working days in Poland (dni robocze): every day but Saturdays, Sundays and the days off by statute.

Days off: ustawa z 18 stycznia 1951 r. o dniach wolnych od pracy; 24 December since 2025.
"""

from datetime import date, timedelta
from functools import cache

import holidays

_SATURDAY = 5
_DAY = timedelta(days=1)


def is_working(day: date) -> bool:
    """Whether offices work on the day."""
    return day.weekday() < _SATURDAY and day not in _days_off(day.year)


def after(day: date, count: int) -> date:
    """The `count`-th working day after a day, which itself is not counted (art. 57 § 1 k.p.a.)."""
    if count < 1:
        raise ValueError("counts from one working day on")
    while count:
        day += _DAY
        count -= is_working(day)
    return day


def on_or_after(day: date) -> date:
    """Where a term ends that would end on this day: a day off moves it on (art. 57 § 4 k.p.a.)."""
    while not is_working(day):
        day += _DAY
    return day


@cache
def _days_off(year: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays("PL", years=year))
