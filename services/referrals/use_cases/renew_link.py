"""The sender of a referral renews a link: a new one takes the place of the old, which dies."""

from contracts.values import ReferralLinkId
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain.links import LinkGone, ReferralLink
from services.referrals.store.links import ReferralLinks
from services.referrals.use_cases.hand_out_link import answerable, hand


async def renew_link(link_id: ReferralLinkId, *, by: Caller, tx: Transaction) -> ReferralLink:
    """Renew it, also when it ran out; one that was taken back stays so."""
    old = await ReferralLinks(tx, by=by).get(link_id)
    if old.revoked_at is not None:
        raise LinkGone
    referral = await answerable(old.referral_id, by=by, tx=tx)
    now = clock.now()
    tx.record(old.revoke(now))
    fresh = await hand(referral, old.handed_to, now, by=by, tx=tx)
    old.renewed_by = fresh.id
    return fresh
