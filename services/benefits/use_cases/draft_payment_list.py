"""A clerk draws up what is to be paid for a month."""

from contracts.values import Command, Month
from kernel import clock, ids
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.benefits.domain.months import month_of, shifted
from services.benefits.domain.payment_list import PaymentList
from services.benefits.domain.payment_terms import MOST_LINES, ListTooEarly, NothingPayable
from services.benefits.store.payable import payable
from services.benefits.store.payment_lists import PaymentLists


class DraftPaymentList(Command):
    """Draw up a payment list."""

    month: Month


async def draft_payment_list(
    command: DraftPaymentList, *, by: Caller, tx: Transaction
) -> PaymentList:
    """List what is payable up to the month and stands on no list yet, one line each."""
    if command.month > shifted(month_of(clock.today()), 1):
        raise ListTooEarly(pointer="/month")
    lists = PaymentLists(tx, by)
    await lists.take_turn()
    dues = await payable(tx, by.institution, command.month, MOST_LINES)
    if not dues:
        raise NothingPayable(list_ids=[str(one) for one in await lists.open_ones()])
    drawn, done = PaymentList.draft(
        command.month,
        [(ids.new(), due) for due in dues],
        id=ids.new(),
        institution=by.institution,
        drafted_by=by.worker,
        drafted_at=clock.now(),
    )
    await lists.add(drawn, done)
    return drawn
