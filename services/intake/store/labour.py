"""Finding and keeping registrations at labour offices and individual action plans."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from kernel import kinship
from kernel.transactions import Transaction
from kernel.vault import ClientKey
from services.intake.domain.labour import (
    Contact,
    Ipd,
    LabourFacts,
    NotAtLabourOffice,
    Registration,
)
from services.intake.store.sealing import Sealer, key_of, keys_of
from services.intake.tables.labour import ipds, labour_contacts, labour_registrations

FACTS: Sealer[LabourFacts] = Sealer("labour", LabourFacts)
GOALS: Sealer[str | None] = Sealer("ipd", str | None)


class Labour:
    """What labour offices recorded of one person, under whichever of her ids. Everything stays."""

    def __init__(self, tx: Transaction, client_id: UUID) -> None:
        self._tx = tx
        self._client_id = client_id

    async def all(self) -> list[Registration]:
        """Every registration with its plans, the earliest first."""
        query = sa.select(labour_registrations).where(
            kinship.of_person(labour_registrations.c.client_id, self._client_id)
        )
        query = query.order_by(labour_registrations.c.registered_on, labour_registrations.c.id)
        rows = (await self._tx.session.execute(query)).all()
        if not rows:
            return []
        keys = await keys_of(self._tx, rows)
        plans, contacts = await self._plans(keys), await self._contacts()
        found = [_registration(r, keys[r.client_id], plans.get(r.id, [])) for r in rows]
        for registration in found:
            registration.contacts = [c for c in contacts if c.registration_id == registration.id]
        return found

    async def current(self) -> Registration:
        """The registration in force; the client's own row is locked already."""
        found = [r for r in await self.all() if r.ended_on is None]
        if not found:
            raise NotAtLabourOffice
        return found[0]

    async def add(self, registration: Registration) -> None:
        """Keep a new one."""
        key = await key_of(self._tx, self._client_id)
        await self._tx.session.execute(
            sa.insert(labour_registrations).values(
                id=registration.id,
                client_id=self._client_id,
                status=registration.status,
                registered_on=registration.registered_on,
                sealed=FACTS.seal(key, registration.facts),
                registered_by=registration.registered_by,
                recorded_at=registration.recorded_at,
                version=registration.version,
            )
        )

    async def end(self, registration: Registration) -> None:
        """Keep the end."""
        statement = sa.update(labour_registrations)
        statement = statement.where(labour_registrations.c.id == registration.id)
        await self._tx.session.execute(
            statement.values(
                ended_on=registration.ended_on,
                end_reason=registration.end_reason,
                version=registration.version,
            )
        )

    async def add_ipd(self, ipd: Ipd) -> None:
        """Keep a plan beside the earlier ones, under the id of its registration."""
        holder = await self._holder(ipd.registration_id)
        key = await key_of(self._tx, holder)
        await self._tx.session.execute(
            sa.insert(ipds).values(
                client_id=holder,
                registration_id=ipd.registration_id,
                made_on=ipd.made_on,
                ends_on=ipd.ends_on,
                contact_every_days=ipd.contact_every_days,
                sealed=GOALS.seal(key, ipd.goals),
                recorded_by=ipd.recorded_by,
                recorded_at=ipd.recorded_at,
            )
        )

    async def add_contact(self, contact: Contact) -> None:
        """Keep a contact, under the id of its registration."""
        await self._tx.session.execute(
            sa.insert(labour_contacts).values(
                client_id=await self._holder(contact.registration_id),
                registration_id=contact.registration_id,
                contacted_on=contact.contacted_on,
                channel=contact.channel,
                recorded_by=contact.recorded_by,
                recorded_at=contact.recorded_at,
            )
        )

    async def _holder(self, registration_id: UUID) -> UUID:
        query = sa.select(labour_registrations.c.client_id)
        query = query.where(labour_registrations.c.id == registration_id)
        holder: UUID = (await self._tx.session.execute(query)).scalar_one()
        return holder

    async def _contacts(self) -> list[Contact]:
        query = sa.select(labour_contacts).where(
            kinship.of_person(labour_contacts.c.client_id, self._client_id)
        )
        query = query.order_by(labour_contacts.c.contacted_on, labour_contacts.c.id)
        return [
            Contact(r.registration_id, r.contacted_on, r.channel, r.recorded_by, r.recorded_at)
            for r in await self._tx.session.execute(query)
        ]

    async def _plans(self, keys: Mapping[UUID, ClientKey]) -> dict[UUID, list[Ipd]]:
        query = sa.select(ipds).where(kinship.of_person(ipds.c.client_id, self._client_id))
        found: dict[UUID, list[Ipd]] = {}
        for row in await self._tx.session.execute(query.order_by(ipds.c.made_on, ipds.c.id)):
            plan = Ipd(
                row.registration_id, row.made_on, row.ends_on, row.contact_every_days,
                GOALS.open(keys[row.client_id], row.sealed), row.recorded_by, row.recorded_at,
            )  # fmt: skip
            found.setdefault(row.registration_id, []).append(plan)
        return found


def _registration(row: Any, key: ClientKey, plans: list[Ipd]) -> Registration:
    return Registration(
        id=row.id,
        client_id=row.client_id,
        status=row.status,
        registered_on=row.registered_on,
        facts=FACTS.open(key, row.sealed),
        registered_by=row.registered_by,
        recorded_at=row.recorded_at,
        ended_on=row.ended_on,
        end_reason=row.end_reason,
        version=row.version,
        ipds=plans,
    )
