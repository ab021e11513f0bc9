"""The log of contacts: in full for the institution that wrote it, for others that there was one."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field

from contracts.referrals.advice import ContactKind, ContactOutcome
from contracts.sections import Level, Section
from contracts.values import AdviceId, ClientId, ContactId, Day, Note, View
from kernel import clock, kinship, relations
from kernel.callers import Caller
from kernel.pages import cursor, id_at
from kernel.rights import Seat, sees
from kernel.transactions import Transaction
from services.referrals.domain.advice import Advice, AdviceNotFound
from services.referrals.domain.contacts import Contact, ContactNotFound, Direction
from services.referrals.store.advice import manages
from services.referrals.store.contacts import load_contact
from services.referrals.store.keys import keys_of
from services.referrals.store.substitutions import her_work
from services.referrals.tables.advice import advice, contacts
from services.referrals.views.parties import PartyView, names_of, party_view
from services.referrals.views.workers import Place, WorkerView, workers_named


class LoggedContactView(View):
    """A contact. Another institution sees only that there was one: day, kind and with whom."""

    id: ContactId
    client_id: ClientId
    institution: PartyView
    kind: ContactKind
    happened_on: Day
    corrects: Annotated[ContactId | None, Field(description="The entry it takes the place of.")]
    corrected_by: Annotated[
        ContactId | None, Field(description="The entry that took its place; null: it stands.")
    ]
    advice_id: Annotated[
        AdviceId | None, Field(description="Null: logged at the labour office's registration.")
    ]
    worker: WorkerView | None
    direction: Direction | None
    minutes: int | None
    outcome: ContactOutcome | None
    next_contact_on: Day | None
    note: Note | None
    confidential: bool | None
    withheld: Annotated[bool, Field(description="Whether there is a note that is not for you.")]
    recorded_at: datetime | None


class ContactLogPage(View):
    """Contacts, newest entry first."""

    client_id: ClientId
    items: list[LoggedContactView]
    next: Annotated[
        str | None, Field(description="Pass as `cursor` for the next page; null: the last.")
    ]


class SeenContacts:
    """The log that an adviser keeps, as a caller may see it."""

    def __init__(self, tx: Transaction, by: Caller) -> None:
        self._tx = tx
        self._by = by

    async def page(self, advice_id: UUID, limit: int, after: str | None) -> ContactLogPage:
        """The institution's contacts with the client, whoever advised her at the time."""
        of = await self._advice(advice_id)
        query = self._log(of)
        if after:
            query = query.where(contacts.c.id < id_at(after))
        query = query.order_by(contacts.c.id.desc()).limit(limit + 1)
        rows = (await self._tx.session.execute(query)).all()
        more = cursor(str(rows[limit - 1].id)) if len(rows) > limit else None
        items = await self._show(of, rows[:limit])
        return ContactLogPage(client_id=of.client_id, items=items, next=more)

    async def show(self, advice_id: UUID, contact_id: UUID) -> LoggedContactView:
        """One entry."""
        of = await self._advice(advice_id)
        query = self._log(of).where(contacts.c.id == contact_id)
        views = await self._show(of, (await self._tx.session.execute(query)).all())
        if not views:
            raise ContactNotFound
        return views[0]

    async def _advice(self, advice_id: UUID) -> Advice:
        seen = relations.visible(advice.c.client_id, self._by, Section.PLAN)
        query = sa.select(Advice).where(advice.c.id == advice_id, seen)
        found = await self._tx.session.scalar(query)
        if found is None:
            raise AdviceNotFound
        return found

    def _log(self, of: Advice) -> sa.Select[Any]:
        later = contacts.alias("later")
        corrected_by = sa.select(later.c.id).where(later.c.corrects == contacts.c.id)
        return sa.select(contacts, corrected_by.scalar_subquery().label("corrected_by")).where(
            kinship.of_person(contacts.c.client_id, of.client_id),
            contacts.c.institution == of.institution,
        )

    async def _show(self, of: Advice, rows: Sequence[Any]) -> list[LoggedContactView]:
        keys = await keys_of(self._tx, {row.client_id for row in rows})
        entries = [(load_contact(row, keys), row.corrected_by) for row in rows]
        names = await names_of(self._tx, [of.institution])
        people = await workers_named(
            self._tx, [(e.institution, e.worker) for e, _ in entries if e.worker]
        )
        house = party_view(of.institution, names)
        ours = of.institution == self._by.institution
        reads = ours or await self._reads_notes(of)
        trusted = ours and await self._trusted(of)
        return [
            _full(entry, by, house, people, self._opened(entry, reads, trusted))
            if ours or reads
            else _brief(entry, by, house)
            for entry, by in entries
        ]

    def _opened(self, entry: Contact, reads: bool, trusted: bool) -> bool:
        own = entry.institution == self._by.institution and entry.worker == self._by.worker
        return own or (trusted if entry.confidential else reads)

    async def _reads_notes(self, of: Advice) -> bool:
        """Whether the notes of other institutions are open to the caller, too."""
        ground = await relations.grounds_of(self._tx.session, of.client_id, self._by)
        return sees(Seat.of(self._by), ground, Section.NOTES) is Level.FULL

    async def _trusted(self, of: Advice) -> bool:
        """Whether she advises the client at the institution now, stands in, or manages it."""
        hers = sa.exists().where(
            kinship.of_person(advice.c.client_id, of.client_id),
            advice.c.institution == of.institution,
            advice.c.ended_on.is_(None),
            her_work(advice.c.worker, self._by, clock.today()),
        )
        return manages(self._by) or bool(await self._tx.session.scalar(sa.select(hers)))


def _full(
    entry: Contact,
    corrected_by: UUID | None,
    house: PartyView,
    people: Mapping[Place, WorkerView],
    opened: bool,
) -> LoggedContactView:
    return LoggedContactView(
        **_what(entry, corrected_by, house),
        advice_id=entry.advice_id,
        worker=people[(entry.institution, entry.worker)] if entry.worker else None,
        direction=entry.direction,
        minutes=entry.minutes,
        outcome=entry.outcome,
        next_contact_on=entry.next_contact_on,
        note=entry.note if opened else None,
        confidential=entry.confidential,
        withheld=entry.note is not None and not opened,
        recorded_at=entry.recorded_at,
    )


def _brief(entry: Contact, corrected_by: UUID | None, house: PartyView) -> LoggedContactView:
    return LoggedContactView(
        **_what(entry, corrected_by, house),
        advice_id=None,
        worker=None,
        direction=None,
        minutes=None,
        outcome=None,
        next_contact_on=None,
        note=None,
        confidential=None,
        withheld=entry.note is not None,
        recorded_at=None,
    )


def _what(entry: Contact, corrected_by: UUID | None, house: PartyView) -> dict[str, Any]:
    return {
        "id": entry.id,
        "client_id": entry.client_id,
        "institution": house,
        "kind": entry.kind,
        "happened_on": entry.happened_on,
        "corrects": entry.corrects,
        "corrected_by": corrected_by,
    }
