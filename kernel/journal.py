"""The durable log of what happened here: laid in the same commit, numbered without gaps, readable.

A row's position is taken before its commit, so positions are not in commit order. The relay
therefore numbers committed rows afterwards (`seq`), and everybody else reads by `seq` only.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import asyncpg
import orjson
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession

from contracts.event import Event
from contracts.values import KEPT
from kernel import clock, ids
from kernel.tables import journal


@dataclass(frozen=True)
class Origin:
    """Whose doing an event is: a worker's command, or the event that a reaction answered."""

    actor: str | None = None
    institution: UUID | None = None
    traceparent: str | None = None


@dataclass(frozen=True)
class Fact:
    """One event as it travels: CloudEvents 1.0 attributes, and its place in the journal heard."""

    id: UUID
    source: str
    type: str
    subject: UUID
    version: int
    time: datetime
    actor: str | None
    institution: UUID | None
    traceparent: str | None
    data: dict[str, Any]
    journal: UUID
    seq: int

    @property
    def origin(self) -> Origin:
        """Whose doing it is; a reaction's own events inherit it."""
        return Origin(self.actor, self.institution, self.traceparent)

    def event(self) -> Event | None:
        """The event by its class; none if this release does not know it. Extra fields are let be."""
        known = Event.known.get(self.type)
        return (
            None
            if known is None
            else known.model_validate(self.data, extra="ignore", context=KEPT)
        )

    def dump(self) -> bytes:
        """As CloudEvents JSON."""
        return orjson.dumps(self.cloud_event())

    def cloud_event(self) -> dict[str, Any]:
        """As a CloudEvents object; `sequence` is padded so that it sorts as text."""
        envelope = {
            "specversion": "1.0",
            "id": str(self.id),
            "source": f"/okienko/{self.source}",
            "type": self.type,
            "time": self.time.isoformat(),
            "subject": str(self.subject),
            "datacontenttype": "application/json",
            "aggversion": self.version,
            "journal": str(self.journal),
            "sequence": f"{self.seq:019d}",
            "actor": self.actor,
            "institution": str(self.institution) if self.institution else None,
            "traceparent": self.traceparent,
        }
        return {k: v for k, v in envelope.items() if v is not None} | {"data": self.data}

    @staticmethod
    def load(envelope: dict[str, Any]) -> "Fact":
        """Read a CloudEvents object that a house's own journal wrote."""
        institution = envelope.get("institution")
        return Fact(
            id=UUID(envelope["id"]),
            source=envelope["source"].removeprefix("/okienko/"),
            type=envelope["type"],
            subject=UUID(envelope["subject"]),
            version=envelope["aggversion"],
            time=datetime.fromisoformat(envelope["time"]),
            actor=envelope.get("actor"),
            institution=UUID(institution) if institution else None,
            traceparent=envelope.get("traceparent"),
            data=envelope["data"],
            journal=UUID(envelope["journal"]),
            seq=int(envelope["sequence"]),
        )


# The rows of the subjects stay locked until the commit: one client's events commit in the order
# of their positions, and other clients do not wait. They are locked in the order of their ids, so
# that two transactions about the same two subjects cannot wait for each other.
_COUNT = sa.text(
    "INSERT INTO subjects (subject, version)"
    " SELECT * FROM unnest(CAST(:subjects AS uuid[]), CAST(:counts AS bigint[])) ORDER BY 1"
    " ON CONFLICT (subject) DO UPDATE SET version = subjects.version + excluded.version"
    " RETURNING subject, version,"
    " EXISTS (SELECT 1 FROM restrictions r WHERE r.client_id = subjects.subject) AS restricted"
)


@dataclass(frozen=True)
class Laid:
    """The versions that subjects have now, and those of them whose data are restricted."""

    versions: dict[UUID, int]
    restricted: set[UUID]


async def append(
    session: AsyncSession, source: str, recorded: Sequence[tuple[Event, Origin]]
) -> Laid:
    """Lay events beside the state they describe, in the same transaction; answer the versions."""
    laid = Laid({}, set())
    if not recorded:
        return laid
    left = Counter(event.subject for event, _ in recorded)
    counted = await session.execute(
        _COUNT, {"subjects": list(left), "counts": list(left.values())}
    )
    for row in counted:
        laid.versions[row.subject] = row.version
        laid.restricted.update({row.subject} if row.restricted else ())
    rows = []
    for event, origin in recorded:
        left[event.subject] -= 1
        rows.append(
            _row(source, event, laid.versions[event.subject] - left[event.subject], origin)
        )
    await session.execute(sa.insert(journal), rows)
    return laid


def _row(source: str, event: Event, version: int, origin: Origin) -> dict[str, Any]:
    return {
        "event_id": ids.new(),
        "source": source,
        "type": event.wire_name,
        "subject": event.subject,
        "version": version,
        "time": clock.now(),
        "actor": origin.actor,
        "institution": origin.institution,
        "traceparent": origin.traceparent,
        "data": event.model_dump(mode="json"),
    }


async def relay_on(session: AsyncSession, facts: Sequence[Fact]) -> None:
    """Lay events of others into this journal, which makes it their feed. Known ones stay once."""
    rows = [
        {
            "event_id": fact.id,
            "source": fact.source,
            "type": fact.type,
            "subject": fact.subject,
            "version": fact.version,
            "time": fact.time,
            "actor": fact.actor,
            "institution": fact.institution,
            "traceparent": fact.traceparent,
            "data": fact.data,
        }
        for fact in facts
    ]
    if rows:
        await session.execute(_INSERT_NEW, rows)


_INSERT_NEW = sa.text(
    "INSERT INTO journal (event_id, source, type, subject, version, time, actor, institution,"
    " traceparent, data) VALUES (:event_id, :source, :type, :subject, :version, :time, :actor,"
    " :institution, :traceparent, :data) ON CONFLICT (event_id) DO NOTHING"
).bindparams(sa.bindparam("data", type_=sa.JSON))

_READ = (
    "SELECT j.event_id, j.source, j.type, j.subject, j.version, j.time, j.actor, j.institution,"
    " j.traceparent, j.data, j.seq, i.id AS journal FROM journal j, journals i"
    " WHERE j.seq > $1 ORDER BY j.seq LIMIT $2"
)


def _fact(row: asyncpg.Record) -> Fact:
    return Fact(
        id=row["event_id"],
        source=row["source"],
        type=row["type"],
        subject=row["subject"],
        version=row["version"],
        time=row["time"],
        actor=row["actor"],
        institution=row["institution"],
        traceparent=row["traceparent"],
        data=orjson.loads(row["data"]),
        journal=row["journal"],
        seq=row["seq"],
    )


Link = asyncpg.Connection | asyncpg.pool.PoolConnectionProxy


async def read(connection: Link, after: int, limit: int) -> list[Fact]:
    """The numbered events after a sequence, in order."""
    return [_fact(row) for row in await connection.fetch(_READ, after, limit)]


async def identity(connection: Link) -> tuple[UUID, int]:
    """The id of this journal and its last number."""
    row = await connection.fetchrow(
        "SELECT id, (SELECT coalesce(max(seq), 0) FROM journal) AS head FROM journals"
    )
    if row is None:
        raise LookupError("this database has no journal: run the migrations")
    return row["id"], row["head"]
