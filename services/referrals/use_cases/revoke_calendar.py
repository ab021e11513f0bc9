"""The address of a calendar is taken back: by its owner, or by whoever leads the team she left."""

from uuid import UUID

from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain.calendar import Calendar
from services.referrals.store.calendars import Calendars, calendar_of


async def revoke_calendar(calendar_id: UUID, *, by: Caller, tx: Transaction) -> Calendar:
    """Revoke it: from the next request on the address opens nothing."""
    calendar = await Calendars(tx, by=by).get(calendar_id)
    calendar.revoke(clock.now())
    return calendar


async def admits_calendar(tx: Transaction, holder: Caller) -> bool:
    """Whether the pass in a calendar's address is still good."""
    calendar = await calendar_of(tx, holder)
    return calendar is not None and calendar.live(clock.now())
