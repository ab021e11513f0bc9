"""Putting together what the next advisers should know, from what this service holds at the moment.

A whole caseload is handed over at once, so everything is asked of all its clients together.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import distinct_on

from contracts.referrals.plan import GoalStatus
from kernel import clock, relations
from kernel.transactions import Transaction
from services.referrals.domain.contacts import COUNTS
from services.referrals.domain.goals import OPEN_ACTIONS
from services.referrals.domain.handover_summary import (
    HandoverSummary,
    SummaryAction,
    SummaryContact,
    SummaryDuty,
    SummaryGoal,
    SummaryPlan,
    SummaryReferral,
    SummaryRequest,
)
from services.referrals.domain.information_states import OPEN as OPEN_REQUEST
from services.referrals.domain.plan import SupportPlan
from services.referrals.domain.referral import Referral
from services.referrals.domain.referral_states import OPEN, ReferralState
from services.referrals.store.charges import Charges
from services.referrals.store.contacts import effective
from services.referrals.store.keys import Keys, keys_of
from services.referrals.store.persons import survivor_of
from services.referrals.store.plan_words import open_plan
from services.referrals.store.referrals import open_referral
from services.referrals.store.resting import resting_on
from services.referrals.tables.advice import contacts
from services.referrals.tables.duties import duties
from services.referrals.tables.information import information_requests
from services.referrals.tables.plans import plans
from services.referrals.tables.referrals import referrals

_NEXT = 20
"""So many duties are named; the rest stands in her day."""

_Found = defaultdict[UUID, list[Any]]
"""What was found, by the advice that it concerns."""
_Names = Mapping[UUID, str]


async def summarise(tx: Transaction, given: Charges) -> dict[UUID, HandoverSummary]:
    """The summaries of this moment by advice, each of all the records that stand for the client."""
    session = tx.session
    held = set(session.identity_map.keys())
    summaries = await _summaries(tx, given)
    # Read without a lock: whoever changes a plan or referral later in this transaction must load it
    # anew under its lock, and would be given these older ones.
    for key in set(session.identity_map.keys()) - held:
        if (thing := session.identity_map.get(key)) is not None:
            session.expunge(thing)
    return summaries


async def _summaries(tx: Transaction, given: Charges) -> dict[UUID, HandoverSummary]:
    keys = await keys_of(tx, given.ids)
    plans_of = await _plans(tx, given, keys)
    sent = await _referrals(tx, given, keys, referrals.c.sent_by, OPEN | {ReferralState.DRAFT})
    received = await _referrals(tx, given, keys, referrals.c.sent_to, OPEN)
    asked = await _requests(tx, given, information_requests.c.asked_by)
    asked_us = await _requests(tx, given, information_requests.c.asked)
    touched = await _contacts(tx, given)
    owed = await _duties(tx, given)
    resting = await resting_on(tx, given) if sent or asked else {}
    names = await _names(
        tx,
        [r.sent_to for r in _all(sent)] + [r.sent_by for r in _all(received)],
        [r.asked for r in _all(asked)] + [r.asked_by for r in _all(asked_us)],
        [c.institution for c in _all(touched)],
    )
    made_at, today = clock.now(), clock.today()
    return {
        one: HandoverSummary(
            made_at=made_at,
            plans=[_plan(plan, today) for plan in plans_of[one] if not plan.ended],
            referrals_out=[_referral(r, r.sent_to, names, resting.get(one)) for r in sent[one]],
            referrals_in=[_referral(r, r.sent_by, names) for r in received[one]],
            requests_out=[_request(r, r.asked, names, resting.get(one)) for r in asked[one]],
            requests_in=[_request(r, r.asked_by, names) for r in asked_us[one]],
            last_contacts=[
                SummaryContact(
                    institution=c.institution,
                    institution_name=names.get(c.institution),
                    happened_on=c.happened_on,
                    kind=c.kind,
                )
                for c in touched[one]
            ],
            duties=[
                SummaryDuty(kind=d.kind, thing_id=d.thing_id, due_on=d.due_on) for d in owed[one]
            ],
        )
        for one in (advice.id for advice in given.advised)
    }


def _by_advice(given: Charges, found: Iterable[Any], client: str = "client_id") -> _Found:
    by_advice: _Found = defaultdict(list)
    for one in found:
        by_advice[given.by_id[getattr(one, client)].id].append(one)
    return by_advice


def _all(found: _Found) -> list[Any]:
    return [one for some in found.values() for one in some]


async def _names(tx: Transaction, *ids: Iterable[UUID | None]) -> dict[UUID, str]:
    """Institutions by name; nobody asked for, nobody looked up."""
    asked = sorted({one for some in ids for one in some if one})
    parties = await relations.parties_named(tx.session, asked) if asked else {}
    return {one: party.name for one, party in parties.items()}


async def _plans(tx: Transaction, given: Charges, keys: Keys) -> _Found:
    query = sa.select(SupportPlan).where(plans.c.client_id.in_(given.by_id))
    order = {one: place for place, one in enumerate(given.by_id)}
    found = sorted(await tx.session.scalars(query), key=lambda plan: order[plan.client_id])
    for plan in found:
        open_plan(plan, keys)
    return _by_advice(given, found)


def _plan(plan: SupportPlan, today: date) -> SummaryPlan:
    owed = [
        SummaryAction(action_id=a.id, title=a.title, owner=a.owner, due_on=a.due_on)
        for goal in plan.goals
        for a in goal.actions
        if a.status in OPEN_ACTIONS
    ]
    overdue = [a for a in owed if a.due_on is not None and a.due_on < today]
    return SummaryPlan(
        plan_id=plan.id,
        status=plan.status.value,
        open_goals=[
            SummaryGoal(goal_id=goal.id, title=goal.title, due_on=goal.due_on)
            for goal in plan.goals
            if goal.status is GoalStatus.OPEN
        ],
        overdue_actions=overdue,
        due_actions=[a for a in owed if a not in overdue],
    )


async def _referrals(
    tx: Transaction,
    given: Charges,
    keys: Keys,
    house: sa.ColumnElement[UUID],
    states: Collection[ReferralState],
) -> _Found:
    query = sa.select(Referral).where(
        referrals.c.client_id.in_(given.by_id),
        house == given.institution,
        referrals.c.state.in_(states),
    )
    found = list(await tx.session.scalars(query.order_by(referrals.c.id)))
    for referral in found:
        open_referral(referral, keys)
    return _by_advice(given, found)


def _referral(
    referral: Referral, other: UUID | None, names: _Names, resting: Sequence[UUID] | None = None
) -> SummaryReferral:
    return SummaryReferral(
        referral_id=referral.id,
        purpose=referral.words.purpose,
        urgency=referral.urgency,
        state=referral.state,
        other=other,
        other_name=names.get(other) if other else None,
        answer_due_on=referral.answer_due_on,
        expires_on=referral.expires_on,
        first_visit_on=referral.first_visit_on,
        rests_on_adviser=referral.id in (resting or ()),
    )


async def _requests(tx: Transaction, given: Charges, house: sa.ColumnElement[UUID]) -> _Found:
    table = information_requests
    query = sa.select(table).where(
        table.c.client_id.in_(given.by_id),
        house == given.institution,
        table.c.state.in_(OPEN_REQUEST),
    )
    return _by_advice(given, await tx.session.execute(query.order_by(table.c.id)))


def _request(
    row: Any, other: UUID, names: _Names, resting: Sequence[UUID] | None = None
) -> SummaryRequest:
    return SummaryRequest(
        request_id=row.id,
        kinds=row.kinds,
        state=row.state,
        other=other,
        other_name=names.get(other),
        due_on=row.due_on,
        rests_on_adviser=row.id in (resting or ()),
    )


async def _contacts(tx: Transaction, given: Charges) -> _Found:
    """The last one with each institution."""
    person = survivor_of(contacts.c.client_id)
    query = (
        sa.select(contacts)
        .ext(distinct_on(person, contacts.c.institution))
        .where(contacts.c.client_id.in_(given.by_id), contacts.c.outcome.in_(COUNTS), effective())
        .order_by(
            person,
            contacts.c.institution,
            contacts.c.happened_on.desc(),
            contacts.c.id.desc(),
        )
    )
    return _by_advice(given, await tx.session.execute(query))


async def _duties(tx: Transaction, given: Charges) -> _Found:
    first = [duties.c.due_on.nulls_last(), duties.c.thing_id]
    place = sa.func.row_number().over(partition_by=survivor_of(duties.c.client_id), order_by=first)
    mine = (
        sa.select(duties, place.label("place"))
        .where(duties.c.client_id.in_(given.by_id), duties.c.institution == given.institution)
        .subquery("mine")
    )
    query = sa.select(mine).where(mine.c.place <= _NEXT).order_by(mine.c.place)
    return _by_advice(given, await tx.session.execute(query))
