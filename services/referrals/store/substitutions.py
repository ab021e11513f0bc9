"""Finding and keeping substitutions, and saying whose work a worker does besides her own."""

from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain.substitution import Substitution, SubstitutionNotFound
from services.referrals.tables.advice import substitutions

_TURN = sa.text("SELECT pg_advisory_xact_lock(7042, hashtext(:institution))")


class Substitutions:
    """The substitutions at a caller's institution."""

    def __init__(self, tx: Transaction, by: Caller) -> None:
        self._tx = tx
        self._by = by

    async def get(self, substitution_id: UUID) -> Substitution:
        """Fetch for change."""
        query = sa.select(Substitution).where(
            substitutions.c.id == substitution_id,
            substitutions.c.institution == self._by.institution,
        )
        found = await self._tx.session.scalar(query.with_for_update())
        if found is None:
            raise SubstitutionNotFound
        return found

    async def beside(self, one: Substitution) -> list[Substitution]:
        """Those of the same workers that share a day with it; nobody adds another meanwhile."""
        await self._tx.session.execute(_TURN, {"institution": str(one.institution)})
        both = [one.worker, one.substitute]
        query = sa.select(Substitution).where(
            substitutions.c.institution == one.institution,
            sa.or_(substitutions.c.worker.in_(both), substitutions.c.substitute.in_(both)),
            substitutions.c.first_day <= one.last_day,
            substitutions.c.last_day >= one.first_day,
            sa.or_(substitutions.c.ended_on.is_(None), substitutions.c.ended_on > one.first_day),
        )
        return list(await self._tx.session.scalars(query.order_by(substitutions.c.id)))

    async def keep(self, one: Substitution) -> None:
        """Keep it."""
        self._tx.session.add(one)
        await self._tx.session.flush()


def holds_on(day: Any) -> sa.ColumnElement[bool]:
    """The condition that a substitution holds on a day."""
    return sa.and_(
        substitutions.c.first_day <= day,
        substitutions.c.last_day >= day,
        sa.or_(substitutions.c.ended_on.is_(None), substitutions.c.ended_on > day),
    )


def workers_acting_for(by: Caller, day: date) -> sa.Select[Any]:
    """The workers whose clients and duties the caller has on a day besides her own."""
    return sa.select(substitutions.c.worker).where(
        substitutions.c.institution == by.institution,
        substitutions.c.substitute == by.worker,
        holds_on(day),
    )


def her_work(worker: Any, by: Caller, day: date) -> sa.ColumnElement[bool]:
    """The condition that a row is the caller's to do: her own, or of whom she stands in for."""
    return sa.or_(worker == by.worker, worker.in_(workers_acting_for(by, day)))
