"""Something of an overpayment came back."""

from pydantic import ConfigDict

from contracts.benefits import OverpaymentId
from contracts.values import Amount, Command, Day
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.benefits.domain.ledger import repaid
from services.benefits.domain.money import grosze
from services.benefits.domain.overpayment import Overpayment
from services.benefits.store.ledger import Ledger
from services.benefits.use_cases.overpayment_at_hand import advance


class RecordRepayment(Command):
    """Note what came back on a day; what a payment list keeps back is noted when it is paid."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"on": "2027-01-10", "amount": "78.00"}]}
    )

    on: Day
    amount: Amount


async def record_repayment(
    overpayment_id: OverpaymentId,
    command: RecordRepayment,
    *,
    expected: int | None,
    by: Caller,
    tx: Transaction,
) -> Overpayment:
    """Note it."""
    case = await advance(
        overpayment_id,
        lambda case: case.repay(command.amount, command.on),
        expected=expected,
        by=by,
        tx=tx,
    )
    booked = repaid(grosze(command.amount), command.on)
    await Ledger(tx, by).book([booked], overpayment_id=case.id)
    return case
