"""A worker lets a voucher go on that rested."""

from datetime import timedelta

from contracts.benefits.vouchers import VoucherId
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.benefits.domain.voucher import Voucher
from services.benefits.store.vouchers import Vouchers

_DAY = timedelta(days=1)


async def resume_voucher(
    voucher_id: VoucherId, *, expected: int | None, by: Caller, tx: Transaction
) -> Voucher:
    """From today on it is good again."""
    vouchers = Vouchers(tx, by)
    voucher = await vouchers.get(voucher_id)
    expect(voucher.version, expected)
    tx.record(voucher.resume(institution=by.institution, last_day=clock.today() - _DAY))
    await vouchers.keep(voucher)
    return voucher
