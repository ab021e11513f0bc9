"""Writing down what indicators are counted from."""

from datetime import date
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from kernel import kinship
from kernel.transactions import Transaction
from services.referrals.tables.duties import duties
from services.referrals.tables.history import jobs, registrations


class History:
    """What was heard, once each."""

    def __init__(self, tx: Transaction) -> None:
        self._session = tx.session

    async def registered(
        self, client_id: UUID, institution: UUID, municipality: str | None, on: date
    ) -> None:
        """Who registered a client, where she lives, and when."""
        row = {
            "client_id": client_id,
            "institution": institution,
            "municipality": municipality,
            "registered_on": on,
        }
        await self._session.execute(insert(registrations).values(row).on_conflict_do_nothing())

    async def job_started(self, employment_id: UUID, client_id: UUID, on: date) -> None:
        """She took a job."""
        row = {"employment_id": employment_id, "client_id": client_id, "started_on": on}
        await self._session.execute(insert(jobs).values(row).on_conflict_do_nothing())

    async def job_ended(self, employment_id: UUID, on: date) -> None:
        """A job came to its end."""
        mine = sa.update(jobs).where(jobs.c.employment_id == employment_id)
        await self._session.execute(mine.values(ended_on=on))

    async def forget(self, client_id: UUID) -> None:
        """Whoever is erased counts nowhere, and nobody owes anything about her."""
        everyone = await kinship.family(self._session, client_id)
        for table in (registrations, jobs, duties):
            await self._session.execute(sa.delete(table).where(table.c.client_id.in_(everyone)))
