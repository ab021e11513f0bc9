"""What a service that is away or slow may cost the others: its circuit, and its share of calls."""

from math import ceil

from prometheus_client import Counter, Gauge

from kernel.refusals import Kind, Refusal

OPEN = Gauge(
    "okienko_circuit_open", "1 while a service is not called because it failed.", ["service"]
)
RETRIED = Counter("okienko_forward_retries_total", "Calls sent a second time.", ["service"])
REFUSED = Counter(
    "okienko_forward_refused_total", "Calls not sent, by why: away or busy.", ["service", "reason"]
)


class ServiceAway(Refusal):
    """The service that would answer is away; repeat soon, a command with the same Idempotency-Key."""

    kind = Kind.UNAVAILABLE
    pl = "Serwis, który miał odpowiedzieć, jest niedostępny; proszę powtórzyć z tym samym Idempotency-Key."


class ServiceBusy(Refusal):
    """The service that would answer has as many requests as it can take; nothing was done, repeat soon."""

    kind = Kind.UNAVAILABLE
    pl = "Serwis, który miał odpowiedzieć, ma tyle żądań, ile może; nic nie zrobiono, proszę powtórzyć."


class Circuit:
    """Closed: every call goes. After some failures in a row open: one call in each rest goes, on trial.

    In a row, not by rate: one operation too slow for its timeout, among others that are answered,
    must not take the service from everybody. A trial has no state of its own that a lost caller could
    leave behind: letting one through is what begins the next rest.
    """

    def __init__(self, opens_after: int, rests: float) -> None:
        """Open after so many failures in a row; rest for so many seconds."""
        self._opens_after = opens_after
        self._rests = rests
        self._failures = 0
        self._again = 0.0

    @property
    def closed(self) -> bool:
        """Whether every call goes."""
        return self._failures < self._opens_after

    def wait(self, now: float) -> float:
        """Let a call go (0), or say how many seconds none will."""
        if self.closed:
            return 0
        if now < self._again:
            return self._again - now
        self._again = now + self._rests
        return 0

    def answered(self) -> None:
        """Whatever the answer was, the service is there."""
        self._failures = 0

    def failed(self, now: float) -> None:
        """No answer, or half of one."""
        self._failures += 1
        if not self.closed:
            self._again = now + self._rests


class Lane:
    """The way to one service. Full or broken it refuses at once, so nobody waits in it for nothing."""

    def __init__(self, service: str, circuit: Circuit, at_once: int) -> None:
        self._service = service
        self._circuit = circuit
        self._left = at_once
        self._open = OPEN.labels(service)
        self._open.set(0)

    def enter(self, now: float) -> None:
        """Begin a call; whoever enters leaves."""
        if self._left <= 0:
            REFUSED.labels(self._service, "busy").inc()
            raise ServiceBusy(retry_after=1, service=self._service)
        if (wait := self._circuit.wait(now)) > 0:
            REFUSED.labels(self._service, "away").inc()
            raise ServiceAway(retry_after=ceil(wait), service=self._service)
        self._left -= 1

    def leave(self) -> None:
        """End a call."""
        self._left += 1

    def answered(self) -> None:
        """The service answered."""
        if not self._circuit.closed:
            self._open.set(0)
        self._circuit.answered()

    def failed(self, now: float) -> None:
        """It did not."""
        self._circuit.failed(now)
        self._open.set(not self._circuit.closed)
