"""The clock ends vouchers whose days are over."""

from kernel import clock
from kernel.transactions import Transaction
from services.benefits.store.vouchers import Vouchers

_HANDFUL = 20


async def expire_vouchers(tx: Transaction) -> bool:
    """End a handful; whether there may be more."""
    vouchers = Vouchers(tx, None)
    due = await vouchers.due_to_expire(clock.today(), _HANDFUL)
    for voucher in due:
        tx.record(voucher.expire())
        await vouchers.keep(voucher)
    return len(due) == _HANDFUL
