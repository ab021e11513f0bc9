"""Hand-overs as the workers of their institution see them."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import Annotated
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field

from contracts.referrals.advice import HandoverRefusal
from contracts.values import AdviceId, ClientId, Day, HandoverId, Note, Version, View
from kernel.callers import Caller
from kernel.pages import cursor, id_at
from kernel.transactions import Transaction
from services.referrals.domain.handover import (
    Handover,
    HandoverNotFound,
    HandoverState,
)
from services.referrals.domain.handover_summary import HandoverSummary
from services.referrals.store.handovers import open_handover, seen_by
from services.referrals.store.keys import keys_of
from services.referrals.tables.advice import handovers
from services.referrals.views.workers import WorkerView, workers_named


class HandoverBox(StrEnum):
    """Which hand-overs are asked for."""

    IN = "in"
    """Proposed to you."""
    OUT = "out"
    """From you, or proposed by you."""
    ALL = "all"
    """Of your whole institution."""


class HandoverView(View):
    """A hand-over with its summary of the moment it was proposed (przekazanie)."""

    id: HandoverId
    advice_id: AdviceId
    client_id: ClientId
    from_worker: WorkerView
    to_worker: WorkerView
    proposed_by: WorkerView
    proposed_at: datetime
    due_on: Annotated[Day, Field(description="By when to answer.")]
    state: HandoverState
    note: Note | None
    reason: HandoverRefusal | None
    answer: Note | None
    answered_at: datetime | None
    new_advice_id: AdviceId | None
    kept: Annotated[
        list[UUID], Field(description="What stayed pending in the new adviser's name.")
    ]
    summary: HandoverSummary
    version: Version


class HandoverPage(View):
    """Hand-overs, newest first."""

    items: list[HandoverView]
    next: Annotated[
        str | None, Field(description="Pass as `cursor` for the next page; null: the last.")
    ]


class SeenHandovers:
    """The hand-overs of a caller's institution."""

    def __init__(self, tx: Transaction, by: Caller) -> None:
        self._tx = tx
        self._by = by
        self._all = sa.select(Handover).where(seen_by(by))

    async def show(self, handover_id: UUID) -> HandoverView:
        """One."""
        query = self._all.where(handovers.c.id == handover_id)
        views = await self._show(list(await self._tx.session.scalars(query)))
        if not views:
            raise HandoverNotFound
        return views[0]

    async def page(
        self, box: HandoverBox, state: HandoverState | None, limit: int, after: str | None
    ) -> HandoverPage:
        """Those of a box."""
        query = self._all.where(_in(box, self._by))
        if state:
            query = query.where(handovers.c.state == state)
        if after:
            query = query.where(handovers.c.id < id_at(after))
        query = query.order_by(handovers.c.id.desc()).limit(limit + 1)
        rows = list(await self._tx.session.scalars(query))
        more = cursor(str(rows[limit - 1].id)) if len(rows) > limit else None
        return HandoverPage(items=await self._show(rows[:limit]), next=more)

    async def _show(self, found: Sequence[Handover]) -> list[HandoverView]:
        keys = await keys_of(self._tx, {one.client_id for one in found})
        house = self._by.institution
        codes = {w for one in found for w in (one.from_worker, one.to_worker, one.proposed_by)}
        people = await workers_named(self._tx, [(house, code) for code in codes])
        readable = [one for one in found if one.client_id in keys]
        for one in readable:
            open_handover(one, keys)
        return [
            HandoverView(
                id=one.id,
                advice_id=one.advice_id,
                client_id=one.client_id,
                from_worker=people[(house, one.from_worker)],
                to_worker=people[(house, one.to_worker)],
                proposed_by=people[(house, one.proposed_by)],
                proposed_at=one.proposed_at,
                due_on=one.due_on,
                state=one.state,
                note=one.words.note,
                reason=one.reason,
                answer=one.words.answer,
                answered_at=one.answered_at,
                new_advice_id=one.new_advice_id,
                kept=one.kept,
                summary=one.words.summary,
                version=one.version,
            )
            for one in readable
        ]


def _in(box: HandoverBox, by: Caller) -> sa.ColumnElement[bool]:
    mine = {
        HandoverBox.IN: handovers.c.to_worker == by.worker,
        HandoverBox.OUT: sa.or_(
            handovers.c.from_worker == by.worker, handovers.c.proposed_by == by.worker
        ),
        HandoverBox.ALL: sa.true(),
    }
    return mine[box]
