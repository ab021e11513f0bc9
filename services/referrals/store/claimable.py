"""Fetching what is open to a partnership, for the member who claims it."""

from uuid import UUID

import sqlalchemy as sa

from kernel import relations
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain.offers import AlreadyClaimed
from services.referrals.domain.referral import Referral
from services.referrals.domain.referral_refusals import ReferralNotFound
from services.referrals.store.offers import claimable
from services.referrals.store.referrals import Referrals
from services.referrals.tables.referrals import referrals


class Claimable:
    """What is open to the caller's institution."""

    def __init__(self, tx: Transaction, *, by: Caller) -> None:
        self._tx = tx
        self._by = by

    async def get(self, referral_id: UUID) -> Referral:
        """Fetch for change, locked: of several who claim at one instant the second finds it claimed."""
        mine = sa.select(claimable(self._by)).where(referrals.c.id == referral_id)
        was_open = await self._tx.session.scalar(mine)
        if not was_open and not await self._was_called(referral_id):
            raise ReferralNotFound
        referral = await Referrals(self._tx, by=None).get(referral_id)
        if not await self._tx.session.scalar(mine):
            raise AlreadyClaimed
        return referral

    async def _was_called(self, referral_id: UUID) -> bool:
        """Whether it was open to a partnership of the caller's, so that its being there is no secret."""
        query = sa.select(referrals.c.open_to).where(
            referrals.c.id == referral_id,
            referrals.c.open_to.is_not(None),
            referrals.c.sent_to.is_not(None),
        )
        group = await self._tx.session.scalar(query)
        if group is None:
            return False
        return await relations.member_of(self._tx.session, self._by.institution, group)
