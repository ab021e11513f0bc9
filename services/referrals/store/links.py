"""Finding and keeping signed links, and saying whether one is still good."""

from uuid import UUID

import sqlalchemy as sa

from kernel import clock, relations
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain.links import LinkNotFound, ReferralLink
from services.referrals.domain.referral_states import OPEN
from services.referrals.store.keys import Keys, Sealer, keys_of
from services.referrals.tables.links import referral_links
from services.referrals.tables.referrals import referrals

HANDED_TO: Sealer[str] = Sealer("link", str)


class ReferralLinks:
    """The links that a caller's institution handed out."""

    def __init__(self, tx: Transaction, *, by: Caller) -> None:
        self._tx = tx
        self._all = sa.select(ReferralLink).where(handed_by(by))

    async def get(self, link_id: UUID) -> ReferralLink:
        """Fetch for change: whoever uses it at this instant has done so before, or is refused."""
        query = self._all.where(referral_links.c.id == link_id)
        found = await self._tx.session.scalar(query.with_for_update())
        if found is None:
            raise LinkNotFound
        open_link(found, await keys_of(self._tx, [found.client_id]))
        return found

    async def hold(self, referral_id: UUID) -> None:
        """Lock the link to a referral before the referral, as whoever uses it does."""
        await self._tx.session.scalar(self._in_hand(referral_id).with_for_update())

    async def in_hand(self, referral_id: UUID) -> ReferralLink | None:
        """The link to a referral that was not taken back; it may have run out."""
        found: ReferralLink | None = await self._tx.session.scalar(self._in_hand(referral_id))
        return found

    def _in_hand(self, referral_id: UUID) -> sa.Select[ReferralLink]:
        return self._all.where(
            referral_links.c.referral_id == referral_id, referral_links.c.revoked_at.is_(None)
        )

    async def keep(self, link: ReferralLink) -> None:
        """Keep it, sealing whom it was given to."""
        session = self._tx.session
        if link.handed_to is not None:
            key = await self._tx.vault.key_for(session, link.client_id)
            link.sealed = HANDED_TO.seal(key, link.id, link.handed_to)
        session.add(link)
        await session.flush()


def handed_by(by: Caller) -> sa.ColumnElement[bool]:
    """The condition that a caller's institution handed a link out."""
    return referral_links.c.handed_by == by.institution


def open_link(link: ReferralLink, keys: Keys) -> None:
    """Open whom a link was given to; without its client's key the link is gone."""
    key = keys.get(link.client_id)
    if key is None:
        raise LinkNotFound
    link.handed_to = HANDED_TO.open(key, link.id, link.sealed) if link.sealed else None


async def admit_link(tx: Transaction, by: Caller) -> bool:
    """Whether a link is good: not taken back, not over, and its referral still waits for its holder.

    A command holds the link until it is done, so that a link taken back has done what it did before.
    """
    query = (
        sa.select(referral_links.c.id)
        .join(referrals, referrals.c.id == referral_links.c.referral_id)
        .where(
            referral_links.c.id == by.pass_id,
            referral_links.c.referral_id == by.only,
            referral_links.c.institution == by.institution,
            referral_links.c.revoked_at.is_(None),
            referral_links.c.until > clock.now(),
            referrals.c.sent_to == by.institution,
            referrals.c.state.in_(OPEN),
            relations.unrestricted(referral_links.c.client_id),
        )
    )
    if tx.by is not None:
        query = query.with_for_update(read=True, of=referral_links)
    return await tx.session.scalar(query) is not None
