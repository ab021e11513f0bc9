"""No small number can be worked out from what is shown: tried with linear algebra on random counts."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from services.referrals.domain.small_numbers import Count, Path, least, shown

K = 5
P = 2**31 - 1
"""Reckoned modulo a large prime: quick, and what is dependent stays so."""


def leaf(name: str, value: int) -> Count:
    return Count(name, value)


def node(name: str, *parts: Count) -> Count:
    return Count(name, sum(part.value for part in parts), (parts,))


def paths(count: Count, path: Path = ()) -> Iterator[tuple[Path, int]]:
    here = (*path, count.name)
    yield here, count.value
    for way in count.ways:
        for part in way:
            yield from paths(part, here)


def test_a_small_part_is_left_out_and_the_smallest_other_with_it() -> None:
    tree = node("all", leaf("a", 2), leaf("b", 9), leaf("c", 7), leaf("d", 0))

    assert shown([tree], K) == {("all",), ("all", "b"), ("all", "d")}


def test_large_parts_and_zeros_are_all_shown() -> None:
    tree = node("all", leaf("a", 5), leaf("b", 0))

    assert shown([tree], K) == {("all",), ("all", "a"), ("all", "b")}


def test_two_small_parts_that_are_small_together_take_a_third_along() -> None:
    tree = node("all", leaf("a", 1), leaf("b", 1), leaf("c", 8), leaf("d", 9))

    assert shown([tree], K) == {("all",), ("all", "d")}


def test_nothing_is_shown_below_what_is_left_out() -> None:
    tree = node("all", leaf("a", 1), node("b", leaf("x", 6), leaf("y", 7)))

    assert shown([tree], K) == {("all",)}


def test_a_small_whole_shows_nothing() -> None:
    assert shown([node("all", leaf("a", 4), leaf("b", 0))], K) == set()


def test_a_year_is_shown_where_each_of_its_quarters_is() -> None:
    one = node("all", leaf("a", 6), leaf("b", 9))
    two = node("all", leaf("a", 1), leaf("b", 9))

    assert shown([one, one], K) == {("all",), ("all", "a"), ("all", "b")}
    assert shown([one, two], K) == {("all",)}


def test_the_rule_of_today_is_five() -> None:
    assert least(date(2026, 3, 1)) == K


numbers = st.integers(0, 12)


@st.composite
def trees(draw: st.DrawFn) -> Count:
    """A whole of groups, each of some parts: as counties and kinds, or answers and reasons."""
    groups = draw(st.lists(st.lists(numbers, min_size=1, max_size=4), min_size=1, max_size=4))
    return node(
        "all",
        *(
            node(f"g{g}", *(leaf(f"p{p}", value) for p, value in enumerate(group)))
            for g, group in enumerate(groups)
        ),
    )


def equations(tree: Count, known: set[Path], unknown: Sequence[Path]) -> list[list[int]]:
    """What a reader knows: each shown count is the sum of the smallest parts below it."""
    return [
        [int(leaf_path[: len(path)] == path) for leaf_path in unknown]
        for path, _ in paths(tree)
        if path in known
    ]


def rank(rows: list[list[int]]) -> int:
    rows = [row[:] for row in rows]
    found = 0
    for column in range(len(rows[0]) if rows else 0):
        pivot = next((i for i in range(found, len(rows)) if rows[i][column]), None)
        if pivot is None:
            continue
        rows[found], rows[pivot] = rows[pivot], rows[found]
        inverse = pow(rows[found][column], -1, P)
        for i in range(found + 1, len(rows)):
            factor = rows[i][column] * inverse
            rows[i] = [(x - factor * y) % P for x, y in zip(rows[i], rows[found], strict=True)]
        found += 1
    return found


@settings(max_examples=100, deadline=None)
@given(trees())
def test_no_sum_or_difference_of_what_is_shown_is_a_small_number(tree: Count) -> None:
    known = set(shown([tree], K))
    leaves = [path for path, _ in paths(tree) if len(path) == 3]
    values = {path: value for path, value in paths(tree) if len(path) == 3}
    rows = equations(tree, known, leaves)
    begun = rank(rows)

    for count, value in paths(tree):
        asked = [int(path[: len(count)] == count) for path in leaves]
        derivable = bool(rows) and rank([*rows, asked]) == begun
        assert not (derivable and 0 < value < K)
    for size in (1, 2):
        for chosen in combinations(leaves, size):
            together = sum(values[path] for path in chosen)
            asked = [int(path in chosen) for path in leaves]
            if rows and rank([*rows, asked]) == begun:
                assert together == 0 or together >= K


@settings(max_examples=100, deadline=None)
@given(st.lists(st.lists(numbers, min_size=3, max_size=3), min_size=2, max_size=4))
def test_the_difference_of_two_spans_is_never_a_small_number(quarters: list[list[int]]) -> None:
    atoms = [
        node("all", *(leaf(f"p{p}", value) for p, value in enumerate(quarter)))
        for quarter in quarters
    ]
    spans = [(i, j) for i in range(len(atoms)) for j in range(i + 1, len(atoms) + 1)]
    rows = []
    for i, j in spans:
        for path in shown(atoms[i:j], K):
            rows.append(  # noqa: PERF401
                [
                    int(i <= q < j and (len(path) == 1 or path[1] == f"p{p}"))
                    for q in range(len(atoms))
                    for p in range(3)
                ]
            )
    begun = rank(rows)

    for q, quarter in enumerate(quarters):
        for p, value in enumerate(quarter):
            asked = [
                int((q, p) == (other, part)) for other in range(len(atoms)) for part in range(3)
            ]
            if rows and rank([*rows, asked]) == begun:
                assert value == 0 or value >= K
