"""The owner of what was decided on a delicate item says that it is done."""

from contracts.values import DecisionId, MeetingId
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain.agenda import AgendaItem
from services.referrals.store.meetings import Agenda, Meetings
from services.referrals.use_cases.add_agenda_item import respect


async def finish_decision(
    meeting_id: MeetingId, decision_id: DecisionId, *, by: Caller, tx: Transaction
) -> AgendaItem:
    """Finish it; a decision that is in the plan is finished there."""
    meeting = await Meetings(tx, by=by).get(meeting_id)
    agenda = Agenda(tx, meeting.id, by=by)
    decision = await agenda.decision(decision_id)
    await respect(decision.client_id, tx)
    tx.record(decision.finish(clock.now(), by=by.institution))
    return await agenda.get(decision.item_id)
