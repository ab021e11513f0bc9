"""What a service does by the clock: remind, expire. One process at a time, in small transactions."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence

import sqlalchemy as sa

from kernel.observe import log, where
from kernel.transactions import Database, Transaction, begin, transient

Round = Callable[[Transaction], Awaitable[bool]]
"""Does a handful of what is due and says whether there may be more. It asks `kernel.clock` itself."""

# Held for one transaction: whoever dies in the middle has done nothing, and another goes on.
_TURN = sa.text("SELECT pg_try_advisory_xact_lock(7005, :number)")


class Rounds:
    """The clock of one service. Every process of it has one; whoever has the turn does the work."""

    def __init__(self, database: Database, rounds: Sequence[Round], seconds: float) -> None:
        self._database = database
        self._rounds = rounds
        self._seconds = seconds

    async def run(self) -> None:
        """Make the rounds until cancelled."""
        while True:
            for number in range(len(self._rounds)):
                await self._survive(number)
            await asyncio.sleep(self._seconds)

    async def _survive(self, number: int) -> None:
        """One round, to its end; what fails is told and tried again the next time."""
        try:
            more = True
            while more:
                more = await self.once(number)
        except Exception as error:  # noqa: BLE001 a round that fails must not stop the others
            say = log().warning if transient(error) else log().error
            say("round interrupted", source=self._database.service, error=where(error))

    async def once(self, number: int) -> bool:
        """A handful, if it is our turn; whether there may be more."""
        async with begin(self._database) as tx:
            if not await tx.session.scalar(_TURN, {"number": number}):
                return False
            return await self._rounds[number](tx)
