"""The law as it is computed by: the files and every approved resolution laid over them.

A what-if asks no database: each process keeps the law in memory, looks every two seconds whether
anything was decided elsewhere, and knows at once what it decided itself.
"""

import asyncio
from functools import lru_cache

from kernel.transactions import Database, Transaction, look
from services.benefits.domain.parameters import Parameters, load_parameters
from services.benefits.domain.resolved import Resolved
from services.benefits.store.resolutions import Resolutions

_PATIENCE = 5.0
"""Seconds after which a decision that was announced here and never committed is waited for no more."""


async def known_law(tx: Transaction) -> Parameters:
    """The law as a transaction sees it: for everything that is kept."""
    return merged(tuple(one.resolved for one in await Resolutions(tx).in_force()))


@lru_cache(maxsize=64)
def merged(rows: tuple[Resolved, ...]) -> Parameters:
    """The files with these laid over them; the same law is the same object."""
    return load_parameters().with_resolutions(rows)


class LawInForce:
    """What is known of the law in this process: for everything that is only computed."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._promised, self._until = 0, 0.0
        self.version = 0
        """Rises with every decision about a resolution."""
        self.parameters: Parameters = load_parameters()

    async def open(self) -> None:
        """Know the law before the first question."""
        async with look(self._database) as tx:
            await self.follow(tx)

    async def close(self) -> None:
        """Nothing is held."""

    async def follow(self, tx: Transaction) -> None:
        """Read it anew if anything was decided since."""
        version = await Resolutions(tx).law_version()
        if version != self.version:
            self.parameters, self.version = await known_law(tx), version

    def promise(self, version: int) -> None:
        """A decision is about to be committed here: the next who asks must see it."""
        self._promised = version
        self._until = asyncio.get_running_loop().time() + _PATIENCE

    async def now(self) -> Parameters:
        """The law to compute by."""
        behind = self.version < self._promised
        if behind and asyncio.get_running_loop().time() < self._until:
            await self.open()
        return self.parameters
