"""Offers to several, and what is open to a partnership."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

import sqlalchemy as sa
from pydantic import ConfigDict, Field

from contracts.directory import MapCategory
from contracts.intake import Urgency
from contracts.territory import Municipality
from contracts.values import (
    ClientId,
    Day,
    InstitutionId,
    OfferId,
    PartnershipId,
    ReferralId,
    ServiceId,
    Version,
    View,
)
from kernel.callers import Caller
from kernel.pages import cursor, id_at
from kernel.transactions import Transaction
from services.referrals.domain.offers import LeftOutReason, Offer, OfferNotFound, OfferState
from services.referrals.domain.referral import Referral
from services.referrals.store.offers import claimable, offers_seen_by
from services.referrals.tables.offers import calls, offers
from services.referrals.tables.referrals import referrals
from services.referrals.views.parties import PartyView, names_of, party_view
from services.referrals.views.referral import ReferralView, show_referrals

Next = Annotated[
    str | None, Field(description="Pass as `cursor` for the next page; null: the last.")
]


class LeftOutView(View):
    """Somebody who was named and not asked."""

    institution: InstitutionId | None = None
    service: ServiceId | None = None
    reason: LeftOutReason


class OfferView(View):
    """An offer to several (propozycja dla kilku instytucji)."""

    id: OfferId
    client_id: ClientId
    made_by: PartyView
    made_at: datetime
    state: OfferState
    settled_by: Annotated[ReferralId | None, Field(description="The one that was accepted.")]
    referrals: list[ReferralView]
    left_out: Annotated[list[LeftOutView], Field(description="Named, and not asked.")]
    version: Version


class OpenReferralView(View):
    """A referral open to a partnership: what is needed and where, nothing of who she is."""

    model_config = ConfigDict(validate_by_name=True, validate_by_alias=True)

    id: ReferralId
    open_to: PartnershipId
    sender: Annotated[PartyView, Field(alias="from")]
    category: MapCategory | None
    needs: list[MapCategory]
    urgency: Urgency
    municipality: Municipality | None
    sent_on: Day
    answer_due_on: Day | None
    version: Version


class OpenReferralPage(View):
    """Referrals open to a partnership, oldest first: who waits longest stands on top."""

    items: list[OpenReferralView]
    next: Next


async def show_offer(tx: Transaction, offer_id: UUID, by: Caller) -> OfferView:
    """One offer with all its referrals."""
    query = sa.select(Offer).where(offers.c.id == offer_id, offers_seen_by(by))
    offer = await tx.session.scalar(query)
    if offer is None:
        raise OfferNotFound
    sent = sa.select(Referral).where(referrals.c.offer_id == offer_id)
    rows = list(await tx.session.scalars(sent.order_by(referrals.c.id)))
    names = await names_of(tx, [offer.made_by])
    return OfferView(
        id=offer.id,
        client_id=offer.client_id,
        made_by=party_view(offer.made_by, names),
        made_at=offer.made_at,
        state=offer.state,
        settled_by=offer.settled_by,
        referrals=await show_referrals(tx, rows, by),
        left_out=[LeftOutView.model_validate(one) for one in offer.left_out],
        version=offer.version,
    )


async def list_open_referrals(
    tx: Transaction,
    by: Caller,
    *,
    category: MapCategory | None,
    limit: int,
    after: str | None,
) -> OpenReferralPage:
    """What members of the caller's partnerships laid open, and nobody has claimed."""
    query = (
        sa.select(referrals, calls.c.category, calls.c.needs, calls.c.municipality)
        .outerjoin(calls, calls.c.referral_id == referrals.c.id)
        .where(claimable(by))
        .order_by(referrals.c.id)
        .limit(limit + 1)
    )
    if category:
        query = query.where(calls.c.category == category)
    if after:
        query = query.where(referrals.c.id > id_at(after))
    rows = list(await tx.session.execute(query))
    names = await names_of(tx, [row.sent_by for row in rows])
    items = [
        OpenReferralView(
            id=row.id,
            open_to=row.open_to,
            sender=party_view(row.sent_by, names),
            category=row.category,
            needs=row.needs or [],
            urgency=row.urgency,
            municipality=row.municipality,
            sent_on=row.asked_on,
            answer_due_on=row.answer_due_on,
            version=row.version,
        )
        for row in rows[:limit]
    ]
    more = cursor(str(rows[limit - 1].id)) if len(rows) > limit else None
    return OpenReferralPage(items=items, next=more)
