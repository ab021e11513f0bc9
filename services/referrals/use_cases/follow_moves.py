"""Once a day: moves that were told of beforehand take effect on their day."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from kernel import clock
from kernel.transactions import Transaction
from services.referrals.store.places import Dwellings
from services.referrals.use_cases.react_to_changes import client_moved

_WEEK = timedelta(days=7)
"""A house that stood still for some days makes up for them."""
_FIRST = UUID(int=0)


@dataclass
class FollowMoves:
    """The round: a client at a time, and then it rests until tomorrow.

    Begun anew it does no harm: what was asked on the day of the move or later was asked in the
    knowledge of it, and stays.
    """

    after: UUID = _FIRST
    done_on: date | None = None

    async def __call__(self, tx: Transaction) -> bool:
        """The next client who moved; whether there may be more today."""
        today = clock.today()
        if self.done_on == today:
            return False
        found = await Dwellings(tx).moved_since(today - _WEEK, today, self.after)
        if found is None:
            self.after, self.done_on = _FIRST, today
            return False
        client_id, moved_on = found
        await client_moved(client_id, tx=tx, asked_before=moved_on)
        self.after = client_id
        return True
