"""What the office got wrong, or she took in good faith, is not claimed back."""

from contracts.benefits import OverpaymentId
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.benefits.domain.overpayment import Overpayment
from services.benefits.use_cases.overpayment_at_hand import advance


async def write_off_overpayment(
    overpayment_id: OverpaymentId, *, expected: int | None, by: Caller, tx: Transaction
) -> Overpayment:
    """Let it go; a second person does so."""
    return await advance(
        overpayment_id,
        lambda case: case.write_off(by=by.worker, on=clock.today()),
        expected=expected,
        by=by,
        tx=tx,
    )
