"""The payer strikes a visit: it is not paid for."""

from contracts.benefits.vouchers import VisitId
from contracts.values import Command
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.benefits.domain.visit import StrikeReason, Visit
from services.benefits.domain.voucher_balance import balance
from services.benefits.store.visits import Visits
from services.benefits.store.voucher_programmes import Programmes
from services.benefits.store.voucher_settlements import Settlements
from services.benefits.store.vouchers import Vouchers, hold_person
from services.benefits.use_cases.lay_visit import count_voucher


class StrikeVisit(Command):
    """Strike a visit, for a reason of the code list."""

    reason: StrikeReason


async def strike_visit(
    visit_id: VisitId, command: StrikeVisit, *, expected: int | None, by: Caller, tx: Transaction
) -> Visit:
    """Its hours are on the voucher again, and out of the settlement, which is to be checked anew."""
    visits, vouchers = Visits(tx, by), Vouchers(tx, None)
    await hold_person(tx, (await visits.find(visit_id)).client_id)
    settlement = await Settlements(tx, by).hold_of(await visits.find(visit_id))
    visit = await visits.get(visit_id)
    visit.require_payer(by.institution)
    expect(visit.version, expected)
    visit.strike(command.reason, by=by.worker)
    await visits.keep(visit)
    tx.record(visit.told())
    voucher = await vouchers.get(visit.voucher_id)
    if settlement is not None:
        await Settlements(tx, by).recount(settlement, voucher)
    rule = (await Programmes(tx, None).find(visit.programme_id)).terms.carry_over
    months = balance(voucher.granted(), await visits.used(voucher.id), rule)
    await count_voucher(voucher, months, by_visit=visit, tx=tx)
    return visit
