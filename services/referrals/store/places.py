"""Counting, taking and offering places. The row of a service is the lock of its places."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from contracts.directory import NamesService, ServiceStatus
from contracts.intake import Urgency
from kernel import kinship
from kernel.transactions import Transaction
from services.referrals.domain.places import Room, ServiceCopy, lies_in
from services.referrals.domain.referral_states import ReferralState
from services.referrals.tables.places import dwellings, place_offers, services
from services.referrals.tables.referrals import referrals

_WAITS = sa.and_(
    referrals.c.state == ReferralState.WAITING, referrals.c.waiting_since.is_not(None)
)
_KEPT = (
    "institution", "name", "category", "area", "status", "places", "keeps_waiting_list",
)  # fmt: skip
QUEUE = (
    sa.func.coalesce(place_offers.c.lapses, 0),
    sa.case((referrals.c.urgency == Urgency.URGENT, 0), else_=1),
    referrals.c.waiting_since,
    referrals.c.id,
)
"""The order of a waiting list: who let fewest places pass, then urgent ones, then who waits longest."""


@dataclass(frozen=True)
class Waiting:
    """One referral of a waiting list."""

    referral_id: UUID
    client_id: UUID
    institution: UUID
    receiver: str | None


class Places:
    """The places of every service."""

    def __init__(self, tx: Transaction) -> None:
        self._session = tx.session

    async def keep(self, said: NamesService) -> None:
        """Keep what the directory says of a service now."""
        row = {name: getattr(said, name) for name in _KEPT} | {"area": list(said.area)}
        statement = insert(services).values(service_id=said.service_id, **row)
        await self._session.execute(
            statement.on_conflict_do_update(index_elements=["service_id"], set_=row)
        )

    async def find(self, service_id: UUID) -> ServiceCopy | None:
        """A service, if the directory was heard of it."""
        query = sa.select(services).where(services.c.service_id == service_id)
        row = (await self._session.execute(query)).first()
        return None if row is None else _copy(row)

    async def lock(self, ids: Iterable[UUID]) -> list[ServiceCopy]:
        """Hold the places of services until the end, always in the same order: nobody can deadlock."""
        query = sa.select(services).where(services.c.service_id.in_(set(ids)))
        ordered = query.order_by(services.c.service_id).with_for_update()
        return [_copy(row) for row in await self._session.execute(ordered)]

    async def room(self, service: ServiceCopy, *, but: UUID | None = None) -> Room:
        """Its places now, for one referral: what is promised to itself is not taken from it."""
        held = sa.func.count().filter(referrals.c.holds_place)
        waits = sa.func.count().filter(_WAITS)
        counted = sa.select(held, waits).where(referrals.c.service_id == service.service_id)
        taken, waiting = (await self._session.execute(counted)).one()
        promised = sa.select(sa.func.count()).where(
            place_offers.c.service_id == service.service_id,
            place_offers.c.offered_until.is_not(None),
            place_offers.c.referral_id.is_distinct_from(but),
        )
        return Room(service.places, taken, await self._session.scalar(promised) or 0, waiting)

    async def note(self, service: ServiceCopy, room: Room) -> bool:
        """Keep what was counted; whether it is another number than before."""
        if (service.taken, service.waiting) == (room.taken, room.waiting):
            return False
        counted = sa.update(services).where(services.c.service_id == service.service_id)
        await self._session.execute(counted.values(taken=room.taken, waiting=room.waiting))
        return True

    async def next_waiting(self, service_id: UUID, at_most: int) -> list[Waiting]:
        """Who is next for a place, of those who are not offered one already."""
        query = (
            sa.select(
                referrals.c.id, referrals.c.client_id, referrals.c.sent_to, referrals.c.receiver
            )
            .outerjoin(place_offers, place_offers.c.referral_id == referrals.c.id)
            .where(referrals.c.service_id == service_id, _WAITS)
            .where(place_offers.c.offered_until.is_(None))
            .order_by(*QUEUE)
            .limit(at_most)
        )
        return [Waiting(*row) for row in await self._session.execute(query)]

    async def promise(self, referral_id: UUID, service_id: UUID, until: date) -> None:
        """Keep a place for one of the waiting list until a day."""
        said = {"referral_id": referral_id, "service_id": service_id, "offered_until": until}
        statement = insert(place_offers).values(said)
        await self._session.execute(
            statement.on_conflict_do_update(
                index_elements=["referral_id"], set_={"offered_until": until}
            )
        )

    async def forget(self, referral_id: UUID) -> None:
        """It waits no longer: nothing is kept for it."""
        gone = sa.delete(place_offers).where(place_offers.c.referral_id == referral_id)
        await self._session.execute(gone)

    async def lapsed(self, today: date, at_most: int) -> list[UUID]:
        """Services that keep a place for somebody beyond its term."""
        query = sa.select(place_offers.c.service_id).where(place_offers.c.offered_until < today)
        ordered = query.distinct().order_by(place_offers.c.service_id).limit(at_most)
        return list(await self._session.scalars(ordered))

    async def let_lapse(self, service_id: UUID, today: date) -> Sequence[UUID]:
        """Keep no place any longer than its term; who let it pass goes to the end of the list."""
        over = sa.update(place_offers).where(
            place_offers.c.service_id == service_id, place_offers.c.offered_until < today
        )
        changed = over.values(offered_until=None, lapses=place_offers.c.lapses + 1)
        query = changed.returning(place_offers.c.referral_id)
        return list(await self._session.scalars(query))

    async def release(self, client_ids: Sequence[UUID]) -> list[ServiceCopy]:
        """The clients are erased: they hold no place and wait for none; whose places these were, held.

        The referrals first, then the services, then what these keep: as every step of a referral.
        """
        free = sa.update(referrals).where(
            referrals.c.client_id.in_(client_ids), referrals.c.service_id.is_not(None)
        )
        freed = free.values(holds_place=False, waiting_since=None)
        query = freed.returning(referrals.c.id, referrals.c.service_id)
        rows = list(await self._session.execute(query))
        held = await self.lock(row.service_id for row in rows)
        gone = sa.delete(place_offers).where(place_offers.c.referral_id.in_([r.id for r in rows]))
        await self._session.execute(gone)
        return held

    async def alternatives(
        self, service: ServiceCopy, municipality: str | None, at_most: int = 5
    ) -> list[ServiceCopy]:
        """Services of the same kind, active and with free places, that cover where she lives."""
        promised = (
            sa.select(sa.func.count())
            .where(
                place_offers.c.service_id == services.c.service_id,
                place_offers.c.offered_until.is_not(None),
            )
            .scalar_subquery()
        )
        query = sa.select(services).where(
            services.c.category == service.category,
            services.c.service_id != service.service_id,
            services.c.status == ServiceStatus.ACTIVE,
            sa.or_(services.c.places.is_(None), services.c.places > services.c.taken + promised),
        )
        if municipality is not None:
            query = query.where(services.c.area.overlap(lies_in(municipality)))
        ordered = query.order_by(services.c.name, services.c.service_id).limit(at_most)
        return [_copy(row) for row in await self._session.execute(ordered)]


class Dwellings:
    """In which municipality each client lives."""

    def __init__(self, tx: Transaction) -> None:
        self._session = tx.session

    async def keep(self, client_id: UUID, lives_from: date, municipality: str | None) -> None:
        """Keep where she lives from a day on; said again, the later word counts."""
        row = {"client_id": client_id, "lives_from": lives_from, "municipality": municipality}
        statement = insert(dwellings).values(row)
        await self._session.execute(
            statement.on_conflict_do_update(
                index_elements=["client_id", "lives_from"], set_={"municipality": municipality}
            )
        )

    async def of(self, client_id: UUID, day: date) -> str | None:
        """Where she lives on a day, if that is known."""
        query = (
            sa.select(dwellings.c.municipality)
            .where(kinship.of_person(dwellings.c.client_id, client_id))
            .where(dwellings.c.lives_from <= day)
            .order_by(dwellings.c.lives_from.desc())
            .limit(1)
        )
        return await self._session.scalar(query)

    async def moved_since(self, day: date, today: date, after: UUID) -> tuple[UUID, date] | None:
        """The next client, in the order of ids, who moved after a day and until today; and when."""
        query = (
            sa.select(dwellings.c.client_id, sa.func.max(dwellings.c.lives_from))
            .where(dwellings.c.client_id > after)
            .where(dwellings.c.lives_from > day, dwellings.c.lives_from <= today)
            .group_by(dwellings.c.client_id)
            .order_by(dwellings.c.client_id)
            .limit(1)
        )
        row = (await self._session.execute(query)).first()
        return None if row is None else (row[0], row[1])

    async def forget(self, client_ids: Sequence[UUID]) -> None:
        """She is erased."""
        gone = sa.delete(dwellings).where(dwellings.c.client_id.in_(client_ids))
        await self._session.execute(gone)


def _copy(row: Any) -> ServiceCopy:
    said = {name: getattr(row, name) for name in (*_KEPT, "service_id", "taken", "waiting")}
    return ServiceCopy(**(said | {"area": tuple(row.area)}))
