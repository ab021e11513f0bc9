"""A worker takes a line off a payment list and holds it back."""

from contracts.values import Command, PaymentLineId, PaymentListId
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.benefits.domain.payment_list import PaymentList
from services.benefits.domain.payment_terms import PaymentHoldReason
from services.benefits.store.payment_lists import PaymentLists
from services.benefits.use_cases.set_offs_of_list import let_be


class HoldPaymentLine(Command):
    """Hold a line back, for a reason."""

    reason: PaymentHoldReason


async def hold_payment_line(
    where: tuple[PaymentListId, PaymentLineId],
    command: HoldPaymentLine,
    *,
    expected: int | None,
    by: Caller,
    tx: Transaction,
) -> PaymentList:
    """Until it is released no list has it."""
    lists = PaymentLists(tx, by)
    found = await lists.get(where[0])
    expect(found.version, expected)
    done = found.hold(where[1], command.reason, clock.today())
    await lists.keep(found, done)
    await let_be(tx, done.lines)
    return found
