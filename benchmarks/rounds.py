"""Taking turns: ours, bare, ours, bare, so that what else the machine does falls on both."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from statistics import median
from time import perf_counter

from benchmarks.grounds import cpu_seconds
from benchmarks.wire import Answer, connect
from okienko.trouble import Trouble

_WARM_SECONDS = 0.5


@dataclass(frozen=True)
class Side:
    """One of the two: where it is, what it is asked, what it must answer."""

    url: str
    pids: Sequence[int]
    ask: Callable[[], bytes]
    status: int
    settle: Callable[[], Awaitable[None]] | None = None
    """Waited for after each round, when answers leave work behind."""


@dataclass
class Round:
    """What one side did in one round."""

    seconds: float
    cpu: float
    times: list[float] = field(repr=False)
    settled: float = 0.0
    """How long the work took that the answers left behind."""

    @property
    def rate(self) -> float:
        """Answers a second."""
        return len(self.times) / self.seconds

    @property
    def cpu_each(self) -> float:
        """Processor seconds of the server for one answer; the database's own are not in it."""
        return self.cpu / len(self.times)

    @property
    def sustained(self) -> float:
        """Answers a second if the work left behind is waited for."""
        return len(self.times) / (self.seconds + self.settled)


@dataclass
class Pair:
    """The rounds of both sides."""

    ours: list[Round] = field(default_factory=list)
    bare: list[Round] = field(default_factory=list)

    def ratio(self, of: Callable[[Round], float] = lambda one: one.rate) -> float:
        """Ours over bare: the median over the rounds, each with its neighbour."""
        return median(of(o) / of(b) for o, b in zip(self.ours, self.bare, strict=True))


def percentile(times: Sequence[float], share: float) -> float:
    """The value that this share of them does not exceed."""
    ranked = sorted(times)
    return ranked[min(len(ranked) - 1, int(share * len(ranked)))]


def merged(rounds: Sequence[Round]) -> list[float]:
    """The times of all rounds."""
    return [time for one in rounds for time in one.times]


async def compare(ours: Side, bare: Side, *, connections: int, seconds: float, times: int) -> Pair:
    """Let both warm up, then take turns."""
    for side in (ours, bare):
        await _round(side, connections, min(seconds, _WARM_SECONDS))
    pair = Pair()
    for _ in range(times):
        pair.ours.append(await _round(ours, connections, seconds))
        pair.bare.append(await _round(bare, connections, seconds))
    return pair


async def _round(side: Side, connections: int, seconds: float) -> Round:
    """A closed loop: every connection asks again as soon as it is answered."""
    wires = [await connect(side.url) for _ in range(connections)]
    times: list[float] = []
    begun, cpu = perf_counter(), cpu_seconds(side.pids)

    async def ask_again_and_again(place: int) -> None:
        while (asked := perf_counter()) < begun + seconds:
            answer = await wires[place].ask(side.ask())
            times.append(perf_counter() - asked)
            check(answer, side.status)

    await asyncio.gather(*(ask_again_and_again(place) for place in range(connections)))
    taken = perf_counter() - begun
    if side.settle is not None:
        await side.settle()
    settled = perf_counter() - begun - taken if side.settle is not None else 0.0
    for wire in wires:
        wire.close()
    return Round(taken, cpu_seconds(side.pids) - cpu, times, settled)


def check(answer: Answer, status: int) -> None:
    """Measure nothing but right answers."""
    if answer.status != status:
        raise Trouble(f"answered {answer.status} instead of {status}: {answer.body[:300]!r}")
