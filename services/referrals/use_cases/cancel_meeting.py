"""The chair cancels a case meeting."""

from pydantic import ConfigDict

from contracts.referrals.meetings import MeetingCancelReason
from contracts.values import Command, MeetingId
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.referrals.domain.meeting import Meeting
from services.referrals.store.duties import Duties
from services.referrals.store.meetings import Meetings


class CancelMeeting(Command):
    """Call it off."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"reason": "no_quorum"}]})

    reason: MeetingCancelReason


async def cancel_meeting(
    meeting_id: MeetingId,
    command: CancelMeeting,
    *,
    by: Caller,
    expected: int | None,
    tx: Transaction,
) -> Meeting:
    """Cancel it; nobody prepares for it any more."""
    meetings = Meetings(tx, by=by)
    meeting = await meetings.get(meeting_id)
    expect(meeting.version, expected)
    tx.record(meeting.cancel(command.reason, by=by.institution))
    await meetings.keep(meeting)
    await Duties(tx).strike(meeting.id)
    return meeting
