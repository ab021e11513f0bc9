"""Finding and keeping the log of contacts."""

from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from contracts.values import Note
from kernel import kinship
from kernel.transactions import Transaction
from services.referrals.domain.contacts import (
    Contact,
    ContactNotFound,
    CorrectedAlready,
    Direction,
)
from services.referrals.store.keys import Keys, Sealer
from services.referrals.tables.advice import contacts

NOTE: Sealer[str] = Sealer("contact", Note)


def effective() -> sa.ColumnElement[bool]:
    """The condition that an entry was not corrected by another one."""
    later = contacts.alias("later")
    return ~sa.exists().where(later.c.corrects == contacts.c.id)


class Contacts:
    """The log of one institution's contacts with one person, under whichever of her ids."""

    def __init__(self, tx: Transaction, client_id: UUID, institution: UUID) -> None:
        self._tx = tx
        self._mine = sa.and_(
            kinship.of_person(contacts.c.client_id, client_id),
            contacts.c.institution == institution,
        )

    async def get(self, contact_id: UUID) -> Contact:
        """One entry that may be corrected; its row stays locked, so that it is corrected once."""
        query = sa.select(contacts).where(self._mine, contacts.c.id == contact_id)
        row = (await self._tx.session.execute(query.with_for_update())).first()
        if row is None:
            raise ContactNotFound
        corrected = sa.select(contacts.c.id).where(contacts.c.corrects == contact_id)
        if known := await self._tx.session.scalar(corrected):
            raise CorrectedAlready(contact_id=str(known))
        return load_contact(row, {})

    async def add(self, contact: Contact) -> bool:
        """Add an entry, its note sealed; the same entry again changes nothing."""
        sealed = None
        if contact.note is not None:
            key = await self._tx.vault.key_for(self._tx.session, contact.client_id)
            sealed = NOTE.seal(key, contact.id, contact.note)
        row = {c.name: getattr(contact, c.name) for c in contacts.c if c.name != "sealed"}
        statement = insert(contacts).values(row | {"sealed": sealed})
        made = statement.on_conflict_do_nothing(index_elements=["id"]).returning(contacts.c.id)
        return bool(await self._tx.session.scalar(made))


def load_contact(row: Any, keys: Keys) -> Contact:
    """An entry from its row, its note opened under the keys at hand."""
    key = keys.get(row.client_id)
    note = None if row.sealed is None or key is None else NOTE.open(key, row.id, row.sealed)
    return Contact(
        id=row.id,
        client_id=row.client_id,
        institution=row.institution,
        advice_id=row.advice_id,
        worker=row.worker,
        kind=row.kind,
        direction=Direction(row.direction),
        happened_on=row.happened_on,
        outcome=row.outcome,
        recorded_at=row.recorded_at,
        minutes=row.minutes,
        next_contact_on=row.next_contact_on,
        confidential=row.confidential,
        corrects=row.corrects,
        note=note,
    )
