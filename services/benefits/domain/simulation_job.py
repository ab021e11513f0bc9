"""A simulation as a job: queued, running, done; it may be cancelled, and goes on after a crash."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, Final
from uuid import UUID

from contracts.values import InstitutionId, Version, WorkerId
from kernel.refusals import Kind, Refusal
from services.benefits.domain.cohort import CHUNK


class SimulationState(StrEnum):
    """Where a simulation stands."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    CANCELLED = "cancelled"
    FAILED = "failed"
    """It cannot be worked out; `problem` says why."""


OPEN: Final = frozenset({SimulationState.QUEUED, SimulationState.RUNNING})
MOST_OPEN: Final = 5


class SimulationNotFound(Refusal):
    """There is no such simulation of your institution."""

    kind = Kind.MISSING
    pl = "Twoja instytucja nie ma takiej symulacji."


class SimulationNotDone(Refusal):
    """There is nothing to draw before the simulation is done."""

    kind = Kind.CONFLICT
    pl = "Wykres powstaje dopiero po zakończeniu symulacji."


class TooManySimulations(Refusal):
    """Your institution has as many simulations under way as it may; wait for one or cancel it."""

    kind = Kind.CONFLICT
    pl = "Twoja instytucja prowadzi już tyle symulacji, ile może; poczekaj na którąś albo ją przerwij."


@dataclass(eq=False)
class Simulation:
    """One simulation of an institution."""

    id: UUID
    institution: InstitutionId
    asked_by: WorkerId
    asked_at: datetime
    asked: dict[str, Any]
    households: int
    state: SimulationState = SimulationState.QUEUED
    chunks_done: int = 0
    sums: dict[str, Any] = field(default_factory=dict)
    """What it comes to so far."""
    ended_at: datetime | None = None
    problem: dict[str, Any] | None = None
    version: Version = 1
    law: list[str] = field(default_factory=list)
    """The resolutions in force when it was asked for: all of it is worked out by them."""

    @property
    def done(self) -> int:
        """Households worked out so far."""
        return min(self.chunks_done * CHUNK, self.households)

    @property
    def chunks(self) -> int:
        """How many chunks there are in all."""
        return -(-self.households // CHUNK)

    def advance(self, chunks: int, sums: dict[str, Any], at: datetime) -> None:
        """So many chunks more are worked out, and come to this together with those before."""
        self.state, self.sums = SimulationState.RUNNING, sums
        self.chunks_done += chunks
        self.version += 1
        if self.chunks_done >= self.chunks:
            self._end(SimulationState.DONE, at)

    def cancel(self, at: datetime) -> None:
        """Work on it no more; what it came to so far stays. One that is over stays as it is."""
        if self.state in OPEN:
            self.version += 1
            self._end(SimulationState.CANCELLED, at)

    def fail(self, problem: dict[str, Any], at: datetime) -> None:
        """It cannot be worked out."""
        self.problem = problem
        self.version += 1
        self._end(SimulationState.FAILED, at)

    def _end(self, state: SimulationState, at: datetime) -> None:
        self.state, self.ended_at = state, at
