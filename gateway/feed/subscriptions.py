"""Subscriptions: where an institution wants its events sent, how it changes that, what it is shown."""

from datetime import timedelta
from enum import StrEnum
from typing import Annotated, Any
from uuid import UUID

import sqlalchemy as sa
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from contracts.values import View
from gateway.feed.guard import LONGEST
from gateway.feed.reading import EventType, cursor_at, seq_at
from gateway.feed.sending import DeliveryResult
from gateway.feed.signing import new_secret, place_of
from gateway.tables import deliveries, subscriptions
from kernel import clock, ids
from kernel.callers import Caller
from kernel.refusals import Kind, Refusal
from kernel.tables import journal, journals
from kernel.transactions import Transaction

MOST = 20
_NEWEST = 2**62
OVERLAP = timedelta(hours=24)


class SubscriptionNotFound(Refusal):
    """Your institution has no such subscription."""

    kind = Kind.MISSING
    pl = "Twoja instytucja nie ma takiej subskrypcji."


class TooManySubscriptions(Refusal):
    """An institution has twenty subscriptions at most; end one first."""

    kind = Kind.CONFLICT
    pl = "Instytucja może mieć najwyżej dwadzieścia subskrypcji; proszę najpierw zakończyć którąś."


class SubscriptionStatus(StrEnum):
    """Whether events are sent."""

    ACTIVE = "active"
    DISABLED = "disabled"


class DisabledBecause(StrEnum):
    """Why a subscription is disabled."""

    ASKED = "asked"
    """Somebody of your institution did."""
    UNANSWERED = "unanswered"
    """Ten attempts in three days failed."""
    GONE = "gone"
    """Your server answered 410."""


class Subscribe(BaseModel):
    """Where events are to be sent, and which."""

    model_config = ConfigDict(extra="forbid")
    url: Annotated[
        str,
        Field(
            min_length=1,
            max_length=LONGEST,
            description="https, port 443 or 8443, on the public internet.",
        ),
    ]
    types: Annotated[
        list[EventType], Field(max_length=50, description="None named: all you may see.")
    ] = []
    after: Annotated[
        str | None,
        Field(max_length=200, description="A place in the feed to begin after; none: now."),
    ] = None


class Replay(BaseModel):
    """From where events are sent again."""

    model_config = ConfigDict(extra="forbid")
    after: Annotated[
        str | None,
        Field(
            max_length=200,
            description="A place in the feed (`next`, or `cursor` of a delivery); none: from the"
            " beginning. The cursor of an event that your server cannot take skips that event.",
        ),
    ] = None


class SubscriptionView(View):
    """A subscription as its institution sees it."""

    id: UUID
    url: str
    types: list[str]
    status: SubscriptionStatus
    reason: DisabledBecause | None
    checkpoint: Annotated[str, Field(description="What lies before it is settled.")]
    behind: Annotated[int, Field(description="Numbers of the feed not looked at yet.")]
    failures: Annotated[int, Field(description="Failed attempts in a row.")]
    next_attempt_at: AwareDatetime | None
    two_secrets_until: Annotated[
        AwareDatetime | None, Field(description="Until then the old secret signs too.")
    ]
    created_at: AwareDatetime


class SubscriptionMade(SubscriptionView):
    """With the secret, which is shown this once."""

    secret: Annotated[str, Field(description="`whsec_…`, of Standard Webhooks.")]


class Subscriptions(View):
    """All subscriptions of an institution."""

    items: list[SubscriptionView]


class DeliveryView(View):
    """One attempt."""

    event_id: Annotated[UUID, Field(description="The `webhook-id`.")]
    type: str
    cursor: Annotated[str, Field(description="The event's place in the feed.")]
    attempt: int
    at: AwareDatetime
    result: DeliveryResult
    status: Annotated[int | None, Field(description="What your server answered.")]
    milliseconds: int


class Deliveries(View):
    """What was sent within thirty days, newest first."""

    items: list[DeliveryView]
    next: str | None


class Tested(View):
    """What became of a test."""

    result: DeliveryResult
    status: int | None
    milliseconds: int


async def feed_of(tx: Transaction) -> tuple[UUID, int]:
    """The id of the feed and its last number."""
    head = sa.select(sa.func.coalesce(sa.func.max(journal.c.seq), 0)).scalar_subquery()
    row = (await tx.session.execute(sa.select(journals.c.id, head.label("head")))).one()
    return row.id, row.head


async def make(tx: Transaction, by: Caller, command: Subscribe) -> SubscriptionMade:
    """Begin to send an institution its events."""
    # Two at once count one after the other.
    await tx.session.execute(
        sa.text("SELECT pg_advisory_xact_lock(7006, hashtext(:whose))"),
        {"whose": str(by.institution)},
    )
    mine = sa.select(sa.func.count()).where(subscriptions.c.institution == by.institution)
    if (await tx.session.scalar(mine) or 0) >= MOST:
        raise TooManySubscriptions
    feed, head = await feed_of(tx)
    one, secret, now = ids.new(), new_secret(), clock.now()
    row = {
        "id": one,
        "institution": by.institution,
        "institution_name": by.institution_name,
        "kind": by.kind.value,
        "roles": sorted(by.roles),
        "worker": by.worker,
        "worker_name": by.name,
        "url": command.url,
        "types": command.types,
        "secret": tx.vault.answers.seal(secret.encode(), place_of(one)),
        "status": SubscriptionStatus.ACTIVE,
        "checkpoint": seq_at(feed, command.after) if command.after else head,
        "failures": 0,
        "next_at": now,
        "created_at": now,
    }
    await tx.session.execute(sa.insert(subscriptions).values(row))
    return await _with_secret(tx, by, one, secret)


