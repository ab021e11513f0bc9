"""Raw sockets against the server itself: what is no request yet costs little and not for long."""

import asyncio
import resource
import socket
from collections.abc import AsyncIterator
from contextlib import nullcontext, suppress
from typing import Any

import orjson
import pytest
import uvicorn
from fastapi import FastAPI, Request, Response

from gateway.limits.door import LONGEST_HEAD
from kernel.problems import install
from okienko import connection, sockets
from okienko.connection import Connection

pytestmark = pytest.mark.anyio
ASK = b"GET /well HTTP/1.1\r\nHost: here\r\n\r\n"
HEAD_SECONDS = 0.5
MUCH = 50_000_000


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
async def port(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[int]:
    """A real server of little patience; its application reads bodies."""
    monkeypatch.setattr(connection, "HEAD_SECONDS", HEAD_SECONDS)
    monkeypatch.setattr(connection, "READ_SECONDS", HEAD_SECONDS)
    app = FastAPI()
    install(app)

    async def well(_: Request) -> Response:
        return Response("well")

    async def read(request: Request) -> Response:
        return Response(str(len(await request.body())))

    async def much(_: Request) -> Response:
        return Response(b"a" * MUCH)

    async def refuse(_: Request) -> Response:
        return Response("no", 401)

    for path, answer in {"/well": well, "/read": read, "/much": much, "/refuse": refuse}.items():
        app.add_route(path, answer, ["GET", "POST"])
    listening = sockets.listen("127.0.0.1", 0)
    config = uvicorn.Config(app, http=Connection, ws="none", lifespan="off", log_config=None)
    server = uvicorn.Server(config)
    monkeypatch.setattr(server, "capture_signals", nullcontext)
    serving = asyncio.create_task(server.serve(sockets=[listening]))
    yield int(listening.getsockname()[1])
    server.should_exit = server.force_exit = True
    await serving


async def send(port: int, *parts: bytes, pause: float = 0) -> bytes:
    """Send piece by piece; everything that is answered until the server closes."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        for part in parts:
            writer.write(part)
            await writer.drain()
            await asyncio.sleep(pause)
        return await asyncio.wait_for(reader.read(), 10)
    except (ConnectionResetError, BrokenPipeError):
        return b""
    finally:
        writer.close()


def outcome(answer: bytes) -> tuple[int, Any]:
    head, _, body = answer.partition(b"\r\n\r\n")
    assert b"content-type: application/problem+json" in head
    assert b"connection: close" in head
    return int(head.split()[1]), orjson.loads(body)["type"]


async def test_a_head_that_stops_half_way_is_told_so(port: int) -> None:
    answer = await send(port, b"GET /well HTTP/1.1\r\nHo")

    assert outcome(answer) == (408, "/problems/RequestTooSlow")


async def test_a_head_that_trickles_in_is_not_waited_for(port: int) -> None:
    trickle = [b"GET /well HTTP/1.1\r\n"] + [b"X-%d: a\r\n" % number for number in range(20)]

    assert (await send(port, *trickle, pause=0.1))[:12] in {b"HTTP/1.1 408", b""}


async def test_who_says_nothing_is_let_go(port: int) -> None:
    assert await send(port) == b""


async def test_nor_is_whoever_sends_nothing_but_empty_lines_between_requests(port: int) -> None:
    answer = await send(port, ASK, *[b"\r\n"] * 20, pause=0.1)

    assert answer.count(b"HTTP/1.1") <= 1


async def test_a_head_without_end_is_cut_off(port: int) -> None:
    answer = await send(port, b"GET /well HTTP/1.1\r\nX: ", *[b"a" * 4096] * 12)

    assert answer == b"" or outcome(answer) == (431, "/problems/HeadersTooLarge")
    assert await answers(port)


async def test_an_address_without_end_is_cut_off_too(port: int) -> None:
    answer = await send(port, b"GET /", *[b"a" * 4096] * 12)

    assert answer == b"" or outcome(answer) == (431, "/problems/HeadersTooLarge")


async def test_a_large_head_in_pieces_is_still_read(port: int) -> None:
    half = b"a" * (LONGEST_HEAD // 2 - 100)
    answer = await send(
        port,
        b"GET /well HTTP/1.1\r\nConnection: close\r\nX: ",
        half,
        b"\r\nY: ",
        half,
        b"\r\n\r\n",
    )

    assert answer.startswith(b"HTTP/1.1 200")


@pytest.mark.parametrize(
    "nonsense",
    [
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"HELO there\r\n\r\n",
        b"GET /well HTTP/1.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n",
        b"POST /read HTTP/1.1\r\nHost: here\r\nContent-Length: -1\r\n\r\n",
        b"POST /read HTTP/1.1\r\nHost: here\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
    ],
)
async def test_what_is_no_request_is_told_so_as_a_problem(port: int, nonsense: bytes) -> None:
    assert outcome(await send(port, nonsense)) == (400, "/problems/NotARequest")


async def test_a_body_nobody_wants_may_not_trickle_on(port: int) -> None:
    head = b"POST /refuse HTTP/1.1\r\nHost: here\r\nContent-Length: 1000\r\n\r\n"

    answer = await send(port, head, *[b"a"] * 30, pause=0.1)

    assert answer.startswith(b"HTTP/1.1 401") or answer == b""


async def test_chunks_over_a_mebibyte_are_refused_without_a_word_of_their_length(
    port: int,
) -> None:
    head = b"POST /read HTTP/1.1\r\nHost: here\r\nTransfer-Encoding: chunked\r\n\r\n"
    chunk = b"10000\r\n" + b"a" * 0x10000 + b"\r\n"

    answer = await send(port, head, *[chunk] * 20)

    assert answer == b"" or answer.startswith(b"HTTP/1.1 413")
    assert await answers(port)


async def test_whoever_reads_no_answer_loses_it(port: int) -> None:
    with socket.create_connection(("127.0.0.1", port)) as deaf:
        deaf.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        deaf.sendall(b"GET /much HTTP/1.1\r\nHost: here\r\n\r\n")
        await asyncio.sleep(4 * HEAD_SECONDS)
        deaf.setblocking(False)
        got = 0
        with suppress(ConnectionResetError):
            while part := await asyncio.get_running_loop().sock_recv(deaf, 1 << 20):
                got += len(part)

    assert got < MUCH


async def test_a_thousand_slow_heads_keep_nobody_out_and_no_memory(port: int) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    slow = [asyncio.create_task(send(port, b"GET / HTTP/1.1\r\nX: a")) for _ in range(1000)]
    served = [await answers(port) for _ in range(20)]
    ended = await asyncio.gather(*slow)
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    assert all(served)
    assert {answer[:12] for answer in ended} <= {b"HTTP/1.1 408", b""}
    assert (after - before) < 100 * 1024, "KiB"


async def answers(port: int) -> bool:
    asked = ASK.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n")
    return (await send(port, asked)).startswith(b"HTTP/1.1 200")
