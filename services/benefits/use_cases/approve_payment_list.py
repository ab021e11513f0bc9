"""A second person approves a payment list as she saw it."""

from contracts.values import PaymentListId
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.benefits.domain.payment_list import PaymentList
from services.benefits.domain.payment_terms import SayWhichList
from services.benefits.store.payable import owed
from services.benefits.store.payment_lists import PaymentLists
from services.benefits.use_cases.set_offs_of_list import keep_back


async def approve_payment_list(
    list_id: PaymentListId, *, expected: int | None, by: Caller, tx: Transaction
) -> PaymentList:
    """Book it as owed; what is not owed any more as it was listed stops it."""
    if expected is None:
        raise SayWhichList
    lists = PaymentLists(tx, by)
    found = await lists.get(list_id)
    expect(found.version, expected)
    now_owed = await owed(tx, [line.due.cause_id for line in found.listed])
    await lists.keep(found, found.approve(by=by.worker, on=clock.today(), owed=now_owed))
    await keep_back(tx, found.listed)
    return found
