"""No partnership taken from another gives a few of somebody else's cases: tried with linear algebra."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product
from typing import Any, NamedTuple
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from services.referrals.domain.indicator import Leaves, Population, Telling
from services.referrals.domain.small_numbers import Groups, Path, apart

K = 5
A, B, C, D = EVERYBODY = tuple(UUID(int=number) for number in range(1, 5))
NEAR, FAR, OTHER = GROUPS = tuple(UUID(int=number) for number in range(11, 14))
QUARTERS = (0, 1)
SPANS = ((0,), (1,), (0, 1))
LEAVES: Sequence[Path] = (("young", "kept"), ("aged_3", "kept"), ("aged_3", "lost_3"))
NODES: Sequence[Path] = ((), ("young",), ("aged_3",), *LEAVES)
UNKNOWN = tuple(product(QUARTERS, EVERYBODY, LEAVES))
P = 2**31 - 1
"""Reckoned modulo a large prime: quick, and what is dependent stays so."""


def test_partnerships_part_whoever_is_not_in_the_same_ones() -> None:
    groups = {NEAR: {A, B, C}, FAR: {A, B, C, D}}
    pairs = {frozenset(two) for two in ({A, B}, {A, C}, {B, C})}

    assert apart(NEAR, groups, groups) == pairs
    assert apart(FAR, groups, groups) == pairs | {frozenset({D}), frozenset({A, B, C})}


def test_a_partnership_that_nobody_of_them_reads_parts_nobody() -> None:
    groups = {NEAR: {A, B}, FAR: {C, D}}

    assert apart(NEAR, groups, groups) == {frozenset({A}), frozenset({B})}


def test_whoever_reads_today_parts_whoever_was_in_it_then() -> None:
    readers = {NEAR: {A, B}, FAR: {A, C}}
    then = {NEAR: {A, B, D}, FAR: {B, C}}

    assert frozenset({B}) in apart(NEAR, then, readers)
    assert frozenset({D}) in apart(NEAR, then, readers)


class Region(NamedTuple):
    """Who reads which partnership today, who was in it in each quarter, and everybody's cases."""

    readers: Groups
    members: Sequence[Groups]
    cases: Sequence[Mapping[UUID, Leaves]]

    def counted(self, quarters: Sequence[int], some: Any, node: Path) -> list[int]:
        """Which cases are in a count."""
        return [
            int(q in quarters and one in some(q) and leaf[: len(node)] == node)
            for q, one, leaf in UNKNOWN
        ]

    def told(self, group: UUID, span: Sequence[int]) -> Iterator[tuple[list[int], int]]:
        """What is told of a partnership over some quarters: the cases in it, and how many."""
        quarters = [
            {one: self.cases[q][one] for one in EVERYBODY if one in self.members[q][group]}
            for q in span
        ]
        cells = [apart(group, self.members[q], self.readers) for q in span]
        telling = Telling.of(Population.JOBS, quarters, cells, K)
        for node in NODES:
            value = telling.sum([("jobs", *node)])
            if value is not None:
                yield self.counted(span, lambda q: self.members[q][group], node), value

    def known_to(self, reader: UUID) -> Iterator[list[int]]:
        """Her own cases, each; all that she is told; and where there is nobody, that there is none."""
        yield from (unit(n) for n, (_, one, _) in enumerate(UNKNOWN) if one == reader)
        mine = [group for group, by in self.readers.items() if reader in by]
        for group, span in product(mine, SPANS):
            for row, value in self.told(group, span):
                yield row
                if value == 0:
                    yield from (unit(n) for n, inside in enumerate(row) if inside)

    def small_counts_of_others(self, reader: UUID) -> Iterator[list[int]]:
        """Every count from 1 to k - 1 of some others together, in a node, over some quarters."""
        others = [one for one in EVERYBODY if one != reader]
        sets = [some for n in (1, 2, 3) for some in combinations(others, n)]
        for span, some, node in product(SPANS, sets, NODES):
            row = self.counted(span, lambda _, some=some: some, node)
            value = sum(
                self.cases[q][one][leaf]
                for inside, (q, one, leaf) in zip(row, UNKNOWN, strict=True)
                if inside
            )
            if 0 < value < K:
                yield row


def unit(place: int) -> list[int]:
    return [int(place == other) for other in range(len(UNKNOWN))]


class Known:
    """What can be worked out from some counts by adding and subtracting multiples of them."""

    def __init__(self, rows: Iterator[list[int]]) -> None:
        self.rows: dict[int, list[int]] = {}
        for row in rows:
            rest = self._rest(row)
            first = next((i for i, x in enumerate(rest) if x), None)
            if first is not None:
                inverse = pow(rest[first], -1, P)
                self.rows[first] = [x * inverse % P for x in rest]

    def gives(self, row: list[int]) -> bool:
        return not any(self._rest(row))

    def _rest(self, row: list[int]) -> list[int]:
        for place in range(len(row)):
            if row[place] and place in self.rows:
                factor = row[place]
                row = [(x - factor * y) % P for x, y in zip(row, self.rows[place], strict=True)]
        return row


members = st.fixed_dictionaries({group: st.sets(st.sampled_from(EVERYBODY)) for group in GROUPS})
counts = st.one_of(st.just(0), st.integers(1, K - 1), st.integers(K, 12))
cases = st.fixed_dictionaries(
    {one: st.fixed_dictionaries(dict.fromkeys(LEAVES, counts)) for one in EVERYBODY}
)


@st.composite
def regions(draw: st.DrawFn) -> Region:
    """Mostly the same members at all times, at times others."""
    today = draw(members)
    then = [draw(st.one_of(st.just(today), members)) for _ in QUARTERS]
    return Region(today, then, [draw(cases) for _ in QUARTERS])


@settings(max_examples=200, deadline=None)
@given(regions())
def test_no_member_finds_a_few_of_anybody_elses(region: Region) -> None:
    for reader in EVERYBODY:
        known = Known(region.known_to(reader))

        assert not any(known.gives(row) for row in region.small_counts_of_others(reader))


@settings(max_examples=100, deadline=None)
@given(regions())
def test_what_is_told_is_exact(region: Region) -> None:
    for group, span in product(GROUPS, SPANS):
        for row, value in region.told(group, span):
            assert value == sum(
                region.cases[q][one][leaf]
                for inside, (q, one, leaf) in zip(row, UNKNOWN, strict=True)
                if inside
            )
