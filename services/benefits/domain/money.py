"""Złoty and grosze: exact decimals, one way of rounding, one way of sharing a month by days."""

from decimal import ROUND_HALF_UP, Decimal

GROSZ = Decimal("0.01")
ZERO = Decimal("0.00")


def to_grosz(amount: Decimal) -> Decimal:
    """Round half up to the grosz. There is no other rounding in this service."""
    return amount.quantize(GROSZ, rounding=ROUND_HALF_UP)


def share_of_month(full: Decimal, *, days: int, of_days: int) -> Decimal:
    """Part of a full monthly amount due for `days` of the month's `of_days` calendar days.

    Świadczenie za niepełny miesiąc, art. 106 ust. 3 u.p.s.: full amount ÷ calendar days × days.
    """
    # Multiplied first: 505.00 ÷ 31 has no end, 505.00 × 15 has.
    return to_grosz(full * days / of_days)
