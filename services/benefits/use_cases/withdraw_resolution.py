"""Whoever keeps a value of the law takes it back: entered wrongly, or declared void."""

from typing import Annotated

from pydantic import ConfigDict, Field

from contracts.values import Command, Line, ResolutionId
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.benefits.domain.resolution import Resolution
from services.benefits.store.law import LawInForce
from services.benefits.store.resolutions import Resolutions
from services.benefits.use_cases.enter_resolution import must_keep


class WithdrawResolution(Command):
    """Take a resolution back, and say why."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"reason": "Błąd w kwocie"}]})

    reason: Annotated[Line, Field(examples=["Błąd w kwocie"])]


async def withdraw_resolution(
    resolution_id: ResolutionId,
    command: WithdrawResolution,
    *,
    expected: int | None,
    by: Caller,
    tx: Transaction,
    law: LawInForce,
) -> Resolution:
    """Withdraw it: nothing more is computed by it."""
    resolutions = Resolutions(tx)
    resolution = await resolutions.get(resolution_id)
    await must_keep(resolution.municipality, by=by, tx=tx)
    expect(resolution.version, expected)
    resolution.withdraw(by=by.worker, reason=command.reason, at=clock.now())
    await resolutions.keep(resolution)
    law.promise(await resolutions.law_version())
    return resolution
