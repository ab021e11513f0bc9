"""Finding and keeping calendars."""

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa

from kernel.callers import Caller
from kernel.rights import Seat, permits
from kernel.transactions import Transaction
from services.referrals.domain.calendar import Calendar, CalendarNotFound
from services.referrals.tables.calendars import calendars


class Calendars:
    """A caller's own calendars; whoever leads the team sees those of everybody in it."""

    def __init__(self, tx: Transaction, *, by: Caller) -> None:
        self._session = tx.session
        self.all = sa.select(Calendar).where(calendars.c.institution == by.institution)
        self._own = self.all.where(calendars.c.worker == by.worker)
        if not permits(Seat.of(by), "ShowTeamDay"):
            self.all = self._own

    async def get(self, calendar_id: UUID) -> Calendar:
        """Fetch for change."""
        query = self.all.where(calendars.c.id == calendar_id).with_for_update()
        found = await self._session.scalar(query)
        if found is None:
            raise CalendarNotFound
        return found

    async def live(self, at: datetime) -> int:
        """How many addresses of her own are good."""
        good = self._own.where(calendars.c.revoked_at.is_(None), calendars.c.expires_at > at)
        return int(
            await self._session.scalar(sa.select(sa.func.count()).select_from(good.subquery()))
            or 0
        )

    async def keep(self, calendar: Calendar) -> None:
        """Keep it."""
        self._session.add(calendar)
        await self._session.flush()


async def calendar_of(tx: Transaction, holder: Caller) -> Calendar | None:
    """The calendar that the holder of a pass may read, whether the pass is good or not."""
    query = sa.select(Calendar).where(calendars.c.id == holder.only)
    found = await tx.session.scalar(query)
    return found if found is not None and found.pass_id == holder.pass_id else None
