"""A worker cancels a payment list before any file of it was made."""

from contracts.values import PaymentListId
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.benefits.domain.payment_list import PaymentList
from services.benefits.store.payment_lists import PaymentLists
from services.benefits.use_cases.set_offs_of_list import let_be


async def cancel_payment_list(
    list_id: PaymentListId, *, expected: int | None, by: Caller, tx: Transaction
) -> PaymentList:
    """What stood on it may stand on another; what is held back stays so until it is released."""
    lists = PaymentLists(tx, by)
    found = await lists.get(list_id)
    expect(found.version, expected)
    done = found.cancel(clock.today())
    await lists.keep(found, done)
    await let_be(tx, done.lines)
    return found
