"""A worker hands the voucher over to the client, with her code."""

import asyncio

from contracts.benefits.vouchers import VoucherId
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.benefits.domain.voucher import Voucher
from services.benefits.domain.voucher_serial import KeptCode, draw_code
from services.benefits.store.vouchers import Vouchers


async def hand_over_voucher(
    voucher_id: VoucherId, *, expected: int | None, by: Caller, tx: Transaction
) -> tuple[Voucher, str]:
    """From now on visits can be recorded; answers her code, which is shown this once."""
    vouchers = Vouchers(tx, by)
    voucher = await vouchers.get(voucher_id)
    expect(voucher.version, expected)
    code, kept = await drawn_code()
    tx.record(voucher.hand_over(kept, institution=by.institution, on=clock.today()))
    await vouchers.keep(voucher)
    return voucher, code


async def drawn_code() -> tuple[str, KeptCode]:
    """A fresh code, and what is kept of it."""
    code = draw_code()
    # In a thread: to hash it takes long on purpose, and others wait for the event loop.
    return code, await asyncio.to_thread(KeptCode.of, code)
