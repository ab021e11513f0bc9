"""The payer sends a settlement back to the provider with a question."""

from contracts.benefits.vouchers import SettlementId
from contracts.values import Command
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.benefits.domain.voucher_settlement import QueryReason, VoucherSettlement
from services.benefits.store.voucher_settlements import Settlements


class QuerySettlement(Command):
    """Send it back, for a reason of the code list."""

    reason: QueryReason


async def query_settlement(
    settlement_id: SettlementId,
    command: QuerySettlement,
    *,
    expected: int | None,
    by: Caller,
    tx: Transaction,
) -> VoucherSettlement:
    """It waits for the provider's answer."""
    settlements = Settlements(tx, by)
    settlement = await settlements.get(settlement_id)
    expect(settlement.version, expected)
    settlement.ask(command.reason, institution=by.institution)
    await settlements.keep(settlement)
    return settlement
