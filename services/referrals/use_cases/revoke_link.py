"""The sender of a referral takes a link back."""

from contracts.values import ReferralLinkId
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain.links import ReferralLink
from services.referrals.store.links import ReferralLinks


async def revoke_link(link_id: ReferralLinkId, *, by: Caller, tx: Transaction) -> ReferralLink:
    """Take it back: whoever holds it is refused from the next request on."""
    link = await ReferralLinks(tx, by=by).get(link_id)
    tx.record(link.revoke(clock.now()))
    return link
