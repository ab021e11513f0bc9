"""Steps between states: which are possible from where, kept as a table beside each aggregate."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from kernel.refusals import Kind, Refusal

S = TypeVar("S", bound=StrEnum)


class IllegalMove(Refusal):
    """This step is not possible from the present state; `allowed` lists those that are."""

    kind = Kind.CONFLICT
    pl = "Tego kroku nie można wykonać w obecnym stanie; `allowed` wymienia kroki możliwe."


def move(moves: Mapping[str, tuple[frozenset[S], S]], verb: str, state: S) -> S:
    """The state a verb leads to; a repeat is refused like any other step that is not possible."""
    sources, target = moves[verb]
    if state not in sources:
        allowed = [other for other, (begins, _) in moves.items() if state in begins]
        raise IllegalMove(state=state.value, allowed=allowed)
    return target
