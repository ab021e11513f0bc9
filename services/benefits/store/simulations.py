"""Finding and keeping simulations: those of one institution, and the next to be worked on."""

from uuid import UUID

import sqlalchemy as sa

from kernel.callers import Caller
from kernel.transactions import Transaction
from services.benefits.domain.simulation_job import OPEN, Simulation, SimulationNotFound
from services.benefits.tables.simulations import simulations


class Simulations:
    """The simulations of a caller's institution; `by=None` is the house itself."""

    def __init__(self, tx: Transaction, *, by: Caller | None) -> None:
        self._tx = tx
        self._all = sa.select(Simulation)
        if by is not None:
            self._all = self._all.where(simulations.c.institution == by.institution)

    async def find(self, simulation_id: UUID) -> Simulation:
        """One, to read."""
        found = await self._tx.session.scalar(self._all.where(simulations.c.id == simulation_id))
        if found is None:
            raise SimulationNotFound
        return found

    async def get(self, simulation_id: UUID) -> Simulation:
        """One, for change: the row stays locked."""
        query = self._all.where(simulations.c.id == simulation_id).with_for_update()
        found = await self._tx.session.scalar(query)
        if found is None:
            raise SimulationNotFound
        return found

    async def open_ones(self) -> int:
        """How many of the institution are not over."""
        query = self._all.where(simulations.c.state.in_(OPEN)).subquery()
        counted = await self._tx.session.scalar(sa.select(sa.func.count()).select_from(query))
        return int(counted or 0)

    async def latest(self, limit: int) -> list[Simulation]:
        """The latest first."""
        query = self._all.order_by(simulations.c.id.desc()).limit(limit)
        return list(await self._tx.session.scalars(query))

    async def next(self) -> Simulation | None:
        """The oldest that is not over; what another holds is left to it."""
        query = self._all.where(simulations.c.state.in_(OPEN)).order_by(simulations.c.id).limit(1)
        return await self._tx.session.scalar(query.with_for_update(skip_locked=True))

    async def keep(self, simulation: Simulation) -> None:
        """Keep it."""
        self._tx.session.add(simulation)
        await self._tx.session.flush()
