"""Hears one journal: every event applied once, in order, whatever the broker did to it.

    broker ──► in sequence? ──yes──► apply + checkpoint in one commit ──► acknowledge
                   │ no: a gap, silence, another journal
                   ▼
              read the journal itself over HTTP, go on from the checkpoint

A failing event is tried again, then parked with its subject's later events; others flow on.
"""

import asyncio
from collections.abc import Sequence
from typing import Any, Protocol
from uuid import UUID

import asyncpg
import orjson
import sqlalchemy as sa

from kernel.bus import BrokerDown, Bus, Ear, Message
from kernel.journal import Fact
from kernel.observe import HEARD, PARKED, log, where
from kernel.refusals import Refusal
from kernel.tables import parked
from kernel.transactions import Database, Transaction, begin, transient

_LEAD = "SELECT pg_try_advisory_lock(7002, hashtext($1))"
_PAGE = 500
_TRIES = 3


class Page(Protocol):
    """A stretch of a journal."""

    @property
    def journal(self) -> UUID:
        """Which journal it is."""

    @property
    def facts(self) -> Sequence[Fact]:
        """The events, in order."""


class JournalReader(Protocol):
    """Reads another's journal, over HTTP."""

    async def read_journal(self, source: str, after: int, limit: int) -> Page:
        """The numbered events after a sequence."""


class Listener(Protocol):
    """What is done with events."""

    async def prepare(self, facts: Sequence[Fact]) -> Any:
        """Fetch what is needed from elsewhere, before any transaction is open."""

    async def hear(self, facts: Sequence[Fact], tx: Transaction, prepared: Any) -> None:
        """Apply events, in order, inside the transaction that moves the checkpoint."""


class LostTheLead(Exception):
    """Somebody else moved the checkpoint: let him."""


