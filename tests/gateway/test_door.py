"""What the door refuses, in which words, and that it lets in again as soon as there is room."""

import asyncio
import time
from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import httpx2
import orjson
import pytest
from fastapi import FastAPI, Request, Response
from hypothesis import given
from hypothesis import strategies as st

from gateway.app import crowd_of
from gateway.limits.depth import DEEPEST, too_deep
from gateway.limits.door import LONGEST_ADDRESS, LONGEST_HEAD, MOST_HEADERS, Door
from gateway.limits.pulse import Pulse
from gateway.limits.refusals import REDUCED
from tests.gateway.conftest import COORDINATOR, RECORD, SOCIAL_WORKER, House
from tests.support.rooms import bearer

pytestmark = pytest.mark.anyio
CLIENTS = "/v1/clients"


def outcome(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["type"].removeprefix("/problems/")


async def test_an_address_beyond_measure_is_refused(house: House) -> None:
    longest = await house.see(SOCIAL_WORKER, CLIENTS + "?q=" + "a" * (LONGEST_ADDRESS - 13))
    longer = await house.see(SOCIAL_WORKER, CLIENTS + "?q=" + "a" * LONGEST_ADDRESS)

    assert longest.status_code != 414
    assert outcome(longer) == (414, "AddressTooLong")
    assert longer.json()["status"] == 414
    assert longer.headers["content-type"] == "application/problem+json"


async def test_headers_beyond_measure_are_refused_in_the_callers_language(house: House) -> None:
    large = {"X-Much": "a" * LONGEST_HEAD, "Accept-Language": "pl"}
    many = {f"X-{number}": "a" for number in range(MOST_HEADERS)}

    answers = [await house.see(SOCIAL_WORKER, CLIENTS, headers) for headers in (large, many)]

    assert [outcome(answer) for answer in answers] == [(431, "HeadersTooLarge")] * 2
    assert answers[0].json()["title"].startswith("Nagłówki")
    assert house.service.asked == []


@pytest.mark.parametrize(
    "body",
    [
        b"[" * 1_000_000,
        b'{"a":' * 33 + b"1" + b"}" * 33,
        b'{"text": "' + b"]" * 50 + b'", "deep": ' + b"[" * 33 + b"]" * 33 + b"}",
        b'{"a": "\\\\", "b": ' + b"[" * 33 + b"]" * 33 + b"}",
    ],
)
@pytest.mark.parametrize("path", [CLIENTS, "/v1/records/batch"])
async def test_json_deeper_than_anything_meant_is_refused(
    house: House, body: bytes, path: str
) -> None:
    json = {"Content-Type": "application/json"}
    answer = await house.client.post(path, content=body, headers=bearer(SOCIAL_WORKER) | json)

    assert outcome(answer) == (400, "JsonTooDeep")
    assert house.service.asked == []


@pytest.mark.parametrize(
    "body",
    [
        b"[" * 32 + b"]" * 32,
        b"[" + b"[]," * 10_000 + b"[]]",
        b'{"text": "' + b"[" * 500 + b'"}',
        b'{"text": "\\"' + b"[{" * 500 + b'\\\\"}',
    ],
)
async def test_wide_json_and_brackets_in_words_are_let_in(house: House, body: bytes) -> None:
    answer = await house.client.post(CLIENTS, content=body, headers=bearer(SOCIAL_WORKER))

    assert (answer.status_code, house.service.asked[0].body) == (200, body)


def _depth(value: Any) -> int:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    own = isinstance(value, dict | list)
    return own + max(map(_depth, inner), default=0)


_texts = st.text(alphabet='[]{}"\\aż', max_size=60)
_values = st.recursive(
    _texts, lambda inner: st.lists(inner) | st.dictionaries(_texts, inner), max_leaves=60
)


@given(value=_values, around=st.integers(0, 40))
def test_the_depth_is_that_of_what_a_parser_reads(value: Any, around: int) -> None:
    for _ in range(around):
        value = [value, "]"]

    assert too_deep(orjson.dumps(value)) == (_depth(value) > DEEPEST)


async def slowly() -> AsyncIterator[bytes]:
    yield b"{"
    await asyncio.sleep(3)
    yield b"}"


@pytest.fixture
def small() -> FastAPI:
    """A door before an application that reads bodies and waits."""
    app = FastAPI()
    app.state.go = asyncio.Event()

    async def read(request: Request) -> Response:
        await request.body()
        return Response("read")

    async def wait(request: Request) -> Response:
        await request.app.state.go.wait()
        return Response("waited")

    app.add_route("/read", read, ["POST"])
    for path in ("/wait", "/livez", "/v1/events/stream"):
        app.add_route(path, wait, ["GET"])
    return app


def _doors(app: FastAPI, house: House, **limits: Any) -> httpx2.AsyncClient:
    settings = house.app.state.settings.model_copy(update=limits)
    app.state.crowd = crowd_of(settings)
    app.add_middleware(Door, crowd=app.state.crowd, body_seconds=settings.body_seconds)
    return httpx2.AsyncClient(transport=httpx2.ASGITransport(app=app), base_url="http://door")


async def test_a_body_that_trickles_in_is_not_waited_for(small: FastAPI, house: House) -> None:
    async with _doors(small, house, body_seconds=0.1) as client:
        answer = await client.post("/read", content=slowly())

    assert outcome(answer) == (408, "RequestTooSlow")
    assert answer.headers["connection"] == "close"


async def test_a_full_house_refuses_early_and_lets_in_as_soon_as_there_is_room(
    small: FastAPI, house: House
) -> None:
    async with _doors(small, house, most_at_once=50) as client:
        inside = [asyncio.create_task(client.get("/wait")) for _ in range(1000)]
        while sum(task.done() for task in inside) < 950:
            await asyncio.sleep(0.01)
        refused = await client.get("/wait", headers={"Accept-Language": "pl"})
        alive = asyncio.create_task(client.get("/livez"))
        stream = asyncio.create_task(client.get("/v1/events/stream"))
        await asyncio.sleep(0.05)
        waiting = (alive.done(), stream.done())
        small.state.go.set()
        answers = await asyncio.gather(alive, stream, *inside)
        after = await asyncio.gather(*(client.get("/wait") for _ in range(50)))

    assert (refused.status_code, refused.json()["type"]) == (503, REDUCED)
    assert refused.headers["retry-after"] == "1"
    assert refused.json()["title"].startswith("System ma tyle pracy")
    assert waiting == (False, False)
    assert [a.status_code for a in answers].count(200) == 52
    assert {a.status_code for a in after} == {200}


async def test_streams_are_counted_apart(small: FastAPI, house: House) -> None:
    async with _doors(small, house, most_at_once=1) as client:
        stream = "/v1/events/stream"
        inside = [asyncio.create_task(client.get(path)) for path in (stream, stream, "/wait")]
        await asyncio.sleep(0.05)
        second = await client.get("/wait")
        small.state.go.set()
        answers = await asyncio.gather(*inside)

    assert second.status_code == 503
    assert {answer.status_code for answer in answers} == {200}


async def test_one_caller_has_her_share_and_another_his(house: House) -> None:
    crowd = house.app.state.crowd
    held = {"path": CLIENTS, "type": "http"}
    crowd.enter(held)
    for _ in range(house.app.state.settings.caller_at_once):
        crowd.claim(Request(held), SOCIAL_WORKER)

    mine = [await house.see(SOCIAL_WORKER, path) for path in (RECORD, CLIENTS)]
    colleague = await house.see(replace(SOCIAL_WORKER, worker="another"), RECORD)
    other = await house.see(COORDINATOR, CLIENTS)
    crowd.leave(held)
    after = await house.see(SOCIAL_WORKER, RECORD)

    assert [outcome(answer) for answer in mine] == [(429, "TooManyAtOnce")] * 2
    assert mine[0].headers["retry-after"] == "1"
    assert (colleague.status_code, other.status_code, after.status_code) == (200, 200, 200)
    # The request itself is one of those under way.
    told = [answer.headers["ratelimit"] for answer in (*mine, colleague, other, after)]
    assert told == ['"caller";r=0'] * 2 + ['"caller";r=63'] * 3
    assert after.headers["ratelimit-policy"] == '"caller";q=64;qu="concurrent-requests"'


async def test_whoever_is_not_known_is_told_of_no_share(house: House) -> None:
    for path in ("/livez", RECORD):
        assert "ratelimit" not in (await house.client.get(path)).headers


async def test_a_process_late_twice_in_a_row_lets_nobody_in_and_recovers_at_once(
    house: House,
) -> None:
    crowd = house.app.state.crowd
    crowd.pulse = Pulse(lag_seconds=0.2)
    await crowd.pulse.open()
    try:
        once = await _held_up(house, times=1)
        twice = await _held_up(house, times=2)
        alive = await house.client.get("/livez")
        while crowd.pulse.slow:
            await asyncio.sleep(0.05)
        after = await house.see(SOCIAL_WORKER, CLIENTS)
    finally:
        await crowd.pulse.close()

    assert (once.status_code, after.status_code, alive.status_code) == (200, 200, 200)
    assert (twice.status_code, twice.json()["type"]) == (503, REDUCED)


async def _held_up(house: House, times: int) -> Any:
    for _ in range(times):
        await asyncio.sleep(0.01)
        time.sleep(0.6)
    await asyncio.sleep(0)
    return await house.see(SOCIAL_WORKER, CLIENTS)
