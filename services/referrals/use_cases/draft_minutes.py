"""The chair lays out the minutes of a case meeting for approval."""

from typing import Annotated

from pydantic import ConfigDict, Field, JsonValue

from contracts.values import AgendaItemId, Command, MeetingId, Note
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.referrals.domain.duty import Duty, DutyKind
from services.referrals.domain.meeting import Meeting, MeetingState
from services.referrals.store.duties import Duties
from services.referrals.store.meetings import Agenda, Meetings

_EXAMPLE: dict[str, JsonValue] = {"notes": []}


class ItemNote(Command):
    """What the minutes say of one item besides the decisions."""

    item_id: AgendaItemId
    note: Note


class DraftMinutes(Command):
    """Lay them out: attendance, items and decisions are known; only notes are added."""

    model_config = ConfigDict(json_schema_extra={"examples": [_EXAMPLE]})

    notes: Annotated[tuple[ItemNote, ...], Field(max_length=100)] = ()


async def draft_minutes(
    meeting_id: MeetingId,
    command: DraftMinutes,
    *,
    by: Caller,
    expected: int | None,
    tx: Transaction,
) -> Meeting:
    """Draft them; drafted anew, everybody who was present approves anew."""
    meetings, agenda = Meetings(tx, by=by), Agenda(tx, meeting_id, by=by)
    meeting = await meetings.get(meeting_id)
    expect(meeting.version, expected)
    tx.record(meeting.draft_minutes(clock.now(), clock.today(), by=by.institution))
    for said in command.notes:
        item = await agenda.get(said.item_id)
        item.note(said.note)
        await agenda.keep(item)
    await meetings.keep(meeting)
    await owe_approving(meeting, tx)
    return meeting


async def owe_approving(meeting: Meeting, tx: Transaction) -> None:
    """Whoever was present and has not approved owes it; everybody else does not any more."""
    duties = Duties(tx)
    await duties.strike(meeting.id, DutyKind.APPROVE_MINUTES)
    drafted = meeting.state is MeetingState.MINUTES_DRAFTED
    waiting = meeting.waiting_for() if drafted else set()
    since = meeting.drafted_at or clock.now()
    owed = [
        Duty(
            DutyKind.APPROVE_MINUTES,
            meeting.id,
            one.institution,
            since=since,
            due_on=meeting.approve_by,
            worker=one.worker,
        )
        for one in meeting.participants
        if one.institution in waiting
    ]
    await duties.owe(*owed)
