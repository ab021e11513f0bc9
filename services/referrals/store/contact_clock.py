"""The clock of contacts: by when an adviser is to be in touch again, and her duty with it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import aggregate_order_by, insert

from kernel import clock, relations
from kernel.transactions import Transaction
from services.referrals.domain.advice import Advice
from services.referrals.domain.advice_terms import contact_rule_for
from services.referrals.domain.contacts import COUNTS, Rhythm, Silence, next_contact
from services.referrals.domain.duty import Duty, DutyKind
from services.referrals.domain.parts import ClientAnswer
from services.referrals.domain.plan_states import ENDED
from services.referrals.store.contacts import effective
from services.referrals.store.duties import Duties
from services.referrals.store.persons import Persons, persons, survivor_of
from services.referrals.tables.advice import contacts, support_periods
from services.referrals.tables.plans import plan_parts, plans

_NO_END = date.max
"""PostgreSQL's infinity: she is registered. Of two records of one person it outlasts the other's day."""

_Of = tuple[UUID, UUID]
"""A person, by the id she goes on under, and an institution."""


@dataclass(frozen=True)
class _Touch:
    last: date | None = None
    """The last day on which they were in touch."""
    agreed: date | None = None
    """For when the next contact was agreed, at the latest entry that counts for anything."""


async def wind(tx: Transaction, *advised: Advice) -> None:
    """Work out by when each adviser is to be in touch, and write it down as her duty."""
    if not advised:
        return
    people = await persons(tx, [advice.client_id for advice in advised])
    houses = {advice.institution for advice in advised}
    parties = await relations.parties_named(tx.session, sorted(houses))
    touched = await _touched(tx, people, houses)
    rhythms = await _rhythms(tx, people, houses)
    support = await _support_from(tx, people)
    for advice in advised:
        of = people[advice.client_id], advice.institution
        touch = touched.get(of, _Touch())
        silence = Silence(
            # After a time without an adviser the silence is counted from the new beginning.
            since=max(touch.last or advice.clock_from, advice.clock_from),
            agreed_on=touch.agreed,
            every_days=advice.contact_every_days,
            support_from=support.get(of[0]),
            rhythms=tuple(rhythms[of]),
        )
        party = parties.get(advice.institution)
        rule = contact_rule_for(party.kind if party else None, clock.today())
        advice.last_contact_on = touch.last
        advice.next_contact_on = next_contact(silence, rule)
        tx.session.add(advice)
    await _owe(tx, advised)


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


async def _owe(tx: Transaction, advised: Iterable[Advice]) -> None:
    duties, silent = Duties(tx), [one.id for one in advised if one.next_contact_on is None]
    if silent:
        await duties.strike_all(silent, DutyKind.CONTACT_CLIENT)
    await duties.owe(
        *(
            Duty(
                kind=DutyKind.CONTACT_CLIENT,
                thing_id=advice.id,
                institution=advice.institution,
                since=clock.now(),
                client_id=advice.client_id,
                due_on=advice.next_contact_on,
                worker=advice.worker,
            )
            for advice in advised
            if advice.next_contact_on is not None
        )
    )


async def _touched(tx: Transaction, people: Persons, houses: Iterable[UUID]) -> dict[_Of, _Touch]:
    person = survivor_of(contacts.c.client_id).label("person")
    latest = aggregate_order_by(
        contacts.c.next_contact_on, contacts.c.happened_on.desc(), contacts.c.id.desc()
    )
    last = sa.func.max(contacts.c.happened_on).filter(contacts.c.outcome.in_(COUNTS))
    query = (
        sa.select(
            person,
            contacts.c.institution,
            last.label("last"),
            sa.func.array_agg(latest)[1].label("agreed"),
        )
        .where(
            contacts.c.client_id.in_(people),
            contacts.c.institution.in_(houses),
            contacts.c.outcome != "entered_in_error",
            effective(),
        )
        .group_by(person, contacts.c.institution)
    )
    rows = await tx.session.execute(query)
    return {(row.person, row.institution): _Touch(row.last, row.agreed) for row in rows}


async def _support_from(tx: Transaction, people: Persons) -> dict[UUID, date]:
    """The day after which support runs out; who is registered under any of her ids has none."""
    query = sa.select(support_periods).where(support_periods.c.client_id.in_(people))
    days: dict[UUID, date] = {}
    for row in await tx.session.execute(query):
        person = people[row.client_id]
        days[person] = max(days.get(person, row.support_from), row.support_from)
    return {person: day for person, day in days.items() if day != _NO_END}


async def _rhythms(
    tx: Transaction, people: Persons, houses: Iterable[UUID]
) -> defaultdict[_Of, list[Rhythm]]:
    """How often the agreed parts of each institution that still hold want it."""
    query = (
        sa.select(plans.c.client_id, plan_parts)
        .join(plans, plans.c.id == plan_parts.c.plan_id)
        .where(
            plans.c.client_id.in_(people),
            plans.c.status.not_in(ENDED),
            plan_parts.c.institution.in_(houses),
            plan_parts.c.contact_every_days.is_not(None),
            plan_parts.c.signed_on.is_not(None),
            plan_parts.c.client_answer == ClientAnswer.SIGNED,
            plan_parts.c.closed_on.is_(None),
        )
    )
    found: defaultdict[_Of, list[Rhythm]] = defaultdict(list)
    for row in await tx.session.execute(query):
        rhythm = Rhythm(row.contact_every_days, row.valid_from, row.valid_to)
        found[people[row.client_id], row.institution].append(rhythm)
    return found
