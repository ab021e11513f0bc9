"""The sender of a referral hands out a link, by which its receiver answers without an account."""

from datetime import datetime

from pydantic import ConfigDict

from contracts.values import Command, Note, ReferralId
from kernel import clock, ids
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain.information_terms import link_lasts
from services.referrals.domain.links import (
    LinkHandedOut,
    NobodyToAnswer,
    NotYoursToHandOut,
    ReferralLink,
)
from services.referrals.domain.referral import Referral
from services.referrals.domain.referral_states import OPEN
from services.referrals.store.links import ReferralLinks
from services.referrals.store.referrals import Referrals


class HandOutLink(Command):
    """Hand out a link."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"handed_to": "Fundacja Krok, by telephone"}]}
    )

    handed_to: Note | None = None


async def hand_out_link(
    referral_id: ReferralId, command: HandOutLink, *, by: Caller, tx: Transaction
) -> ReferralLink:
    """Hand it out; one link to a referral is in somebody's hands at a time."""
    links, now = ReferralLinks(tx, by=by), clock.now()
    await links.hold(referral_id)
    referral = await answerable(referral_id, by=by, tx=tx)
    if known := await links.in_hand(referral.id):
        if known.alive(now):
            raise LinkHandedOut(link_id=str(known.id))
        tx.record(known.revoke(now))
    return await hand(referral, command.handed_to, now, by=by, tx=tx)


async def answerable(referral_id: ReferralId, *, by: Caller, tx: Transaction) -> Referral:
    """The referral, locked, if its sender asks and its receiver can still answer."""
    referral = await Referrals(tx, by=by).get(referral_id)
    if referral.sent_by != by.institution:
        raise NotYoursToHandOut
    if referral.sent_to is None or referral.state not in OPEN:
        raise NobodyToAnswer
    return referral


async def hand(
    referral: Referral, handed_to: str | None, now: datetime, *, by: Caller, tx: Transaction
) -> ReferralLink:
    """Keep a new link to a referral that has a receiver, and announce it."""
    if referral.sent_to is None:
        raise NobodyToAnswer
    link = ReferralLink(
        id=ids.new(),
        referral_id=referral.id,
        client_id=referral.client_id,
        handed_by=by.institution,
        giver=by.worker,
        institution=referral.sent_to,
        handed_at=now,
        until=now + link_lasts(clock.today()),
        handed_to=handed_to,
    )
    await tx.session.flush()
    await ReferralLinks(tx, by=by).keep(link)
    tx.record(link.hand())
    return link
