"""An import from the first row to the last: read, mapped, sent in batches, counted, set aside.

However long the file is, only the batches on their way are in memory. They are answered for in the
order of the file, so that the rejected rows lie in that order too.
"""

import asyncio
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from time import perf_counter
from typing import Any, Protocol

import orjson

from okienko.importing.mapping import ClientMapping, Finding
from okienko.importing.rejected import RejectedRows
from okienko.importing.report import Report
from okienko.importing.sending import MOST_BYTES
from okienko.importing.table import Record, Table


class Carrier(Protocol):
    """Takes rows to where they are registered."""

    async def send(self, rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
        """What became of each row, in their order."""


@dataclass
class Passenger:
    """One row of the file: on its way, or left behind with the reason."""

    record: Record
    row: dict[str, Any] | None
    findings: tuple[Finding, ...] = ()
    notes: tuple[Finding, ...] = ()


@dataclass
class Batch:
    """Rows that travel together, and those between them that do not travel at all."""

    passengers: list[Passenger] = field(default_factory=list)
    size: int = 0

    @property
    def rows(self) -> list[dict[str, Any]]:
        """What is sent."""
        return [p.row for p in self.passengers if p.row is not None]


@dataclass(frozen=True)
class Import:
    """Everything one import needs."""

    table: Table
    mapping: ClientMapping
    report: Report
    rejected: RejectedRows
    rows_at_once: int = 250
    in_flight: int = 3
    pace: int | None = None
    """Rows a second at most, for a house where people work meanwhile; none: as fast as it goes."""
    seen: Callable[[int, int], None] = lambda _rows, _end: None
    """Told after each batch: how many rows, and how far the file."""

    async def carry_out(self, carrier: Carrier) -> None:
        """Bring every row in, or set it aside."""
        under_way = deque[tuple[Batch, "asyncio.Task[list[dict[str, Any]]]"]]()
        begun, sent = perf_counter(), 0
        try:
            for batch in self.batches():
                if self.pace:
                    await asyncio.sleep(begun + sent / self.pace - perf_counter())
                sent += len(batch.rows)
                under_way.append((batch, asyncio.create_task(_sent(carrier, batch))))
                if len(under_way) >= self.in_flight:
                    await self._settle(under_way)
            while under_way:
                await self._settle(under_way)
        finally:
            tasks = [task for _, task in under_way]
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    def batches(self) -> Iterator[Batch]:
        """The rows of the file in batches small enough to send."""
        batch = Batch()
        for passenger in map(self._check_in, self.table.records()):
            weight = len(orjson.dumps(passenger.row)) if passenger.row is not None else 0
            full = len(batch.passengers) >= self.rows_at_once or batch.size + weight > MOST_BYTES
            if full and batch.passengers:
                yield batch
                batch = Batch()
            batch.passengers.append(passenger)
            batch.size += weight
        if batch.passengers:
            yield batch

    def _check_in(self, record: Record) -> Passenger:
        if record.fault is not None:
            return Passenger(record, None, (Finding("", record.fault),))
        mapped = self.mapping.apply(record)
        return Passenger(record, mapped.row, mapped.findings, mapped.notes)

    async def _settle(
        self, under_way: deque[tuple[Batch, "asyncio.Task[list[dict[str, Any]]]"]]
    ) -> None:
        """Answer for the oldest batch."""
        batch, task = under_way[0]
        items = iter(await task)
        under_way.popleft()
        for passenger in batch.passengers:
            item = None if passenger.row is None else next(items)
            self._count(passenger, item)
        self.seen(self.report.rows, batch.passengers[-1].record.end)

    def _count(self, passenger: Passenger, item: dict[str, Any] | None) -> None:
        record = passenger.record
        outcome = "rejected" if item is None else str(item["outcome"])
        problems = [*passenger.findings]
        if item is not None:
            problems += self._findings(item["problems"])
        self.report.count(record.line, outcome, problems)
        self.report.note(record.line, passenger.notes)
        if problems:
            self.rejected.add(record, problems)
            self.report.set_aside += 1

    def _findings(self, problems: Iterable[dict[str, Any]]) -> list[Finding]:
        found = []
        for problem in problems:
            whom = problem.get("registered_at")
            detail = problem["detail"] + (f" ({whom})" if whom else "")
            found.append(Finding(self.mapping.column_at(problem["pointer"]), detail))
        return found


async def _sent(carrier: Carrier, batch: Batch) -> list[dict[str, Any]]:
    rows = batch.rows
    return await carrier.send(rows) if rows else []
