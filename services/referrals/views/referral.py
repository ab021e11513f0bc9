"""Referrals as their sender, their receiver and the other institutions of the client see them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

import sqlalchemy as sa
from pydantic import ConfigDict, Field

from contracts.intake import Urgency
from contracts.referrals import DeclineReason, Outcome
from contracts.referrals.codes import (
    CancelReason,
    Change,
    ErrorReason,
    FailReason,
    PauseReason,
    Satisfaction,
)
from contracts.sections import Section
from contracts.values import (
    ActionId,
    ClientId,
    Day,
    GoalId,
    LegalBasis,
    Note,
    PartnershipId,
    ReferralId,
    Title,
    Version,
    View,
)
from kernel import clock, relations
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain.clocks import days_after
from services.referrals.domain.referral import Referral
from services.referrals.domain.referral_house import NO_RIGHT_LEFT
from services.referrals.domain.referral_states import Appointment, ReferralState
from services.referrals.domain.referral_words import (
    Alternative,
    Delivered,
    Place,
    TimeOfDay,
    Words,
)
from services.referrals.store.keys import Keys, keys_of
from services.referrals.store.referrals import open_referral
from services.referrals.tables.referrals import referrals
from services.referrals.views.parties import Names, PartyView, names_of, party_view
from services.referrals.views.places import (
    QueueView,
    ReferralPartView,
    ServiceNameView,
    parts_of,
    queues_of,
    services_named,
)

_Service = Annotated[
    ServiceNameView | None, Field(description="The service of the directory it asks for.")
]
_Queue = Annotated[QueueView | None, Field(description="Where it stands on the waiting list.")]
_Parts = Annotated[list[ReferralPartView], Field(description="What its receiver passed on of it.")]


class ReferralView(View):
    """A referral (skierowanie)."""

    model_config = ConfigDict(populate_by_name=True)

    id: ReferralId
    client_id: ClientId
    sender: Annotated[PartyView, Field(alias="from")]
    receiver: Annotated[
        PartyView | None,
        Field(alias="to", description="None: open to claim, or a draft without a receiver."),
    ]
    open_to: Annotated[PartnershipId | None, Field(description="Whose members may claim it.")]
    service: _Service
    joins_list: Annotated[bool, Field(description="She may wait where no place is free.")]
    holds_place: Annotated[bool, Field(description="It takes one of the service's places.")]
    offer_id: Annotated[UUID | None, Field(description="The offer to several it is one of.")]
    part_of: Annotated[
        ReferralId | None, Field(description="The referral it passes a part on of.")
    ]
    purpose: Annotated[
        Title | None,
        Field(
            description="None: withheld, because your right to read it has ended.",
            examples=["Vocational counselling and a staż"],
        ),
    ]
    urgency: Urgency
    state: ReferralState
    since: Annotated[datetime, Field(description="Since when it stands so.")]
    goal_id: GoalId | None
    action_id: Annotated[ActionId | None, Field(description="The plan's action that follows it.")]
    basis: Annotated[
        LegalBasis | None, Field(description="None: a draft that lacks it, or withheld.")
    ]
    question: Annotated[Note | None, Field(description="What the receiver asks first.")]
    supplied: Annotated[Note | None, Field(description="What the sender answered.")]
    appointment: Appointment | None
    first_visit_on: Annotated[Day | None, Field(description="The day of the latest appointment.")]
    first_visit_at: TimeOfDay | None
    place: Place | None
    planned_end_on: Day | None
    review_on: Annotated[Day | None, Field(description="Until when it rests.")]
    decline_reason: DeclineReason | None
    alternatives: Annotated[list[Alternative], Field(description="Whom else one could ask.")]
    outcome: Outcome | None
    delivered: list[Delivered]
    fail_reason: FailReason | None
    hold_reason: PauseReason | None
    cancel_reason: CancelReason | None
    error_reason: ErrorReason | None
    change: Annotated[
        Change | None, Field(description="What changed, if it fell away because of that.")
    ]
    note: Annotated[Note | None, Field(description="The receiver's last word.")]
    satisfaction: Satisfaction | None
    client_words: Annotated[Note | None, Field(description="What the client herself says.")]
    sent_at: datetime
    answer_due_on: Day | None
    expires_on: Annotated[
        Day | None, Field(description="The day on which it ends if nobody answered before.")
    ]
    reminders: int
    escalated_on: Annotated[Day | None, Field(description="When the managers were told.")]
    received_at: datetime | None
    answered_at: datetime | None
    started_at: datetime | None
    ended_at: datetime | None
    acknowledged_at: Annotated[datetime | None, Field(description="When the loop was closed.")]
    waiting_since: datetime | None
    queue: _Queue
    parts: _Parts
    version: Version

    def for_link(self) -> "ReferralView":
        """What the holder of a signed link is answered: nothing that she does not need to answer."""
        return self.model_copy(update=dict.fromkeys(_NOT_BY_LINK))


_NOT_BY_LINK = (
    *("basis", "goal_id", "action_id", "part_of", "offer_id", "satisfaction", "client_words"),
)


async def show_referrals(
    tx: Transaction, found: Sequence[Referral], by: Caller | None = None
) -> list[ReferralView]:
    """Referrals at hand, opened and with their parties named; those of the erased are left out."""
    keys: Keys = await keys_of(tx, {referral.client_id for referral in found})
    parties = {p for r in found for p in (r.sent_by, r.sent_to) if p is not None}
    names = await names_of(tx, parties)
    readable = [referral for referral in found if referral.client_id in keys]
    for referral in readable:
        open_referral(referral, keys)
    withheld = await _withheld(tx, readable, by)
    queues, parts = await queues_of(tx, readable), await parts_of(tx, readable)
    services = await services_named(tx, readable)
    return [
        referral_view(
            referral,
            names,
            withheld=referral.id in withheld,
            service=services.get(referral.service_id or referral.id),
            queue=queues.get(referral.id),
            parts=parts.get(referral.id, []),
        )
        for referral in readable
    ]


async def _withheld(
    tx: Transaction, found: Sequence[Referral], by: Caller | None
) -> frozenset[UUID]:
    """Of which its parties may know no more than that it is there and how it stands.

    A referral opens its words to them as long as it lasts, and a little longer; after that whoever
    reads them needs a right to see the client that does not rest on it.
    """
    over = [referral.id for referral in found if _is_over(referral)]
    if by is None or not over:
        return frozenset()
    seen = relations.visible(referrals.c.client_id, by, Section.REFERRALS)
    query = sa.select(referrals.c.id).where(referrals.c.id.in_(over), ~seen)
    return frozenset(await tx.session.scalars(query))


def _is_over(referral: Referral) -> bool:
    if referral.change in NO_RIGHT_LEFT:
        return True
    # As long as the receiver may take its answer back, and the sender should read it.
    ended = referral.ended_on
    return ended is not None and days_after(ended, "take_back_days") < clock.today()


def referral_view(
    referral: Referral, names: Names, *, withheld: bool = False, **more: Any
) -> ReferralView:
    """A referral as it stands."""
    kept = {name: getattr(referral, name) for name in _KEPT}
    said = {name: getattr(referral.words, name) for name in _SAID}
    if withheld:
        said |= dict.fromkeys(said) | {"alternatives": [], "delivered": []}
    return ReferralView(
        **kept,
        **said,
        **more,
        basis=None if withheld else referral.words.basis,
        sender=party_view(referral.sent_by, names),
        receiver=party_view(referral.sent_to, names) if referral.sent_to else None,
        since=referral.stands_since,
    )


_SAID = set(Words.model_fields) - {"basis"}
_WORKED_OUT = {"basis", "sender", "receiver", "since", "service", "queue", "parts"}
_KEPT = set(ReferralView.model_fields) - _SAID - _WORKED_OUT
