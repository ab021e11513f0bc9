"""The clock of simulations: each time a few chunks of the oldest, on both cores."""

import asyncio
import ctypes
import os
from concurrent.futures import ThreadPoolExecutor
from uuid import UUID

from kernel import clock
from kernel.refusals import Refusal
from kernel.transactions import Transaction
from services.benefits.domain.parameters import Parameters
from services.benefits.domain.simulation import Simulate, Sums, simulate
from services.benefits.domain.simulation_job import Simulation
from services.benefits.store.cohorts import Source, cohort_of
from services.benefits.store.law import merged
from services.benefits.store.resolutions import Resolutions
from services.benefits.store.simulations import Simulations


def _keep_memory() -> None:
    """Keep what a column leaves behind for the next one, up to 64 MiB.

    By default glibc gives it back to the kernel and asks for it again, page by page: that took half
    of the time of a chunk (measured, docs/benchmarks.md). Another C library does as it likes.
    """
    try:
        mallopt = ctypes.CDLL(None).mallopt
    except (AttributeError, OSError):
        return
    mallopt(_TRIM_THRESHOLD, _KEPT)
    mallopt(_MMAP_THRESHOLD, _KEPT)


_TRIM_THRESHOLD, _MMAP_THRESHOLD, _KEPT = -1, -3, 64 * 2**20
_CORES = max(os.cpu_count() or 1, 1)
# A handful is about a second of work: so often it is kept how far it came, and a cancel is heard.
_HANDFUL = 2 * _CORES
# Threads: NumPy lets go of the interpreter while it works on a column.
CREW = ThreadPoolExecutor(_CORES, "simulation", _keep_memory)


async def work_on_simulations(tx: Transaction) -> bool:
    """Work out a handful of chunks; whether there may be more to do."""
    simulations = Simulations(tx, by=None)
    simulation = await simulations.next()
    if simulation is None:
        return False
    try:
        await _advance(simulation, tx)
    except Refusal as refusal:
        simulation.fail({"type": type(refusal).__name__} | refusal.members, clock.now())
    await simulations.keep(simulation)
    return True


async def _law_of(simulation: Simulation, tx: Transaction) -> Parameters:
    """That of the moment when it was asked for, whatever was decided since."""
    found = await Resolutions(tx).those([UUID(one) for one in simulation.law])
    return merged(tuple(one.resolved for one in found))


async def _advance(simulation: Simulation, tx: Transaction) -> None:
    asked = Simulate.model_validate(simulation.asked)
    known = await _law_of(simulation, tx)
    cohort = await cohort_of(asked.cohort, institution=simulation.institution, tx=tx)
    last = min(simulation.chunks_done + _HANDFUL, simulation.chunks)
    numbers = range(simulation.chunks_done, last)
    loop = asyncio.get_running_loop()
    found = await asyncio.gather(
        *(
            loop.run_in_executor(CREW, _work_out, asked, cohort, number, known)
            for number in numbers
        )
    )
    sums = Sums.read(simulation.sums)
    for one in found:
        sums.add(one)
    simulation.advance(len(numbers), sums.told(), clock.now())


def _work_out(asked: Simulate, cohort: Source, number: int, known: Parameters) -> Sums:
    return simulate(asked, cohort.chunk(number), known)
