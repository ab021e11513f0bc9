"""Somebody enters a value of the law: a council's resolution, or what will be in force."""

from kernel import clock, ids
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.benefits.domain.parameters import load_parameters
from services.benefits.domain.resolution import (
    AlreadyResolved,
    EnterResolution,
    Resolution,
    check_authority,
    check_begin,
)
from services.benefits.domain.resolved import overlapping
from services.benefits.store.resolutions import Resolutions
from services.benefits.store.territories import Territories


async def enter_resolution(command: EnterResolution, *, by: Caller, tx: Transaction) -> Resolution:
    """Enter it. It counts for nothing before a second person approves it."""
    await must_keep(command.municipality, by=by, tx=tx)
    command.check(load_parameters())
    check_begin(command, today=clock.today())
    resolution = Resolution(
        id=ids.new(),
        institution=by.institution,
        **command.model_dump(exclude={"bands"}),
        bands=command.model_dump(mode="json")["bands"],
        entered_by=by.worker,
        entered_at=clock.now(),
    )
    await must_speak_alone(resolution, tx=tx)
    await Resolutions(tx).keep(resolution)
    return resolution


async def must_keep(municipality: str | None, *, by: Caller, tx: Transaction) -> None:
    """Refuse whoever does not keep the law of this municipality, or of the country."""
    serves = await Territories(tx).of(by.institution)
    operates, centre = "operator" in by.roles, by.kind.value in {"OPS", "CUS"}
    check_authority(municipality, serves=serves if centre else None, operates=operates)


async def must_speak_alone(resolution: Resolution, *, tx: Transaction) -> None:
    """Refuse days of which another approved resolution speaks."""
    for other in await Resolutions(tx).beside(resolution):
        if overlapping(resolution.resolved.row, [other.resolved.row]):
            raise AlreadyResolved(resolution_id=str(other.id))
