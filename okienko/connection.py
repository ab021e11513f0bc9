"""One connection to a process: what must arrive, and leave, within bounds before there is a request.

uvicorn has none of these: a head may come as slowly and grow as long as its sender likes, and whoever
reads no answer keeps its place. The application sees a request only when its head is complete, so
this is the one place where they can stand. Every process has them, reached through the gateway or not.
"""

import asyncio
from typing import Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from gateway.limits.door import LONGEST_ADDRESS, LONGEST_HEAD
from gateway.limits.refusals import HeadersTooLarge, NotARequest, RequestTooSlow, respond
from kernel.refusals import Refusal

HEAD_SECONDS = 10.0
"""How long a head may take to arrive; and the rest of a body that nobody wants."""
READ_SECONDS = 30.0
"""How long a peer may leave an answer unread."""
_LONGEST = LONGEST_ADDRESS + LONGEST_HEAD


class Connection(HttpToolsProtocol):
    """uvicorn's own, with bounds. A head that arrives in one piece, as nearly all do, costs a comparison."""

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self._in_head = True
        self._head = 0
        self._late: asyncio.TimerHandle | None = None
        self._unread: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override] # so there
        """A head is due from now on."""
        super().connection_made(transport)
        self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        """Nothing is due any more."""
        self._rest()
        if self._unread is not None:
            self._unread.cancel()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Take it in; go on waiting if it was not yet a head."""
        went_on = self._in_head
        super().data_received(data)
        if self.transport.is_closing():
            return
        if self._in_head and went_on:
            self._head += len(data)
            if self._head > _LONGEST:
                self._refuse(HeadersTooLarge())
                return
        # Between requests, too: what is no head yet, or a body already refused, may not trickle on.
        if self._in_head or self._idle:
            self._wait()

    def on_message_begin(self) -> None:
        """Called by the parser: a head begins."""
        super().on_message_begin()
        self._in_head, self._head = True, 1

    def on_headers_complete(self) -> None:
        """Called by the parser: it is here."""
        self._in_head = False
        self._rest()
        super().on_headers_complete()

    def on_response_complete(self) -> None:
        """Called when an answer has been given: uvicorn waits for the next request in its own way."""
        self._rest()
        super().on_response_complete()

    def pause_writing(self) -> None:
        """Called when the peer does not read."""
        super().pause_writing()
        self._unread = self.loop.call_later(READ_SECONDS, self.transport.abort)

    def resume_writing(self) -> None:
        """Called when it does."""
        super().resume_writing()
        if self._unread is not None:
            self._unread.cancel()
            self._unread = None

    def timeout_keep_alive_handler(self) -> None:
        """Called when no request followed: a close would wait for a peer that reads no answer."""
        if self.transport.get_write_buffer_size():
            self.transport.abort()
        super().timeout_keep_alive_handler()

    def send_400_response(self, msg: str) -> None:
        """Called when it is no HTTP: a problem, like every other no."""
        del msg
        self._refuse(NotARequest())

    @property
    def _idle(self) -> bool:
        """Whether nothing is being answered."""
        return self.cycle is None or self.cycle.response_complete  # type: ignore[redundant-expr] # None at first

    def _wait(self) -> None:
        if self._late is None:
            self._late = self.loop.call_later(HEAD_SECONDS, self._too_late)

    def _rest(self) -> None:
        if self._late is not None:
            self._late.cancel()
            self._late = None

    def _too_late(self) -> None:
        self._late = None
        if self.transport.is_closing():
            return
        if self._in_head and self._head:
            self._refuse(RequestTooSlow())
        else:
            self.transport.close()

    def _refuse(self, refusal: Refusal) -> None:
        """Answer outside of any request, and end the connection."""
        if self._idle:
            response = respond(refusal, close=True)
            head = [f"HTTP/1.1 {response.status_code} Refused".encode()]
            head += [name + b": " + value for name, value in response.raw_headers]
            self.transport.write(b"\r\n".join([*head, b"", bytes(response.body)]))
        self.transport.close()
