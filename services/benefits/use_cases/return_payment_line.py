"""The bank gave a payment back."""

from typing import Annotated

from pydantic import Field

from contracts.values import Command, Day, PaymentLineId, PaymentListId
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.benefits.domain.payment_list import PaymentList
from services.benefits.domain.payment_terms import PaymentReturnReason
from services.benefits.store.payment_lists import PaymentLists


class ReturnPaymentLine(Command):
    """Note that a payment came back, on which day and why."""

    reason: PaymentReturnReason
    returned_on: Annotated[Day | None, Field(description="None: today.")] = None


async def return_payment_line(
    where: tuple[PaymentListId, PaymentLineId],
    command: ReturnPaymentLine,
    *,
    expected: int | None,
    by: Caller,
    tx: Transaction,
) -> PaymentList:
    """Its month is payable again, as a new line of another list."""
    lists = PaymentLists(tx, by)
    found = await lists.get(where[0])
    expect(found.version, expected)
    today = clock.today()
    on = command.returned_on or today
    done = found.give_back(where[1], command.reason, on=on, today=today)
    await lists.keep(found, done)
    return found
