"""The works that are measured: what each side is asked."""

import asyncio
import itertools
import random
from collections.abc import Callable, Iterator
from uuid import UUID

from benchmarks.grounds import Site
from benchmarks.people import multiply, pattern, registrations
from benchmarks.rounds import Side
from benchmarks.visible import Watch, patient_look, plain_look
from benchmarks.wire import connect, request
from okienko.caller import Front

_CREATED = 201


class Reading:
    """A record: a token, a relation, the policies, the sections, the audit; or one row by its key."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._client = pattern(Front(site.home))
        self._known: list[UUID] = []
        self._login = site.login("pup-zabrze")

    async def grow(self, size: int) -> None:
        """Have so many clients on both sides, documents as long as a record's answer."""
        await self._site.drain()
        path = f"/v1/records/{self._client}"
        wire = await connect(self._site.run.gateway_url)
        answer = await wire.ask(request("GET", path, self._login))
        wire.close()
        await multiply(self._site, self._client, answer.body, self._known, size)

    def sides(self) -> tuple[Side, Side]:
        """Both ask for clients at random."""
        gateway = self._site.run.gateway_url
        return (
            Side(gateway, self._site.pids("gateway"), self._any("/v1/records/", self._login), 200),
            Side(self._site.bare_url, [self._site.bare_pid], self._any("/documents/"), 200),
        )

    def _any(self, path: str, *headers: str) -> Callable[[], bytes]:
        # Written beforehand: what the client spends on a request is taken from the server.
        asked = random.Random(7).sample(self._known, min(5_000, len(self._known)))  # noqa: S311
        return itertools.cycle([request("GET", f"{path}{c}", *headers) for c in asked]).__next__


class Registering:
    """A client: her row, key, sharing, relations, events, version, idempotency and audit."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._bodies = registrations()

    def sides(self) -> tuple[Side, Side]:
        """Both lay the same eleven rows; ours tells the partners afterwards, which is waited for."""
        site = self._site
        ours = Side(
            site.run.gateway_url, site.pids("gateway", "intake"), self.ours, _CREATED,
            site.drain,
        )  # fmt: skip
        return ours, Side(site.bare_url, [site.bare_pid], self.bare, _CREATED)

    def watches(self) -> dict[str, Watch]:
        """Three ways to wait for her."""
        gateway, login = self._site.run.gateway_url, self._site.login("pup-zabrze")
        path = "/v1/records/"
        return {
            "asking again and again": Watch(gateway, self.ours, plain_look(path, login)),
            "asking with Sync-Token": Watch(gateway, self.ours, patient_look(path, login)),
            "bare: insert, select": Watch(self._site.bare_url, self.bare, plain_look("/clients/")),
        }

    @property
    def ours(self) -> Callable[[], bytes]:
        """Requests of a social worker, each under a key of its own."""
        login = self._site.login("ops-zabrze")

        def ask(numbers: Iterator[int] = _NUMBERS) -> bytes:
            key = f"Idempotency-Key: {next(numbers)}"
            return request("POST", "/v1/clients", login, key, body=next(self._bodies))

        return ask

    @property
    def bare(self) -> Callable[[], bytes]:
        """The same bodies without anything around them."""
        return lambda: request("POST", "/clients", body=next(self._bodies))


_NUMBERS = itertools.count(1)


async def quiet(site: Site) -> None:
    """Let the house catch up and its start be over."""
    await site.drain()
    await asyncio.sleep(0.5)
