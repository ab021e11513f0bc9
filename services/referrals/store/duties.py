"""Writing down what is owed, and striking it out. Every use case does so in its own transaction."""

from collections.abc import Collection
from dataclasses import asdict
from datetime import date
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from kernel import kinship
from kernel.transactions import Transaction
from services.referrals.domain.duty import Duty, DutyKind
from services.referrals.domain.meeting import BEFORE
from services.referrals.store.day import gone, unseen
from services.referrals.tables.duties import duties
from services.referrals.tables.meetings import meetings

_KEY = ["thing_id", "kind", "institution"]


class Duties:
    """The duties of every institution."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    async def owe(self, *owed: Duty) -> None:
        """Write down what is to be done; the same thing again: the later words count."""
        # In one order, so that two who owe the same things cannot wait for each other.
        rows = {(duty.thing_id, duty.kind, duty.institution): asdict(duty) for duty in owed}
        if not rows:
            return
        statement = insert(duties)
        changed = {c.name: statement.excluded[c.name] for c in duties.c if c.name not in _KEY}
        await self._tx.session.execute(
            statement.on_conflict_do_update(index_elements=_KEY, set_=changed),
            [rows[key] for key in sorted(rows)],
        )

    async def strike(self, thing_id: UUID, *kinds: DutyKind) -> None:
        """Strike out what is done about a thing; no kinds named: everything about it."""
        await self.strike_all([thing_id], *kinds)

    async def strike_all(self, things: Collection[UUID], *kinds: DutyKind) -> None:
        """Strike out what is done about several things."""
        query = sa.delete(duties).where(duties.c.thing_id.in_(things))
        if kinds:
            query = query.where(duties.c.kind.in_(kinds))
        await self._tx.session.execute(query)

    async def strike_of(self, client_id: UUID, institution: UUID, kind: DutyKind) -> None:
        """Strike out everything of a kind that an institution owes about a person."""
        query = sa.delete(duties).where(
            kinship.of_person(duties.c.client_id, client_id),
            duties.c.institution == institution,
            duties.c.kind == kind,
        )
        await self._tx.session.execute(query)

    async def tidy(self, after: UUID, limit: int, today: date) -> UUID | None:
        """Look through some duties, strike out what nobody can see any more; how far one came.

        A week is left to a relation that may begin anew; whoever is erased is gone at once. Nobody
        prepares for a meeting whose day is over; who chairs it is left to open, move or cancel it.
        """
        some = sa.select(duties.c.thing_id).where(duties.c.thing_id > after)
        ids = list(
            await self._tx.session.scalars(
                some.distinct().order_by(duties.c.thing_id).limit(limit)
            )
        )
        if ids:
            await self._tx.session.execute(
                sa.delete(duties).where(
                    duties.c.thing_id.in_(ids),
                    duties.c.client_id.is_not(None),
                    sa.or_(gone(duties.c.client_id), unseen(today)),
                )
            )
            await self._tx.session.execute(
                sa.delete(duties).where(duties.c.thing_id.in_(ids), _prepared_in_vain(today))
            )
        return ids[-1] if len(ids) == limit else None


def _prepared_in_vain(today: date) -> sa.ColumnElement[bool]:
    """The condition that a meeting's day is over, and whoever owes preparing need not see to it."""
    to_settle = sa.exists().where(
        meetings.c.id == duties.c.thing_id,
        meetings.c.chair == duties.c.institution,
        meetings.c.state.in_(BEFORE),
    )
    return sa.and_(duties.c.kind == DutyKind.PREPARE_MEETING, duties.c.due_on < today, ~to_settle)
