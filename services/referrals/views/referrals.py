"""Lists of referrals, and the history of each."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Annotated
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field
from sqlalchemy.engine import Row

from contracts.values import ClientId, Command, Note, Version, View, WorkerId
from kernel import clock, kinship
from kernel.callers import Caller
from kernel.pages import cursor, id_at
from kernel.transactions import Transaction
from services.referrals.domain.clocks import span
from services.referrals.domain.referral import Referral
from services.referrals.domain.referral_refusals import ReferralNotFound
from services.referrals.domain.referral_states import UNANSWERED, UNDER_WAY, ReferralState
from services.referrals.store.keys import keys_of
from services.referrals.store.referrals import seen_by
from services.referrals.store.steps import NOTES
from services.referrals.tables.referrals import referrals, steps
from services.referrals.views.parties import Names, PartyView, names_of, party_view
from services.referrals.views.referral import ReferralView, show_referrals

Next = Annotated[
    str | None, Field(description="Pass as `cursor` for the next page; null: the last.")
]


class ReferralBox(StrEnum):
    """Whose turn of the post: what came to your institution, or what it sent."""

    IN = "in"
    OUT = "out"


class Which(Command):
    """Which referrals a list shows."""

    box: ReferralBox = ReferralBox.IN
    state: ReferralState | None = None
    client_id: ClientId | None = None
    overdue: bool = False
    silent: bool = False
    waiting: bool = False


class ReferralPage(View):
    """Referrals, newest first."""

    items: list[ReferralView]
    next: Next


class StepView(View):
    """One step of a referral: who took it, when, and what was written with it."""

    verb: Annotated[str, Field(examples=["accept"])]
    state: Annotated[ReferralState, Field(description="Where it stood afterwards.")]
    at: datetime
    institution: Annotated[PartyView | None, Field(description="None: the house by itself.")]
    worker: WorkerId | None
    note: Note | None
    version: Version


class ReferralHistory(View):
    """Every step of a referral, the first one first."""

    items: list[StepView]


class SeenReferrals:
    """The referrals that a caller may see."""

    def __init__(self, tx: Transaction, by: Caller) -> None:
        self._tx = tx
        self._by = by

    async def page(self, which: Which, limit: int, after: str | None) -> ReferralPage:
        """What came to the caller's institution or what it sent; newest first."""
        query = sa.select(Referral).where(seen_by(self._by), *self._conditions(which))
        if after:
            query = query.where(referrals.c.id < id_at(after))
        # An id begins with its instant, so the newest comes first and no cursor needs two parts.
        query = query.order_by(referrals.c.id.desc()).limit(limit + 1)
        rows = list(await self._tx.session.scalars(query))
        more = cursor(str(rows[limit - 1].id)) if len(rows) > limit else None
        items = await show_referrals(self._tx, rows[:limit], self._by)
        return ReferralPage(items=items, next=more)

    async def show(self, referral_id: UUID) -> ReferralView:
        """One referral."""
        query = sa.select(Referral).where(referrals.c.id == referral_id, seen_by(self._by))
        found = list(await self._tx.session.scalars(query))
        views = await show_referrals(self._tx, found, self._by)
        if not views:
            raise ReferralNotFound
        return views[0].for_link() if self._by.only else views[0]

    async def at_hand(self, referral: Referral) -> ReferralView:
        """What the caller just acted on: after a refusal it may be open to others, and hers no more."""
        views = await show_referrals(self._tx, [referral], self._by)
        return views[0].for_link() if self._by.only else views[0]

    async def history(self, referral_id: UUID) -> tuple[ReferralView, ReferralHistory]:
        """One referral, and how it came to stand as it does."""
        view = await self.show(referral_id)
        query = sa.select(steps).where(steps.c.referral_id == referral_id)
        rows = list(await self._tx.session.execute(query.order_by(steps.c.version)))
        names = await names_of(self._tx, [row.institution for row in rows if row.institution])
        # Who may not read the referral's words may not read them here.
        notes = {} if view.purpose is None else await self._notes(view, rows)
        return view, ReferralHistory(items=[_step_view(row, names, notes) for row in rows])

    async def _notes(
        self, view: ReferralView, rows: Sequence[Row[tuple[object, ...]]]
    ) -> dict[int, str]:
        key = (await keys_of(self._tx, [view.client_id]))[view.client_id]
        sealed = [row for row in rows if row.sealed is not None]
        return {row.version: NOTES.open(key, view.id, row.sealed) for row in sealed}

    def _conditions(self, which: Which) -> list[sa.ColumnElement[bool]]:
        boxes = {
            ReferralBox.IN: referrals.c.sent_to == self._by.institution,
            ReferralBox.OUT: referrals.c.sent_by == self._by.institution,
        }
        wanted = which.state
        found = [
            boxes[which.box],
            referrals.c.state == wanted
            if wanted
            else referrals.c.state != ReferralState.ENTERED_IN_ERROR,
        ]
        found += (
            [kinship.of_person(referrals.c.client_id, which.client_id)] if which.client_id else []
        )
        found += [_overdue()] if which.overdue else []
        found += [_silent()] if which.silent else []
        found += [referrals.c.state == ReferralState.WAITING] if which.waiting else []
        return found


def _silent() -> sa.ColumnElement[bool]:
    """The time for an answer is over and none came."""
    return sa.and_(
        referrals.c.state.in_(UNANSWERED - {ReferralState.WAITING}),
        referrals.c.answer_due_on < clock.today(),
    )


def _overdue() -> sa.ColumnElement[bool]:
    """An answer, an outcome, a review or a confirmation is late."""
    today = clock.today()
    outcome_since = today - timedelta(days=span("outcome_days", today))
    return sa.or_(
        _silent(),
        sa.and_(
            referrals.c.state.in_(UNDER_WAY - {ReferralState.ON_HOLD}),
            referrals.c.planned_end_on < outcome_since,
        ),
        sa.and_(referrals.c.state == ReferralState.ON_HOLD, referrals.c.review_on < today),
        sa.and_(
            referrals.c.state == ReferralState.CANCEL_REQUESTED,
            referrals.c.escalated_on.is_not(None),
        ),
    )


def _step_view(row: Row[tuple[object, ...]], names: Names, notes: dict[int, str]) -> StepView:
    return StepView(
        verb=row.verb,
        state=row.state,
        at=row.at,
        institution=party_view(row.institution, names) if row.institution else None,
        worker=row.worker,
        note=notes.get(row.version),
        version=row.version,
    )
