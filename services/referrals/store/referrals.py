"""Finding and keeping referrals; what they say of a person is sealed on the way."""

from uuid import UUID

import sqlalchemy as sa

from contracts.sections import Section
from kernel import kinship, relations
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain.referral import Referral, ReferralNotFound, Words
from services.referrals.domain.referral_states import OPEN
from services.referrals.store.keys import Keys, Sealer, keys_of
from services.referrals.tables.referrals import referrals

WORDS: Sealer[Words] = Sealer("referral", Words)


class Referrals:
    """The referrals that a caller may see."""

    def __init__(self, tx: Transaction, *, by: Caller) -> None:
        self._tx = tx
        self._all = sa.select(Referral).where(seen_by(by))

    async def get(self, referral_id: UUID) -> Referral:
        """Fetch for change: the row stays locked, so two answers cannot both be the first."""
        query = self._all.where(referrals.c.id == referral_id)
        found = await self._tx.session.scalar(query.with_for_update())
        if found is None:
            raise ReferralNotFound
        open_referral(found, await keys_of(self._tx, [found.client_id]))
        return found

    async def open_between(self, client_id: UUID, receiver: UUID) -> UUID | None:
        """The open referral of a person to an institution, whoever sent it, under whichever id."""
        query = sa.select(referrals.c.id).where(
            kinship.of_person(referrals.c.client_id, client_id),
            referrals.c.sent_to == receiver,
            referrals.c.state.in_(OPEN),
        )
        return await self._tx.session.scalar(query.limit(1))

    async def keep(self, referral: Referral) -> None:
        """Keep it, its words sealed."""
        session = self._tx.session
        key = await self._tx.vault.key_for(session, referral.client_id)
        referral.sealed = WORDS.seal(key, referral.id, referral.words)
        session.add(referral)


def seen_by(by: Caller) -> sa.ColumnElement[bool]:
    """The condition that a caller may see a referral: her institution's own, or of her client.

    Sender and receiver see it by themselves, also before the relation is heard and after it ended;
    but not while the client's data are restricted.
    """
    if by.only is not None:
        # A signed link: its one referral, and of that only what its own institution was sent.
        mine = sa.and_(referrals.c.id == by.only, referrals.c.sent_to == by.institution)
        return sa.and_(mine, relations.unrestricted(referrals.c.client_id))
    own = sa.or_(referrals.c.sent_by == by.institution, referrals.c.sent_to == by.institution)
    return sa.or_(
        sa.and_(own, relations.unrestricted(referrals.c.client_id)),
        relations.visible(referrals.c.client_id, by, Section.REFERRALS),
    )


def open_referral(referral: Referral, keys: Keys) -> None:
    """Open the words of a referral; without its client's key the referral is gone."""
    key = keys.get(referral.client_id)
    if key is None:
        raise ReferralNotFound
    referral.words = WORDS.open(key, referral.id, referral.sealed)
