"""The chair has the agenda of a case meeting built from what is overdue, silent, due or urgent."""

from collections.abc import Sequence

from contracts.values import MeetingId
from kernel import clock, ids
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain.agenda import RANK, AgendaItem, Cause, ItemState, Reason
from services.referrals.domain.meeting import Meeting, NotTheChair
from services.referrals.store.agenda import Found, find_business
from services.referrals.store.agenda import item as earlier_item
from services.referrals.store.meetings import Agenda, Meetings, entitled_of


async def build_agenda(meeting_id: MeetingId, *, by: Caller, tx: Transaction) -> Meeting:
    """Propose an item for every client with open business; done again, only what is new comes.

    Clients whom the chair may not see stay unknown to it: whoever sees them brings them.
    """
    meeting = await Meetings(tx, by=by).get(meeting_id)
    if meeting.chair != by.institution:
        raise NotTheChair
    meeting.require("build_agenda")
    business = await find_business(tx, meeting, by=by)
    for found in sorted(business, key=lambda one: (one.client_id, str(one.follows))):
        await _propose(meeting, found, business[found], by=by, tx=tx)
    return meeting


async def _propose(
    meeting: Meeting, found: Found, causes: Sequence[Cause], *, by: Caller, tx: Transaction
) -> None:
    agenda = Agenda(tx, meeting.id, by=by)
    item = await agenda.built(found.client_id, found.follows)
    known = item is not None
    item = item or await _new(meeting, found, by=by, tx=tx)
    if not item.because(causes):
        return
    if not known:
        item.rank = min(RANK[cause.reason] for cause in causes)
        tx.record(item.added())
    await agenda.keep(item)


async def _new(meeting: Meeting, found: Found, *, by: Caller, tx: Transaction) -> AgendaItem:
    item = AgendaItem(
        id=ids.new(),
        meeting_id=meeting.id,
        client_id=found.client_id,
        brought_by=by.institution,
        added_at=clock.now(),
        state=ItemState.PROPOSED,
        built=True,
        follows=found.follows,
        rank=RANK[Reason.RAISED],
        version=0,
    )
    seated = [one.institution for one in meeting.participants]
    entitled = await entitled_of(tx, item.client_id, seated)
    if found.follows is None:
        item.admit(None, entitled, delicate=False)
        return item
    before = await earlier_item(tx, found.follows)
    named = {r.institution: r.worker for r in before.readers if r.institution in entitled}
    item.admit(named, entitled, delicate=before.delicate)
    # Restricted then is restricted now, even if all who are left at the table are on the list.
    item.restricted = True
    return item
