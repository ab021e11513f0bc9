"""The cheapest HTTP/1.1 client that will do: one connection, one question at a time.

On a machine with few cores a dear client is measured instead of the server.
"""

import asyncio
import re
from typing import NamedTuple, cast
from urllib.parse import urlsplit

_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)\r\n", re.IGNORECASE)
_END = b"\r\n\r\n"


class Answer(NamedTuple):
    """What came back."""

    status: int
    head: bytes
    body: bytes


class Wire(asyncio.Protocol):
    """A connection that is kept."""

    def __init__(self) -> None:
        self._transport: asyncio.Transport | None = None
        self._answer: asyncio.Future[Answer] | None = None
        self._read = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin."""
        # A cast, because uvloop's transports are none of asyncio's classes.
        self._transport = cast("asyncio.Transport", transport)

    def connection_lost(self, exc: Exception | None) -> None:
        """Tell whoever still waits."""
        if self._answer is not None and not self._answer.done():
            self._answer.set_exception(exc or ConnectionResetError("the server hung up"))

    def data_received(self, data: bytes) -> None:
        """Answer once the whole body is here. Every server measured states its length."""
        self._read += data
        end = self._read.find(_END)
        if end < 0 or self._answer is None:
            return
        length = _LENGTH.search(self._read, 0, end + 2)
        body = end + len(_END)
        if len(self._read) < body + (int(length[1]) if length else 0):
            return
        answer = Answer(int(self._read[9:12]), self._read[:end], self._read[body:])
        self._read, waiting, self._answer = b"", self._answer, None
        waiting.set_result(answer)

    async def ask(self, request: bytes) -> Answer:
        """Send a whole request; give its answer."""
        if self._transport is None:
            raise ConnectionError("not connected")
        self._answer = asyncio.get_running_loop().create_future()
        self._transport.write(request)
        return await self._answer

    def close(self) -> None:
        """Hang up."""
        if self._transport is not None:
            self._transport.close()


async def connect(url: str) -> Wire:
    """Open a connection."""
    at = urlsplit(url)
    loop = asyncio.get_running_loop()
    _, wire = await loop.create_connection(Wire, at.hostname or "", at.port or 80)
    return wire


def request(method: str, path: str, *headers: str, body: bytes = b"") -> bytes:
    """Write a request."""
    lines = [f"{method} {path} HTTP/1.1", "Host: bench", *headers]
    if body:
        lines += ["Content-Type: application/json", f"Content-Length: {len(body)}"]
    return "\r\n".join([*lines, "", ""]).encode() + body
