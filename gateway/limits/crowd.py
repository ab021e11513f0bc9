"""Who is inside: how many requests at once, in all and of each caller."""

from collections.abc import MutableMapping
from functools import partial
from typing import Any
from uuid import UUID

from fastapi import Request
from prometheus_client import Gauge

from gateway.limits.pulse import Pulse
from gateway.limits.refusals import HouseOverloaded, TooManyAtOnce
from kernel.callers import Caller

INSIDE = Gauge("okienko_under_way", "Requests and streams under way at the gateway.", ["kind"])
_ALWAYS = frozenset({"/livez", "/readyz", "/healthz", "/metrics"})
"""What tells an operator how it is must answer when it is worst."""
_HOUSE = "/internal/"
"""A service's question belongs to a request that is inside already: to refuse it would waste both."""
STREAMS = frozenset({"/v1/events/stream"})
"""What stays open for hours waits, and does no work: it is counted apart."""
_SHARE = "okienko.share"

Scope = MutableMapping[str, Any]


class Crowd:
    """Counts whoever is inside."""

    def __init__(self, pulse: Pulse, *, requests: int, streams: int, caller_at_once: int) -> None:
        self.pulse = pulse
        self._room = {"request": requests, "stream": streams}
        self._inside = dict.fromkeys(self._room, 0)
        self._caller_at_once = caller_at_once
        self._callers: dict[tuple[UUID, str], int] = {}
        for kind in self._room:
            INSIDE.labels(kind).set_function(partial(self._inside.__getitem__, kind))

    def enter(self, scope: Scope) -> str | None:
        """Let a request in, as what kind (none: it is not counted), or refuse it for now."""
        path = scope["path"]
        if path in _ALWAYS or path.startswith(_HOUSE):
            return None
        kind = "stream" if path in STREAMS else "request"
        if self.pulse.slow or self._inside[kind] >= self._room[kind]:
            raise HouseOverloaded
        self._inside[kind] += 1
        if kind == "request":
            scope[_SHARE] = []
        return kind

    def leave(self, scope: Scope, kind: str | None) -> None:
        """It is answered, or given up."""
        if kind is None:
            return
        self._inside[kind] -= 1
        for caller in scope.get(_SHARE, ()):
            self._callers[caller] -= 1
            if not self._callers[caller]:
                del self._callers[caller]

    def claim(self, request: Request, by: Caller) -> None:
        """Count a request as this caller's, once it is known who calls; refuse it above her share.

        Not by address: behind a proxy all have one. Nor by what a token says before it is verified:
        whoever writes another's name into one could use up her share. Until here a request has cost
        a signature at most, and its body was not read.
        """
        share = request.scope.get(_SHARE)
        if share is None:
            return
        caller = (by.institution, by.worker)
        count = self._callers.get(caller, 0)
        if count >= self._caller_at_once:
            raise TooManyAtOnce(retry_after=1)
        self._callers[caller] = count + 1
        share.append(caller)
