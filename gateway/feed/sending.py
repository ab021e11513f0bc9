"""One attempt to hand an event to a partner's server, which may do with us whatever it likes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC
from email.utils import parsedate_to_datetime
from enum import StrEnum
from time import perf_counter

import aiohttp

from gateway.feed.guard import AddressNotPublic, Guard, GuardedNames, NotPublic
from kernel import clock

SECONDS = 15.0
_LONGEST_WAIT = 86_400.0
_OK, _MULTIPLE_CHOICES, _GONE = 200, 300, 410
_MEDIA = {"Content-Type": "application/cloudevents+json; charset=utf-8", "User-Agent": "Okienko"}


class DeliveryResult(StrEnum):
    """What became of an attempt."""

    DELIVERED = "delivered"
    REFUSED = "refused"
    """Answered, but not with a status of success. A redirect is none, and is never followed."""
    GONE = "gone"
    """Answered with 410: the receiver wants nothing any more."""
    TIMEOUT = "timeout"
    UNREACHABLE = "unreachable"
    """No name, no connection, no certificate to believe, or it hung up."""
    GARBLED = "garbled"
    """What came back is no HTTP, or headers without end."""
    NOT_PUBLIC = "not_public"
    """The address leads, by now, into a network that a webhook may not reach."""


@dataclass(frozen=True)
class Outcome:
    """What became of an attempt, and what the receiver said about the next one."""

    result: DeliveryResult
    status: int | None = None
    retry_after: float | None = None
    """Seconds; a day at most."""
    seconds: float = 0.0


class Sender:
    """Hands events over. Of the answer it reads status and headers alone: no body can be endless."""

    def __init__(self, guard: Guard, seconds: float = SECONDS) -> None:
        self.guard = guard
        self._seconds = seconds
        self._http: aiohttp.ClientSession | None = None

    async def open(self) -> None:
        """Open the door out."""
        self._http = aiohttp.ClientSession(
            # A connection of its own for each attempt: none is handed from one partner to another,
            # and none was made before its address was looked at.
            connector=aiohttp.TCPConnector(
                resolver=GuardedNames(self.guard), use_dns_cache=False, force_close=True, limit=0
            ),
            timeout=aiohttp.ClientTimeout(total=self._seconds),
            cookie_jar=aiohttp.DummyCookieJar(),
            auto_decompress=False,
            trust_env=False,
        )

    async def close(self) -> None:
        """Close it."""
        if self._http:
            await self._http.close()
        self.guard.close()

    async def send(self, url: str, headers: Mapping[str, str], body: bytes) -> Outcome:
        """Try once; whatever happens is an outcome, never an error."""
        begun = perf_counter()
        outcome = await self._try(url, headers, body)
        return Outcome(outcome.result, outcome.status, outcome.retry_after, perf_counter() - begun)

    async def _try(self, url: str, headers: Mapping[str, str], body: bytes) -> Outcome:
        if self._http is None:
            raise RuntimeError("the sender is not open")
        try:
            async with self._http.post(
                self.guard.check(url),
                data=body,
                headers={**_MEDIA, **headers},
                allow_redirects=False,
            ) as answer:
                answer.close()
                return _judged(answer.status, answer.headers.get("Retry-After"))
        except (AddressNotPublic, OSError, aiohttp.ClientError, ValueError) as error:
            return Outcome(_of(error))


def _of(error: Exception) -> DeliveryResult:
    """What an error says of the receiver; a timeout is an OSError too, so it is asked first."""
    cause = error.os_error if isinstance(error, aiohttp.ClientConnectorError) else error
    if isinstance(cause, AddressNotPublic | NotPublic):
        return DeliveryResult.NOT_PUBLIC
    if isinstance(cause, TimeoutError):
        return DeliveryResult.TIMEOUT
    hung_up = isinstance(error, OSError | aiohttp.ServerDisconnectedError)
    return DeliveryResult.UNREACHABLE if hung_up else DeliveryResult.GARBLED


def _judged(status: int, retry_after: str | None) -> Outcome:
    if _OK <= status < _MULTIPLE_CHOICES:
        return Outcome(DeliveryResult.DELIVERED, status)
    if status == _GONE:
        return Outcome(DeliveryResult.GONE, status)
    return Outcome(DeliveryResult.REFUSED, status, _seconds_of(retry_after))


def _seconds_of(said: str | None) -> float | None:
    """Retry-After as seconds (RFC 9110, 10.2.3): a number, or a date; anything else says nothing."""
    if said is None:
        return None
    if said.isascii() and said.isdecimal():
        return min(float(said[:9]), _LONGEST_WAIT)
    try:
        at = parsedate_to_datetime(said)
    except ValueError:
        return None
    left = (at if at.tzinfo else at.replace(tzinfo=UTC)) - clock.now()
    return min(max(left.total_seconds(), 0.0), _LONGEST_WAIT)
