"""She is heard about an overpayment: what she says, and whether she knew."""

from pydantic import ConfigDict

from contracts.benefits import OverpaymentId
from contracts.values import Command, Note
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.benefits.domain.overpayment import Overpayment
from services.benefits.domain.overpayment_states import Awareness
from services.benefits.use_cases.overpayment_at_hand import advance


class ExplainOverpayment(Command):
    """Note what she said about an overpayment."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"awareness": "knowingly", "explanation": "She did not think of it."}]
        }
    )

    awareness: Awareness
    explanation: Note


async def explain_overpayment(
    overpayment_id: OverpaymentId,
    command: ExplainOverpayment,
    *,
    expected: int | None,
    by: Caller,
    tx: Transaction,
) -> Overpayment:
    """Note it; without hearing her nothing is claimed."""
    return await advance(
        overpayment_id,
        lambda case: case.explain(command.awareness, command.explanation),
        expected=expected,
        by=by,
        tx=tx,
    )
