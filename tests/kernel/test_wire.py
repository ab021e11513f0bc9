"""From one service's commit to another's effect, over a real broker that is treated badly."""

import shutil

import nats
import pytest
from prometheus_client import REGISTRY

from kernel.relay import Relay
from tests.kernel.conftest import Server
from tests.kernel.tiny import CLIENT, OTHER, Hall, running, say

pytestmark = [pytest.mark.anyio, pytest.mark.broker]


async def test_a_fact_crosses_by_the_broker(loud_hall: Hall) -> None:
    loud_hall.hearer = loud_hall.another_hearer()
    async with running(_relay(loud_hall), loud_hall.hearer):
        await say(loud_hall.speaker, CLIENT)
        await loud_hall.until_heard(1)
        before = _by_broker()
        for expected in range(2, 7):
            await say(loud_hall.speaker, CLIENT, OTHER)
            await loud_hall.until_heard(expected * 2 - 1)

    assert await loud_hall.heard() == await loud_hall.said()
    assert _by_broker() > before


async def test_a_broker_that_goes_and_comes_loses_nothing(loud_hall: Hall, server: Server) -> None:
    async with running(_relay(loud_hall), loud_hall.hearer):
        await say(loud_hall.speaker, CLIENT)
        await loud_hall.until_heard(1)
        server.stop()
        await say(loud_hall.speaker, CLIENT, OTHER)
        await loud_hall.until_heard(3)
        await server.start()
        await say(loud_hall.speaker, CLIENT)
        heard = await loud_hall.until_heard(4)

    assert heard == await loud_hall.said()


async def test_a_broker_that_forgot_everything_is_told_anew(
    loud_hall: Hall, server: Server
) -> None:
    async with running(_relay(loud_hall), loud_hall.hearer):
        await say(loud_hall.speaker, CLIENT)
        await loud_hall.until_heard(1)
        server.stop()
        shutil.rmtree(server.store)
        await server.start()
        await say(loud_hall.speaker, CLIENT, OTHER)
        heard = await loud_hall.until_heard(3)

    assert heard == await loud_hall.said()


async def test_a_stream_that_was_deleted_is_made_again(loud_hall: Hall, server: Server) -> None:
    async with running(_relay(loud_hall), loud_hall.hearer):
        await say(loud_hall.speaker, CLIENT)
        await loud_hall.until_heard(1)
        client = await nats.connect(server.broker.url)
        await client.jetstream().delete_stream("OKIENKO_INTAKE")
        await client.close()
        await say(loud_hall.speaker, CLIENT, OTHER)
        await loud_hall.until_heard(3)
        await say(loud_hall.speaker, OTHER)
        heard = await loud_hall.until_heard(4)

    assert heard == await loud_hall.said()


def _relay(hall: Hall) -> Relay:
    return Relay(hall.speaker, hall.bus)


def _by_broker() -> float:
    labels = {"source": "intake", "way": "broker"}
    return REGISTRY.get_sample_value("okienko_heard_total", labels) or 0.0
