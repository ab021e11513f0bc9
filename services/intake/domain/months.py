"""Terms counted in months, as Regulation 1182/71 and art. 57 k.p.a. count them."""

import calendar
from datetime import date

from contracts.working_days import on_or_after


def months_after(day: date, months: int) -> date:
    """The same day of a later month, or that month's last day where it has no such day."""
    whole = day.year * 12 + day.month - 1 + months
    year, month = divmod(whole, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def ends_on(received_on: date, months: int) -> date:
    """The last day of a term of so many months: on a day off it ends on the next working day."""
    return on_or_after(months_after(received_on, months))
