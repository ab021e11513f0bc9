"""The payer notes that a settlement was paid."""

from contracts.benefits.vouchers import SettlementId
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.benefits.domain.voucher_settlement import VoucherSettlement
from services.benefits.store.voucher_settlements import Settlements


async def pay_settlement(
    settlement_id: SettlementId, *, expected: int | None, by: Caller, tx: Transaction
) -> VoucherSettlement:
    """It was paid today."""
    settlements = Settlements(tx, by)
    settlement = await settlements.get(settlement_id)
    expect(settlement.version, expected)
    settlement.pay(by=by.worker, institution=by.institution, on=clock.today())
    await settlements.keep(settlement)
    return settlement
