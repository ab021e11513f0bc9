"""Values laid over those of the files: resolved by a gmina council, or entered ahead."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from contracts.territory import Municipality
from services.benefits.domain.dated import Dated

Rows = tuple[Dated[Any], ...]
"""Values or tables."""
_A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Resolved:
    """One value: of a municipality, or nationwide."""

    parameter: str
    municipality: Municipality | None
    row: Dated[Any]


def laid_over(rows: Rows, over: Iterable[Dated[Any]]) -> Rows:
    """Rows by date in which `over` counts where both speak.

    One until further notice ends where a later row begins, as the acts themselves do.
    """
    result = rows
    for new in sorted(over, key=lambda row: row.valid_from):
        closed = _closed(new, result)
        result = (*(piece for row in result for piece in _without(row, closed)), closed)
    return tuple(sorted(result, key=lambda row: row.valid_from))


def overlapping(new: Dated[Any], others: Sequence[Dated[Any]]) -> bool:
    """Whether another speaks of the same days; one until further notice gives way to a later one."""
    return any(_both_speak(new, other) for other in others)


def _both_speak(one: Dated[Any], other: Dated[Any]) -> bool:
    earlier, later = sorted((one, other), key=lambda row: row.valid_from)
    if earlier.valid_from == later.valid_from:
        return True
    return earlier.valid_to is not None and earlier.valid_to >= later.valid_from


def _closed(new: Dated[Any], rows: Rows) -> Dated[Any]:
    later = [row.valid_from for row in rows if row.valid_from > new.valid_from]
    if new.valid_to is not None or not later:
        return new
    return new.model_copy(update={"valid_to": min(later) - _A_DAY})


def _without(row: Dated[Any], taken: Dated[Any]) -> Iterator[Dated[Any]]:
    """What is left of a row beside the days of another."""
    first, last = row.valid_from, row.valid_to or date.max
    taken_last = taken.valid_to or date.max
    if last < taken.valid_from or taken_last < first:
        yield row
        return
    if first < taken.valid_from:
        yield row.model_copy(update={"valid_to": taken.valid_from - _A_DAY})
    if taken_last < last:
        yield row.model_copy(update={"valid_from": taken_last + _A_DAY})
