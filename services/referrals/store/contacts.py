"""Finding and keeping the log of contacts, and the clock that it winds up."""

from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from contracts.values import Note
from kernel import clock, kinship, relations
from kernel.transactions import Transaction
from services.referrals.domain.advice import Advice
from services.referrals.domain.advice_terms import contact_rule_for
from services.referrals.domain.contacts import (
    COUNTS,
    Contact,
    ContactNotFound,
    CorrectedAlready,
    Direction,
    Silence,
    next_contact,
)
from services.referrals.domain.duty import Duty, DutyKind
from services.referrals.store.duties import Duties
from services.referrals.store.keys import Keys, Sealer
from services.referrals.tables.advice import contacts, support_periods

NOTE: Sealer[str] = Sealer("contact", Note)
_NO_END = date.max
"""PostgreSQL's infinity: she is registered. Of two records of one person it outlasts the other's day."""


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

    async def last(self) -> date | None:
        """The last day on which they were in touch."""
        query = sa.select(sa.func.max(contacts.c.happened_on)).where(
            self._mine, contacts.c.outcome.in_(COUNTS), effective()
        )
        return await self._tx.session.scalar(query)  # type: ignore[no-any-return] # max() is untyped

    async def agreed(self) -> date | None:
        """For when the next contact was agreed, at the latest entry that counts for anything."""
        query = (
            sa.select(contacts.c.next_contact_on)
            .where(self._mine, contacts.c.outcome != "entered_in_error", effective())
            .order_by(contacts.c.happened_on.desc(), contacts.c.id.desc())
            .limit(1)
        )
        return await self._tx.session.scalar(query)


async def wind(tx: Transaction, advice: Advice) -> None:
    """Work out by when the adviser is to be in touch, and write it down as her duty."""
    log = Contacts(tx, advice.client_id, advice.institution)
    party = await relations.party(tx.session, advice.institution)
    last = await log.last()
    silence = Silence(
        # After a time without an adviser the silence is counted from the new beginning.
        since=max(last or advice.clock_from, advice.clock_from),
        agreed_on=await log.agreed(),
        every_days=advice.contact_every_days,
        support_from=await _support_from(tx, advice.client_id),
    )
    rule = contact_rule_for(party.kind if party else None, clock.today())
    advice.last_contact_on, advice.next_contact_on = last, next_contact(silence, rule)
    tx.session.add(advice)
    await _owe(tx, advice)


async def _owe(tx: Transaction, advice: Advice) -> None:
    if advice.next_contact_on is None:
        await Duties(tx).strike(advice.id, DutyKind.CONTACT_CLIENT)
        return
    duty = Duty(
        kind=DutyKind.CONTACT_CLIENT,
        thing_id=advice.id,
        institution=advice.institution,
        since=clock.now(),
        client_id=advice.client_id,
        due_on=advice.next_contact_on,
        worker=advice.worker,
    )
    await Duties(tx).owe(duty)


async def support_until_after(tx: Transaction, client_id: UUID, day: date | None) -> None:
    """Note from which day on support runs out; none: the client is registered again.

    Under the very id it was said of, so that each record has its own again once they are parted.
    """
    support_from = day or _NO_END
    made = insert(support_periods).values(client_id=client_id, support_from=support_from)
    await tx.session.execute(
        made.on_conflict_do_update(
            index_elements=["client_id"], set_={"support_from": support_from}
        )
    )


async def _support_from(tx: Transaction, client_id: UUID) -> date | None:
    """The day after which support runs out; none while she is registered under any of her ids."""
    query = sa.select(sa.func.max(support_periods.c.support_from)).where(
        kinship.of_person(support_periods.c.client_id, client_id)
    )
    day: date | None = await tx.session.scalar(query)
    return None if day == _NO_END else day


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
