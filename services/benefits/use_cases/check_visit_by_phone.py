"""The payer asked the client on the telephone about a visit that was drawn."""

from contracts.benefits.vouchers import VisitId
from contracts.values import Command
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.benefits.domain.visit import PhoneOutcome, Visit
from services.benefits.store.visits import Visits
from services.benefits.store.voucher_settlements import Settlements


class CheckVisitByPhone(Command):
    """Note what the client said."""

    outcome: PhoneOutcome


async def check_visit_by_phone(
    visit_id: VisitId,
    command: CheckVisitByPhone,
    *,
    expected: int | None,
    by: Caller,
    tx: Transaction,
) -> Visit:
    """Note it; a visit she denies is to be explained or struck."""
    visits = Visits(tx, by)
    await Settlements(tx, by).hold_of(await visits.find(visit_id))
    visit = await visits.get(visit_id)
    visit.require_payer(by.institution)
    expect(visit.version, expected)
    visit.check_by_phone(command.outcome)
    await visits.keep(visit)
    tx.record(visit.told())
    return visit
