"""Waiting lists, and the parts of a referral, as whoever sees the referral sees them."""

from collections.abc import Sequence
from typing import Annotated
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field

from contracts.referrals import Outcome
from contracts.values import Day, ReferralId, ServiceId, View
from kernel.transactions import Transaction
from services.referrals.domain.referral import Referral
from services.referrals.domain.referral_states import ReferralState
from services.referrals.store.places import QUEUE
from services.referrals.tables.places import place_offers, services
from services.referrals.tables.referrals import referrals
from services.referrals.views.parties import PartyView, names_of, party_view


class QueueView(View):
    """Where somebody stands on a waiting list."""

    position: Annotated[int, Field(ge=1, description="1: next.")]
    ahead: Annotated[int, Field(ge=0, description="How many are before her.")]
    place_kept_until: Annotated[
        Day | None, Field(description="A place is free and kept for her until then.")
    ]


class ReferralPartView(View):
    """A part that the receiver of a referral passed on (podzlecenie)."""

    id: ReferralId
    to: PartyView | None
    service_id: ServiceId | None
    state: ReferralState
    outcome: Outcome | None


class ServiceNameView(View):
    """A service by name."""

    id: ServiceId
    name: Annotated[str, Field(examples=["Counselling for job seekers (demo)"])]


async def queues_of(tx: Transaction, found: Sequence[Referral]) -> dict[UUID, QueueView]:
    """The places on their lists of those referrals that wait; one query for all of them."""
    waiting = [one for one in found if one.state is ReferralState.WAITING]
    if not waiting:
        return {}
    # A list is a service's; where none was asked for, it is the institution's own.
    lists = {(one.sent_to, one.service_id) for one in waiting}
    ranked = (
        sa.select(
            referrals.c.id,
            place_offers.c.offered_until,
            sa.func.row_number()
            .over(partition_by=[referrals.c.sent_to, referrals.c.service_id], order_by=QUEUE)
            .label("position"),
        )
        .outerjoin(place_offers, place_offers.c.referral_id == referrals.c.id)
        .where(
            referrals.c.state == ReferralState.WAITING,
            referrals.c.sent_to.in_({institution for institution, _ in lists}),
        )
        .subquery()
    )
    query = sa.select(ranked).where(ranked.c.id.in_([one.id for one in waiting]))
    return {
        row.id: QueueView(
            position=row.position, ahead=row.position - 1, place_kept_until=row.offered_until
        )
        for row in await tx.session.execute(query)
    }


async def parts_of(
    tx: Transaction, found: Sequence[Referral]
) -> dict[UUID, list[ReferralPartView]]:
    """The parts that each of these was passed on in, oldest first."""
    query = sa.select(referrals).where(referrals.c.part_of.in_([one.id for one in found]))
    rows = list(await tx.session.execute(query.order_by(referrals.c.id)))
    if not rows:
        return {}
    names = await names_of(tx, [row.sent_to for row in rows if row.sent_to])
    parts: dict[UUID, list[ReferralPartView]] = {}
    for row in rows:
        if row.state is ReferralState.DRAFT:
            continue
        part = ReferralPartView(
            id=row.id,
            to=party_view(row.sent_to, names) if row.sent_to else None,
            service_id=row.service_id,
            state=row.state,
            outcome=row.outcome,
        )
        parts.setdefault(row.part_of, []).append(part)
    return parts


async def services_named(
    tx: Transaction, found: Sequence[Referral]
) -> dict[UUID, ServiceNameView]:
    """The names of the services that these ask for."""
    wanted = {one.service_id for one in found if one.service_id is not None}
    if not wanted:
        return {}
    query = sa.select(services.c.service_id, services.c.name).where(
        services.c.service_id.in_(wanted)
    )
    rows = await tx.session.execute(query)
    return {row.service_id: ServiceNameView(id=row.service_id, name=row.name) for row in rows}
