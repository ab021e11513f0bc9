"""Small numbers left out, so that no sum or difference of what is shown gives one away.

A count is a node of a tree; its parts add up to it, perhaps in several ways. Of each way that has a
part from 1 to k - 1 that part is left out, and the smallest others with it, until two or more are
missing that make k together: what is shown then fixes no missing one. Below a missing node nothing is
shown. Zeros are shown.

What is shown over a long time, or over several parties, is shown only if it is in each of its atoms (a
quarter of a year, all parties but one): so it says no more than the atoms do, and their differences are
safe like themselves.
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from functools import cache

from pydantic import TypeAdapter

from services.referrals.domain.dated import Enacted, in_force, read_data

Path = tuple[str, ...]


class _Least(Enacted):
    value: int


@dataclass(frozen=True)
class Count:
    """How many; and of what they consist, in one way or several."""

    name: str
    value: int
    ways: tuple[tuple["Count", ...], ...] = ()


@cache
def _rows() -> list[_Least]:
    values = read_data("small_numbers.yaml")["least"]["values"]
    return TypeAdapter(list[_Least]).validate_python(values)


def least(day: date) -> int:
    """The smallest number of persons that is shown, by the rule of a day."""
    row = in_force(_rows(), day)
    if row is None:
        raise LookupError(f"no rule about small numbers on {day}")
    return row.value


def shown(atoms: Sequence[Count], k: int) -> AbstractSet[Path]:
    """What may be shown of the sum of several counts of the same form."""
    each = [frozenset(_shown(atom, (atom.name,), k)) for atom in atoms]
    return frozenset.intersection(*each) if each else frozenset()


def _shown(count: Count, path: Path, k: int) -> Iterator[Path]:
    if 0 < count.value < k:
        return
    yield path
    for way in count.ways:
        missing = _missing(way, k)
        for part in way:
            if part.name not in missing:
                yield from _shown(part, (*path, part.name), k)


def _missing(way: Sequence[Count], k: int) -> AbstractSet[str]:
    """The small parts, and as many others as hide them."""
    missing = [part for part in way if 0 < part.value < k]
    if not missing:
        return frozenset()
    others = sorted(
        (part for part in way if part.value >= k), key=lambda part: (part.value, part.name)
    )
    for other in others:
        if len(missing) > 1 and sum(part.value for part in missing) >= k:
            break
        missing.append(other)
    return frozenset(part.name for part in missing)
