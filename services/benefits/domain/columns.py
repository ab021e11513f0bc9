"""Rules over columns: read once, then worked out block by block in a few buffers.

A rule is asked once what it does, with a `Term` in place of every column; what it would do twice is
noted once. Then its moves are made for one block of households after another, each into a buffer
that is still in the cache of the core. A truth is all bits or none, so that choosing is masking: a
branch for each household, as `numpy.where` makes, costs three times as much.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

import numpy as np
from numpy.lib.mixins import NDArrayOperatorsMixin

from services.benefits.domain.exact import Column, Number

BLOCK: Final = 16_384
"""Households at a time: the buffers of a rule then fit the cache of one core."""
_SIGN: Final = 63


class Term(NDArrayOperatorsMixin):
    """A column that is not yet worked out; a rule treats it like one, NumPy's functions included."""

    def __init__(self, draft: "_Draft", place: int, *, truth: bool = False) -> None:
        self.draft, self.place, self.truth = draft, place, truth

    def __bool__(self) -> bool:
        """Refuse: a rule chooses by `choose`; a branch would be taken for all households at once."""
        raise TypeError("a column that is not yet worked out is neither true nor false")

    def __array_ufunc__(self, ufunc: np.ufunc, method: str, *of: Any, **said: Any) -> Any:
        """Note one move instead of making it."""
        if method != "__call__" or said:
            return NotImplemented
        return self.draft.note(ufunc, *of)

    def __array_function__(self, function: Any, types: Any, of: Any, said: Any) -> Any:
        """The same of `numpy.where`, the one function of the words that is no ufunc."""
        del types
        if function is not np.where or said:
            return NotImplemented
        return self.draft.where(*of)


class _Draft:
    """The moves of a rule in order: each takes two places and fills a new one."""

    def __init__(self) -> None:
        self.moves: list[tuple[np.ufunc, int, int, int]] = []
        self.constants: dict[int, int] = {}
        """Places by value."""
        self.places = 0
        self._known: dict[tuple[np.ufunc, int, int], Term] = {}

    def new(self) -> int:
        """An empty place."""
        self.places += 1
        return self.places - 1

    def place(self, of: Any) -> int:
        """Where a term or a number stands."""
        if isinstance(of, Term):
            return of.place
        value = int(of)
        if value not in self.constants:
            self.constants[value] = self.new()
        return self.constants[value]

    def note(self, ufunc: np.ufunc, one: Any, other: Any) -> Any:
        """A move of a rule, in terms of what is quick."""
        if ufunc in _TRUTHS:
            return _TRUTHS[ufunc](self, one, other)
        if ufunc not in _NUMBERS or _truth(one) or _truth(other):
            return NotImplemented
        if type(other) is int and (ufunc, other) in _IDLE:
            return one
        if type(one) is int and (ufunc, one) in _IDLE_FIRST:
            return other
        return self.move(ufunc, one, other)

    def move(self, ufunc: np.ufunc, one: Any, other: Any, *, truth: bool = False) -> Term:
        """The move itself; the same twice is one."""
        key = ufunc, self.place(one), self.place(other)
        if key not in self._known:
            term = self._known[key] = Term(self, self.new(), truth=truth)
            self.moves.append((*key, term.place))
        return self._known[key]

    def below(self, one: Any, other: Any) -> Term:
        """Whether one is less: the sign of their difference, over all bits."""
        return self.move(np.right_shift, self.move(np.subtract, one, other), _SIGN, truth=True)

    def same(self, one: Any, other: Any) -> Term:
        """Whether they are equal: of their difference d, (d - 1) & ~d is negative only if d is 0."""
        apart = self.move(np.subtract, one, other)
        less, turned = self.move(np.subtract, apart, 1), self.move(np.bitwise_xor, apart, -1)
        return self.move(
            np.right_shift, self.move(np.bitwise_and, less, turned), _SIGN, truth=True
        )

    def no(self, one: Any) -> Term:
        """Not."""
        return self.move(np.bitwise_xor, one, -1, truth=True)

    def where(self, condition: Term, then: Any, otherwise: Any) -> Any:
        """One or the other, by the bits that differ."""
        if not _truth(condition):
            return NotImplemented
        if type(otherwise) is int and otherwise == 0:
            return self.move(np.bitwise_and, then, condition)
        if type(then) is int and then == 0:
            return self.move(np.bitwise_and, otherwise, self.no(condition))
        if type(then) is int and type(otherwise) is int:
            differing: Any = then ^ otherwise
        else:
            differing = self.move(np.bitwise_xor, then, otherwise)
        chosen = self.move(np.bitwise_and, differing, condition)
        return self.move(np.bitwise_xor, chosen, otherwise)


