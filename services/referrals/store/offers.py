"""Finding and keeping offers to several, calls to a partnership, and what hangs together with a referral."""

from collections.abc import Sequence
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import array, insert

from contracts.directory import MapCategory
from contracts.sections import Section
from kernel import clock, relations
from kernel.callers import Caller
from kernel.tables import memberships
from kernel.transactions import Transaction
from services.referrals.domain.offers import Offer, OfferNotFound, OfferState
from services.referrals.domain.referral import Referral
from services.referrals.domain.referral_states import OPEN, ReferralState
from services.referrals.store.referrals import Referrals
from services.referrals.tables.offers import calls, offers
from services.referrals.tables.referrals import referrals


class Offers:
    """Offers to several, for the house; whoever asks for one by its id must be named."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    async def get(self, offer_id: UUID, *, by: Caller) -> Offer:
        """Fetch for change: only for the institution that made it."""
        query = sa.select(Offer).where(offers.c.id == offer_id, made_by(by))
        found = await self._tx.session.scalar(query.with_for_update())
        if found is None:
            raise OfferNotFound
        return found

    async def held(self, offer_id: UUID) -> Offer | None:
        """The offer, if its lock is ours or free; never waited for: whoever has it goes on first."""
        query = sa.select(Offer).where(offers.c.id == offer_id)
        locked = query.with_for_update(skip_locked=True)
        return await self._tx.session.scalar(locked.execution_options(populate_existing=True))

    async def others_open(self, offer_id: UUID, *, but: UUID) -> list[Referral]:
        """The other referrals of an offer that are still to come, for change."""
        return await self._these(referrals.c.offer_id == offer_id, referrals.c.id != but)

    async def all_of(self, offer_id: UUID) -> list[Referral]:
        """Every referral of an offer, for change."""
        query = sa.select(referrals.c.id).where(referrals.c.offer_id == offer_id)
        ids = await self._tx.session.scalars(query)
        return await Referrals(self._tx, by=None).these(list(ids))

    async def parts_open(self, parent: UUID) -> list[Referral]:
        """The parts that a referral was passed on in, and that are still to come, for change."""
        return await self._these(referrals.c.part_of == parent)

    async def any_open(self, offer_id: UUID) -> bool:
        """Whether anybody who was asked can still answer."""
        query = sa.exists().where(referrals.c.offer_id == offer_id, referrals.c.state.in_(OPEN))
        return bool(await self._tx.session.scalar(sa.select(query)))

    async def left_without_answer(self, at_most: int) -> list[Offer]:
        """Open offers of which nobody is left, for change; what somebody has in hand waits."""
        still = sa.exists().where(referrals.c.offer_id == offers.c.id, referrals.c.state.in_(OPEN))
        query = sa.select(Offer).where(offers.c.state == OfferState.OPEN, ~still)
        locked = query.order_by(offers.c.id).limit(at_most).with_for_update(skip_locked=True)
        return list(await self._tx.session.scalars(locked))

    def add(self, offer: Offer) -> None:
        """Keep a new one."""
        self._tx.session.add(offer)

    async def _these(self, *which: sa.ColumnElement[bool]) -> list[Referral]:
        query = sa.select(referrals.c.id).where(*which, referrals.c.state.in_(OPEN))
        ids = list(await self._tx.session.scalars(query))
        return await Referrals(self._tx, by=None).these(ids) if ids else []


class Calls:
    """What members of a partnership see of the referrals open to them."""

    def __init__(self, tx: Transaction) -> None:
        self._session = tx.session

    async def keep(
        self,
        referral_id: UUID,
        category: MapCategory | None,
        needs: Sequence[MapCategory],
        municipality: str | None,
    ) -> None:
        """Keep the codes of one that is laid open."""
        row = {
            "referral_id": referral_id,
            "category": category,
            "needs": [need.value for need in needs],
            "municipality": municipality,
            "declined_by": [],
        }
        await self._session.execute(insert(calls).values(row).on_conflict_do_nothing())

    async def note_refusal(self, referral_id: UUID, institution: UUID) -> None:
        """Who claimed it and said no is not asked again."""
        said = sa.update(calls).where(calls.c.referral_id == referral_id)
        more = calls.c.declined_by + sa.cast(array([institution]), calls.c.declined_by.type)
        await self._session.execute(said.values(declined_by=more))


def made_by(by: Caller) -> sa.ColumnElement[bool]:
    """The condition that the caller's institution made the offer, and the client may be processed."""
    return sa.and_(offers.c.made_by == by.institution, relations.unrestricted(offers.c.client_id))


def offers_seen_by(by: Caller) -> sa.ColumnElement[bool]:
    """The condition that a caller may look at an offer: its maker, and whoever sees her referrals."""
    return sa.or_(made_by(by), relations.visible(offers.c.client_id, by, Section.REFERRALS))


def claimable(by: Caller) -> sa.ColumnElement[bool]:
    """The condition that a referral is open to the caller's institution, which has not said no yet."""
    day = clock.today()
    member = sa.exists().where(
        memberships.c.group_id == referrals.c.open_to,
        memberships.c.member_id == by.institution,
        memberships.c.valid_from <= day,
        sa.or_(memberships.c.valid_to.is_(None), memberships.c.valid_to >= day),
    )
    asked = calls.alias("asked")
    refused = sa.exists().where(
        asked.c.referral_id == referrals.c.id, asked.c.declined_by.contains([by.institution])
    )
    return sa.and_(
        referrals.c.open_to.is_not(None),
        referrals.c.sent_to.is_(None),
        referrals.c.state == ReferralState.SENT,
        referrals.c.sent_by != by.institution,
        relations.unrestricted(referrals.c.client_id),
        member,
        ~refused,
    )
