"""A provider corrects the times of a visit, with a reason."""

from contracts.benefits.vouchers import VisitId
from contracts.values import Command, Note
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.benefits.domain.visit import Moment, Recorded
from services.benefits.store.visits import Visits
from services.benefits.store.voucher_programmes import Programmes
from services.benefits.store.vouchers import Vouchers, hold_person
from services.benefits.use_cases.lay_visit import count_voucher, found_wrong, require_payable


class CorrectVisit(Command):
    """Set other times."""

    starts_at: Moment
    ends_at: Moment
    reason: Note


async def correct_visit(
    visit_id: VisitId, command: CorrectVisit, *, expected: int | None, by: Caller, tx: Transaction
) -> Recorded:
    """Set them, as if it were recorded anew; the client confirms anew, and what stood before is kept."""
    tx.quiet = True
    visits, vouchers = Visits(tx, by), Vouchers(tx, None)
    seen = await visits.find(visit_id)
    await hold_person(tx, seen.client_id)
    # Before its row, as whoever submits the month does: the two would wait for each other.
    await visits.hold_month(seen.programme_id, seen.institution, seen.month)
    visit = await visits.get(visit_id)
    visit.require_provider(by.institution)
    expect(visit.version, expected)
    visit.require_unsubmitted()
    voucher = await vouchers.get(visit.voucher_id)
    programme = await Programmes(tx, None).find(visit.programme_id)
    words = visit.correct(
        await visits.words(visit),
        times=(command.starts_at, command.ends_at),
        reason=command.reason,
        by=by.worker,
        now=clock.now(),
    )
    months = await require_payable(visit, voucher, programme, visits)
    visit.reflag(await found_wrong(visit, words, programme, visits))
    await visits.keep(visit, words)
    tx.record(visit.told())
    await count_voucher(voucher, months, by_visit=visit, tx=tx)
    return Recorded(visit, next(o.left for o in months if o.month == visit.month), None)
