"""Referrals as their sender, their receiver and the other institutions of the client see them."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import Annotated
from uuid import UUID

import sqlalchemy as sa
from pydantic import ConfigDict, Field

from contracts.intake import Urgency
from contracts.referrals import DeclineReason, Outcome
from contracts.values import (
    ActionId,
    ClientId,
    Day,
    GoalId,
    LegalBasis,
    Note,
    ReferralId,
    Title,
    Version,
    View,
)
from kernel.callers import Caller
from kernel.pages import CursorUnreadable, cursor, place
from kernel.transactions import Transaction
from services.referrals.domain.referral import (
    Place,
    Referral,
    ReferralNotFound,
    TimeOfDay,
)
from services.referrals.domain.referral_states import ReferralState
from services.referrals.store.keys import Keys, keys_of
from services.referrals.store.referrals import open_referral, seen_by
from services.referrals.tables.referrals import referrals
from services.referrals.views.parties import Names, PartyView, names_of, party_view

Next = Annotated[
    str | None, Field(description="Pass as `cursor` for the next page; null: the last.")
]


class ReferralBox(StrEnum):
    """Whose turn of the post: what came to your institution, or what it sent."""

    IN = "in"
    OUT = "out"


class ReferralView(View):
    """A referral (skierowanie)."""

    model_config = ConfigDict(populate_by_name=True)

    id: ReferralId
    client_id: ClientId
    sender: Annotated[PartyView, Field(alias="from")]
    receiver: Annotated[PartyView | None, Field(alias="to", description="None: open to claim.")]
    purpose: Annotated[Title, Field(examples=["Vocational counselling and a staż"])]
    urgency: Urgency
    state: ReferralState
    goal_id: GoalId | None
    action_id: Annotated[ActionId | None, Field(description="The plan's action that follows it.")]
    basis: LegalBasis
    first_visit_on: Day | None
    first_visit_at: TimeOfDay | None
    place: Place | None
    decline_reason: DeclineReason | None
    outcome: Outcome | None
    note: Note | None
    sent_at: datetime
    version: Version


class ReferralPage(View):
    """Referrals, newest first."""

    items: list[ReferralView]
    next: Next


class SeenReferrals:
    """The referrals that a caller may see."""

    def __init__(self, tx: Transaction, by: Caller) -> None:
        self._tx = tx
        self._by = by

    async def page(
        self, box: ReferralBox, state: ReferralState | None, limit: int, after: str | None
    ) -> ReferralPage:
        """What came to the caller's institution, or what it sent; newest first."""
        mine = referrals.c.sent_to if box is ReferralBox.IN else referrals.c.sent_by
        query = sa.select(Referral).where(mine == self._by.institution, seen_by(self._by))
        if state:
            query = query.where(referrals.c.state == state)
        if after:
            query = query.where(referrals.c.id < _id(after))
        # An id begins with its instant, so the newest comes first and no cursor needs two parts.
        query = query.order_by(referrals.c.id.desc()).limit(limit + 1)
        rows = list(await self._tx.session.scalars(query))
        more = cursor(str(rows[limit - 1].id)) if len(rows) > limit else None
        return ReferralPage(items=await show_referrals(self._tx, rows[:limit]), next=more)

    async def show(self, referral_id: UUID) -> ReferralView:
        """One referral."""
        query = sa.select(Referral).where(referrals.c.id == referral_id, seen_by(self._by))
        found = list(await self._tx.session.scalars(query))
        views = await show_referrals(self._tx, found)
        if not views:
            raise ReferralNotFound
        return views[0]


async def show_referrals(tx: Transaction, found: Sequence[Referral]) -> list[ReferralView]:
    """Referrals at hand, opened and with their parties named; those of the erased are left out."""
    keys: Keys = await keys_of(tx, {referral.client_id for referral in found})
    parties = {p for r in found for p in (r.sent_by, r.sent_to) if p is not None}
    names = await names_of(tx, parties)
    readable = [referral for referral in found if referral.client_id in keys]
    for referral in readable:
        open_referral(referral, keys)
    return [referral_view(referral, names) for referral in readable]


def referral_view(referral: Referral, names: Names) -> ReferralView:
    """A referral as it stands."""
    words = referral.words
    return ReferralView(
        id=referral.id,
        client_id=referral.client_id,
        sender=party_view(referral.sent_by, names),
        receiver=party_view(referral.sent_to, names) if referral.sent_to else None,
        purpose=words.purpose,
        urgency=referral.urgency,
        state=referral.state,
        goal_id=referral.goal_id,
        action_id=referral.action_id,
        basis=words.basis,
        first_visit_on=referral.first_visit_on,
        first_visit_at=words.first_visit_at,
        place=words.place,
        decline_reason=referral.decline_reason,
        outcome=referral.outcome,
        note=words.note,
        sent_at=referral.sent_at,
        version=referral.version,
    )


def _id(after: str) -> UUID:
    try:
        return UUID(place(after))
    except ValueError:
        raise CursorUnreadable from None
