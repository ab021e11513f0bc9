"""`python -m benchmarks.benefits`: a schedule over a cohort, and one household's what-if over HTTP.

Beside ours, in one run: bare NumPy (whole columns of floats, as one writes it down at first) and
OpenFisca-core running the same rule, in a Python environment of its own (AGPL, used here alone).
"""

import json
import os
import platform
import resource
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from typing import Annotated, Any, NamedTuple

import numpy as np
import orjson
import typer
import uvloop

from benchmarks import table
from benchmarks.grounds import Site, put_up
from benchmarks.rounds import Side, compare
from benchmarks.wire import request
from kernel import clock
from okienko.examples import EXAMPLES
from services.benefits.domain.cohort import Generated, chunk_of, chunks
from services.benefits.domain.columns import Plan
from services.benefits.domain.exact import Column, Number, most
from services.benefits.domain.law import law_of
from services.benefits.domain.okresowy import periodic_allowance
from services.benefits.domain.parameters import load_parameters
from services.benefits.domain.schedule import Facing, months_of_support
from services.benefits.domain.schedule_choice import ScheduleChoice, schedule_of
from services.benefits.domain.simulation import Simulate, Sums, Variant, simulate
from services.benefits.use_cases.work_on_simulations import CREW

_THEIRS = Path(__file__).with_name("openfisca")
_FIRST = date(2026, 3, 1)
_SHARES = (1.0, 0.75, 0.5, 0.25)
_NEAR = 0.005
"""So far off are sums of 32-bit floats."""
_CORES = max(os.cpu_count() or 1, 1)
_WORTH_A_THREAD = 25_000
"""Households: fewer take less time than handing them to another thread."""
_TURN = 250_000
"""Households a turn at least: small cohorts have more turns, for they are disturbed more easily."""
_ASKED_OF_THEM = {
    "households": {
        "one": {
            "persons": {"2026-02": 4, "2026-03": 4},
            "income": {"2026-02": 248, "2026-03": 3355.85},
            "support": dict.fromkeys(
                [f"2026-{n:02}" for n in range(3, 13)] + ["2027-01", "2027-02"]
            ),
        }
    }
}
_THEIR_QUESTIONS = {
    path: request("POST", path, body=orjson.dumps(_ASKED_OF_THEM))
    for path in ("/trace", "/calculate")
}
"""With its trace, as ours always answers, and without."""
app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)


class Cohort(NamedTuple):
    """Households: how many live in each, their income before and with the job, in grosze."""

    persons: Column
    before: Column
    after: Column


class Taken(NamedTuple):
    """How long a cohort took, and the spending of each month."""

    seconds: float
    cpu: float
    sums: Sequence[float]


@app.command()
def main(
    quick: Annotated[bool, typer.Option(help="Small cohorts, few turns.")] = False,
    times: Annotated[int, typer.Option(min=1, help="Turns of each.")] = 7,
    web: Annotated[bool, typer.Option(help="Measure what-if over HTTP too.")] = True,
) -> None:
    """Measure both."""
    sizes = (10_000,) if quick else (10_000, 100_000, 1_000_000)
    _memory((100_000, 1_000_000) if quick else (1_000_000, 10_000_000))
    with _environment() as python:
        _cohorts(python, sizes, 2 if quick else times)
        if web:
            with put_up() as site, _their_web(python) as (url, pids):
                theirs = {
                    path: Side(url, pids, partial(bytes, asked), 200)
                    for path, asked in _THEIR_QUESTIONS.items()
                }
                uvloop.run(_what_if(site, theirs, 0.5 if quick else 3.0, 1 if quick else 5))


def _memory(sizes: Sequence[int]) -> None:
    """Simulate made-up households, chunk by chunk on every core, and tell the most memory ever had."""
    print()
    for size in sizes:
        made = Generated(households=size)
        asked = Simulate(on=_FIRST, cohort=made, variants=(Variant(name="STEP-12"),))
        for _ in CREW.map(partial(_made_and_simulated, asked, made), chunks(size)):
            pass
        most_kib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        print(f"{size:,} households simulated: at most {most_kib / 1024:,.0f} MiB ever")


