"""Trying a subscription: an event about nobody, signed as every other one, now."""

from typing import Any
from uuid import UUID

import orjson

from gateway.feed.delivering import DELIVERIES, LOG, subscription_of
from gateway.feed.signing import place_of, signed
from gateway.feed.subscriptions import SubscriptionNotFound, Tested
from kernel import clock, ids
from kernel.callers import Caller

TYPE = "subscription.tested.v1"
_FIND = "SELECT * FROM subscriptions WHERE id = $1 AND institution = $2"


async def try_out(state: Any, by: Caller, subscription_id: UUID) -> Tested:
    """Send it outside every transaction: a receiver that hangs must hold no connection of ours."""
    pool, now = state.database.pool, clock.now()
    row = await pool.fetchrow(_FIND, subscription_id, by.institution)
    if row is None:
        raise SubscriptionNotFound
    one, event = subscription_of(row, now), _event(subscription_id)
    body = orjson.dumps(event)
    seal = state.database.vault.answers
    secrets = [seal.open(sealed, place_of(one.id)).decode() for sealed in one.secrets]
    outcome = await state.sender.send(one.url, signed(event["id"], now, body, secrets), body)
    DELIVERIES.labels(outcome.result.value).inc()
    spent = round(outcome.seconds * 1000)
    await pool.execute(
        LOG,
        one.id,
        UUID(event["id"]),
        TYPE,
        0,
        1,
        now,
        outcome.result.value,
        outcome.status,
        spent,
    )
    return Tested(result=outcome.result, status=outcome.status, milliseconds=spent)


def _event(subscription_id: UUID) -> dict[str, Any]:
    return {
        "specversion": "1.0",
        "id": str(ids.new()),
        "source": "/okienko/gateway",
        "type": TYPE,
        "time": clock.now().isoformat(),
        "subject": str(subscription_id),
        "datacontenttype": "application/json",
        "data": {},
    }
