"""A second person, or the bank, says that a list was paid."""

from typing import Annotated

from pydantic import Field, StringConstraints

from contracts.values import Command, Day, PaymentListId
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.benefits.domain.payment_list import PaymentList
from services.benefits.store.payment_lists import PaymentLists
from services.benefits.use_cases.set_offs_of_list import have_kept

BankReference = Annotated[
    str,
    StringConstraints(pattern=r"^[A-Za-z0-9/._-]{1,35}$"),
    Field(examples=["CEN2603100001"]),
]
"""Under which number the bank confirmed it; a code, for it lies open."""


class ConfirmPaymentList(Command):
    """Say that it was paid."""

    paid_on: Annotated[Day | None, Field(description="None: today.")] = None
    bank_reference: Annotated[
        BankReference | None,
        Field(description="None: whoever confirms is not who made the files."),
    ] = None


async def confirm_payment_list(
    list_id: PaymentListId,
    command: ConfirmPaymentList,
    *,
    expected: int | None,
    by: Caller,
    tx: Transaction,
) -> PaymentList:
    """Book every line as paid, and tell of each."""
    lists = PaymentLists(tx, by)
    found = await lists.get(list_id)
    expect(found.version, expected)
    today = clock.today()
    done = found.confirm(
        by=by.worker,
        on=command.paid_on or today,
        today=today,
        bank_reference=command.bank_reference,
    )
    await lists.keep(found, done)
    await have_kept(tx, done.lines, command.paid_on or today)
    return found
