"""A second person decides what is to be repaid, and until when."""

from typing import Annotated

from pydantic import ConfigDict, Field

from contracts.benefits import OverpaymentId
from contracts.values import Command, Day
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.benefits.domain.ledger import claimed
from services.benefits.domain.money import grosze
from services.benefits.domain.overpayment import Overpayment
from services.benefits.store.law import known_law
from services.benefits.store.ledger import Ledger
from services.benefits.use_cases.overpayment_at_hand import advance


class DetermineOverpayment(Command):
    """Decide that an overpayment is to be repaid until a day."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"due_on": "2027-01-31"}]})

    due_on: Day
    final_on: Annotated[
        Day | None, Field(description="When the decision is final; unsaid: if nobody appeals.")
    ] = None


async def determine_overpayment(
    overpayment_id: OverpaymentId,
    command: DetermineOverpayment,
    *,
    expected: int | None,
    by: Caller,
    tx: Transaction,
) -> Overpayment:
    """Decide it; the day of limitation follows from when the decision is final."""
    law = await known_law(tx)
    case = await advance(
        overpayment_id,
        lambda case: case.determine(
            by=by.worker,
            on=clock.today(),
            due_on=command.due_on,
            final_on=command.final_on,
            parameters=law,
        ),
        expected=expected,
        by=by,
        tx=tx,
    )
    booked = claimed(grosze(case.total), clock.today())
    await Ledger(tx, by).book([booked], overpayment_id=case.id)
    return case
