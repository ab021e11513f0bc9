"""A partner's server that does what a test wants, byte by byte, on a real socket."""

import asyncio
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field

Manner = Callable[["Receiver", asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@dataclass(frozen=True)
class Message:
    """What came in."""

    target: str
    headers: dict[str, str]
    body: bytes


@dataclass
class Receiver:
    """It takes a request whole, and then behaves."""

    manner: Manner
    url: str = ""
    messages: list[Message] = field(default_factory=list)

    async def meet(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection."""
        with suppress(OSError, asyncio.IncompleteReadError):
            head = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
            pairs = [line.partition(": ") for line in head[1:] if line]
            headers = {name.lower(): value for name, _, value in pairs}
            body = await reader.readexactly(int(headers.get("content-length", 0)))
            self.messages.append(Message(head[0].split()[1], headers, body))
            await self.manner(self, reader, writer)
        writer.close()


@asynccontextmanager
async def receiving(manner: Manner, tls: ssl.SSLContext | None = None) -> AsyncIterator[Receiver]:
    """A server as long as it is needed."""
    receiver = Receiver(manner)
    met: set[asyncio.Task[None]] = set()
    writers: list[asyncio.StreamWriter] = []

    async def meet(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writers.append(writer)
        if (task := asyncio.current_task()) is not None:
            met.add(task)
        await receiver.meet(reader, writer)

    server = await asyncio.start_server(meet, "127.0.0.1", 0, ssl=tls)
    port = server.sockets[0].getsockname()[1]
    receiver.url = f"{'https' if tls else 'http'}://127.0.0.1:{port}/hook"
    try:
        yield receiver
    finally:
        server.close()
        for task in met:
            task.cancel()
        await asyncio.gather(*met, return_exceptions=True)
        # What nobody reads any more is not waited for; the socket is gone a turn of the loop later.
        for writer in writers:
            writer.transport.abort()
        await asyncio.sleep(0)


def says(*lines: str, body: bytes = b"") -> Manner:
    """Answers so."""

    async def manner(_: Receiver, __: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write("\r\n".join([*lines, "", ""]).encode() + body)
        await writer.drain()

    return manner


well = says("HTTP/1.1 204 No Content")


async def says_nothing(
    _: Receiver, reader: asyncio.StreamReader, __: asyncio.StreamWriter
) -> None:
    """Takes it and never answers."""
    await reader.read()


async def hangs_up(_: Receiver, __: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Ends in the middle of the first line."""
    writer.write(b"HTTP/1.1 20")
    await writer.drain()


async def never_ends(_: Receiver, __: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """A success with a body without end."""
    writer.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
    while True:
        writer.write(b"10000\r\n" + b"x" * 65536 + b"\r\n")
        await writer.drain()


async def drips(_: Receiver, __: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """One byte of its headers at a time."""
    writer.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    while True:
        writer.write(b"x")
        await writer.drain()
        await asyncio.sleep(0.02)


async def floods(_: Receiver, __: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """A success with a header of a megabyte."""
    writer.write(b"HTTP/1.1 200 OK\r\nX-Long: " + b"x" * 1_000_000 + b"\r\n\r\n")
    await writer.drain()


async def babbles(_: Receiver, __: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Speaks something else."""
    writer.write(b"220 mail.example ESMTP ready\r\n\r\n")
    await writer.drain()
