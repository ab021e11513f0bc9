"""Finding and keeping institutions, partnerships and services."""

from collections.abc import Sequence
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession

from kernel.callers import Caller
from kernel.transactions import Transaction
from services.directory.domain.institution import Institution
from services.directory.domain.partnership import Partnership, PartnershipNotFound
from services.directory.domain.service import (
    NotTheProvider,
    Service,
    ServiceChange,
    ServiceNotFound,
)
from services.directory.tables import (
    agreements,
    institutions,
    partnerships,
    service_changes,
    services,
)


class Institutions:
    """The directory's institutions; public, so no caller narrows them."""

    def __init__(self, tx: Transaction) -> None:
        self._session = tx.session

    async def find(self, institution_id: UUID) -> Institution | None:
        """One by its id, locked for the one who may be entering it."""
        await _take_turns(self._session, institution_id)
        return await self._session.get(Institution, institution_id)

    async def known(self, ids: Sequence[UUID]) -> set[UUID]:
        """Which of these ids are in the directory."""
        query = sa.select(institutions.c.id).where(institutions.c.id.in_(ids))
        return set(await self._session.scalars(query))

    def add(self, institution: Institution) -> None:
        """Keep a new one."""
        self._session.add(institution)


class Partnerships:
    """The directory's partnerships, for the operator who keeps them."""

    def __init__(self, tx: Transaction) -> None:
        self._session = tx.session

    async def get(self, partnership_id: UUID) -> Partnership:
        """Fetch for change: the row stays locked, so one partnership's events keep their order."""
        query = sa.select(Partnership).where(partnerships.c.id == partnership_id)
        found = await self._session.scalar(query.with_for_update())
        if found is None:
            raise PartnershipNotFound
        return found

    async def knows_agreement(self, agreement_id: UUID) -> bool:
        """Whether any partnership has an agreement with this id."""
        query = sa.exists().where(agreements.c.id == agreement_id)
        return bool(await self._session.scalar(sa.select(query)))

    async def find(self, partnership_id: UUID) -> Partnership | None:
        """One by its id, locked for the one who may be founding it."""
        await _take_turns(self._session, partnership_id)
        return await self._session.get(Partnership, partnership_id)

    def add(self, partnership: Partnership) -> None:
        """Keep a new one."""
        self._session.add(partnership)


class Services:
    """The directory's services. Public to read; whoever keeps one must be its provider."""

    def __init__(self, tx: Transaction) -> None:
        self._session = tx.session

    async def find(self, service_id: UUID) -> Service | None:
        """One by its id, locked for the one who may be publishing it."""
        await _take_turns(self._session, service_id)
        return await self._session.get(Service, service_id)

    async def get(self, service_id: UUID, by: Caller) -> Service:
        """Fetch for change: the row stays locked; only its provider and the operator get it."""
        query = sa.select(Service).where(services.c.id == service_id)
        found = await self._session.scalar(query.with_for_update())
        if found is None:
            raise ServiceNotFound
        if not may_keep(found.institution_id, by):
            raise NotTheProvider
        return found

    def add(self, service: Service) -> None:
        """Keep a new one."""
        self._session.add(service)

    def note(self, change: ServiceChange) -> None:
        """Write a line of a service's history."""
        self._session.add(change)

    async def changed_since(self, service: Service, version: int) -> list[str]:
        """Which fields changed after a version, each named once."""
        query = sa.select(service_changes.c.fields).where(
            service_changes.c.service_id == service.id, service_changes.c.version > version
        )
        lines = await self._session.scalars(query)
        return sorted({name for line in lines for name in line})

    async def count(self, service_id: UUID, taken: int, waiting: int) -> None:
        """Note how many places are taken and how many wait, as referrals count them."""
        counted = sa.update(services).where(services.c.id == service_id)
        await self._session.execute(counted.values(taken=taken, waiting=waiting))


def may_keep(institution: UUID, by: Caller) -> bool:
    """Whether somebody keeps the entries of an institution."""
    return institution == by.institution or "operator" in by.roles


async def _take_turns(session: AsyncSession, new: UUID) -> None:
    """One at a time for an id: a row lock cannot hold a row that is not there yet."""
    await session.execute(_LOCK, {"id": str(new)})


_LOCK = sa.text("SELECT pg_advisory_xact_lock(hashtextextended(:id, 0))")
