"""Putting together what the next adviser should know, from what this service holds at the moment."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import distinct_on

from contracts.referrals.plan import GoalStatus
from kernel import clock, kinship, relations
from kernel.relations import Party
from kernel.transactions import Transaction
from services.referrals.domain.advice import Advice
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
from services.referrals.store.contacts import effective
from services.referrals.store.keys import keys_of
from services.referrals.store.plan_words import open_plan
from services.referrals.store.referrals import open_referral
from services.referrals.store.resting import referrals_resting_on, requests_resting_on
from services.referrals.tables.advice import contacts
from services.referrals.tables.duties import duties
from services.referrals.tables.information import information_requests
from services.referrals.tables.plans import plans
from services.referrals.tables.referrals import referrals

_NEXT = 20
"""So many duties are named; the rest stands in her day."""


async def summarise(tx: Transaction, advice: Advice) -> HandoverSummary:
    """The summary of this moment, of all the records that stand for the client."""
    session = tx.session
    held = set(session.identity_map.keys())
    summary = await _summary(tx, advice)
    # Read without a lock: whoever changes a plan or referral later in this transaction must load it
    # anew under its lock, and would be given these older ones.
    for key in set(session.identity_map.keys()) - held:
        if (thing := session.identity_map.get(key)) is not None:
            session.expunge(thing)
    return summary


async def _summary(tx: Transaction, advice: Advice) -> HandoverSummary:
    family = await kinship.family(tx.session, advice.client_id)
    return HandoverSummary(
        made_at=clock.now(),
        plans=await _plans(tx, family),
        referrals_out=await _referrals(tx, advice, outgoing=True),
        referrals_in=await _referrals(tx, advice, outgoing=False),
        requests_out=await _requests(tx, advice, outgoing=True),
        requests_in=await _requests(tx, advice, outgoing=False),
        last_contacts=await _contacts(tx, family),
        duties=await _duties(tx, family, advice.institution),
    )


async def _named(tx: Transaction, ids: Sequence[UUID]) -> Mapping[UUID, Party]:
    """Institutions by name; nobody asked for, nobody looked up: a caseload is handed over at once."""
    return await relations.parties_named(tx.session, ids) if ids else {}


async def _plans(tx: Transaction, family: list[UUID]) -> list[SummaryPlan]:
    query = sa.select(SupportPlan).where(plans.c.client_id.in_(family))
    found = sorted(await tx.session.scalars(query), key=lambda p: family.index(p.client_id))
    keys = await keys_of(tx, family)
    for plan in found:
        open_plan(plan, keys)
    return [_plan(plan, clock.today()) for plan in found if not plan.ended]


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


async def _referrals(tx: Transaction, advice: Advice, *, outgoing: bool) -> list[SummaryReferral]:
    house, other = referrals.c.sent_by, "sent_to"
    if not outgoing:
        house, other = referrals.c.sent_to, "sent_by"
    query = sa.select(Referral).where(
        kinship.of_person(referrals.c.client_id, advice.client_id),
        house == advice.institution,
        referrals.c.state.in_(OPEN | {ReferralState.DRAFT} if outgoing else OPEN),
    )
    found = list(await tx.session.scalars(query.order_by(referrals.c.id)))
    if not found:
        return []
    keys = await keys_of(tx, {referral.client_id for referral in found})
    resting = set(await referrals_resting_on(tx, advice)) if outgoing else set()
    others = [getattr(referral, other) for referral in found]
    names = await _named(tx, [one for one in others if one])
    for referral in found:
        open_referral(referral, keys)
    return [
        SummaryReferral(
            referral_id=referral.id,
            purpose=referral.words.purpose,
            urgency=referral.urgency,
            state=referral.state,
            other=party,
            other_name=names[party].name if party in names else None,
            answer_due_on=referral.answer_due_on,
            expires_on=referral.expires_on,
            first_visit_on=referral.first_visit_on,
            rests_on_adviser=referral.id in resting,
        )
        for referral, party in zip(found, others, strict=True)
    ]


async def _requests(tx: Transaction, advice: Advice, *, outgoing: bool) -> list[SummaryRequest]:
    table = information_requests
    house, other = (
        (table.c.asked_by, table.c.asked) if outgoing else (table.c.asked, table.c.asked_by)
    )
    query = sa.select(table, other.label("other")).where(
        kinship.of_person(table.c.client_id, advice.client_id),
        house == advice.institution,
        table.c.state.in_(OPEN_REQUEST),
    )
    rows = (await tx.session.execute(query.order_by(table.c.id))).all()
    if not rows:
        return []
    resting = set(await requests_resting_on(tx, advice)) if outgoing else set()
    names = await _named(tx, [row.other for row in rows])
    return [
        SummaryRequest(
            request_id=row.id,
            kinds=row.kinds,
            state=row.state,
            other=row.other,
            other_name=names[row.other].name if row.other in names else None,
            due_on=row.due_on,
            rests_on_adviser=row.id in resting,
        )
        for row in rows
    ]


async def _contacts(tx: Transaction, family: list[UUID]) -> list[SummaryContact]:
    query = (
        sa.select(contacts.c.institution, contacts.c.happened_on, contacts.c.kind)
        .ext(distinct_on(contacts.c.institution))
        .where(contacts.c.client_id.in_(family), contacts.c.outcome.in_(COUNTS), effective())
        .order_by(contacts.c.institution, contacts.c.happened_on.desc(), contacts.c.id.desc())
    )
    rows = (await tx.session.execute(query)).all()
    names = await _named(tx, [row.institution for row in rows])
    return [
        SummaryContact(
            institution=row.institution,
            institution_name=names[row.institution].name if row.institution in names else None,
            happened_on=row.happened_on,
            kind=row.kind,
        )
        for row in rows
    ]


async def _duties(tx: Transaction, family: list[UUID], institution: UUID) -> list[SummaryDuty]:
    query = (
        sa.select(duties.c.kind, duties.c.thing_id, duties.c.due_on)
        .where(duties.c.client_id.in_(family), duties.c.institution == institution)
        .order_by(duties.c.due_on.nulls_last(), duties.c.thing_id)
        .limit(_NEXT)
    )
    rows = await tx.session.execute(query)
    return [SummaryDuty(kind=r.kind, thing_id=r.thing_id, due_on=r.due_on) for r in rows]
