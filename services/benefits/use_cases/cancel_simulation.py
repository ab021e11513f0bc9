"""A worker has a simulation worked on no more."""

from uuid import UUID

from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.benefits.domain.simulation_job import Simulation
from services.benefits.store.simulations import Simulations


async def cancel_simulation(
    simulation_id: UUID, *, by: Caller, expected: int | None, tx: Transaction
) -> Simulation:
    """Cancel it; what it came to so far stays to be read."""
    simulations = Simulations(tx, by=by)
    simulation = await simulations.get(simulation_id)
    expect(simulation.version, expected)
    simulation.cancel(clock.now())
    await simulations.keep(simulation)
    return simulation
