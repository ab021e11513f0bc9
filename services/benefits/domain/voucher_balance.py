"""What is left of a voucher, month by month: what may be carried on, and what lapses."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from contracts.values import Month


class CarryOver(StrEnum):
    """What becomes of hours not used in their month."""

    LAPSE = "lapse"
    """They lapse with the month."""
    NEXT_MONTH = "next_month"
    """They may be used in the next month, and lapse with it."""


class MonthBalance(NamedTuple):
    """One month of a voucher, in minutes."""

    month: Month
    granted: int
    carried_in: int
    used: int
    carried_on: int
    """What goes on into the next month."""

    @property
    def left(self) -> int:
        """What may still be used in the month; below 0 if more was used than there was."""
        return self.granted + self.carried_in - self.used


def balance(
    granted: Sequence[tuple[Month, int]], used: Mapping[Month, int], rule: CarryOver
) -> tuple[MonthBalance, ...]:
    """Work the months out, in order. What was carried in is used first, and never carried on again."""
    found: list[MonthBalance] = []
    carried = 0
    for month, minutes in granted:
        taken = used.get(month, 0)
        own_left = max(minutes - max(taken - carried, 0), 0)
        on = own_left if rule is CarryOver.NEXT_MONTH and month != granted[-1][0] else 0
        found.append(MonthBalance(month, minutes, carried, taken, on))
        carried = on
    return tuple(found)


def fits(months: Sequence[MonthBalance]) -> bool:
    """Whether no month used more than it had."""
    return all(one.left >= 0 for one in months)


def used_up(months: Sequence[MonthBalance], month: Month) -> bool:
    """Whether nothing is left from a month on."""
    return all(one.left <= 0 for one in months if one.month >= month)
