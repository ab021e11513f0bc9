"""A worker, or the client through a worker, asks that an overpayment is not claimed."""

from pydantic import ConfigDict

from contracts.benefits import OverpaymentId
from contracts.values import Command
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.benefits.domain.overpayment import Overpayment
from services.benefits.domain.overpayment_states import WaiverReason
from services.benefits.use_cases.overpayment_at_hand import advance


class AskWaiver(Command):
    """Ask that nothing more is claimed."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"reason": "excessive_burden"}]})

    reason: WaiverReason


async def ask_waiver(
    overpayment_id: OverpaymentId,
    command: AskWaiver,
    *,
    expected: int | None,
    by: Caller,
    tx: Transaction,
) -> Overpayment:
    """Note the reason; a second person grants it."""
    return await advance(
        overpayment_id,
        lambda case: case.ask_waiver(command.reason, by.worker),
        expected=expected,
        by=by,
        tx=tx,
    )
