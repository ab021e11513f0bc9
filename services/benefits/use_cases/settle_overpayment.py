"""The case of an overpayment is closed: nothing is owed."""

from contracts.benefits import OverpaymentId
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.benefits.domain.overpayment import Overpayment
from services.benefits.use_cases.overpayment_at_hand import advance


async def settle_overpayment(
    overpayment_id: OverpaymentId, *, expected: int | None, by: Caller, tx: Transaction
) -> Overpayment:
    """Close it."""
    return await advance(
        overpayment_id,
        lambda case: case.settle(by=by.worker, on=clock.today()),
        expected=expected,
        by=by,
        tx=tx,
    )
