"""Once a day: duties that nobody can see any more are struck out."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kernel import clock
from kernel.transactions import Transaction
from services.referrals.store.duties import Duties

_SOME = 500
_FIRST = UUID(int=0)


@dataclass
class TidyDuties:
    """The round: it goes through all of them, some at a time, and then rests until tomorrow.

    It remembers where it is in its process alone: begun anew elsewhere, it does no harm.
    """

    after: UUID = _FIRST
    done_on: date | None = None

    async def __call__(self, tx: Transaction) -> bool:
        """The next handful; whether there is more today."""
        today = clock.today()
        if self.done_on == today:
            return False
        came_to = await Duties(tx).tidy(self.after, _SOME, today)
        self.after = came_to or _FIRST
        self.done_on = None if came_to else today
        return came_to is not None
