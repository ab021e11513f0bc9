"""A second person waives an overpayment."""

from contracts.benefits import OverpaymentId
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.benefits.domain.ledger import waived
from services.benefits.domain.money import grosze
from services.benefits.domain.overpayment import Overpayment
from services.benefits.store.ledger import Ledger
from services.benefits.use_cases.overpayment_at_hand import advance


async def grant_waiver(
    overpayment_id: OverpaymentId, *, expected: int | None, by: Caller, tx: Transaction
) -> Overpayment:
    """Claim nothing more."""
    case = await advance(
        overpayment_id,
        lambda case: case.waive(by=by.worker, on=clock.today()),
        expected=expected,
        by=by,
        tx=tx,
    )
    booked = [waived(amount, clock.today())] if (amount := grosze(case.unpaid)) else []
    await Ledger(tx, by).book(booked, overpayment_id=case.id)
    return case