def _made_and_simulated(asked: Simulate, made: Generated, number: int) -> Sums:
    return simulate(asked, chunk_of(made, number), _LAW)


def _cohorts(python: Path, sizes: Sequence[int], times: int) -> None:
    print(
        f"\n{clock.today()}, {_CORES} cores ({platform.machine()}); nanoseconds a household, the least of"
        f" {times} turns or more; in brackets those of the processor\n"
    )
    print(
        "| households | ours | bare NumPy | OpenFisca-core "
        "| bare/ours (≥ 2) | OpenFisca/ours (≥ 10) | by processor |"
    )
    print("|---|---|---|---|---|---|---|")
    with subprocess.Popen(  # noqa: S603 ourselves
        [str(python), str(_THEIRS / "rule.py")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as theirs:
        for size in sizes:
            print(_line(size, times, theirs))
        theirs.terminate()


def _line(size: int, times: int, theirs: "subprocess.Popen[str]") -> str:
    cohort = _cohort(size)
    sides: tuple[Callable[[], Taken], ...] = (
        lambda: _timed(lambda: _ours(cohort)),
        lambda: _timed(lambda: _bare(cohort)),
        lambda: _asked(theirs, size),
    )
    # In turns, the first to warm up: what else the machine does falls on all three.
    turns = [[side() for side in sides] for _ in range(times * max(1, _TURN // size) + 1)][1:]
    ours, bare, fisca = turns[0]
    exact = [int(amount) for amount in ours.sums]
    others = [(a, b) for told in (bare, fisca) for a, b in zip(exact, told.sums, strict=True)]
    if any(abs(a - b * 100) > a * _NEAR for a, b in others):
        raise SystemExit("The three do not compute the same rule.")
    wall, cpu = (
        [min(getattr(turn[n], of) for turn in turns) / size * 1e9 for n in range(3)]
        for of in ("seconds", "cpu")
    )
    shown = " | ".join(f"{a:.1f} ({b:.1f})" for a, b in zip(wall, cpu, strict=True))
    ratios = " | ".join(f"{wall[n] / wall[0]:.1f}" for n in (1, 2))
    by_cpu = ", ".join(f"{cpu[n] / cpu[0]:.1f}" for n in (1, 2))
    return f"| {size:,} | {shown} | {ratios} | {by_cpu} |"


def _cohort(size: int) -> Cohort:
    # As in openfisca/rule.py: the same households for all three.
    chance = np.random.default_rng(1)
    persons, before = chance.integers(1, 6, size), chance.integers(0, 200_000, size)
    return Cohort(persons, before, before + chance.integers(100_000, 400_000, size))


def _timed(work: Callable[[], Sequence[float]]) -> Taken:
    begun, cpu = time.perf_counter(), time.process_time()
    sums = work()
    return Taken(time.perf_counter() - begun, time.process_time() - cpu, sums)


def _asked(theirs: "subprocess.Popen[str]", size: int) -> Taken:
    if theirs.stdin is None or theirs.stdout is None:
        raise RuntimeError("OpenFisca was started without pipes")
    theirs.stdin.write(f"{size}\n")
    theirs.stdin.flush()
    return Taken(**json.loads(theirs.stdout.readline()))


_LAW = load_parameters()
_BEFORE, _AFTER = law_of("2026-02", None, _LAW), law_of("2026-03", None, _LAW)
_SCHEDULE = schedule_of(ScheduleChoice(), _LAW.schedule_presets["STEP-12"].values[0].value)


def _rule(persons: Column, before: Column, after: Column) -> list[Number]:
    """The months of support; those of one step share one column."""
    lost = most(
        periodic_allowance(_BEFORE, persons=persons, income=before)
        - periodic_allowance(_AFTER, persons=persons, income=after),
        0,
    )
    months = months_of_support(_SCHEDULE, Facing(lost), first_paid_on=_FIRST)
    return [month.amount for month in months]


_PLAN = Plan(len(Cohort._fields), _rule)


def _ours(cohort: Cohort) -> Sequence[float]:
    """As simulations are worked on: on every core, where there is enough for each."""
    size = len(cohort.persons)
    each = -(-size // max(1, min(_CORES, size // _WORTH_A_THREAD)))
    parts = [Cohort(*(one[at : at + each] for one in cohort)) for at in range(0, size, each)]
    found = [_sums(parts[0])] if len(parts) == 1 else list(CREW.map(_sums, parts))
    return [sum(month) for month in zip(*found, strict=True)]


def _sums(cohort: Cohort) -> list[int]:
    totals = [0] * len(_SCHEDULE.steps)
    for paid in _PLAN.blocks(*cohort):
        # Months of one step share one column, as in a simulation: it is added up once.
        sums = {
            which: int(np.add.reduce(column)) for which, column in {id(c): c for c in paid}.items()
        }
        totals = [total + sums[id(column)] for total, column in zip(totals, paid, strict=True)]
    return totals


def _bare(cohort: Cohort) -> Sequence[float]:
    """As one writes it down at first; in złoty."""
    persons, before, after = (column.astype(np.float64) for column in cohort)
    lost = np.maximum(
        _bare_okresowy(persons, before / 100) - _bare_okresowy(persons, after / 100), 0
    )
    return [float(np.round(lost * share, 2).sum()) for share in _SHARES for _ in range(3)]


def _bare_okresowy(persons: Any, income: Any) -> Any:
    criterion = np.where(persons == 1, 1010.0, 823.0 * persons)
    amount = np.round((criterion - income) * 0.5, 2)
    amount = np.where(persons == 1, np.minimum(amount, 823.0), amount)
    return np.where(income < criterion, np.maximum(amount, 20.0), 0.0)


@contextmanager
def _environment() -> Iterator[Path]:
    """A Python of its own with OpenFisca in it, as its lock names it; gone afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="okienko-openfisca-"))
    try:
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)  # noqa: S603
        python = folder / "bin" / "python"
        install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        lock = str(_THEIRS / "requirements.lock")
        subprocess.run([str(python), *install, "--require-hashes", "-r", lock], check=True)  # noqa: S603
        yield python
    finally:
        shutil.rmtree(folder, ignore_errors=True)


async def _what_if(site: Site, theirs: Mapping[str, Side], seconds: float, times: int) -> None:
    """One household over HTTP, at benefits itself and at OpenFisca's web API, a worker each."""
    body = orjson.dumps(EXAMPLES["compute_what_if"].body)
    asked = request("POST", "/v1/benefits/what-if", site.login("ops-zabrze"), body=body)
    ours = Side(site.run.service_urls["benefits"], site.pids("benefits"), lambda: asked, 200)
    print("\nWhat-if of one household with its trace, beside OpenFisca's web API:")
    print(table.head(platform.machine()))
    for path, side in theirs.items():
        pair = await compare(ours, side, seconds=seconds, times=times, connections=1)
        print(table.line(f"what-if / {path}", 1, pair, aim=4.0))


@contextmanager
def _their_web(python: Path) -> Iterator[tuple[str, list[int]]]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    # Threads keep a connection open; its plain worker closes it after every answer.
    command = [
        "-m",
        "gunicorn",
        "-w",
        "1",
        "--threads",
        "1",
        "-k",
        "gthread",
        "-b",
        f"127.0.0.1:{port}",
    ]
    with subprocess.Popen(  # noqa: S603
        [str(python), *command, "web:app"],
        cwd=_THEIRS,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            _wait_for(port)
            yield f"http://127.0.0.1:{port}", _children(process.pid)
        finally:
            process.terminate()


def _wait_for(port: int) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        with socket.socket() as knocking:
            if knocking.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise SystemExit("OpenFisca's web API did not start.")


def _children(pid: int) -> list[int]:
    return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


if __name__ == "__main__":
    app()
