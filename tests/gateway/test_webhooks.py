"""Webhooks: signed, in order, tried again on a schedule, whatever the receiver does."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from standardwebhooks.webhooks import Webhook, WebhookVerificationError

from contracts.intake import SharingClosed
from contracts.values import BasisKind
from gateway.feed.delivering import HOLD, WAITS, Deliverer, pause
from gateway.feed.guard import Guard
from gateway.feed.sending import Sender
from kernel import clock, ids
from kernel.callers import Caller
from tests.gateway.conftest import CLIENT, COORDINATOR, MANAGER, NGO, House, by_the_ops
from tests.gateway.feeding import announce, income, need
from tests.gateway.receiving import (
    Manner,
    Receiver,
    babbles,
    drips,
    floods,
    hangs_up,
    never_ends,
    receiving,
    says,
    says_nothing,
    well,
)
from tests.support.rooms import bearer, relate

pytestmark = pytest.mark.anyio

SUBSCRIPTIONS = "/v1/subscriptions"


class Hand:
    """Delivers when a test says so, at the time that the test says it is."""

    def __init__(self, house: House, seconds: float = 0.5) -> None:
        self.house = house
        self.at = clock.now() + timedelta(minutes=1)
        state = house.app.state
        self.sender = Sender(Guard(to_this_machine=True), seconds)
        self.deliverer = self.another()
        self._pulse = state.pulse

    def another(self) -> Deliverer:
        """One more process of the gateway."""
        state = self.house.app.state
        return Deliverer(
            self.house.database, state.audit, state.pulse, self.sender, lambda: self.at
        )

    async def deliver(self) -> None:
        """What is due, until it must wait."""
        await self.deliverer.once()

    async def later(self, much: timedelta) -> None:
        """Some time later."""
        self.at += much
        await self.deliver()


@pytest.fixture
async def hand(house: House) -> AsyncIterator[Hand]:
    """The one who delivers."""
    hand = Hand(house)
    await hand.sender.open()
    yield hand
    await hand.deliverer.close()
    await hand.sender.close()


async def post(house: House, path: str, body: Any = None, by: Caller = MANAGER) -> Any:
    """Command."""
    answer = await house.client.post(SUBSCRIPTIONS + path, json=body, headers=bearer(by))
    assert answer.status_code in {200, 201}, answer.text
    return answer.json()


async def subscribed(house: House, receiver: Receiver, by: Caller = MANAGER, **more: Any) -> Any:
    """A subscription to a receiver."""
    return await post(house, "", {"url": receiver.url} | more, by)


async def shown(house: House, made: Any) -> Any:
    """It, as it is now."""
    return (await house.see(MANAGER, f"{SUBSCRIPTIONS}/{made['id']}")).json()


async def log_of(house: House, made: Any) -> list[Any]:
    """Its delivery log, oldest first."""
    answer = await house.see(MANAGER, f"{SUBSCRIPTIONS}/{made['id']}/deliveries")
    return list(reversed(answer.json()["items"]))


def types_at(receiver: Receiver) -> list[str]:
    """What arrived, in order."""
    return [json.loads(message.body)["type"] for message in receiver.messages]


async def test_an_event_arrives_signed_as_a_cloud_event(house: House, hand: Hand) -> None:
    async with receiving(well) as receiver:
        made = await subscribed(house, receiver)
        told = need()
        await announce(house, told)
        await hand.deliver()

    [message] = receiver.messages
    event = Webhook(made["secret"]).verify(message.body, message.headers)
    assert message.headers["content-type"].startswith("application/cloudevents+json")
    assert message.headers["webhook-id"] == event["id"] == str(told.id)
    assert event["data"] == {"client_id": str(CLIENT), "urgency": "normal"}
    assert [one["result"] for one in await log_of(house, made)] == ["delivered"]


async def test_only_what_happens_after_the_subscription_is_sent(house: House, hand: Hand) -> None:
    await announce(house, need())
    async with receiving(well) as receiver:
        made = await subscribed(house, receiver, types=["income.declared.v1"])
        await announce(house, need(), income(), need())
        await hand.deliver()

    assert types_at(receiver) == ["income.declared.v1"]
    assert (await shown(house, made))["behind"] == 0


async def test_the_secret_is_shown_once_and_lies_sealed(house: House) -> None:
    async with receiving(well) as receiver:
        made = await subscribed(house, receiver)

    stored = await house.database.pool.fetchval("SELECT secret FROM subscriptions")
    assert made["secret"].startswith("whsec_")
    assert made["secret"].encode() not in stored
    assert "secret" not in await shown(house, made)


async def test_while_one_secret_replaces_another_both_sign(house: House, hand: Hand) -> None:
    async with receiving(well) as receiver:
        old = await subscribed(house, receiver)
        new = await post(house, f"/{old['id']}/rotate-secret")
        await announce(house, need())
        await hand.deliver()
        await announce(house, need())
        await hand.later(timedelta(hours=25))

    during, after = receiver.messages
    for secret in (old["secret"], new["secret"]):
        Webhook(secret).verify(during.body, during.headers)
    assert len(after.headers["webhook-signature"].split()) == 1
    with pytest.raises(WebhookVerificationError):
        Webhook(old["secret"]).verify(during.body, during.headers | {"webhook-id": "x"})


MISBEHAVIOUR: dict[str, tuple[Manner, str]] = {
    "answers 500": (says("HTTP/1.1 500 Oops", "Content-Length: 0"), "refused"),
    "never answers": (says_nothing, "timeout"),
    "hangs up in the middle": (hangs_up, "unreachable"),
    "redirects to the metadata service": (
        says("HTTP/1.1 307 Go", "Location: http://169.254.169.254/", "Content-Length: 0"),
        "refused",
    ),
    "redirects to itself": (says("HTTP/1.1 302 Go", "Location: /hook"), "refused"),
    "says too many requests": (says("HTTP/1.1 429 Slow", "Retry-After: 7200"), "refused"),
    "says when without sense": (says("HTTP/1.1 503 No", "Retry-After: soon-ish"), "refused"),
    "drips its headers": (drips, "timeout"),
    "floods with a header": (floods, "garbled"),
    "speaks something else": (babbles, "garbled"),
    "answers 100 for ever": (says("HTTP/1.1 100 Continue"), "unreachable"),
}


@pytest.mark.parametrize("manner", MISBEHAVIOUR, ids=str)
async def test_a_receiver_that_misbehaves_is_tried_again(
    house: House, hand: Hand, manner: str
) -> None:
    behaves, result = MISBEHAVIOUR[manner]
    async with receiving(behaves) as receiver:
        made = await subscribed(house, receiver)
        await announce(house, need(), income())
        await hand.deliver()
        waiting = await shown(house, made)
        await hand.deliver()
        assert len(receiver.messages) == 1

        receiver.manner = well
        await hand.later(timedelta(hours=3))

    first, *others = await log_of(house, made)
    assert (first["result"], waiting["failures"], waiting["status"]) == (result, 1, "active")
    assert types_at(receiver) == ["need.added.v1", "need.added.v1", "income.declared.v1"]
    assert receiver.messages[0].headers["webhook-id"] == receiver.messages[1].headers["webhook-id"]
    assert [one["result"] for one in others] == ["delivered", "delivered"]


async def test_a_body_without_end_is_not_read(house: House, hand: Hand) -> None:
    async with receiving(never_ends) as receiver:
        made = await subscribed(house, receiver)
        await announce(house, need())
        await hand.deliver()

    assert [one["result"] for one in await log_of(house, made)] == ["delivered"]


async def test_nobody_at_home_is_tried_again(house: House, hand: Hand) -> None:
    async with receiving(well) as receiver:
        made = await subscribed(house, receiver)
    await announce(house, need())
    await hand.deliver()

    assert [one["result"] for one in await log_of(house, made)] == ["unreachable"]


async def test_a_receiver_that_is_gone_is_left_in_peace(house: House, hand: Hand) -> None:
    async with receiving(says("HTTP/1.1 410 Gone", "Content-Length: 0")) as receiver:
        made = await subscribed(house, receiver)
        await announce(house, need())
        await hand.deliver()
        await hand.later(timedelta(days=9))

    state = await shown(house, made)
    assert (state["status"], state["reason"], len(receiver.messages)) == ("disabled", "gone", 1)


async def test_ten_attempts_in_three_days_then_disabled_and_resumed_from_there(
    house: House, hand: Hand
) -> None:
    async with receiving(says("HTTP/1.1 500 Oops", "Content-Length: 0")) as receiver:
        made = await subscribed(house, receiver)
        await announce(house, need())
        await hand.deliver()
        for wait in WAITS:
            assert (await shown(house, made))["status"] == "active"
            await hand.later(wait * 1.11)
        given_up = await shown(house, made)
        await hand.later(timedelta(days=9))
        assert len(receiver.messages) == 10

        receiver.manner = well
        await announce(house, income())
        await post(house, f"/{made['id']}/resume")
        await hand.deliver()

    assert (given_up["status"], given_up["reason"]) == ("disabled", "unanswered")
    assert types_at(receiver)[10:] == ["need.added.v1", "income.declared.v1"]


@pytest.mark.parametrize("failures", range(1, 10))
def test_a_wait_is_as_scheduled_and_a_little_longer(failures: int) -> None:
    assert WAITS[failures - 1] <= pause(failures, None) <= WAITS[failures - 1] * 1.1
    assert pause(failures, 86_400.0) >= timedelta(days=1)


async def test_retry_after_is_respected(house: House, hand: Hand) -> None:
    async with receiving(says("HTTP/1.1 429 Slow", "Retry-After: 7200")) as receiver:
        made = await subscribed(house, receiver)
        await announce(house, need())
        await hand.deliver()
        await hand.later(timedelta(minutes=119))

        state = await shown(house, made)

    assert len(receiver.messages) == 1
    assert datetime.fromisoformat(state["next_attempt_at"]) > hand.at


async def test_one_slow_partner_delays_no_other(house: House, hand: Hand) -> None:
    async with AsyncExitStack() as stack:
        slow = await stack.enter_async_context(receiving(says_nothing))
        quick = await stack.enter_async_context(receiving(well))
        for receiver in (slow, quick):
            await subscribed(house, receiver)
        await announce(house, need(), income())
        under_way = asyncio.create_task(hand.deliver())
        while len(quick.messages) < 2:
            await asyncio.sleep(0.005)

        assert not under_way.done()
        await under_way


async def test_after_a_withdrawal_the_next_event_is_not_sent(house: House, hand: Hand) -> None:
    relation = await relate(house.database, CLIENT, NGO, BasisKind.CONSENT)
    withdrawn = by_the_ops(SharingClosed(client_id=CLIENT, relation_id=relation))
    async with receiving(well) as receiver:
        await subscribed(house, receiver, COORDINATOR)
        await announce(house, need())
        await hand.deliver()
        await announce(house, withdrawn, need())
        await hand.deliver()

    assert types_at(receiver) == ["need.added.v1"]


async def test_what_failed_before_a_withdrawal_is_not_sent_after_it(
    house: House, hand: Hand
) -> None:
    relation = await relate(house.database, CLIENT, NGO, BasisKind.CONSENT)
    withdrawn = by_the_ops(SharingClosed(client_id=CLIENT, relation_id=relation))
    async with receiving(says_nothing) as receiver:
        await subscribed(house, receiver, COORDINATOR)
        await announce(house, need())
        await hand.deliver()
        await announce(house, withdrawn)
        receiver.manner = well
        await hand.later(timedelta(hours=1))

    assert len(receiver.messages) == 1


async def test_each_attempt_is_in_the_audit_before_it_leaves(house: House, hand: Hand) -> None:
    async with receiving(says("HTTP/1.1 500 Oops", "Content-Length: 0")) as receiver:
        await subscribed(house, receiver)
        await announce(house, need())
        await hand.deliver()

    told = [e for e in await house.entries() if e["verb"] == "deliver_event"]
    assert [(e["client_id"], e["institution"]) for e in told] == [(CLIENT, MANAGER.institution)]


async def test_a_replay_sends_again_and_a_cursor_skips(house: House, hand: Hand) -> None:
    async with receiving(well) as receiver:
        made = await subscribed(house, receiver)
        await announce(house, need(), income())
        await hand.deliver()
        first = (await log_of(house, made))[0]["cursor"]
        await post(house, f"/{made['id']}/replay", {"after": first})
        await hand.deliver()

    assert types_at(receiver) == ["need.added.v1", "income.declared.v1", "income.declared.v1"]


async def test_a_disabled_subscription_waits(house: House, hand: Hand) -> None:
    async with receiving(well) as receiver:
        made = await subscribed(house, receiver)
        state = await post(house, f"/{made['id']}/disable")
        await announce(house, need())
        await hand.deliver()

    assert (state["status"], state["reason"], receiver.messages) == ("disabled", "asked", [])


async def test_two_processes_deliver_each_event_once(house: House, hand: Hand) -> None:
    async with receiving(well) as receiver:
        await subscribed(house, receiver)
        await announce(house, *(need() for _ in range(5)))
        other = hand.another()
        await asyncio.gather(hand.deliver(), other.once())

    assert len({m.headers["webhook-id"] for m in receiver.messages}) == len(receiver.messages) == 5


async def test_a_process_that_is_killed_is_followed_by_another(house: House, hand: Hand) -> None:
    async with receiving(says_nothing) as receiver:
        await subscribed(house, receiver)
        told = need()
        await announce(house, told)
        killed = asyncio.create_task(hand.another().once())
        while not receiver.messages:
            await asyncio.sleep(0.005)
        killed.cancel()
        await asyncio.wait([killed])
        receiver.manner = well
        await hand.deliver()
        assert len(receiver.messages) == 1

        await hand.later(HOLD * 1.1)

    assert [m.headers["webhook-id"] for m in receiver.messages] == [str(told.id)] * 2


async def test_a_test_event_is_signed_and_told_of(house: House) -> None:
    async with receiving(well) as receiver:
        made = await subscribed(house, receiver)
        tested = await post(house, f"/{made['id']}/test")

    [message] = receiver.messages
    event = Webhook(made["secret"]).verify(message.body, message.headers)
    assert (tested["result"], tested["status"]) == ("delivered", 204)
    assert event["type"] == "subscription.tested.v1"


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", ""), ("DELETE", ""), ("POST", "/rotate-secret"), ("POST", "/disable"),
        ("POST", "/resume"), ("POST", "/test"), ("GET", "/deliveries"),
    ],
)  # fmt: skip
async def test_another_institutions_subscription_is_not_there(
    house: House, method: str, path: str
) -> None:
    async with receiving(well) as receiver:
        made = await subscribed(house, receiver)

    answer = await house.client.request(
        method, f"{SUBSCRIPTIONS}/{made['id']}{path}", headers=bearer(COORDINATOR)
    )

    assert (answer.status_code, answer.json()["type"]) == (404, "/problems/SubscriptionNotFound")


async def test_a_subscription_ends_with_all_that_was_kept_of_it(house: House, hand: Hand) -> None:
    async with receiving(well) as receiver:
        made = await subscribed(house, receiver)
        await announce(house, need())
        await hand.deliver()
        ended = await house.client.delete(f"{SUBSCRIPTIONS}/{made['id']}", headers=bearer(MANAGER))

    assert ended.status_code == 204
    assert await house.database.pool.fetchval("SELECT count(*) FROM deliveries") == 0


async def test_a_second_click_makes_one_subscription_and_shows_its_secret_again(
    house: House,
) -> None:
    headers = bearer(MANAGER, Idempotency_Key="one")
    body = {"url": "http://127.0.0.1:1/hook"}

    twice = [await house.client.post(SUBSCRIPTIONS, json=body, headers=headers) for _ in "ab"]

    assert twice[0].json() == twice[1].json()
    assert len((await house.see(MANAGER, SUBSCRIPTIONS)).json()["items"]) == 1


async def test_the_twenty_first_is_refused(house: House) -> None:
    body = {"url": "http://127.0.0.1:1/hook"}
    for _ in range(20):
        await post(house, "", body)

    answer = await house.client.post(SUBSCRIPTIONS, json=body, headers=bearer(MANAGER))

    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/TooManySubscriptions")


async def test_an_address_inside_is_refused_and_on_record(house: House) -> None:
    body = {"url": "https://10.0.0.1/hook"}

    answer = await house.client.post(SUBSCRIPTIONS, json=body, headers=bearer(MANAGER))

    assert (answer.status_code, answer.json()["type"]) == (422, "/problems/AddressNotPublic")
    assert (await house.entries())[-1]["status"] == 422


async def test_what_is_unknown_is_refused(house: House) -> None:
    known = f"{SUBSCRIPTIONS}/{UUID(int=ids.new().int)}"

    answer = await house.see(MANAGER, known)

    assert answer.status_code == 404
