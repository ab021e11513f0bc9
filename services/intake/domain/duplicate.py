"""Two clients who look alike: found by the system, decided by a person (domain 10.9)."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from contracts.intake import (
    DuplicateDismissed,
    DuplicateLinked,
    DuplicateReopened,
    DuplicateSuspected,
    LinkKind,
)
from kernel.refusals import Kind, Refusal
from services.intake.domain.likeness import Trait

DAYS_TO_DECIDE = timedelta(days=14)
"""How long a pair may wait; our own proposal, no statute sets it."""


class DuplicateState(StrEnum):
    """Where a pair stands."""

    OPEN = "open"
    NOT_DUPLICATE = "not_duplicate"
    LINKED = "linked"
    MERGED = "merged"


_DECIDED = {DuplicateState.NOT_DUPLICATE, DuplicateState.LINKED}
MOVES = {
    "dismiss": ({DuplicateState.OPEN}, DuplicateState.NOT_DUPLICATE),
    "link": ({DuplicateState.OPEN}, DuplicateState.LINKED),
    "reopen": (_DECIDED, DuplicateState.OPEN),
}
"""Merging, and undoing it, moves a pair too, from wherever it stands."""


class DuplicateNotFound(Refusal):
    """There is no such pair among those your institution decides."""

    kind = Kind.MISSING
    pl = "Nie ma takiej pary wśród tych, które rozstrzyga Twoja instytucja."


class DuplicateDecided(Refusal):
    """Where the pair stands now, this cannot be done with it."""

    kind = Kind.CONFLICT
    pl = "W obecnym stanie pary nie można tego zrobić."


class LikelyDuplicate(Refusal):
    """Somebody on record looks like this person; look at the candidates, then register without refuse_duplicates."""

    kind = Kind.CONFLICT
    pl = "Ktoś zapisany wygląda na tę samą osobę; proszę sprawdzić kandydatów, potem zarejestrować bez refuse_duplicates."


@dataclass(eq=False)
class Duplicate:
    """A pair of clients who look alike (możliwy duplikat)."""

    id: UUID
    first: UUID
    second: UUID
    score: int
    traits: tuple[Trait, ...]
    found_at: datetime
    owner: UUID
    due_on: date
    state: DuplicateState = DuplicateState.OPEN
    link: LinkKind | None = None
    decided_by: str | None = None
    decided_at: datetime | None = None
    version: int = 1

    def suspected(self) -> DuplicateSuspected:
        """Announce it."""
        pair = {"duplicate_id": self.id, "first_id": self.first, "second_id": self.second}
        return DuplicateSuspected(**pair, score=self.score, due_on=self.due_on)

    def dismiss(self, by: str, at: datetime) -> DuplicateDismissed:
        """Decide that they are two people; they are never proposed again."""
        self._move("dismiss", by, at)
        return DuplicateDismissed(duplicate_id=self.id, first_id=self.first, second_id=self.second)

    def bind(self, kind: LinkKind, by: str, at: datetime) -> DuplicateLinked:
        """Decide that they belong together and stay apart."""
        self._move("link", by, at)
        self.link = kind
        return DuplicateLinked(
            duplicate_id=self.id, first_id=self.first, second_id=self.second, kind=kind
        )

    def reopen(self, by: str, at: datetime) -> DuplicateReopened:
        """Take a decision back."""
        self._move("reopen", by, at)
        self.link = None
        return DuplicateReopened(duplicate_id=self.id, first_id=self.first, second_id=self.second)

    def _move(self, verb: str, by: str, at: datetime) -> None:
        allowed_from, to = MOVES[verb]
        if self.state not in allowed_from:
            raise DuplicateDecided(state=self.state, allowed=sorted(allowed_from))
        self.state, self.decided_by, self.decided_at = to, by, at
        self.version += 1
