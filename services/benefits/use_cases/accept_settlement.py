"""Another person at the payer accepts a settlement."""

from contracts.benefits.vouchers import SettlementId
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.benefits.domain.voucher_settlement import FlagsOpen, VoucherSettlement
from services.benefits.store.voucher_settlements import Settlements

_SOME = 20


async def accept_settlement(
    settlement_id: SettlementId, *, expected: int | None, by: Caller, tx: Transaction
) -> VoucherSettlement:
    """Agree to pay it. Every flag of its visits must be explained, or the visit struck."""
    settlements = Settlements(tx, by)
    settlement = await settlements.get(settlement_id)
    expect(settlement.version, expected)
    settlement.accept(by=by.worker, institution=by.institution, on=clock.today())
    if waiting := await settlements.waiting(settlement.id, _SOME):
        raise FlagsOpen(visits=[str(one) for one in waiting])
    await settlements.keep(settlement)
    return settlement
