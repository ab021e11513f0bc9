"""Writing the audit log: in groups, so that a read costs no fsync of its own.

Whoever wants an entry waits for the commit of the group it went in; while one group is being
committed the next one gathers.
"""

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from uuid import UUID

from gateway.audit.chain import FIELDS, GENESIS, Entry, link
from kernel.callers import Caller
from kernel.observe import log, where
from kernel.problems import HouseUnavailable
from kernel.transactions import Database

_GROUP = 512
_HEAD = "SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1"
_COLUMNS = ("seq", *FIELDS, "prev", "hash")
_WORKER = """
INSERT INTO workers (id, institution, name) VALUES ($1, $2, $3)
ON CONFLICT (id, institution) DO UPDATE SET name = excluded.name WHERE workers.name <> excluded.name
"""


class AuditLog:
    """The one door into the log."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._waiting: asyncio.Queue[tuple[Entry, asyncio.Future[None]]] = asyncio.Queue()
        self._task: asyncio.Task[None] | None = None
        self._known: set[tuple[str, UUID, str]] = set()

    async def open(self) -> None:
        """Begin to write."""
        self._task = asyncio.create_task(self._run())

    async def close(self) -> None:
        """Stop; whoever still waits is told so."""
        if self._task:
            self._task.cancel()
        while not self._waiting.empty():
            self._waiting.get_nowait()[1].cancel()

    async def write(self, entry: Entry, by: Caller) -> None:
        """Keep an entry; return when it is durable."""
        await self.write_each([entry], by)

    async def write_each(self, entries: Iterable[Entry], by: Caller) -> None:
        """Keep what one request leaves, an entry for each client; return when all are durable."""
        await self._know(by)
        loop = asyncio.get_running_loop()
        waiting = [(entry, loop.create_future()) for entry in entries]
        for one in waiting:
            self._waiting.put_nowait(one)
        await asyncio.gather(*(done for _, done in waiting))

    async def _know(self, by: Caller) -> None:
        """Keep the worker's name, so that a timeline can say who."""
        known = (by.worker, by.institution, by.name)
        if known in self._known:
            return
        await self._database.pool.execute(_WORKER, by.worker, by.institution, by.name)
        self._known.add(known)

    async def _run(self) -> None:
        while True:
            group = [await self._waiting.get()]
            while len(group) < _GROUP and not self._waiting.empty():
                group.append(self._waiting.get_nowait())
            written = False
            try:
                written = await self._try([entry for entry, _ in group])
            finally:
                for _, done in group:
                    _settle(done, written)

    async def _try(self, entries: Sequence[Entry]) -> bool:
        """Commit a group; a failure is told to whoever waits, and the next group is tried anew."""
        try:
            await self._commit(entries)
        except Exception as error:  # noqa: BLE001 whatever it was: without its entry no answer leaves
            log().error("audit not written", error=where(error), count=len(entries))
            return False
        return True

    async def _commit(self, entries: Sequence[Entry]) -> None:
        async with self._database.pool.acquire() as connection, connection.transaction():
            # One writer at a time, whatever process it is in: the chain has one end.
            await connection.execute("SELECT pg_advisory_xact_lock(7003)")
            head = await connection.fetchrow(_HEAD)
            seq, prev = (head["seq"], head["hash"]) if head else (0, GENESIS)
            rows = []
            for entry in entries:
                seq, fields = seq + 1, asdict(entry)
                digest = link(prev, seq, fields)
                rows.append((seq, *(fields[name] for name in FIELDS), prev, digest))
                prev = digest
            await connection.copy_records_to_table("audit", records=rows, columns=_COLUMNS)


def _settle(done: asyncio.Future[None], written: bool) -> None:
    if done.done():
        return
    if written:
        done.set_result(None)
    else:
        done.set_exception(HouseUnavailable(retry_after=1))
