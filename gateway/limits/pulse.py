"""How late the process is with what it meant to do: the first sign of too much work."""

import asyncio

from prometheus_client import Gauge

LAG = Gauge("okienko_loop_lag_seconds", "How late the gateway's event loop was at the last beat.")
_BEAT = 0.25
_IN_A_ROW = 2


class Pulse:
    """Beats four times a second. Slow: late twice in a row; on time again after one beat in time.

    Twice, because one long paper or one pause of the machine is no overload.
    """

    def __init__(self, lag_seconds: float) -> None:
        self._lag_seconds = lag_seconds
        self._late = 0
        self._next: asyncio.TimerHandle | None = None

    @property
    def slow(self) -> bool:
        """Whether there is more to do than can be done."""
        return self._late >= _IN_A_ROW

    async def open(self) -> None:
        """Begin to beat."""
        self._wait()

    async def close(self) -> None:
        """Stop."""
        if self._next is not None:
            self._next.cancel()

    def _wait(self) -> None:
        loop = asyncio.get_running_loop()
        self._next = loop.call_later(_BEAT, self._beat, loop.time() + _BEAT)

    def _beat(self, due: float) -> None:
        lag = max(0.0, asyncio.get_running_loop().time() - due)
        LAG.set(lag)
        self._late = self._late + 1 if lag > self._lag_seconds else 0
        self._wait()
