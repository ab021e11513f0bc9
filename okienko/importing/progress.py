"""How far an import is: a bar on a terminal, a line now and then anywhere else."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

_EVERY_ROWS = 10_000

Seen = Callable[[int, int], None]


@contextmanager
def shown(size: int) -> Iterator[Seen]:
    """Something to tell how many rows are done, and how far the file of this size is read."""
    if sys.stderr.isatty():
        with _bar(size) as seen:
            yield seen
    else:
        yield _lines()


@contextmanager
def _bar(size: int) -> Iterator[Seen]:
    columns = (
        BarColumn(), TextColumn("{task.percentage:>3.0f} %"), TextColumn("{task.fields[rows]} rows"),
        TimeRemainingColumn(),
    )  # fmt: skip
    with Progress(*columns, console=Console(stderr=True)) as progress:
        task = progress.add_task("", total=size or None, rows="0")
        yield lambda rows, end: progress.update(task, completed=end, rows=f"{rows:,}")


def _lines() -> Seen:
    begun, told = time.monotonic(), 0

    def seen(rows: int, _end: int) -> None:
        nonlocal told
        if rows - told >= _EVERY_ROWS:
            told = rows
            rate = rows / max(time.monotonic() - begun, 1e-9)
            print(f"{rows:,} rows, {rate:,.0f} a second", file=sys.stderr, flush=True)

    return seen
