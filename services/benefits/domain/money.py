"""Złoty and grosze: exact decimals, one way of rounding, one way of sharing a month by days."""

from decimal import ROUND_HALF_UP, Decimal

from services.benefits.domain.exact import Number, Ratio

GROSZ = Decimal("0.01")
ZERO = Decimal("0.00")
_ZLOTY = 100


def to_grosz(amount: Decimal) -> Decimal:
    """Round half up to the grosz. There is no other rounding in this service."""
    return amount.quantize(GROSZ, rounding=ROUND_HALF_UP)


def grosze(amount: Decimal) -> int:
    """Złoty with at most two places as whole grosze."""
    whole = int(amount.scaleb(2))
    if whole != amount.scaleb(2):
        raise ValueError("an amount of money has two places")
    return whole


def zloty(amount: int) -> Decimal:
    """Whole grosze as złoty with two places."""
    return Decimal(amount).scaleb(-2)


def written(amount: Number) -> str:
    """Whole grosze of one household as they are written in a working: 505.00."""
    # By cutting the digits: a computation writes a hundred amounts, and dividing took half of its time.
    digits = str(amount)
    if amount >= _ZLOTY:
        return f"{digits[:-2]}.{digits[-2:]}"
    return f"0.{digits:>02}" if amount >= 0 else f"-{written(-amount)}"


def ratio(share: Decimal) -> Ratio:
    """A decimal share as an exact fraction."""
    return Ratio(*share.as_integer_ratio())
