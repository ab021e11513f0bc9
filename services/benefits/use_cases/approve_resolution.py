"""A second person approves a value of the law."""

from contracts.values import ResolutionId
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.benefits.domain.resolution import Resolution
from services.benefits.store.law import LawInForce
from services.benefits.store.resolutions import Resolutions
from services.benefits.use_cases.enter_resolution import must_keep, must_speak_alone


async def approve_resolution(
    resolution_id: ResolutionId,
    *,
    expected: int | None,
    by: Caller,
    tx: Transaction,
    law: LawInForce,
) -> Resolution:
    """Let it count from its first day. What was computed before stays, with its own trace."""
    resolutions = Resolutions(tx)
    resolution = await resolutions.get(resolution_id)
    await must_keep(resolution.municipality, by=by, tx=tx)
    expect(resolution.version, expected)
    resolution.approve(by=by.worker, at=clock.now())
    await must_speak_alone(resolution, tx=tx)
    await resolutions.keep(resolution)
    law.promise(await resolutions.law_version())
    return resolution
