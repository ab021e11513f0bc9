"""Handing the feed over to the subscriptions, each by a task of its own and in the order of the feed.

Whoever takes a subscription holds it for a minute and renews that before every attempt; a process that
is killed lets go of it so, and another goes on from its checkpoint. What was under way then comes twice,
under the same `webhook-id`.
"""

import asyncio
import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from uuid import UUID

import asyncpg
import orjson
from prometheus_client import Counter, Histogram

from contracts.values import InstitutionKind
from gateway.audit.chain import Entry
from gateway.audit.log import AuditLog
from gateway.feed.pulse import Pulse
from gateway.feed.reading import Told, Wanted, read_on
from gateway.feed.sending import DeliveryResult, Outcome, Sender
from gateway.feed.signing import place_of, signed
from kernel import clock, ids
from kernel.callers import Caller
from kernel.observe import log, where
from kernel.service import stop
from kernel.transactions import Database, Transaction, transient

DELIVERIES = Counter(
    "okienko_webhook_deliveries_total", "Attempts to hand an event over, by result.", ["result"]
)
LAG = Histogram(
    "okienko_webhook_lag_seconds",
    "From what happened to its delivery by webhook.",
    buckets=(0.1, 0.25, 0.5, 1, 2, 5, 15, 60, 600, 3_600, 36_000, 360_000),
)
DISABLED = Counter(
    "okienko_webhooks_disabled_total", "Subscriptions that the house disabled.", ["reason"]
)

_S, _M, _H = timedelta(seconds=1), timedelta(minutes=1), timedelta(hours=1)
WAITS = (5 * _S, 5 * _M, 30 * _M, 2 * _H, 5 * _H, 10 * _H, 14 * _H, 20 * _H, 24 * _H)
"""Between one attempt and the next (Standard Webhooks 1.0): the first is made at once, the tenth after
three days and three hours. After that the subscription is disabled, and waits to be resumed."""
JITTER = 0.1
"""By how much of itself a wait may grow, so that a server that comes back is not met by all at once."""
HOLD = timedelta(minutes=1)
AT_ONCE = 256
"""Subscriptions under way in one process: a partner that hangs costs one of these places for 15 s."""
KEPT = timedelta(days=30)


@dataclass(frozen=True)
class Subscription:
    """What a delivery needs to know of a subscription."""

    id: UUID
    by: Caller
    """In whose name it was made: the feed tells it what that seat may know."""
    url: str
    wanted: Wanted
    secrets: tuple[bytes, ...]
    """Sealed; the newest first."""
    checkpoint: int
    failures: int


def subscription_of(row: asyncpg.Record, now: datetime) -> Subscription:
    """A subscription from its row."""
    old = row["old_secret"] if row["old_until"] and row["old_until"] > now else None
    by = Caller(
        worker=row["worker"],
        name=row["worker_name"],
        institution=UUID(int=row["institution"].int),
        institution_name=row["institution_name"],
        kind=InstitutionKind(row["kind"]),
        roles=frozenset(row["roles"]),
    )
    return Subscription(
        id=UUID(int=row["id"].int),
        by=by,
        url=row["url"],
        wanted=Wanted(row["types"]),
        secrets=(row["secret"], *([old] if old else [])),
        checkpoint=row["checkpoint"],
        failures=row["failures"],
    )


