"""What runs for ever ends when it is told to, whatever just happened to it."""

import asyncio
from contextlib import suppress

import pytest

from kernel.relay import _heard
from kernel.service import stop

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize("ticks", range(6))
async def test_a_knock_in_the_tick_of_the_end_does_not_swallow_it(ticks: int) -> None:
    knock = asyncio.Event()
    task = asyncio.create_task(_listening(knock))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    knock.set()
    for _ in range(ticks):
        await asyncio.sleep(0)

    task.cancel()
    done, _ = await asyncio.wait([task], timeout=0.5)

    assert done == {task}


async def test_whoever_does_not_hear_the_first_time_is_told_again() -> None:
    task = asyncio.create_task(_deaf_once())
    await asyncio.sleep(0)

    await asyncio.wait_for(stop([task]), 5)

    assert task.cancelled()


async def _listening(knock: asyncio.Event) -> None:
    while True:
        await _heard(knock)


async def _deaf_once() -> None:
    with suppress(asyncio.CancelledError):
        await asyncio.sleep(60)
    await asyncio.sleep(60)
