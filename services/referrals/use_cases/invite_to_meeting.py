"""The chair invites institutions to a case meeting."""

from typing import Annotated

from pydantic import ConfigDict, Field

from contracts.values import Command, MeetingId
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.referrals.domain.meeting import Meeting, Role
from services.referrals.store.meetings import Meetings
from services.referrals.use_cases.owe_preparing import owe_preparing
from services.referrals.use_cases.plan_meeting import Seats, seat_all


class InviteToMeeting(Command):
    """Send the invitations."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"participants": [{"institution": "0197a000-0000-7000-8000-000000000003"}]}
            ]
        }
    )

    participants: Annotated[
        Seats, Field(description="Who comes besides those that were planned.")
    ] = ()


async def invite_to_meeting(
    meeting_id: MeetingId,
    command: InviteToMeeting,
    *,
    by: Caller,
    expected: int | None,
    tx: Transaction,
) -> Meeting:
    """Invite everybody, and whoever is named besides; items already listed stay unknown to them."""
    meetings = Meetings(tx, by=by)
    meeting = await meetings.get(meeting_id)
    expect(meeting.version, expected)
    new = await seat_all(meeting.id, command.participants, tx)
    for one in new:
        one.role = Role.MEMBER if one.role is Role.CHAIR else one.role
    tx.record(meeting.invite(new, clock.now(), by=by.institution))
    await meetings.keep(meeting)
    await owe_preparing(meeting, tx)
    return meeting
