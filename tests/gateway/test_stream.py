"""The feed as it comes, on a real socket: resumed, limited, and over when the right or the token is."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp
import pytest
import uvicorn

from contracts.intake import SharingClosed
from kernel.callers import Caller
from tests.gateway.conftest import ADVISER, CLERK, CLIENT, PUP, House, by_the_ops
from tests.gateway.feeding import announce, need
from tests.support.rooms import bearer, relate

pytestmark = pytest.mark.anyio
Lines = asyncio.Queue[tuple[str, str]]


@asynccontextmanager
async def served(house: House) -> AsyncIterator[str]:
    """The gateway on a port; its parts live already."""
    config = uvicorn.Config(house.app, port=0, lifespan="off", log_config=None)
    server = uvicorn.Server(config)
    await house.app.state.pulse.open()
    running = asyncio.create_task(server.serve())
    while not server.started:
        await asyncio.sleep(0.01)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}/v1/events/stream"
    server.should_exit = True
    await running
    await house.app.state.pulse.close()


async def event(answer: aiohttp.ClientResponse) -> dict[str, str]:
    """The next event's fields."""
    fields: dict[str, str] = {}
    async with asyncio.timeout(5):
        while line := (await answer.content.readline()).decode().strip():
            name, _, value = line.partition(":")
            fields[name] = value.strip()
    return fields


def asking(by: Caller = ADVISER, **more: str) -> dict[str, str]:
    return bearer(by) | more


async def test_an_event_comes_as_it_happens_and_none_after_a_withdrawal(house: House) -> None:
    relation = await relate(house.database, CLIENT, PUP)
    async with (
        served(house) as url,
        aiohttp.ClientSession() as http,
        http.get(url, headers=asking()) as answer,
    ):
        await event(answer)
        told = need()
        await announce(house, told)
        came = await event(answer)
        closed = SharingClosed(client_id=CLIENT, relation_id=relation)
        await announce(house, by_the_ops(closed), need())
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(1):
                await event(answer)

    assert came["event"] == "need.added.v1"
    assert str(told.id) in came["data"]


async def test_whoever_comes_again_goes_on_after_the_last_event(house: House) -> None:
    await relate(house.database, CLIENT, PUP)
    async with served(house) as url, aiohttp.ClientSession() as http:
        async with http.get(url, headers=asking()) as answer:
            await event(answer)
            await announce(house, need())
            last = (await event(answer))["id"]
        missed = need()
        await announce(house, missed)
        again = asking() | {"Last-Event-ID": last}
        async with http.get(url, headers=again) as answer:
            await event(answer)
            assert str(missed.id) in (await event(answer))["data"]


async def test_a_fifth_stream_and_a_wrong_role_are_refused(house: House) -> None:
    async with served(house) as url, aiohttp.ClientSession() as http:
        opened = [await http.get(url, headers=asking()) for _ in range(4)]
        for one in opened:
            await event(one)
        fifth = await http.get(url, headers=asking())
        clerk = await http.get(url, headers=asking(CLERK))
        for one in opened:
            one.close()

    assert (fifth.status, clerk.status) == (429, 403)
