"""Finding and keeping referrals; what they say of a person is sealed on the way."""

from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

import sqlalchemy as sa

from contracts.sections import Section
from kernel import clock, kinship, relations
from kernel.callers import Caller
from kernel.tables import relations as relation_rows
from kernel.transactions import Transaction
from services.referrals.domain.offers import OfferState
from services.referrals.domain.referral import Referral
from services.referrals.domain.referral_refusals import ReferralNotFound
from services.referrals.domain.referral_states import OPEN, UNANSWERED, ReferralState
from services.referrals.domain.referral_words import Words
from services.referrals.store.keys import Keys, Sealer, keys_of
from services.referrals.tables.offers import offers
from services.referrals.tables.referrals import referrals

WORDS: Sealer[Words] = Sealer("referral", Words)


class Referrals:
    """The referrals that a caller may see; `by=None` is the house itself.

    Their locks let others point at a referral (`key_share`): whoever holds the places of a service
    keeps one for a referral on its list, which somebody may hold who waits for these places.
    """

    def __init__(self, tx: Transaction, *, by: Caller | None) -> None:
        self._tx = tx
        self._all = sa.select(Referral)
        if by is not None:
            self._all = self._all.where(seen_by(by))

    async def get(self, referral_id: UUID) -> Referral:
        """Fetch for change: the row stays locked, so two answers cannot both be the first."""
        await self._tx.session.execute(_hold_offer(referral_id))
        mine = self._all.where(referrals.c.id == referral_id)
        found = await self._open(mine.with_for_update(key_share=True))
        if not found:
            raise ReferralNotFound
        return found[0]

    async def these(self, ids: Iterable[UUID]) -> list[Referral]:
        """Several for change, always in the same order, so that two who lock them cannot deadlock."""
        query = self._all.where(referrals.c.id.in_(set(ids))).order_by(referrals.c.id)
        return await self._open(query.with_for_update(key_share=True))

    async def ringing(self, today: date, at_most: int) -> list[Referral]:
        """Some whose clock rings, for change; what somebody just has in hand waits for the next time."""
        query = (
            self._all.where(referrals.c.clock_on <= today)
            .order_by(referrals.c.id)
            .limit(at_most)
            .with_for_update(skip_locked=True, key_share=True)
        )
        return await self._open(query)

    async def open_of(self, client_id: UUID) -> Sequence[UUID]:
        """Ids of what is still to come about a person, and of her drafts."""
        query = sa.select(referrals.c.id).where(
            kinship.of_person(referrals.c.client_id, client_id),
            referrals.c.state.in_(OPEN | {ReferralState.DRAFT}),
        )
        return list(await self._tx.session.scalars(query))

    async def open_between(
        self, client_id: UUID, receiver: UUID | None, service: UUID | None = None
    ) -> UUID | None:
        """The open referral of a person to an institution for a service, whoever sent it.

        No receiver: the one that is open to a partnership, and nobody has claimed yet.
        """
        query = sa.select(referrals.c.id).where(
            kinship.of_person(referrals.c.client_id, client_id),
            referrals.c.sent_to.is_not_distinct_from(receiver),
            referrals.c.service_id.is_not_distinct_from(service),
            referrals.c.state.in_(OPEN),
        )
        # The referral at hand may just have been opened in memory: it is no twin of itself.
        with self._tx.session.no_autoflush:
            return await self._tx.session.scalar(query.limit(1))

    async def unanswered_at(self, service_id: UUID) -> Sequence[UUID]:
        """Ids of what was sent to a service and nobody there has accepted or declined."""
        query = sa.select(referrals.c.id).where(
            referrals.c.service_id == service_id, referrals.c.state.in_(UNANSWERED)
        )
        return list(await self._tx.session.scalars(query))

    async def rests_on_nothing(self, referral: Referral) -> bool:
        """Whether the sharing it names is over, also by its own day; one not heard of yet is not."""
        if referral.rests_on is None:
            return False
        rows = relation_rows.c
        ended = sa.or_(rows.closed_at.is_not(None), rows.until < clock.today())
        mine = (rows.client_id == referral.client_id, rows.relation_id == referral.rests_on)
        query = sa.exists().where(*mine, ended)
        return bool(await self._tx.session.scalar(sa.select(query)))

    async def keep(self, referral: Referral) -> None:
        """Keep it, its words sealed."""
        session = self._tx.session
        key = await self._tx.vault.key_for(session, referral.client_id)
        referral.sealed = WORDS.seal(key, referral.id, referral.words)
        session.add(referral)

    async def bury(self, client_ids: Sequence[UUID]) -> Sequence[UUID]:
        """The clients are erased: nothing can be read or done any more, so nothing stays open."""
        over = sa.update(offers).where(
            offers.c.client_id.in_(client_ids), offers.c.state == OfferState.OPEN
        )
        await self._tx.session.execute(over.values(state=OfferState.WITHDRAWN))
        ended = sa.update(referrals).where(
            referrals.c.client_id.in_(client_ids),
            referrals.c.state.in_(OPEN | {ReferralState.DRAFT}),
        )
        changed = {"state": ReferralState.SUPERSEDED, "version": referrals.c.version + 1}
        await self._tx.session.execute(ended.values(**changed))
        silent = sa.update(referrals).where(referrals.c.client_id.in_(client_ids))
        query = silent.values(clock_on=None).returning(referrals.c.id)
        return list(await self._tx.session.scalars(query))

    async def _open(self, query: sa.Select[Referral]) -> list[Referral]:
        found = list(await self._tx.session.scalars(query))
        keys = await keys_of(self._tx, {referral.client_id for referral in found})
        readable = [referral for referral in found if referral.client_id in keys]
        for referral in readable:
            open_referral(referral, keys)
        return readable


def seen_by(by: Caller) -> sa.ColumnElement[bool]:
    """The condition that a caller may see a referral: her institution's own, or of her client.

    Sender and receiver see it by themselves, also before the relation is heard and after it ended;
    but not while the client's data are restricted. A draft is nobody's but its writer's.
    """
    if by.only is not None:
        # A signed link: its one referral, and of that only what its own institution was sent.
        mine = sa.and_(referrals.c.id == by.only, referrals.c.sent_to == by.institution)
        handed = referrals.c.asked_on.is_not(None)
        return sa.and_(mine, handed, relations.unrestricted(referrals.c.client_id))
    own = sa.or_(referrals.c.sent_by == by.institution, referrals.c.sent_to == by.institution)
    handed_over = referrals.c.asked_on.is_not(None)
    return sa.and_(
        sa.or_(handed_over, referrals.c.sent_by == by.institution),
        sa.or_(
            sa.and_(own, relations.unrestricted(referrals.c.client_id)),
            relations.visible(referrals.c.client_id, by, Section.REFERRALS),
        ),
    )


def _hold_offer(referral_id: UUID) -> sa.Select[tuple[UUID]]:
    """Lock the offer that a referral is one of, before the referral: whoever accepts another one of
    it holds the offer, and then wants this one.
    """
    mine = sa.select(referrals.c.offer_id).where(referrals.c.id == referral_id)
    return sa.select(offers.c.id).where(offers.c.id == mine.scalar_subquery()).with_for_update()


def open_referral(referral: Referral, keys: Keys) -> None:
    """Open the words of a referral; without its client's key the referral is gone."""
    key = keys.get(referral.client_id)
    if key is None:
        raise ReferralNotFound
    referral.words = WORDS.open(key, referral.id, referral.sealed)
