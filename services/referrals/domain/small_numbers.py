"""Small numbers left out, so that no sum or difference of what is shown gives one away.

A count is a node of a tree; its parts add up to it, perhaps in several ways. Of each way that has a
part from 1 to k - 1 that part is left out, and the smallest others with it, until two or more are
missing that make k together: what is shown then fixes no missing one. Below a missing node nothing is
shown. Zeros are shown.

What is shown of several atoms together is shown only if it may be shown of each: so it says no more than
the atoms do, and as no case is in two of them their differences are safe like themselves. An atom is a
quarter of one institution or county; of partnerships, a quarter of those institutions that nobody who
reads them can tell apart (`apart`). So nobody finds a count from 1 to k - 1

- by adding and subtracting what an institution is told of itself, or an analyst of counties, over
  whatever quarters, and however its parts divide it;
- by adding and subtracting what a member is told of all its partnerships, over whatever quarters,
  though it knows its own numbers to the last: no count of anybody else's cases.

What this does not promise:

- Cases are counted, not persons: five referrals may be one person's.
- Who knows some of the cases one by one may subtract them: a manager sees most of his own clients.
- Who belongs to three partnerships or more may find in them what his own report leaves out.
- Institutions that tell each other their numbers, or an analyst and a manager who do, find more.
- Reports of different days may be compared: after each quarter, when something is noted late, or when
  somebody is erased, merged or restricted. The day of a region is of today and may be compared daily.
- Days are no counts: a percentile is some person's number, though nobody can say whose (`beyond`).
- Of a missing number one knows that it is there, and with which others it makes how many.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from functools import cache
from uuid import UUID

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


Groups = Mapping[UUID, AbstractSet[UUID]]
"""Which institutions are in which partnership."""


def apart(group: UUID, members: Groups, readers: Groups) -> AbstractSet[frozenset[UUID]]:
    """The parts of a partnership that one of its readers can tell apart, who knows her own.

    She subtracts one partnership that she reads from another: whoever is in the same ones stays
    together. It is asked of every reader, not of the one who reads now, for what is told of a
    partnership is shown around there.
    """
    cells: set[frozenset[UUID]] = set()
    for reader in readers[group]:
        read = [other for other, by in readers.items() if reader in by]
        alike: dict[frozenset[UUID], set[UUID]] = defaultdict(set)
        for one in members[group] - {reader}:
            alike[frozenset(other for other in read if one in members[other])].add(one)
        cells.update(frozenset(cell) for cell in alike.values())
    return cells


def beyond(count: int, one_in: int, k: int) -> bool:
    """Whether so many lie beyond a percentile (one in two, one in ten) that it is no single person's number."""
    return count >= one_in * k
