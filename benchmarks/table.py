"""What is printed."""

import datetime as dt
import os
from collections.abc import Callable, Sequence

from benchmarks.rounds import Pair, Round, merged, percentile
from benchmarks.visible import Waits

_WORK, _NARROW = 32, 15
FOOT = """
ours/bare is the figure that travels: the median over rounds, each compared with its neighbour.
CPU each is what the server's own processes took for one answer, without the database's; other work
on the machine blurs it least. All absolute numbers are worth nothing on another machine."""
VISIBLE = f"""
{"registered → visible to the partner":<{_WORK + 5}}{"rate":>8}{"p50 ms":>10}{"p95 ms":>10}{"p99 ms":>10}\
{"worst":>10}{"looks":>8}{"failed":>8}{"reached":>10}    aim at 100/s: p50 ≤ 5, p99 ≤ 20"""


def head(machine: str) -> str:
    """Where and when, and what the columns mean."""
    today = dt.datetime.now(dt.UTC).date()  # noqa: TID251 no part of the house
    columns = ("ours/bare", "requests/s", "p50 ms", "p95 ms", "CPU each µs", "CPU")
    return (
        f"{today}, {os.cpu_count()} cores ({machine}); each cell: ours / bare\n\n"
        f"{'':<{_WORK}}{'conn.':>5}" + "".join(f"{c:>{_NARROW}}" for c in columns)
    )


def line(work: str, connections: int, pair: Pair, *, aim: float) -> str:
    """One work with so many connections."""
    cpu = pair.ratio(lambda one: one.cpu_each)
    cells = (
        f"{pair.ratio():.0%} (≥ {aim:.0%})",
        _both(pair, lambda one: one.rate, ".0f"),
        _times(pair, 0.50),
        _times(pair, 0.95),
        _both(pair, lambda one: one.cpu_each * 1e6, ".0f"),
        f"{cpu:.2f} ×",
    )
    return f"{work:<{_WORK}}{connections:>5}" + "".join(f"{c:>{_NARROW}}" for c in cells)


def sustained(pair: Pair) -> str:
    """The same with all that the answers left behind: cards, feed, five services, their plans."""
    work = "  … until everybody has heard"
    ratio = pair.ratio(lambda one: one.sustained)
    rates = _both(pair, lambda one: one.sustained, ".0f")
    return f"{work:<{_WORK}}{'':>5}{f'{ratio:.0%}':>{_NARROW}}{rates:>{_NARROW}}"


def wait(name: str, rate: int, waits: Waits) -> str:
    """How long one waited at a rate."""
    if not waits:
        return f"  {name:<{_WORK + 3}}{rate:>6}/s  none of {waits.failed} was seen"
    shown = [percentile(waits, share) * 1e3 for share in (0.5, 0.95, 0.99, 1.0)]
    numbers = "".join(f"{ms:>10.2f}" for ms in shown)
    return f"  {name:<{_WORK + 3}}{rate:>6}/s{numbers}{waits.looks / len(waits):>8.1f}{waits.failed:>8}{waits.rate:>8.0f}/s"


def search_head(machine: str) -> str:
    """The columns of the searches."""
    today = dt.datetime.now(dt.UTC).date()  # noqa: TID251 no part of the house
    columns = ("p50 ms", "p95 ms", "p99 ms", "worst", "bare p50", "bare p95", "p50 ×", "p95 ×")
    return (
        f"{today}, {os.cpu_count()} cores ({machine}); × is a search over a bare one-row SELECT\n\n"
        f"{'':<{_WORK + 4}}" + "".join(f"{c:>10}" for c in (*columns, "found"))
    )


def search_line(kind: str, ours: Sequence[float], bare: Sequence[float], hits: int) -> str:
    """One kind of question, and the bare reads that were asked in turns with it."""
    mine = [percentile(ours, share) * 1e3 for share in (0.5, 0.95, 0.99, 1.0)]
    theirs = [percentile(bare, share) * 1e3 for share in (0.5, 0.95)]
    times = "".join(f"{ms:>10.2f}" for ms in (*mine, *theirs))
    ratios = "".join(f"{mine[i] / theirs[i]:>10.1f}" for i in (0, 1))
    return f"{kind:<{_WORK + 4}}{times}{ratios}{hits / len(ours):>10.1f}"


def _times(pair: Pair, share: float) -> str:
    ours, bare = (percentile(merged(side), share) * 1e3 for side in (pair.ours, pair.bare))
    return f"{ours:.2f} / {bare:.2f}"


def _both(pair: Pair, of: Callable[[Round], float], how: str) -> str:
    middle = [sorted(map(of, side))[len(side) // 2] for side in (pair.ours, pair.bare)]
    return " / ".join(format(value, how) for value in middle)
