"""The decision that granted too much was changed."""

from pydantic import ConfigDict

from contracts.benefits import OverpaymentId
from contracts.values import Command, Day, Line
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.benefits.domain.overpayment import Overpayment
from services.benefits.use_cases.overpayment_at_hand import advance


class ChangeDecision(Command):
    """Name the decision that changed the award."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"decision": "OPS.5120.7.2026", "decided_on": "2026-07-20"}]
        }
    )

    decision: Line
    decided_on: Day


async def change_decision(
    overpayment_id: OverpaymentId,
    command: ChangeDecision,
    *,
    expected: int | None,
    by: Caller,
    tx: Transaction,
) -> Overpayment:
    """Note the decision; before it nothing can be claimed (art. 106 ust. 5 u.p.s.)."""
    return await advance(
        overpayment_id,
        lambda case: case.change_decision(command.decision, command.decided_on),
        expected=expected,
        by=by,
        tx=tx,
    )
