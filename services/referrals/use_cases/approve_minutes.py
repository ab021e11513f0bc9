"""An institution that was present approves the minutes of a case meeting."""

from contracts.values import MeetingId
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.referrals.domain.meeting import Meeting
from services.referrals.store.meetings import Meetings
from services.referrals.use_cases.draft_minutes import owe_approving


async def approve_minutes(
    meeting_id: MeetingId, *, by: Caller, expected: int | None, tx: Transaction
) -> Meeting:
    """Approve what it knows of them; with the last approval nobody can change them any more."""
    meetings = Meetings(tx, by=by)
    meeting = await meetings.get(meeting_id)
    expect(meeting.version, expected)
    now = clock.now()
    tx.record(*meeting.approve_minutes(now, by=by.institution, worker=by.worker))
    await meetings.keep(meeting)
    await owe_approving(meeting, tx)
    return meeting
