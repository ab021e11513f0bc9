"""The client confirms a visit with her code, given to the provider."""

from contracts.benefits.vouchers import VisitId
from contracts.values import Command
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.benefits.domain.visit import Recorded
from services.benefits.domain.voucher_serial import VoucherCode
from services.benefits.store.visits import Visits
from services.benefits.store.vouchers import Vouchers, hold_person
from services.benefits.use_cases.record_care_visit import code_taken


class ConfirmVisit(Command):
    """Confirm a visit."""

    code: VoucherCode


async def confirm_visit(
    visit_id: VisitId, command: ConfirmVisit, *, expected: int | None, by: Caller, tx: Transaction
) -> Recorded:
    """Confirm it. A wrong code changes nothing of the visit, and counts as a try."""
    tx.quiet = True
    visits, vouchers = Visits(tx, by), Vouchers(tx, None)
    await hold_person(tx, (await visits.find(visit_id)).client_id)
    visit = await visits.get(visit_id)
    visit.require_provider(by.institution)
    expect(visit.version, expected)
    visit.require_unsubmitted()
    voucher = await vouchers.get(visit.voucher_id)
    right = await code_taken(voucher, command.code)
    if right:
        visit.confirm(clock.now())
        await visits.keep(visit)
        tx.record(visit.told())
    await vouchers.keep(voucher)
    return Recorded(visit, None, None if right else voucher.tries_left)
