"""Who is inside: how many requests at once, in all and of each caller."""

from collections.abc import MutableMapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from fastapi import Request
from prometheus_client import Gauge

from gateway.limits.pulse import Pulse
from gateway.limits.refusals import HouseOverloaded, TooManyAtOnce
from kernel.callers import Caller

INSIDE = Gauge("okienko_under_way", "Requests under way at the gateway, streams apart.")
_ALWAYS = frozenset({"/livez", "/readyz", "/healthz", "/metrics"})
"""What tells an operator how it is must answer when it is worst."""
_HOUSE = "/internal/"
"""A service's question belongs to a request that is inside already: to refuse it would waste both."""
STREAMS = frozenset({"/v1/events/stream"})
"""What stays open for long waits and does no work; the feed bounds them itself."""
_SHARE = "okienko.share"

Scope = MutableMapping[str, Any]
Whose = tuple[UUID, str]
"""An institution and its worker."""


@dataclass
class Share:
    """Whose one request is; one object in every copy of its scope."""

    caller: Whose | None = None
    """Who it turned out to be, let in or not."""
    counted: list[Whose] = field(default_factory=list)


class Crowd:
    """Counts whoever is inside."""

    def __init__(self, pulse: Pulse, *, at_once: int, caller_at_once: int) -> None:
        self.pulse = pulse
        self._room = at_once
        self._inside = 0
        self._caller_at_once = caller_at_once
        self._callers: dict[Whose, int] = {}
        # Of requests under way, not within some seconds: so the draft on RateLimit fields calls it.
        policy = b'"caller";q=%d;qu="concurrent-requests"' % caller_at_once
        self._policy = (b"ratelimit-policy", policy)
        INSIDE.set_function(lambda: self._inside)

    def enter(self, scope: Scope) -> None:
        """Let a request in, or refuse it for now; whoever enters leaves."""
        path = scope["path"]
        if path in _ALWAYS or path in STREAMS or path.startswith(_HOUSE):
            return
        if self.pulse.slow or self._inside >= self._room:
            raise HouseOverloaded
        self._inside += 1
        scope[_SHARE] = Share()

    def leave(self, scope: Scope) -> None:
        """It is answered, or given up."""
        share: Share | None = scope.get(_SHARE)
        if share is None:
            return
        self._inside -= 1
        for caller in share.counted:
            self._callers[caller] -= 1
            if not self._callers[caller]:
                del self._callers[caller]

    def told(self, scope: Scope) -> tuple[tuple[bytes, bytes], ...]:
        """What an answer tells of its caller's share; nothing while nobody knows who calls."""
        share: Share | None = scope.get(_SHARE)
        if share is None or share.caller is None:
            return ()
        left = self._caller_at_once - self._callers.get(share.caller, 0)
        return (self._policy, (b"ratelimit", b'"caller";r=%d' % left))

    def claim(self, request: Request, by: Caller) -> None:
        """Count a request as this caller's, once it is known who calls; refuse it above her share.

        Not by address: behind a proxy all have one. Nor by what a token says before it is verified:
        whoever writes another's name into one could use up her share. Until here a request has cost
        a signature at most, and its body was not read.
        """
        share: Share | None = request.scope.get(_SHARE)
        if share is None:
            return
        caller = (by.institution, by.worker)
        share.caller = caller
        count = self._callers.get(caller, 0)
        if count >= self._caller_at_once:
            raise TooManyAtOnce(retry_after=1)
        self._callers[caller] = count + 1
        share.counted.append(caller)
