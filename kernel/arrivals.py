"""What has arrived here: who waits for an event to be applied is woken by the commit that applied it."""

import asyncio
from collections.abc import Iterable
from uuid import UUID

from kernel.journal import Fact

_REMEMBERED = 50_000
Key = tuple[str, UUID]


class Arrivals:
    """The newest version applied of each subject, as far as this process remembers."""

    def __init__(self) -> None:
        self._newest: dict[Key, int] = {}
        self._waiting: dict[Key, set[asyncio.Future[None]]] = {}

    def note(self, facts: Iterable[Fact]) -> None:
        """Events were applied and committed."""
        for fact in facts:
            key = (fact.source, fact.subject)
            # Taken out and put back, so that the oldest news is forgotten first.
            self._newest[key] = max(self._newest.pop(key, 0), fact.version)
            for waiting in self._waiting.pop(key, ()):
                if not waiting.done():
                    waiting.set_result(None)
        while len(self._newest) > _REMEMBERED:
            del self._newest[next(iter(self._newest))]

    def has(self, source: str, subject: UUID, version: int) -> bool:
        """Whether it is remembered to have come; a no may only mean that it is forgotten."""
        return self._newest.get((source, subject), 0) >= version

    async def next(self, source: str, subject: UUID, seconds: float) -> None:
        """Wait until something about the subject comes, or the time is over."""
        waiting: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        mine = self._waiting.setdefault((source, subject), set())
        mine.add(waiting)
        try:
            await asyncio.wait((waiting,), timeout=seconds)
        finally:
            mine.discard(waiting)
            if not mine and self._waiting.get((source, subject)) is mine:
                del self._waiting[source, subject]
