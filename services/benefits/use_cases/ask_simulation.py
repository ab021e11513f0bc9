"""A worker has a schedule tried out over a cohort of made-up households."""

from kernel import clock, ids
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.benefits.domain.simulation import Simulate, simulate
from services.benefits.domain.simulation_job import MOST_OPEN, Simulation, TooManySimulations
from services.benefits.store.cohorts import cohort_of
from services.benefits.store.law import known_law
from services.benefits.store.resolutions import Resolutions
from services.benefits.store.simulations import Simulations


async def ask_simulation(command: Simulate, *, by: Caller, tx: Transaction) -> Simulation:
    """Queue it. Whatever cannot be worked out at all is refused now, on a single household."""
    cohort = await cohort_of(command.cohort, institution=by.institution, tx=tx)
    simulate(command, cohort.chunk(0).part(0, 1), await known_law(tx))
    simulations = Simulations(tx, by=by)
    if await simulations.open_ones() >= MOST_OPEN:
        raise TooManySimulations(most=MOST_OPEN)
    simulation = Simulation(
        id=ids.new(),
        institution=by.institution,
        asked_by=by.worker,
        asked_at=clock.now(),
        asked=command.model_dump(mode="json", by_alias=True),
        households=cohort.households,
        law=[str(one.id) for one in await Resolutions(tx).in_force()],
    )
    await simulations.keep(simulation)
    return simulation
