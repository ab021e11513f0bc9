"""The door: the outermost layer of the gateway, plain ASGI. It reads no word of what is sent."""

import asyncio
from collections.abc import Iterable
from typing import NoReturn

from prometheus_client import Counter
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from gateway.limits.crowd import Crowd
from gateway.limits.depth import too_deep
from gateway.limits.refusals import (
    AddressTooLong,
    HeadersTooLarge,
    JsonTooDeep,
    RequestTooSlow,
    respond,
)
from kernel.problems import language_of
from kernel.refusals import Refusal

REFUSED = Counter("okienko_door_refused_total", "Requests refused at the door.", ["problem"])
LONGEST_ADDRESS = 8 * 1024
LONGEST_HEAD = 32 * 1024
MOST_HEADERS = 100
_OF_A_BODY = frozenset({b"content-length", b"transfer-encoding"})
_AROUND = len(b": \r\n")


class Door:
    """Lets in what is of human measure, as long as there is room."""

    def __init__(self, app: ASGIApp, crowd: Crowd, body_seconds: float) -> None:
        self._app = app
        self._crowd = crowd
        self._body_seconds = body_seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let in, or refuse."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        try:
            has_body = _measure(scope)
            self._crowd.enter(scope)
        except Refusal as refusal:
            await _refuse(refusal, scope, receive, send)
            return

        async def telling(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *self._crowd.told(scope)]
            await send(message)

        try:
            if has_body:
                await _Arriving(self._app, self._body_seconds).pass_on(scope, receive, telling)
            else:
                await self._app(scope, receive, telling)
        finally:
            self._crowd.leave(scope)


def _measure(scope: Scope) -> bool:
    """Whether a body follows; refuse a head beyond measure."""
    if len(scope.get("raw_path", b"")) + len(scope["query_string"]) > LONGEST_ADDRESS:
        raise AddressTooLong
    headers: Iterable[tuple[bytes, bytes]] = scope["headers"]
    size, count, has_body = 0, 0, False
    for name, value in headers:
        size += len(name) + len(value) + _AROUND
        count += 1
        has_body = has_body or name in _OF_A_BODY
    if size > LONGEST_HEAD or count > MOST_HEADERS:
        raise HeadersTooLarge
    return has_body


async def _refuse(refusal: Refusal, scope: Scope, receive: Receive, send: Send) -> None:
    REFUSED.labels(type(refusal).__name__).inc()
    language = language_of(Headers(scope=scope))
    await respond(refusal, language, close=True)(scope, receive, send)


class _Arriving:
    """One body on its way in: by when it must be here, and how deep it may be.

    The time runs from when it is asked for, which is when its sender is known. Whatever the layers
    inside make of a body that broke off, the caller is told the reason from here.
    """

    def __init__(self, app: ASGIApp, seconds: float) -> None:
        self._app = app
        self._seconds = seconds
        self._deadline: float | None = None
        self._chunks: list[bytes] = []
        self._more = True
        self._refused: Refusal | None = None
        self._begun = False

    async def pass_on(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, and answer for what the body did."""

        async def receiving() -> Message:
            return await (self._next(receive) if self._more else receive())

        async def sending(message: Message) -> None:
            if self._refused is None or self._begun:
                self._begun = True
                await send(message)

        try:
            await self._app(scope, receiving, sending)
        except Refusal as refusal:
            if refusal is not self._refused or self._begun:
                raise
        if self._refused is not None and not self._begun:
            await _refuse(self._refused, scope, receive, send)

    async def _next(self, receive: Receive) -> Message:
        self._deadline = self._deadline or asyncio.get_running_loop().time() + self._seconds
        try:
            async with asyncio.timeout_at(self._deadline):
                message = await receive()
        except TimeoutError:
            self._refuse(RequestTooSlow())
        self._more = message.get("more_body", False)
        self._chunks.append(message.get("body", b""))
        if not self._more:
            if too_deep(b"".join(self._chunks)):
                self._refuse(JsonTooDeep())
            self._chunks.clear()
        return message

    def _refuse(self, refusal: Refusal) -> NoReturn:
        self._more, self._refused = False, refusal
        raise refusal
