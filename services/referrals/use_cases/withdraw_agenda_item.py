"""Whoever brought an item, or the chair, takes it off the agenda."""

from pydantic import ConfigDict

from contracts.values import AgendaItemId, Command, MeetingId
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.referrals.domain.agenda import AgendaItem, DropReason
from services.referrals.domain.meeting import Meeting
from services.referrals.store.meetings import Agenda, Meetings
from services.referrals.use_cases.change_agenda_item import require_bringer


class WithdrawAgendaItem(Command):
    """Take it off."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"reason": "settled"}]})

    reason: DropReason


async def withdraw_agenda_item(
    meeting_id: MeetingId,
    item_id: AgendaItemId,
    command: WithdrawAgendaItem,
    *,
    by: Caller,
    expected: int | None,
    tx: Transaction,
) -> tuple[Meeting, AgendaItem]:
    """Drop it; built again, the agenda brings it back only for a new reason."""
    meeting = await Meetings(tx, by=by).get(meeting_id)
    agenda = Agenda(tx, meeting.id, by=by)
    item = await agenda.get(item_id)
    require_bringer(meeting, item, by)
    meeting.require("withdraw_item")
    expect(item.version, expected)
    tx.record(item.withdraw(command.reason))
    await agenda.keep(item)
    return meeting, item
