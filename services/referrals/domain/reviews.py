"""A review of the plan (ocena realizacji): progress goal by goal, and when the next one is."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID

from contracts.values import Command, Day, GoalId, InstitutionId, Note, WorkerId
from kernel.refusals import Kind, Refusal


class ProgressCode(StrEnum):
    """How it stands with a goal."""

    ON_TRACK = "on_track"
    AT_RISK = "at_risk"
    STALLED = "stalled"
    REACHED = "reached"


class NoReviewOpen(Refusal):
    """No review of this plan is open; open one first."""

    kind = Kind.CONFLICT
    pl = "Nie trwa żadna ocena tego planu; proszę ją najpierw rozpocząć."


class Progress(Command):
    """What somebody wrote of one goal. Nothing is written over: a later word stands beside it."""

    goal_id: GoalId
    progress: ProgressCode
    note: Note | None = None
    institution: InstitutionId
    worker: WorkerId
    on: Day


class ReviewWords(Command):
    """What is kept sealed of a review."""

    progress: tuple[Progress, ...] = ()
    conclusions: Note | None = None


@dataclass(eq=False)
class Review:
    """One review, from its opening to its conclusions."""

    id: UUID
    institution: UUID
    worker: str
    opened_on: date
    closed_on: date | None = None
    next_review_on: date | None = None
    words: ReviewWords = field(default_factory=ReviewWords)
    sealed: bytes = field(default=b"", repr=False)

    def add(self, progress: Progress) -> None:
        """Write down how it stands with a goal."""
        said = (*self.words.progress, progress)
        self.words, self.sealed = self.words.model_copy(update={"progress": said}), b""

    def close(self, on: date, conclusions: str, next_review_on: date | None) -> None:
        """Conclude it."""
        self.closed_on, self.next_review_on = on, next_review_on
        update = {"conclusions": conclusions}
        self.words, self.sealed = self.words.model_copy(update=update), b""
