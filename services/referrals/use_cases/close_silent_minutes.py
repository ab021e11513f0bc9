"""The term for approving minutes is over: silence counts as consent. Done by the clock."""

from kernel import clock
from kernel.transactions import Transaction
from services.referrals.store.meetings import lapsing
from services.referrals.use_cases.draft_minutes import owe_approving

_HANDFUL = 50


async def close_silent_minutes(tx: Transaction) -> bool:
    """Approve a handful that chair and quorum have approved; for the others the term begins anew."""
    found = await lapsing(tx, clock.today(), _HANDFUL)
    for meeting in found:
        if event := meeting.lapse(clock.now(), clock.today()):
            tx.record(event)
        await owe_approving(meeting, tx)
    return len(found) == _HANDFUL
