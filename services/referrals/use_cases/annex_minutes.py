"""The chair corrects approved minutes by an annex."""

from pydantic import ConfigDict

from contracts.values import AgendaItemId, Command, MeetingId, Note
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain.agenda import AgendaItem, Annex
from services.referrals.domain.meeting import Meeting
from services.referrals.store.meetings import Agenda, Meetings
from services.referrals.use_cases.add_agenda_item import respect
from services.referrals.use_cases.change_agenda_item import require_bringer


class AnnexMinutes(Command):
    """Correct one item."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"text": "The course begins in April, not in March."}]}
    )

    text: Note


async def annex_minutes(
    meeting_id: MeetingId,
    item_id: AgendaItemId,
    command: AnnexMinutes,
    *,
    by: Caller,
    tx: Transaction,
) -> tuple[Meeting, AgendaItem]:
    """Add the correction; what was approved stays as it was."""
    meeting = await Meetings(tx, by=by).get(meeting_id)
    agenda = Agenda(tx, meeting.id, by=by)
    item = await agenda.get(item_id)
    require_bringer(meeting, item, by)
    meeting.require("annex")
    await respect(item.client_id, tx)
    tx.record(item.annex(Annex(text=command.text, added_at=clock.now(), added_by=by.institution)))
    await agenda.keep(item)
    return meeting, item
