"""Substitutions as the workers of their institution see them."""

from collections.abc import Sequence
from typing import Annotated
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field

from contracts.values import Day, SubstitutionId, Version, View
from kernel import clock
from kernel.callers import Caller
from kernel.pages import cursor, id_at
from kernel.transactions import Transaction
from services.referrals.domain.substitution import Substitution, SubstitutionNotFound
from services.referrals.store.substitutions import holds_on
from services.referrals.tables.advice import substitutions
from services.referrals.views.workers import WorkerView, workers_named


class SubstitutionView(View):
    """Who stands in for whom (zastępstwo); both days inclusive."""

    id: SubstitutionId
    worker: Annotated[WorkerView, Field(description="Who is away.")]
    substitute: WorkerView
    first_day: Day
    last_day: Day
    ended_on: Annotated[
        Day | None, Field(description="Ended early: from this day on it does not hold.")
    ]
    holds_today: bool
    version: Version


class SubstitutionPage(View):
    """Substitutions, newest first."""

    items: list[SubstitutionView]
    next: Annotated[
        str | None, Field(description="Pass as `cursor` for the next page; null: the last.")
    ]


class SeenSubstitutions:
    """The substitutions at a caller's institution."""

    def __init__(self, tx: Transaction, by: Caller) -> None:
        self._tx = tx
        self._by = by
        self._all = sa.select(Substitution, holds_on(clock.today()).label("holds_today")).where(
            substitutions.c.institution == by.institution
        )

    async def show(self, substitution_id: UUID) -> SubstitutionView:
        """One."""
        query = self._all.where(substitutions.c.id == substitution_id)
        views = await self._show((await self._tx.session.execute(query)).all())
        if not views:
            raise SubstitutionNotFound
        return views[0]

    async def page(self, day: Day | None, limit: int, after: str | None) -> SubstitutionPage:
        """Those that hold on a day, or all."""
        query = self._all
        if day is not None:
            query = query.where(holds_on(day))
        if after:
            query = query.where(substitutions.c.id < id_at(after))
        query = query.order_by(substitutions.c.id.desc()).limit(limit + 1)
        rows = (await self._tx.session.execute(query)).all()
        more = cursor(str(rows[limit - 1][0].id)) if len(rows) > limit else None
        return SubstitutionPage(items=await self._show(rows[:limit]), next=more)

    async def _show(self, rows: Sequence[sa.Row[Substitution, bool]]) -> list[SubstitutionView]:
        house = self._by.institution
        codes = {code for one, _ in rows for code in (one.worker, one.substitute)}
        people = await workers_named(self._tx, [(house, code) for code in codes])
        return [
            SubstitutionView(
                id=one.id,
                worker=people[(house, one.worker)],
                substitute=people[(house, one.substitute)],
                first_day=one.first_day,
                last_day=one.last_day,
                ended_on=one.ended_on,
                holds_today=holds,
                version=one.version,
            )
            for one, holds in rows
        ]
