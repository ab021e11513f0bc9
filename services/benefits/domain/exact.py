"""Arithmetic of the rules: whole grosze, of one household or of a column of them.

A rule is written once, in these few words, and serves an int (one household, with its working
written down) and a NumPy column (a chunk of a cohort) alike: so both are the same to the grosz.
"""

from collections.abc import Callable
from typing import NamedTuple, TypeAlias, cast

import numpy as np
from numpy.typing import NDArray

Column: TypeAlias = NDArray[np.int64]
Number: TypeAlias = int | Column
"""Grosze, persons or days: of one household, or of each of many."""
Truth: TypeAlias = bool | NDArray[np.bool_]


class Ratio(NamedTuple):
    """An exact share, num / den; den above 0."""

    num: int
    den: int


def part(amount: Number, share: Ratio) -> Number:
    """A share of an amount of 0 or more, rounded half up to the grosz."""
    if share.num == share.den:
        return amount
    num, den = share
    if den % 2:
        num, den = 2 * num, 2 * den
    more = amount * num + den // 2
    # Halves, quarters and the like are shifted: a column is divided ten times as slowly.
    return more >> (den.bit_length() - 1) if den & (den - 1) == 0 else more // den


def choose(
    condition: Truth, then: Callable[[], Number], otherwise: Callable[[], Number]
) -> Number:
    """One or the other: of one household only what applies is worked out, of a column both."""
    if condition is True:
        return then()
    if condition is False:
        return otherwise()
    return np.where(condition, then(), otherwise())


def least(one: Number, other: Number) -> Number:
    """The smaller."""
    if type(one) is int and type(other) is int:
        return min(other, one)
    return cast("Column", np.minimum(one, other))


def most(one: Number, other: Number) -> Number:
    """The greater."""
    if type(one) is int and type(other) is int:
        return max(other, one)
    return cast("Column", np.maximum(one, other))


def both(one: Truth, other: Truth) -> Truth:
    """Whether both hold."""
    if type(one) is bool and type(other) is bool:
        return one and other
    return cast("NDArray[np.bool_]", np.logical_and(one, other))
