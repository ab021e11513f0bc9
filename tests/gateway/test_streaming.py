"""The feed as it happens: server-sent events, to whoever may know each of them at that moment."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import httpx2
import orjson
import pytest

from contracts.intake import SharingClosed
from kernel.callers import Caller
from tests.gateway.conftest import (
    ADVISER,
    CLIENT,
    PUP,
    SOCIAL_WORKER,
    STRANGER,
    House,
    by_the_ops,
)
from tests.gateway.feeding import EVENTS, announce, income, need, types_in
from tests.support.rooms import relate

pytestmark = pytest.mark.anyio
STREAM = f"{EVENTS}/stream"


@pytest.fixture
async def flowing(house: House) -> AsyncIterator[House]:
    """Its streams live a moment."""
    state = house.app.state
    state.settings = state.settings.model_copy(update={"stream_seconds": 1.2})
    await state.tide.open()
    yield house
    await state.tide.close()


def events_of(answer: httpx2.Response) -> list[dict[str, str]]:
    """What an EventSource makes of a stream."""
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"].startswith("text/event-stream")
    blocks = answer.text.replace("\r\n", "\n").split("\n\n")
    lines = [[line.partition(": ") for line in block.split("\n")] for block in blocks]
    told = [{name: value for name, _, value in block if name} for block in lines]
    return [event for event in told if "data" in event]


async def streamed(house: House, caller: Caller, **params: Any) -> list[dict[str, str]]:
    return events_of(await house.see(caller, STREAM, **params))


async def listening(house: House, caller: Caller) -> "asyncio.Task[list[dict[str, str]]]":
    """A stream that has begun."""
    task = asyncio.create_task(streamed(house, caller))
    async with asyncio.timeout(5):
        while not house.app.state.streams._open:  # noqa: SLF001 whether it has begun shows nowhere else
            await asyncio.sleep(0.01)
    await asyncio.sleep(0.1)
    return task


async def test_what_happens_is_told_as_it_happens(flowing: House) -> None:
    await announce(flowing, income("2026-01"))
    stream = await listening(flowing, SOCIAL_WORKER)
    await announce(flowing, income("2026-03"))

    (event,) = await stream
    assert event["event"] == "income.declared.v1"
    assert orjson.loads(event["data"])["data"]["month"] == "2026-03"


async def test_a_reader_that_comes_again_goes_on_after_the_last_event(flowing: House) -> None:
    start = (await flowing.see(SOCIAL_WORKER, EVENTS)).json()["next"]
    await announce(flowing, income("2026-01"), income("2026-02"), need())
    first = await streamed(flowing, SOCIAL_WORKER, after=start)
    again = await flowing.see(SOCIAL_WORKER, STREAM, headers={"Last-Event-ID": first[1]["id"]})

    assert [event["event"] for event in first] == [
        "income.declared.v1", "income.declared.v1", "need.added.v1",
    ]  # fmt: skip
    assert [event["event"] for event in events_of(again)] == ["need.added.v1"]
    # A place in the stream is one in the pages too.
    pulled = await flowing.see(SOCIAL_WORKER, EVENTS, after=first[1]["id"])
    assert types_in(pulled) == ["need.added.v1"]


async def test_a_right_that_ends_in_the_middle_ends_what_is_told(flowing: House) -> None:
    relation = await relate(flowing.database, CLIENT, PUP)
    stream = await listening(flowing, ADVISER)
    await announce(flowing, need())
    await asyncio.sleep(0.5)
    await announce(flowing, by_the_ops(SharingClosed(client_id=CLIENT, relation_id=relation)))
    await announce(flowing, need())

    assert [event["event"] for event in await stream] == ["need.added.v1"]


async def test_a_stranger_is_told_nothing(flowing: House) -> None:
    stream = await listening(flowing, STRANGER)
    await announce(flowing, need())

    assert await stream == []


async def test_what_is_told_is_noted_first_and_a_quiet_stream_is_not(flowing: House) -> None:
    start = (await flowing.see(SOCIAL_WORKER, EVENTS)).json()["next"]
    await announce(flowing, need())
    await streamed(flowing, SOCIAL_WORKER, after=start)
    await streamed(flowing, SOCIAL_WORKER)

    noted = [(row["verb"], row["client_id"]) for row in await flowing.entries()]
    assert noted == [("read_events", None), ("stream_events", CLIENT)]


async def test_an_institution_has_so_many_streams_and_gets_each_place_back(
    flowing: House,
) -> None:
    flowing.app.state.streams._each = 2  # noqa: SLF001 a small house
    answers = await asyncio.gather(*(flowing.see(SOCIAL_WORKER, STREAM) for _ in range(3)))
    again = await flowing.see(SOCIAL_WORKER, STREAM)

    (refused,) = [answer for answer in answers if answer.status_code != 200]
    assert (refused.status_code, refused.json()["type"]) == (429, "/problems/TooManyStreams")
    assert refused.headers["retry-after"] == "30"
    assert again.status_code == 200


@pytest.mark.parametrize("place", ["x", "LTU"])
async def test_a_place_nobody_gave_is_refused(house: House, place: str) -> None:
    answer = await house.see(SOCIAL_WORKER, STREAM, headers={"Last-Event-ID": place})

    assert (answer.status_code, answer.json()["type"]) == (400, "/problems/CursorUnreadable")


async def test_nobody_is_told_without_a_token(house: House) -> None:
    assert (await house.client.get(STREAM)).status_code == 401
