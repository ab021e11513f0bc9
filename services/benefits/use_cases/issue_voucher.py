"""A second person grants the voucher."""

from contracts.benefits.vouchers import VoucherId
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.benefits.domain.voucher import Voucher
from services.benefits.store.vouchers import Vouchers


async def issue_voucher(
    voucher_id: VoucherId, *, expected: int | None, by: Caller, tx: Transaction
) -> Voucher:
    """Grant it as it was worked out; it is handed over next."""
    vouchers = Vouchers(tx, by)
    voucher = await vouchers.get(voucher_id)
    expect(voucher.version, expected)
    tx.record(voucher.issue(by=by.worker, institution=by.institution, on=clock.today()))
    await vouchers.keep(voucher)
    return voucher
