"""Questions between the house's own processes, under /internal, opened by the house key."""

import hmac
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any
from uuid import UUID

import aiohttp
import orjson
from fastapi import Depends, Request

from kernel.journal import Fact
from kernel.refusals import Kind, Refusal


class NotOfThisHouse(Refusal):
    """This address is for the house's own processes."""

    kind = Kind.UNKNOWN_CALLER
    pl = "Ten adres jest tylko dla procesów systemu."


class Unanswered(Exception):
    """A reader's question had no answer: whoever has the fact is away, or did not know her."""


@dataclass(frozen=True)
class JournalPage:
    """A stretch of a journal."""

    journal: UUID
    facts: list[Fact]


class House:
    """Asks the processes it knows: the gateway knows every service, a service only the gateway."""

    def __init__(self, urls: Mapping[str, str], key: bytes) -> None:
        self._urls = dict(urls)
        self._key = key
        self._http: aiohttp.ClientSession | None = None

    async def open(self) -> None:
        """Open the connections."""
        self._http = aiohttp.ClientSession(
            timeout=aiohttp.ClientTimeout(total=5, sock_connect=1),
            headers={"Authorization": f"House {self._key.hex()}"},
        )

    async def close(self) -> None:
        """Let the connections go."""
        if self._http is not None:
            await self._http.close()

    async def ask(self, whom: str, path: str, **params: str | int) -> Any:
        """The JSON answer to a question; none if there is no such thing."""
        return await self._ask(whom, path, params, {})

    async def ask_for(
        self, reader: Mapping[str, str], whom: str, path: str, **params: Sequence[str]
    ) -> Any:
        """The same as a reader's own question: her headers go in place of the house key.

        So she is answered no more than she may see, and it is audited as hers.
        """
        try:
            return await self._ask(whom, path, params, reader)
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise Unanswered from error

    async def _ask(self, whom: str, path: str, params: Any, headers: Mapping[str, str]) -> Any:
        if self._http is None:
            raise RuntimeError("the house is not open")
        url = self._urls[whom] + path
        async with self._http.get(url, params=params, headers=headers) as answer:
            if answer.status == 404:  # noqa: PLR2004 the one answer that is not a failure
                return None
            answer.raise_for_status()
            return orjson.loads(await answer.read())

    async def read_journal(self, source: str, after: int, limit: int) -> JournalPage:
        """The numbered events of another's journal after a sequence."""
        page = await self.ask(source, "/internal/journal", after=after, limit=limit)
        facts = [Fact.load(envelope) for envelope in page["facts"]]
        return JournalPage(UUID(page["journal"]), facts)


async def house_only(request: Request) -> None:
    """Refuse whoever does not hold the house key."""
    held = f"House {request.app.state.house_secret.hex()}"
    shown = request.headers.get("authorization", "")
    if not hmac.compare_digest(held.encode(), shown.encode()):
        raise NotOfThisHouse


HouseOnly = Annotated[None, Depends(house_only)]
