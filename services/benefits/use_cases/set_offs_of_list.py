"""What a payment list keeps back is spoken for once it is approved, and repaid once it is paid."""

from collections.abc import Callable, Iterable
from datetime import date

from contracts.benefits import OverpaymentAdvanced
from kernel.transactions import Transaction
from services.benefits.domain.money import zloty
from services.benefits.domain.overpayment import Overpayment
from services.benefits.domain.payment_list import Kept, PaymentLine
from services.benefits.store.overpayments import for_payment, keep_for_payment

_Step = Callable[[Overpayment, PaymentLine, Kept], OverpaymentAdvanced | None]


async def keep_back(tx: Transaction, lines: Iterable[PaymentLine]) -> None:
    """The list was approved: nobody else may have back what its lines keep."""
    await _each(
        tx, lines, lambda case, line, kept: case.keep_back(line.due.month, zloty(kept.amount))
    )


async def let_be(tx: Transaction, lines: Iterable[PaymentLine]) -> None:
    """These lines will not be paid: another list may keep it back of their months."""
    await _each(tx, lines, lambda case, line, _: case.let_be(line.due.month))


async def have_kept(tx: Transaction, lines: Iterable[PaymentLine], on: date) -> None:
    """The list was paid: what it kept back is repaid."""
    await _each(tx, lines, lambda case, line, _: case.have_kept(line.due.month, on))


async def _each(tx: Transaction, lines: Iterable[PaymentLine], step: _Step) -> None:
    # After the list has marked its awards, as an approval locks them: first awards, then cases.
    keeping = [(line, kept) for line in lines for kept in line.due.kept]
    cases = await for_payment(tx, {kept.overpayment_id for _, kept in keeping})
    for line, kept in keeping:
        # Of the erased there is no case any more; what was kept of her line stays so.
        if (case := cases.get(kept.overpayment_id)) and (told := step(case, line, kept)):
            tx.record(told, follows=True)
            tx.unnamed.add(told.subject)
    for case in cases.values():
        await keep_for_payment(tx, case)
