"""What one subscriber is told of the feed: by her relations at the moment of reading, and her rights."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Literal
from uuid import UUID

import asyncpg
import orjson
import sqlalchemy as sa
from pydantic import AwareDatetime, Field
from sqlalchemy.dialects.postgresql import ARRAY

from contracts.event import Event
from contracts.values import View
from gateway.record.reading import Question
from gateway.record.telling import telling
from kernel.callers import Caller
from kernel.pages import CursorUnreadable, cursor, place
from kernel.refusals import Kind, Refusal
from kernel.relations import in_force
from kernel.rights import Seat, grounds
from kernel.tables import journal, relations

STRETCH = 2_000
"""How many numbers of the journal one question looks over: what it costs has a bound, however few of
its events are the reader's."""
_STRETCHES = 5


class UnknownEventType(Refusal):
    """There is no such type of event; docs/events.md and /asyncapi.json list them."""

    kind = Kind.INVALID
    pl = "Nie ma takiego typu zdarzenia; wymienia je docs/events.md i /asyncapi.json."


class FeedBegunAnew(Refusal):
    """The feed was restored and counts anew: read the records you keep once more, then from `after` left out."""

    kind = Kind.CONFLICT
    pl = "Strumień odtworzono i liczy od nowa: proszę odczytać ponownie karty, a potem strumień bez `after`."


EventType = Annotated[
    str,
    Field(
        max_length=80,
        pattern=r"^[a-z_]+(\.[a-z_]+)+\.v[0-9]{1,3}$",
        examples=["referral.accepted.v1"],
    ),
]
"""The wire name of an event (docs/events.md)."""


class FeedEvent(View):
    """One event in the form of CloudEvents 1.0: thin, it names the client by id and tells nothing of her."""

    specversion: Literal["1.0"]
    id: Annotated[UUID, Field(description="The same however often and wherever you receive it.")]
    source: Annotated[str, Field(examples=["/okienko/referrals"])]
    type: Annotated[str, Field(examples=["referral.accepted.v1"])]
    time: AwareDatetime
    subject: Annotated[UUID, Field(description="The client.")]
    datacontenttype: Literal["application/json"]
    partitionkey: Annotated[UUID, Field(description="Events of one key come in their order.")]
    sequence: Annotated[str, Field(description="Its number in this feed; sorts as text.")]
    aggversion: Annotated[int, Field(description="How many events of hers its source had then.")]
    institution: Annotated[
        UUID | None, Field(description="Whose worker it was; none: the house.")
    ] = None
    data: Annotated[
        dict[str, Any],
        Field(
            description="The event's own ids, codes and days; the client's id alone where you may"
            " know only that something happened."
        ),
    ]


class FeedPage(View):
    """What happened after a place in the feed, oldest first."""

    items: list[FeedEvent]
    next: Annotated[str, Field(description="Send it as `after` the next time; always there.")]
    more: Annotated[
        bool, Field(description="Whether to ask on at once; else there is nothing newer.")
    ]


@dataclass(frozen=True)
class Told:
    """One event as a reader is told it, and its number."""

    seq: int
    event: dict[str, Any]

    @property
    def id(self) -> str:
        """The event's own id."""
        return str(self.event["id"])

    @property
    def client(self) -> UUID:
        """Whom it is about."""
        return UUID(self.event["subject"])


@dataclass(frozen=True)
class Stretch:
    """What a reader is told of a piece of the feed, and how far it goes."""

    told: Sequence[Told]
    reached: int
    """Every number up to here was looked at."""
    head: int

    @property
    def more(self) -> bool:
        """Whether there may be more already."""
        return self.reached < self.head

    @property
    def clients(self) -> list[UUID]:
        """Whom it names, each once."""
        return list(dict.fromkeys(one.client for one in self.told))


@dataclass(frozen=True)
class Wanted:
    """Which of the events that she may see a reader asks for."""

    types: Sequence[str] = ()
    """None named: all."""
    client_id: UUID | None = None

    @property
    def names(self) -> list[str]:
        """The wire names to look for. What belongs to no section is between services."""
        return [
            name
            for name, event in Event.known.items()
            if event.section is not None and (not self.types or name in self.types)
        ]


def known_types(types: Collection[str] | None) -> list[str]:
    """The types asked for; one that nobody announces would silently never come."""
    asked = list(dict.fromkeys(types or ()))
    if any(one not in Event.known or Event.known[one].section is None for one in asked):
        raise UnknownEventType
    return asked


