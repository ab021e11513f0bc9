"""The chair opens a case meeting and notes who is there."""

from typing import Annotated

from pydantic import ConfigDict, Field

from contracts.values import AgendaItemId, Command, InstitutionId, MeetingId, WorkerCode
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.referrals.domain.meeting import Meeting
from services.referrals.store.duties import Duties
from services.referrals.store.meetings import Agenda, Meetings


class MeetingAttendance(Command):
    """An institution that is there, and who speaks for it."""

    institution: InstitutionId
    worker: Annotated[
        WorkerCode | None, Field(description="Absent: whoever accepted the invitation.")
    ] = None


class OpenMeeting(Command):
    """Open it."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"present": [{"institution": "0197a000-0000-7000-8000-000000000002"}]}]
        }
    )

    present: Annotated[
        tuple[MeetingAttendance, ...],
        Field(max_length=30, description="Your own institution is there in any case."),
    ]
    clients_present: Annotated[
        tuple[AgendaItemId, ...],
        Field(max_length=100, description="Items whose client takes part herself."),
    ] = ()


async def open_meeting(
    meeting_id: MeetingId,
    command: OpenMeeting,
    *,
    by: Caller,
    expected: int | None,
    tx: Transaction,
) -> Meeting:
    """Open it, with or without a quorum: without one it can recommend, not decide."""
    meetings, agenda = Meetings(tx, by=by), Agenda(tx, meeting_id, by=by)
    meeting = await meetings.get(meeting_id)
    expect(meeting.version, expected)
    for number, one in enumerate(command.present):
        meeting.participant(one.institution, f"/present/{number}/institution")
    present = {one.institution: one.worker for one in command.present}
    tx.record(meeting.open(present, clock.now(), clock.today(), by.institution))
    for item_id in dict.fromkeys(command.clients_present):
        item = await agenda.get(item_id)
        item.client_present = True
        await agenda.keep(item)
    await meetings.keep(meeting)
    await Duties(tx).strike(meeting.id)
    return meeting
