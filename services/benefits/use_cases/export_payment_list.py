"""A worker has the files of an approved list made, for the bank and the cash desk."""

import hashlib
from dataclasses import replace
from typing import Annotated, Literal

from pydantic import Field

from contracts.identifiers import Iban
from contracts.values import Command, Day, PaymentListId
from kernel import clock
from kernel.callers import Caller
from kernel.house import House
from kernel.transactions import Transaction
from kernel.versions import expect
from services.benefits.domain.payment_files import payments, written_files
from services.benefits.domain.payment_list import Order, PaymentList
from services.benefits.domain.payment_terms import Payout
from services.benefits.store.payees import payees_of
from services.benefits.store.payment_lists import PaymentLists, clients_of


class ExportPaymentList(Command):
    """Have the files made."""

    from_account: Annotated[Iban, Field(description="The institution's own account.")]
    execute_on: Annotated[Day, Field(description="When the bank is to pay.")]
    without_account: Annotated[
        Literal[Payout.CASH_DESK, Payout.POST],
        Field(description="How those are paid who have no bank account."),
    ] = Payout.CASH_DESK


async def export_payment_list(
    list_id: PaymentListId,
    command: ExportPaymentList,
    *,
    expected: int | None,
    by: Caller,
    tx: Transaction,
    house: House,
) -> PaymentList:
    """Fix how each line is paid, and keep the fingerprint of every file; the files are not kept.

    Made again while it is not paid, the new files are those that hold.
    """
    lists = PaymentLists(tx, by)
    # Asked before the row is locked: nobody waits while another process thinks.
    payees = await payees_of(house, clients_of(await lists.find(list_id)))
    found = await lists.get(list_id)
    expect(found.version, expected)
    order = Order(
        at=clock.now(),
        by=by.worker,
        execute_on=command.execute_on,
        sender=by.institution_name,
        from_account=command.from_account,
        without_account=command.without_account,
        files={},
    )
    made = payments(found, order, payees)
    files = written_files(found, order, made)
    marks = {form.value: hashlib.sha256(file).hexdigest() for form, file in files.items()}
    payouts = {one.line.id: one.payout for one in made}
    await lists.keep(found, found.export(replace(order, files=marks), payouts))
    return found
