"""A worker gives the client another code for her voucher."""

from contracts.benefits.vouchers import VoucherId
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.benefits.domain.voucher import Voucher
from services.benefits.store.vouchers import Vouchers
from services.benefits.use_cases.hand_over_voucher import drawn_code


async def renew_voucher_code(
    voucher_id: VoucherId, *, expected: int | None, by: Caller, tx: Transaction
) -> tuple[Voucher, str]:
    """The old code is void from now on, and wrong tries are forgotten."""
    vouchers = Vouchers(tx, by)
    voucher = await vouchers.get(voucher_id)
    expect(voucher.version, expected)
    code, kept = await drawn_code()
    tx.record(voucher.renew_code(kept, institution=by.institution))
    await vouchers.keep(voucher)
    return voucher, code
