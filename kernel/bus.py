"""The wire: JetStream. It may lose, repeat, delay or reorder; the journals make it good."""

import asyncio
from collections.abc import Sequence
from contextlib import suppress

import nats
import nats.errors
import nats.js.errors
from nats.aio.client import Client
from nats.aio.msg import Msg as Message
from nats.js import JetStreamContext
from nats.js.api import AckPolicy, ConsumerConfig, DeliverPolicy, StreamConfig

from kernel.journal import Fact
from kernel.observe import BROKER

BrokerDown = (nats.errors.Error, nats.js.errors.Error, OSError, asyncio.TimeoutError)
"""Whatever the broker's absence looks like. nats-py counts a plain timeout among them."""

__all__ = ["BrokerDown", "Bus", "Ear", "Message"]

_WEEK = 7 * 24 * 3600
_BATCH = 256


class Bus:
    """A connection to the broker that comes and goes by itself."""

    def __init__(self, url: str, service: str, replicas: int = 1) -> None:
        self._url = url
        self._replicas = replicas
        self._service = service
        self._client: Client | None = None
        self._publishing: JetStreamContext | None = None
        self._connecting: asyncio.Task[None] | None = None

    async def open(self) -> None:
        """Begin to connect; a broker that is not there yet holds nobody up."""
        self._connecting = asyncio.create_task(self._connect())

    async def _connect(self) -> None:
        while True:
            with suppress(*BrokerDown):
                self._client = await nats.connect(
                    self._url,
                    name=self._service,
                    max_reconnect_attempts=-1,
                    reconnect_time_wait=0.25,
                    connect_timeout=2,
                    ping_interval=5,
                    error_cb=self._quiet,
                    disconnected_cb=self._down,
                    reconnected_cb=self._up,
                )
                await self._up()
                return
            await asyncio.sleep(0.25)

    async def _quiet(self, _: Exception) -> None:
        """Errors of the wire are told by `connected`, not by the library's own prints."""

    async def _down(self) -> None:
        BROKER.labels(self._service).set(0)

    async def _up(self) -> None:
        BROKER.labels(self._service).set(1)

    @property
    def connected(self) -> bool:
        """Whether the broker can be spoken to now."""
        return self._client is not None and self._client.is_connected

    async def close(self) -> None:
        """Leave."""
        if self._connecting:
            self._connecting.cancel()
        if self._client:
            with suppress(*BrokerDown):
                async with asyncio.timeout(2):
                    await self._client.close()

    @property
    def _js(self) -> JetStreamContext:
        if self._client is None or not self._client.is_connected:
            raise nats.errors.ConnectionClosedError
        return self._client.jetstream(timeout=2)

    async def ensure_stream(self, source: str) -> None:
        """Have a stream for a journal; a broker that forgot everything gets a new one."""
        await self._js.add_stream(
            StreamConfig(
                name=_stream(source),
                subjects=[f"okienko.{source}.>"],
                max_age=_WEEK,
                duplicate_window=120,
                num_replicas=self._replicas,
            )
        )

    async def publish(self, source: str, facts: Sequence[Fact]) -> None:
        """Give events to the broker in order, without waiting for one before the next."""
        # One context for all batches: each new one would leave a subscription for its answers. A
        # failed one is let go with whatever it still waits for.
        js, self._publishing = self._publishing or self._js, None
        sent = [
            await js.publish_async(
                f"okienko.{source}.{fact.type}",
                fact.dump(),
                headers={"Nats-Msg-Id": str(fact.id)},
            )
            for fact in facts
        ]
        async with asyncio.timeout(5):
            await asyncio.gather(*sent)
        self._publishing = js

    async def listen(self, source: str, hearer: str) -> "Ear":
        """Hear a journal's stream from now on; what came before is read from the journal."""
        await self.ensure_stream(source)
        durable = f"{hearer}-hears-{source}"
        subscription = await self._js.pull_subscribe(
            f"okienko.{source}.>",
            durable=durable,
            stream=_stream(source),
            config=ConsumerConfig(
                ack_policy=AckPolicy.EXPLICIT,
                deliver_policy=DeliverPolicy.NEW,
                ack_wait=30,
                max_ack_pending=10_000,
            ),
        )
        return Ear(subscription)


class Ear:
    """One durable pull consumer."""

    def __init__(self, subscription: JetStreamContext.PullSubscription) -> None:
        self._subscription = subscription

    async def fetch(self, seconds: float) -> list[Message]:
        """The next messages; none if nothing came within the time."""
        try:
            return await self._subscription.fetch(_BATCH, timeout=seconds)
        except TimeoutError:
            return []

    async def close(self) -> None:
        """Stop listening; the durable consumer stays for whoever hears next."""
        with suppress(*BrokerDown):
            await self._subscription.unsubscribe()


def _stream(source: str) -> str:
    return f"OKIENKO_{source.upper()}"
