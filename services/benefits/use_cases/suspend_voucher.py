"""A worker lets a voucher rest."""

from contracts.benefits.vouchers import VoucherId
from contracts.values import Command
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.benefits.domain.voucher import Voucher
from services.benefits.domain.voucher_states import SuspendReason
from services.benefits.store.vouchers import Vouchers


class SuspendVoucher(Command):
    """Let it rest from today on."""

    reason: SuspendReason


async def suspend_voucher(
    voucher_id: VoucherId,
    command: SuspendVoucher,
    *,
    expected: int | None,
    by: Caller,
    tx: Transaction,
) -> Voucher:
    """No visit from today on is paid with it until it is resumed."""
    vouchers = Vouchers(tx, by)
    voucher = await vouchers.get(voucher_id)
    expect(voucher.version, expected)
    tx.record(voucher.suspend(command.reason, institution=by.institution, on=clock.today()))
    await vouchers.keep(voucher)
    return voucher
