"""What every step of an overpayment begins and ends with."""

from collections.abc import Callable

from contracts.benefits import OverpaymentAdvanced, OverpaymentId
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.benefits.domain.overpayment import Overpayment
from services.benefits.store.overpayments import Overpayments


async def advance(
    overpayment_id: OverpaymentId,
    step: Callable[[Overpayment], OverpaymentAdvanced],
    *,
    expected: int | None,
    by: Caller,
    tx: Transaction,
) -> Overpayment:
    """Take one step of a case that lies locked, and keep it."""
    cases = Overpayments(tx, by)
    case = await cases.get(overpayment_id)
    expect(case.version, expected)
    case.require_keeper(by.institution)
    tx.record(step(case))
    await cases.keep(case)
    return case