def _statement() -> sa.Select[Any]:
    institution = sa.bindparam("institution", type_=sa.Uuid)
    day = sa.bindparam("day", type_=sa.Date)
    client = sa.bindparam("client", type_=sa.Uuid)
    # In plain words, as in gateway.record.reading: a column would be looked for in every inner question.
    subject = sa.literal_column("journal.subject", sa.Uuid)
    ground = sa.func.jsonb_build_array(relations.c.basis, relations.c.scope)
    live = (
        sa.select(sa.func.jsonb_agg(ground).label("grounds"))
        .where(in_force(subject, institution, day))
        .lateral("live")
    )
    return (
        sa.select(
            journal.c.seq, journal.c.event_id, journal.c.source, journal.c.type,
            journal.c.time, journal.c.subject, journal.c.version, journal.c.institution,
            journal.c.data, live.c.grounds,
        )
        .select_from(journal.join(live, sa.true()))
        .where(
            journal.c.seq > sa.bindparam("after", type_=sa.BigInteger),
            journal.c.seq <= sa.bindparam("until", type_=sa.BigInteger),
            journal.c.type == sa.any_(sa.bindparam("types", type_=ARRAY(sa.Text))),
            sa.or_(client.is_(None), journal.c.subject == client),
            live.c.grounds.is_not(None),
        )
        .order_by(journal.c.seq)
        .limit(sa.bindparam("most", type_=sa.BigInteger))
    )  # fmt: skip


_EVENTS = Question(_statement())


async def identity(pool: asyncpg.Pool) -> tuple[UUID, int]:
    """The id of the feed's journal and its last number."""
    row = await pool.fetchrow(
        "SELECT id, (SELECT coalesce(max(seq), 0) FROM journal) AS head FROM journals"
    )
    if row is None:
        raise LookupError("this database has no journal: run the migrations")
    return UUID(int=row["id"].int), row["head"]


async def read_on(
    pool: asyncpg.Pool, by: Caller, wanted: Wanted, *, after: int, most: int
) -> Stretch:
    """What the reader is told of the events after a number, oldest first, `most` of them at most.

    Relations are asked by the very statement that reads the events, so none is told after a withdrawal.
    """
    head = (await identity(pool))[1]
    told: list[Told] = []
    reached, left = after, _STRETCHES
    while reached < head and len(told) < most and left:
        until, left, missing = min(reached + STRETCH, head), left - 1, most - len(told)
        rows = await _EVENTS.ask(
            pool, by, after=reached, until=until, types=wanted.names,
            client=wanted.client_id, most=missing,
        )  # fmt: skip
        told += [one for row in rows if (one := _told(row, by)) is not None]
        reached = rows[-1]["seq"] if len(rows) == missing else until
    return Stretch(told, reached, head)


def _told(row: asyncpg.Record, by: Caller) -> Told | None:
    told = telling(Seat.of(by), grounds((b, s) for b, s in orjson.loads(row["grounds"])))
    if Event.known[row["type"]].section not in told.seen:
        return None
    subject = str(row["subject"])
    event: dict[str, Any] = {
        "specversion": "1.0",
        "id": str(row["event_id"]),
        "source": f"/okienko/{row['source']}",
        "type": row["type"],
        "time": row["time"].isoformat(),
        "subject": subject,
        "datacontenttype": "application/json",
        "partitionkey": subject,
        "sequence": f"{row['seq']:019d}",
        "aggversion": row["version"],
    }
    # Who of the institution did it stays in the record's timeline: a partner's log needs no worker.
    if row["institution"]:
        event["institution"] = str(row["institution"])
    details = told.details(row["type"], orjson.loads(row["data"]))
    return Told(row["seq"], event | {"data": {"client_id": subject} | details})


def cursor_at(feed: UUID, seq: int) -> str:
    """The opaque name of a place in this feed."""
    return cursor(f"{feed.hex}:{seq}")


def seq_at(feed: UUID, after: str | None) -> int:
    """The number that a cursor names; none: before the first event."""
    if after is None:
        return 0
    named, _, number = place(after).partition(":")
    if len(named) != len(feed.hex) or not number.isdecimal() or len(number) > len(str(2**62)):
        raise CursorUnreadable
    if named != feed.hex:
        raise FeedBegunAnew
    return min(int(number), 2**62)
