"""The relay carries the journal to the broker, in order, whatever happens to the broker."""

import asyncio
import shutil
from collections.abc import AsyncIterator

import nats
import nats.errors
import nats.js.errors
import pytest
from nats.aio.client import Client

from kernel.bus import Bus
from kernel.relay import Relay
from kernel.transactions import Database
from tests.kernel.conftest import Server
from tests.kernel.tiny import CLIENT, OTHER, number, running, say

pytestmark = [pytest.mark.anyio, pytest.mark.broker]


@pytest.fixture
async def bus(server: Server) -> AsyncIterator[Bus]:
    """A way to the broker."""
    made = Bus(server.broker.url, "intake")
    await made.open()
    yield made
    await made.close()


async def test_it_publishes_in_order(server: Server, bus: Bus, database: Database) -> None:
    await say(database, *[CLIENT, OTHER] * 20)

    async with running(Relay(database, bus)):
        published = await _published(server, 40)

    assert published == await _said(database)


async def test_it_wakes_at_a_commit(server: Server, bus: Bus, database: Database) -> None:
    async with running(Relay(database, bus)):
        await say(database, CLIENT)
        await _published(server, 1)

        await say(database, CLIENT)
        begun = asyncio.get_running_loop().time()
        await _published(server, 2)

    assert asyncio.get_running_loop().time() - begun < 0.9


async def test_it_goes_on_when_the_broker_comes_back(
    server: Server, bus: Bus, database: Database
) -> None:
    async with running(Relay(database, bus)):
        await say(database, CLIENT)
        await _published(server, 1)
        server.stop()
        await say(database, CLIENT, OTHER)
        await server.start()
        published = await _published(server, 3)

    assert published == await _said(database)


async def test_it_numbers_while_the_broker_is_away(
    server: Server, bus: Bus, database: Database
) -> None:
    server.stop()

    async with running(Relay(database, bus)):
        await say(database, CLIENT)
        await _until(database, "SELECT count(*) FROM journal WHERE seq IS NOT NULL", 1)

    await server.start()


async def test_it_serves_a_broker_that_forgot_everything(
    server: Server, bus: Bus, database: Database
) -> None:
    async with running(Relay(database, bus)):
        await say(database, CLIENT)
        await _published(server, 1)
        server.stop()
        shutil.rmtree(server.store)
        await server.start()
        await say(database, OTHER)
        published = await _published(server, 1)

    assert published == (await _said(database))[1:]


async def test_it_makes_a_stream_that_was_deleted(
    server: Server, bus: Bus, database: Database
) -> None:
    async with running(Relay(database, bus)):
        await say(database, CLIENT)
        await _published(server, 1)
        client = await nats.connect(server.broker.url)
        await client.jetstream().delete_stream("OKIENKO_INTAKE")
        await client.close()

        await say(database, OTHER)
        published = await _published(server, 1)

    assert published == (await _said(database))[1:]


async def test_of_two_only_one_publishes(server: Server, bus: Bus, database: Database) -> None:
    async with running(Relay(database, bus), Relay(database, bus)):
        for _ in range(5):
            await say(database, CLIENT)
        published = await _published(server, 5)
        leaders = await database.pool.fetchval(
            "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND granted"
            " AND objid = 7001 AND database = (SELECT oid FROM pg_database"
            " WHERE datname = current_database())"
        )

    assert published == await _said(database)
    assert leaders == 1


async def test_a_standby_takes_over(server: Server, bus: Bus, database: Database) -> None:
    async with running(Relay(database, bus)) as first:
        await say(database, CLIENT)
        await _published(server, 1)
        async with running(Relay(database, bus)):
            first[0].cancel()
            await say(database, CLIENT)
            published = await _published(server, 2)

    assert published == await _said(database)


async def test_publishing_leaves_nothing_behind(bus: Bus, database: Database) -> None:
    await say(database, CLIENT)
    facts = await number(database)
    async with asyncio.timeout(5):
        while not bus.connected:
            await asyncio.sleep(0.01)
    await bus.ensure_stream("intake")
    await bus.publish("intake", facts)
    before = len(asyncio.all_tasks())

    for _ in range(20):
        await bus.publish("intake", facts)

    assert len(asyncio.all_tasks()) == before


async def _said(database: Database) -> list[str]:
    return [str(fact.id) for fact in await number(database)]


async def _until(database: Database, query: str, value: int) -> None:
    async with asyncio.timeout(10):
        while await database.pool.fetchval(query) != value:
            await asyncio.sleep(0.02)


async def _published(server: Server, count: int) -> list[str]:
    """The ids in the stream, once there are so many."""
    client = await nats.connect(server.broker.url)
    try:
        async with asyncio.timeout(15):
            while (found := await _in_stream(client)) is None or len(found) < count:
                await asyncio.sleep(0.05)
    finally:
        await client.close()
    return found


async def _in_stream(client: Client) -> list[str] | None:
    stream = client.jetstream(timeout=1)
    try:
        state = (await stream.stream_info("OKIENKO_INTAKE")).state
        numbers = range(state.first_seq, state.last_seq + 1)
        messages = [await stream.get_msg("OKIENKO_INTAKE", seq) for seq in numbers]
    except (nats.errors.Error, nats.js.errors.Error):
        return None
    return [(message.headers or {})["Nats-Msg-Id"] for message in messages]
