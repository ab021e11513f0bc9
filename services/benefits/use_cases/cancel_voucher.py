"""A worker ends a voucher, for a reason of the code list."""

from contracts.benefits.vouchers import VoucherId
from contracts.values import Command
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.benefits.domain.voucher import Voucher
from services.benefits.domain.voucher_states import VoucherCancelReason
from services.benefits.store.vouchers import Vouchers


class CancelVoucher(Command):
    """End it from today on."""

    reason: VoucherCancelReason


async def cancel_voucher(
    voucher_id: VoucherId,
    command: CancelVoucher,
    *,
    expected: int | None,
    by: Caller,
    tx: Transaction,
) -> Voucher:
    """End it; visits before today are still settled."""
    vouchers = Vouchers(tx, by)
    voucher = await vouchers.get(voucher_id)
    expect(voucher.version, expected)
    tx.record(voucher.cancel(command.reason, institution=by.institution, on=clock.today()))
    await vouchers.keep(voucher)
    return voucher