class Hearer:
    """The one active hearer of a journal for one service."""

    def __init__(
        self,
        source: str,
        database: Database,
        bus: Bus,
        reader: JournalReader,
        listener: Listener,
        *,
        heal_seconds: float,
    ) -> None:
        self.source = source
        self._database = database
        self._bus = bus
        self._reader = reader
        self._listener = listener
        self._heal_seconds = heal_seconds
        self._journal: UUID | None = None
        self._seq = 0
        self._ear: Ear | None = None

    async def run(self) -> None:
        """Hear until cancelled."""
        while True:
            try:
                await self._lead()
            except Exception as error:  # noqa: BLE001 the consumer loop is one of three places
                say = log().warning if _passing(error) else log().error
                say("hearing interrupted", source=self.source, error=where(error))
            await asyncio.sleep(0.25)

    async def _lead(self) -> None:
        connection = await self._database.connect()
        try:
            if not await connection.fetchval(_LEAD, self.source):
                await asyncio.sleep(1)
                return
            await self._load_checkpoint(connection)
            await self.heal()
            while not connection.is_closed():
                await self._turn(connection)
        finally:
            connection.terminate()

    async def _turn(self, connection: asyncpg.Connection) -> None:
        messages = await self._messages()
        if messages:
            await self.take([Fact.load(orjson.loads(message.data)) for message in messages])
            for message in messages:
                await message.ack()
        else:
            await self.heal()
        await self._apply_released(connection)

    async def _messages(self) -> list[Message]:
        """What the broker brings; its absence is only slower, never a loss."""
        try:
            if self._ear is None:
                self._ear = await self._bus.listen(self.source, self._database.service)
            return await self._ear.fetch(self._heal_seconds)
        except BrokerDown:
            if self._ear is not None:
                await self._ear.close()
            self._ear = None
            await asyncio.sleep(min(self._heal_seconds, 0.25))
            return []

    async def take(self, facts: Sequence[Fact]) -> None:
        """Apply what follows the checkpoint; skip what was applied; a gap sends to the journal."""
        fresh = sorted((f for f in facts if self._is_news(f)), key=lambda fact: fact.seq)
        if not fresh:
            return
        run = [f for n, f in enumerate(fresh) if f.seq == self._seq + 1 + n]
        if len(run) < len(fresh) or any(f.journal != self._journal for f in fresh):
            await self.heal()
            return
        await self._apply(run, "broker")

    def _is_news(self, fact: Fact) -> bool:
        return fact.journal != self._journal or fact.seq > self._seq

    async def heal(self) -> None:
        """Read the journal itself until nothing is left of it."""
        while True:
            try:
                page = await self._reader.read_journal(self.source, self._seq, _PAGE)
            except Exception as error:
                if transient(error):
                    return  # the source is away; the next turn asks again
                raise
            if page.journal != self._journal:
                # The journal was restored from a backup, or is heard for the first time: read it
                # from its beginning; events applied before are known by their ids.
                restarted, self._journal = self._seq > 0, page.journal
                self._seq = 0
                if restarted:
                    continue
            if not page.facts:
                return
            await self._apply(page.facts, "journal")

    async def _load_checkpoint(self, connection: asyncpg.Connection) -> None:
        row = await connection.fetchrow(
            "SELECT journal, seq FROM checkpoints WHERE source = $1", self.source
        )
        self._journal, self._seq = (row["journal"], row["seq"]) if row else (None, 0)

    async def _apply(self, facts: Sequence[Fact], way: str) -> None:
        """All in one commit; if one of them fails, each in its own, to find out which."""
        try:
            await self._apply_together(facts)
        except Exception as error:
            if _passing(error):
                raise
            for fact in facts:
                await self._apply_alone(fact)
        HEARD.labels(self.source, way).inc(len(facts))

    async def _apply_together(self, facts: Sequence[Fact]) -> None:
        prepared = await self._listener.prepare(facts)
        async with begin(self._database) as tx:
            news = await self._set_aside_blocked(tx, await self._mark_heard(tx, facts))
            await self._listener.hear(news, tx, prepared)
            await self._move_checkpoint(tx, facts[-1])
        self._seq = facts[-1].seq
        self._database.arrivals.note(news)

    async def _apply_alone(self, fact: Fact) -> None:
        for attempt in range(_TRIES):
            try:
                await self._apply_together([fact])
            except Exception as error:
                if _passing(error):
                    raise
                if isinstance(error, Refusal) or attempt == _TRIES - 1:
                    await self._park(fact, error)
                    return
                await asyncio.sleep(0.05 * 4**attempt)
            else:
                return

    async def _park(self, fact: Fact, error: Exception) -> None:
        async with begin(self._database) as tx:
            await self._mark_heard(tx, [fact])
            await _set_aside(tx, self.source, fact, where(error))
            await self._move_checkpoint(tx, fact)
        self._seq = fact.seq
        PARKED.labels(self.source).inc()
        log().error(
            "event parked", source=self.source, event_id=str(fact.id), event_type=fact.type,
            reason=where(error),
        )  # fmt: skip

    async def _mark_heard(self, tx: Transaction, facts: Sequence[Fact]) -> list[Fact]:
        rows = await tx.session.execute(
            _MARK_HEARD,
            {
                "ids": [f.id for f in facts],
                "sources": [f.source for f in facts],
                "subjects": [f.subject for f in facts],
                "versions": [f.version for f in facts],
            },
        )
        news = set(rows.scalars())
        return [fact for fact in facts if fact.id in news]

    async def _set_aside_blocked(self, tx: Transaction, facts: list[Fact]) -> list[Fact]:
        """Events behind a parked one of the same subject wait with it."""
        query = sa.select(parked.c.subject).where(
            parked.c.source == self.source, parked.c.subject.in_([f.subject for f in facts])
        )
        blocked = set(await tx.session.scalars(query)) if facts else set()
        for fact in facts:
            if fact.subject in blocked:
                await _set_aside(tx, self.source, fact, "behind a parked event")
        return [fact for fact in facts if fact.subject not in blocked]

    async def _move_checkpoint(self, tx: Transaction, last: Fact) -> None:
        """Move from where this hearer believes it stands: of two believers one is turned away."""
        moved = await tx.session.execute(
            _MOVE,
            {"source": self.source, "journal": last.journal, "old": self._seq, "seq": last.seq},
        )
        if moved.first() is None:
            raise LostTheLead

    async def _apply_released(self, connection: asyncpg.Connection) -> None:
        """Apply what an operator released, oldest first; what fails once more is parked again."""
        while (row := await connection.fetchrow(_RELEASED, self.source)) is not None:
            fact = Fact.load(orjson.loads(row["fact"]))
            try:
                await self._apply_parked(fact)
            except Exception as error:
                if _passing(error):
                    raise
                await connection.execute(_PARK_AGAIN, self.source, fact.subject, where(error))

    async def _apply_parked(self, fact: Fact) -> None:
        """Apply it; whatever came after the release waited behind it, and is released with it."""
        prepared = await self._listener.prepare([fact])
        async with begin(self._database) as tx:
            await self._listener.hear([fact], tx, prepared)
            await tx.session.execute(sa.delete(parked).where(parked.c.event_id == fact.id))
            behind = sa.update(parked).where(
                parked.c.source == self.source,
                parked.c.subject == fact.subject,
                parked.c.released_at.is_(None),
            )
            await tx.session.execute(behind.values(released_at=sa.func.now()))


def _passing(error: Exception) -> bool:
    """What goes away by itself and is not the event's fault."""
    return transient(error) or isinstance(error, LostTheLead)


async def _set_aside(tx: Transaction, source: str, fact: Fact, reason: str) -> None:
    await tx.session.execute(
        sa.insert(parked).values(
            event_id=fact.id, source=source, seq=fact.seq, subject=fact.subject,
            fact=fact.cloud_event(), reason=reason,
        )
    )  # fmt: skip


_RELEASED = (
    "SELECT fact FROM parked WHERE source = $1 AND released_at IS NOT NULL ORDER BY seq LIMIT 1"
)
_PARK_AGAIN = (
    "UPDATE parked SET released_at = NULL, reason = $3"
    " WHERE source = $1 AND subject = $2 AND released_at IS NOT NULL"
)
_MARK_HEARD = sa.text(
    "INSERT INTO heard (event_id, source, subject, version)"
    " SELECT * FROM unnest(CAST(:ids AS uuid[]), CAST(:sources AS text[]),"
    " CAST(:subjects AS uuid[]), CAST(:versions AS bigint[]))"
    " ON CONFLICT (event_id) DO NOTHING RETURNING event_id"
)
_MOVE = sa.text(
    "INSERT INTO checkpoints (source, journal, seq) VALUES (:source, :journal, :seq)"
    " ON CONFLICT (source) DO UPDATE SET journal = excluded.journal, seq = excluded.seq"
    " WHERE checkpoints.journal <> excluded.journal OR checkpoints.seq = :old"
    " RETURNING seq"
)
