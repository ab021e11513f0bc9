"""A worker holds a line back no more."""

from contracts.values import PaymentLineId, PaymentListId
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.benefits.domain.payment_list import PaymentList
from services.benefits.store.payment_lists import PaymentLists


async def release_payment_line(
    where: tuple[PaymentListId, PaymentLineId],
    *,
    expected: int | None,
    by: Caller,
    tx: Transaction,
) -> PaymentList:
    """A draft has it again; of a list that went on, it may stand on the next one."""
    lists = PaymentLists(tx, by)
    found = await lists.get(where[0])
    expect(found.version, expected)
    await lists.keep(found, found.release(where[1]))
    return found