class Deliverer:
    """Delivers for all subscriptions, together with the other processes of the gateway."""

    def __init__(
        self,
        database: Database,
        audit: AuditLog,
        pulse: Pulse,
        sender: Sender,
        now: Callable[[], datetime] = clock.now,
    ) -> None:
        self._database = database
        self._audit = audit
        self._pulse = pulse
        self._sender = sender
        self._now = now
        self._me = ids.new()
        self._loop: asyncio.Task[None] | None = None
        self._under_way: dict[UUID, asyncio.Task[None]] = {}

    async def open(self) -> None:
        """Begin to deliver."""
        self._loop = asyncio.create_task(self._run())

    async def close(self) -> None:
        """Stop at once; what was under way is delivered again by whoever goes on."""
        if self._loop:
            await stop([self._loop])
        await stop(list(self._under_way.values()))
        try:
            await self._database.pool.execute(_LET_GO_ALL, self._me)
        except (asyncpg.PostgresError, asyncpg.InterfaceError, OSError) as error:
            log().warning("subscriptions let go by time alone", error=where(error))

    async def once(self) -> None:
        """Take what is due, and bring it to where it must wait: what `open` does for ever."""
        await self._take()
        await asyncio.gather(*self._under_way.values())

    async def _run(self) -> None:
        while True:
            try:
                await self._take()
            except Exception as error:  # noqa: BLE001 a database that is away for a moment ends no delivering
                say = log().warning if transient(error) else log().error
                say("delivering interrupted", error=where(error))
            await self._pulse.next(1.0)

    async def _take(self) -> None:
        free, now = AT_ONCE - len(self._under_way), self._now()
        # Not what is under way: its task lets go a moment before it ends.
        mine = list(self._under_way)
        rows = await self._database.pool.fetch(_TAKE, self._me, now, now + HOLD, free, mine)
        for row in rows:
            one = UUID(int=row["id"].int)
            self._under_way[one] = asyncio.create_task(self._serve(one))
            self._under_way[one].add_done_callback(partial(self._ended, one))

    def _ended(self, subscription_id: UUID, _: object) -> None:
        self._under_way.pop(subscription_id, None)

    async def _serve(self, subscription_id: UUID) -> None:
        """Deliver to one until it has all, or must wait."""
        try:
            while await self._step(subscription_id):
                pass
        except Exception as error:  # noqa: BLE001 of one subscription; the others know nothing of it
            say = log().warning if transient(error) else log().error
            say("delivery interrupted", error=where(error))
            return
        await self._database.pool.execute(_LET_GO, subscription_id, self._me)

    async def _step(self, subscription_id: UUID) -> bool:
        """The next event, if there is one: read only now, so that a right that ended is respected."""
        now = self._now()
        row = await self._database.pool.fetchrow(
            _HOLD_ON, subscription_id, self._me, now, now + HOLD
        )
        if row is None:
            return False
        one = subscription_of(row, now)
        found = await read_on(
            self._database.pool, one.by, one.wanted, after=one.checkpoint, most=1
        )
        if not found.told:
            await self._database.pool.execute(
                _PASS_BY, one.id, self._me, one.checkpoint, found.reached
            )
            return found.more
        outcome = await self.attempt(one, found.told[0])
        await self._settle(one, found.told[0], outcome)
        return outcome.result is DeliveryResult.DELIVERED

    async def attempt(self, one: Subscription, told: Told) -> Outcome:
        """Sign an event as of now and send it; that the client was told of is noted before."""
        now = self._now()
        await self._audit.write(_entry(one, told, now), one.by)
        seal = self._database.vault.answers
        secrets = [seal.open(sealed, place_of(one.id)).decode() for sealed in one.secrets]
        body = orjson.dumps(told.event)
        outcome = await self._sender.send(one.url, signed(told.id, now, body, secrets), body)
        DELIVERIES.labels(outcome.result.value).inc()
        return outcome

    async def _settle(self, one: Subscription, told: Told, outcome: Outcome) -> None:
        """Write down what became of it. Whoever replays or disables meanwhile has the last word."""
        now, delivered = self._now(), outcome.result is DeliveryResult.DELIVERED
        failures = 0 if delivered else one.failures + 1
        reason = None if delivered else _given_up(failures, outcome)
        wait = timedelta() if delivered or reason else pause(failures, outcome.retry_after)
        async with self._database.pool.acquire() as link, link.transaction():
            await link.execute(
                LOG, one.id, UUID(told.id), told.event["type"], told.seq, one.failures + 1, now,
                outcome.result.value, outcome.status, round(outcome.seconds * 1000),
            )  # fmt: skip
            await link.execute(
                _SETTLE, one.id, self._me, one.checkpoint, told.seq if delivered else one.checkpoint,
                failures, now + wait, reason,
            )  # fmt: skip
        if delivered:
            LAG.observe((now - datetime.fromisoformat(told.event["time"])).total_seconds())
        if reason:
            DISABLED.labels(reason).inc()
            log().warning("webhook disabled", reason=reason, institution=str(one.by.institution))


def pause(failures: int, retry_after: float | None) -> timedelta:
    """How long to wait after so many failures in a row, 1 at least; never less than was asked for."""
    wait = WAITS[failures - 1] * (1 + random.uniform(0, JITTER))  # noqa: S311 no secret hangs on it
    return max(wait, timedelta(seconds=retry_after or 0))


def _given_up(failures: int, outcome: Outcome) -> str | None:
    if outcome.result is DeliveryResult.GONE:
        return "gone"
    return "unanswered" if failures > len(WAITS) else None


def _entry(one: Subscription, told: Told, now: datetime) -> Entry:
    return Entry(
        at=now, worker=one.by.worker, institution=one.by.institution, verb="deliver_event",
        client_id=told.client, status=200, sections=[], bases=[], trace=None,
    )  # fmt: skip


async def prune(tx: Transaction) -> bool:
    """A handful of old entries of the delivery log; whether there may be more."""
    connection = await tx.session.connection()
    done = await connection.exec_driver_sql(_PRUNE, (clock.now() - KEPT,))
    return bool(done.rowcount)


_DUE = "status = 'active' AND next_at <= $2"
_TAKE = f"""
UPDATE subscriptions SET holder = $1, held_until = $3 WHERE id IN (
    SELECT id FROM subscriptions
    WHERE {_DUE} AND (held_until IS NULL OR held_until < $2)
    AND id <> ALL($5::uuid[]) AND checkpoint < (SELECT coalesce(max(seq), 0) FROM journal)
    ORDER BY next_at LIMIT $4 FOR UPDATE SKIP LOCKED
) RETURNING id
"""  # noqa: S608 of ours
_HOLD_ON = """
UPDATE subscriptions SET held_until = $4
WHERE id = $1 AND holder = $2 AND status = 'active' AND next_at <= $3 RETURNING *
"""
_MINE = "WHERE id = $1 AND holder = $2 AND checkpoint = $3 AND status = 'active'"
_PASS_BY = f"UPDATE subscriptions SET checkpoint = $4 {_MINE}"  # noqa: S608 of ours
_SETTLE = f"""
UPDATE subscriptions SET checkpoint = $4, failures = $5, next_at = $6,
    status = CASE WHEN $7::text IS NULL THEN 'active' ELSE 'disabled' END, reason = $7 {_MINE}
"""  # noqa: S608 of ours
_LET_GO = "UPDATE subscriptions SET holder = NULL, held_until = NULL WHERE id = $1 AND holder = $2"
_LET_GO_ALL = "UPDATE subscriptions SET holder = NULL, held_until = NULL WHERE holder = $1"
LOG = """
INSERT INTO deliveries
    (subscription_id, event_id, type, seq, attempt, at, result, status, milliseconds)
SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9
WHERE EXISTS (SELECT 1 FROM subscriptions WHERE id = $1)
"""
_PRUNE = "DELETE FROM deliveries WHERE id IN (SELECT id FROM deliveries WHERE at < $1 LIMIT 1000)"
