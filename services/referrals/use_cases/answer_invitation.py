"""An institution says whether it comes to a case meeting."""

from pydantic import ConfigDict

from contracts.referrals.meetings import InvitationAnswer
from contracts.values import Command, MeetingId
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.referrals.domain.meeting import Meeting
from services.referrals.store.meetings import Meetings
from services.referrals.use_cases.owe_preparing import owe_preparing


class AnswerInvitation(Command):
    """Say whether your institution comes."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"answer": "accepted"}]})

    answer: InvitationAnswer


async def answer_invitation(
    meeting_id: MeetingId,
    command: AnswerInvitation,
    *,
    by: Caller,
    expected: int | None,
    tx: Transaction,
) -> Meeting:
    """Answer it; whoever accepts is who comes."""
    meetings = Meetings(tx, by=by)
    meeting = await meetings.get(meeting_id)
    expect(meeting.version, expected)
    tx.record(meeting.answer(command.answer, by=by.institution, worker=by.worker))
    await meetings.keep(meeting)
    await owe_preparing(meeting, tx)
    return meeting