async def rotate(tx: Transaction, by: Caller, one: UUID) -> SubscriptionMade:
    """A new secret; for a day both sign, so that a receiver may change over when it likes."""
    secret = new_secret()
    sealed = tx.vault.answers.seal(secret.encode(), place_of(one))
    await change(
        tx, by, one,
        old_secret=subscriptions.c.secret, old_until=clock.now() + OVERLAP, secret=sealed,
    )  # fmt: skip
    return await _with_secret(tx, by, one, secret)


async def _with_secret(tx: Transaction, by: Caller, one: UUID, secret: str) -> SubscriptionMade:
    shown = await show(tx, by, one)
    return SubscriptionMade(**shown.model_dump(), secret=secret)


async def change(tx: Transaction, by: Caller, one: UUID, **values: Any) -> None:
    """Change a subscription of the caller's institution."""
    done = await tx.session.execute(
        sa.update(subscriptions)
        .where(*_own(by, one))
        .values(**values)
        .returning(subscriptions.c.id)
    )
    if done.first() is None:
        raise SubscriptionNotFound


async def disable(tx: Transaction, by: Caller, one: UUID) -> SubscriptionView:
    """Send nothing until it is resumed; where it has got to is kept."""
    await change(tx, by, one, status=SubscriptionStatus.DISABLED, reason=DisabledBecause.ASKED)
    return await show(tx, by, one)


async def resume(tx: Transaction, by: Caller, one: UUID) -> SubscriptionView:
    """Send what came since, from the checkpoint on, and at once."""
    await change(
        tx, by, one, status=SubscriptionStatus.ACTIVE, reason=None, failures=0, next_at=clock.now()
    )
    return await show(tx, by, one)


async def replay(tx: Transaction, by: Caller, one: UUID, command: Replay) -> SubscriptionView:
    """Send again from a place on, to whoever may still see; a disabled one keeps waiting."""
    feed, head = await feed_of(tx)
    at = min(seq_at(feed, command.after), head)
    await change(tx, by, one, checkpoint=at, failures=0, next_at=clock.now())
    return await show(tx, by, one)


async def end(tx: Transaction, by: Caller, one: UUID) -> None:
    """End it, and forget what was sent."""
    done = await tx.session.execute(
        sa.delete(subscriptions).where(*_own(by, one)).returning(subscriptions.c.id)
    )
    if done.first() is None:
        raise SubscriptionNotFound


async def show(tx: Transaction, by: Caller, one: UUID) -> SubscriptionView:
    """One of the caller's institution."""
    found = await _rows(tx, *_own(by, one))
    if not found:
        raise SubscriptionNotFound
    return found[0]


async def listed(tx: Transaction, by: Caller) -> Subscriptions:
    """All of the caller's institution, oldest first."""
    return Subscriptions(items=await _rows(tx, subscriptions.c.institution == by.institution))


async def delivered(
    tx: Transaction, by: Caller, one: UUID, limit: int, after: str | None
) -> Deliveries:
    """The attempts of one subscription, newest first, on from where the last page ended."""
    await show(tx, by, one)
    feed, _ = await feed_of(tx)
    before = seq_at(feed, after) if after else _NEWEST
    query = (
        sa.select(deliveries)
        .where(deliveries.c.subscription_id == one, deliveries.c.id < before)
        .order_by(deliveries.c.id.desc())
        .limit(limit + 1)
    )
    rows = (await tx.session.execute(query)).mappings().all()
    return Deliveries(
        items=[_delivery(row, feed) for row in rows[:limit]],
        next=cursor_at(feed, rows[limit - 1]["id"]) if len(rows) > limit else None,
    )


def _delivery(row: sa.RowMapping, feed: UUID) -> DeliveryView:
    told = {name: row[name] for name in DeliveryView.model_fields if name in row}
    return DeliveryView(**told, cursor=cursor_at(feed, row["seq"]))


async def _rows(tx: Transaction, *conditions: sa.ColumnElement[bool]) -> list[SubscriptionView]:
    feed, head = await feed_of(tx)
    query = sa.select(subscriptions).where(*conditions).order_by(subscriptions.c.id)
    rows = (await tx.session.execute(query)).mappings().all()
    return [_view(row, feed, head) for row in rows]


def _view(row: sa.RowMapping, feed: UUID, head: int) -> SubscriptionView:
    waits = row["status"] == SubscriptionStatus.ACTIVE and row["failures"]
    old_until = row["old_until"]
    return SubscriptionView(
        id=row["id"],
        url=row["url"],
        types=row["types"],
        status=row["status"],
        reason=row["reason"],
        checkpoint=cursor_at(feed, row["checkpoint"]),
        behind=max(head - row["checkpoint"], 0),
        failures=row["failures"],
        next_attempt_at=row["next_at"] if waits else None,
        two_secrets_until=old_until if old_until and old_until > clock.now() else None,
        created_at=row["created_at"],
    )


def _own(by: Caller, one: UUID) -> list[sa.ColumnElement[bool]]:
    return [subscriptions.c.id == one, subscriptions.c.institution == by.institution]
