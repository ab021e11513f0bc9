"""The chair moves a case meeting to another day."""

from typing import Annotated

from pydantic import ConfigDict, Field

from contracts.values import Command, Day, MeetingId
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.referrals.domain.meeting import FormerDay, Meeting
from services.referrals.domain.referral_words import Place, TimeOfDay
from services.referrals.store.meetings import Meetings
from services.referrals.use_cases.owe_preparing import owe_preparing


class MoveMeeting(Command):
    """Move it."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"planned_on": "2030-02-11"}]})

    planned_on: Day
    starts_at: Annotated[TimeOfDay | None, Field(description="Absent: the same hour.")] = None
    place: Annotated[Place | None, Field(description="Absent: the same place.")] = None


async def move_meeting(
    meeting_id: MeetingId,
    command: MoveMeeting,
    *,
    by: Caller,
    expected: int | None,
    tx: Transaction,
) -> Meeting:
    """Move it; the old day is kept, and everybody is invited anew."""
    meetings = Meetings(tx, by=by)
    meeting = await meetings.get(meeting_id)
    expect(meeting.version, expected)
    left = FormerDay(
        meeting_id=meeting.id,
        number=len(meeting.former_days) + 1,
        planned_on=meeting.planned_on,
        moved_at=clock.now(),
    )
    when = command.model_dump()
    tx.record(meeting.move_to(left, when, clock.today(), by.institution))
    await meetings.keep(meeting)
    await owe_preparing(meeting, tx)
    return meeting
