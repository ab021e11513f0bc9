"""The timeline: who did what, where and when, told from the feed to whoever may know it."""

from datetime import UTC, datetime
from typing import Annotated, Any
from uuid import UUID

import asyncpg
import orjson
from pydantic import Field

from contracts.event import Event
from contracts.values import ClientId, InstitutionRef, View, WorkerId
from gateway.record.reading import fetch, grounds_of
from gateway.record.telling import Telling, telling
from kernel.callers import Caller
from kernel.pages import CursorUnreadable, cursor, place
from kernel.rights import Seat


class Who(View):
    """The worker who acted."""

    id: WorkerId
    name: str | None


class Entry(View):
    """One thing that happened."""

    id: UUID
    at: datetime
    who: Annotated[Who | None, Field(description="None: the system itself.")]
    where: InstitutionRef | None
    type: Annotated[str, Field(examples=["referral.accepted.v1"])]
    what: Annotated[str, Field(examples=["A client was referred to another institution."])]
    details: Annotated[dict[str, Any], Field(description="The event's own ids, codes and days.")]
    merged_from: Annotated[
        ClientId | None, Field(description="The merged record that it happened to, if to one.")
    ]


class Timeline(View):
    """What happened to a client, oldest first."""

    client_id: ClientId
    items: list[Entry]
    next: str | None


_SQL = """
SELECT j.event_id, j.subject, j.time, j.actor, j.institution, j.type, j.data,
       w.name AS worker, p.name, p.kind
FROM journal j
LEFT JOIN workers w ON w.id = j.actor AND w.institution = j.institution
LEFT JOIN parties p ON p.id = j.institution
WHERE j.subject = ANY($1) AND j.type = ANY($2) AND (j.time, j.event_id) > ($3, $4)
ORDER BY j.time, j.event_id LIMIT $5
"""
_BEGINNING = ("1970-01-01T00:00:00+00:00", str(UUID(int=0)))


async def read_timeline(
    pool: asyncpg.Pool,
    client_id: UUID,
    by: Caller,
    *,
    limit: int,
    after: str | None,
    language: str,
) -> Timeline:
    """Tell what belongs to sections the reader sees at least in part."""
    found = await fetch(pool, client_id, by)
    told = telling(Seat.of(by), grounds_of(found.live))
    at, event_id = _after(after)
    rows = await pool.fetch(_SQL, found.family, told.types, at, event_id, limit + 1)
    more = len(rows) > limit
    rows = rows[:limit]
    end = f"{rows[-1]['time'].isoformat()}|{rows[-1]['event_id']}" if more else None
    return Timeline(
        client_id=found.client_id,
        items=[_entry(row, language, told, found.client_id) for row in rows],
        next=cursor(end) if end else None,
    )


def _after(after: str | None) -> tuple[datetime, UUID]:
    at, _, event_id = place(after).partition("|") if after else (_BEGINNING[0], "", _BEGINNING[1])
    try:
        return datetime.fromisoformat(at).astimezone(UTC), UUID(event_id)
    except (ValueError, OverflowError):
        raise CursorUnreadable from None


def _entry(row: asyncpg.Record, language: str, told: Telling, client_id: UUID) -> Entry:
    event = Event.known[row["type"]]
    sentence = event.pl if language == "pl" else " ".join((event.__doc__ or "").split())
    where = None
    if row["institution"] and row["kind"]:
        where = InstitutionRef(id=row["institution"], name=row["name"], kind=row["kind"])
    return Entry(
        id=row["event_id"],
        at=row["time"],
        who=Who(id=row["actor"], name=row["worker"]) if row["actor"] else None,
        where=where,
        type=row["type"],
        what=sentence,
        details=told.details(row["type"], orjson.loads(row["data"])),
        merged_from=row["subject"] if row["subject"] != client_id else None,
    )
