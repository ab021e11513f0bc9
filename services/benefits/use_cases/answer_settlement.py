"""The provider answers what the payer asked about a settlement."""

from contracts.benefits.vouchers import SettlementId
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.benefits.domain.voucher_settlement import VoucherSettlement
from services.benefits.store.voucher_settlements import Settlements


async def answer_settlement(
    settlement_id: SettlementId, *, expected: int | None, by: Caller, tx: Transaction
) -> VoucherSettlement:
    """It is checked anew."""
    settlements = Settlements(tx, by)
    settlement = await settlements.get(settlement_id)
    expect(settlement.version, expected)
    settlement.answer(institution=by.institution)
    await settlements.keep(settlement)
    return settlement
