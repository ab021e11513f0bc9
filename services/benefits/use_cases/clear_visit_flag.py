"""The payer takes a flag of a visit as explained."""

from contracts.benefits.vouchers import VisitId
from contracts.values import Command, Note
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.benefits.domain.visit import Visit, VisitFlag
from services.benefits.store.visits import Visits
from services.benefits.store.voucher_settlements import Settlements


class ClearVisitFlag(Command):
    """Take a flag as explained."""

    flag: VisitFlag
    note: Note


async def clear_visit_flag(
    visit_id: VisitId,
    command: ClearVisitFlag,
    *,
    expected: int | None,
    by: Caller,
    tx: Transaction,
) -> Visit:
    """It no longer stands in the way of the settlement; the note says why."""
    visits = Visits(tx, by)
    await Settlements(tx, by).hold_of(await visits.find(visit_id))
    visit = await visits.get(visit_id)
    visit.require_payer(by.institution)
    expect(visit.version, expected)
    visit.clear(command.flag)
    words = await visits.words(visit)
    told = dict(words.cleared) | {command.flag: command.note}
    await visits.keep(visit, words.model_copy(update={"cleared": told}))
    tx.record(visit.told())
    return visit
