"""The chair takes what the house proposed onto the agenda."""

from contracts.values import AgendaItemId, MeetingId
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.referrals.domain.agenda import AgendaItem
from services.referrals.domain.meeting import NotTheChair
from services.referrals.store.meetings import Agenda, Meetings
from services.referrals.use_cases.add_agenda_item import respect


async def confirm_agenda_item(
    meeting_id: MeetingId,
    item_id: AgendaItemId,
    *,
    by: Caller,
    expected: int | None,
    tx: Transaction,
) -> AgendaItem:
    """Confirm it: from now on everybody on its list sees it."""
    meeting = await Meetings(tx, by=by).get(meeting_id)
    agenda = Agenda(tx, meeting.id, by=by)
    item = await agenda.get(item_id)
    if meeting.chair != by.institution:
        raise NotTheChair
    meeting.require("confirm_item")
    expect(item.version, expected)
    await respect(item.client_id, tx)
    tx.record(item.confirm())
    await agenda.keep(item)
    return item