def _truth(of: Any) -> bool:
    return isinstance(of, Term) and of.truth


_TRUTHS: Final[dict[np.ufunc, Callable[[_Draft, Any, Any], Term]]] = {
    np.less: lambda draft, a, b: draft.below(a, b),
    np.greater: lambda draft, a, b: draft.below(b, a),
    np.less_equal: lambda draft, a, b: draft.no(draft.below(b, a)),
    np.greater_equal: lambda draft, a, b: draft.no(draft.below(a, b)),
    np.equal: lambda draft, a, b: draft.same(a, b),
    np.logical_and: lambda draft, a, b: draft.move(np.bitwise_and, a, b, truth=True),
}
_NUMBERS: Final = frozenset(
    {np.add, np.subtract, np.multiply, np.floor_divide, np.right_shift, np.minimum, np.maximum}
)
_IDLE_FIRST: Final = {(np.add, 0), (np.multiply, 1)}
_IDLE: Final = {*_IDLE_FIRST, (np.subtract, 0)}
"""Moves that change nothing."""


class Plan:
    """What a rule does with so many columns, ready to be done with any that long."""

    def __init__(self, columns: int, rule: Callable[..., Sequence[Number]]) -> None:
        draft = _Draft()
        given = [Term(draft, draft.new()) for _ in range(columns)]
        wanted = [draft.place(one) for one in rule(*given)]
        self._given = [one.place for one in given]
        self._constants = {place: np.array(value) for value, place in draft.constants.items()}
        self._moves, self._buffer, self.buffers = _assigned(draft, wanted)
        self._wanted = wanted
        self._places = draft.places

    def blocks(self, *columns: Column) -> Iterator[list[Column]]:
        """What the rule asks for, of one block after another; each is overwritten by the next."""
        count = len(columns[0])
        room = np.empty((self.buffers, min(BLOCK, count)), dtype=np.int64)
        for first in range(0, count, BLOCK):
            many = min(BLOCK, count - first)
            yield self._block([one[first : first + many] for one in columns], room[:, :many])

    def _block(self, columns: Sequence[Column], room: Column) -> list[Column]:
        at: list[Any] = [None] * self._places
        for place, constant in self._constants.items():
            at[place] = constant
        for place, column in zip(self._given, columns, strict=True):
            at[place] = column
        rows = list(room)
        for place, row in self._buffer.items():
            at[place] = rows[row]
        for ufunc, one, other, into in self._moves:
            ufunc(at[one], at[other], out=at[into])
        for place in self._constants.keys() & self._wanted:
            at[place] = np.broadcast_to(at[place], room.shape[1:])
        return [at[place] for place in self._wanted]


def _assigned(
    draft: _Draft, wanted: Sequence[int]
) -> tuple[list[tuple[np.ufunc, int, int, int]], dict[int, int], int]:
    """The moves that are needed, the buffer of each place they fill, and how many buffers there are."""
    needed, moves = set(wanted), []
    for move in reversed(draft.moves):
        if move[3] in needed:
            needed.update(move[1:3])
            moves.append(move)
    moves.reverse()
    last = {place: n for n, move in enumerate(moves) for place in move[1:3]}
    last.update(dict.fromkeys(wanted, len(moves)))
    buffer: dict[int, int] = {}
    free: list[int] = []
    many = 0
    for n, (_, one, other, into) in enumerate(moves):
        free += {buffer[place] for place in {one, other} if place in buffer and last[place] == n}
        if not free:
            free.append(many)
            many += 1
        buffer[into] = free.pop()
    return moves, buffer, many
