"""What rests on an adviser: the requests she made that nobody answered, and what she has in hand."""

from typing import Any
from uuid import UUID

import sqlalchemy as sa

from kernel import kinship
from kernel.transactions import Transaction
from services.referrals.domain.advice import Advice
from services.referrals.domain.goals import OPEN_ACTIONS
from services.referrals.domain.information_states import OPEN as OPEN_REQUEST
from services.referrals.domain.plan_states import ENDED
from services.referrals.domain.referral_states import UNANSWERED, ReferralState
from services.referrals.tables.information import information_requests
from services.referrals.tables.offers import offers
from services.referrals.tables.plans import actions, goals, plans
from services.referrals.tables.referrals import referrals

_PENDING = UNANSWERED | {ReferralState.DRAFT}


async def referrals_resting_on(tx: Transaction, advice: Advice) -> list[UUID]:
    """The referrals that an adviser sent, or began, and nobody answered."""
    query = sa.select(referrals.c.id).where(
        kinship.of_person(referrals.c.client_id, advice.client_id),
        referrals.c.sent_by == advice.institution,
        referrals.c.sender == advice.worker,
        referrals.c.state.in_(_PENDING),
    )
    return list(await tx.session.scalars(query.order_by(referrals.c.id)))


async def requests_resting_on(tx: Transaction, advice: Advice) -> list[UUID]:
    """The requests for information that she made and nobody answered."""
    query = sa.select(information_requests.c.id).where(
        kinship.of_person(information_requests.c.client_id, advice.client_id),
        information_requests.c.asked_by == advice.institution,
        information_requests.c.asker == advice.worker,
        information_requests.c.state.in_(OPEN_REQUEST),
    )
    return list(await tx.session.scalars(query.order_by(information_requests.c.id)))


async def pass_on(tx: Transaction, advice: Advice, to: str | None) -> None:
    """Let what a worker asked, took on or was given be the next worker's, or nobody's yet.

    A referral also after its end, for it may be opened again. Who did what stands in its steps.
    """
    asked = information_requests.c.state.in_(OPEN_REQUEST)
    for house, worker, which in (
        (referrals.c.sent_by, referrals.c.sender, sa.true()),
        (referrals.c.sent_to, referrals.c.receiver, sa.true()),
        (information_requests.c.asked_by, information_requests.c.asker, asked),
        (information_requests.c.asked, information_requests.c.answerer, asked),
        # An offer is always somebody's: whoever left is named until another takes over.
        (offers.c.made_by, offers.c.maker, sa.true() if to else sa.false()),
    ):
        hers = kinship.of_person(house.table.c.client_id, advice.client_id)
        await _rename(tx, advice, to, sa.and_(hers, which), house, worker)
    # Locked as by whoever writes in them: who just now keeps one must not owe in the former name.
    going_on = sa.select(plans.c.id).where(
        kinship.of_person(plans.c.client_id, advice.client_id), plans.c.status.not_in(ENDED)
    )
    locked = going_on.order_by(plans.c.client_id, plans.c.id).with_for_update()
    ids = list(await tx.session.scalars(locked))
    towards = sa.select(goals.c.id).where(goals.c.plan_id.in_(ids))
    to_do = sa.and_(actions.c.goal_id.in_(towards), actions.c.status.in_(OPEN_ACTIONS))
    await _rename(tx, advice, to, plans.c.id.in_(ids), plans.c.lead, plans.c.lead_worker)
    await _rename(tx, advice, to, to_do, actions.c.owner, actions.c.worker)


async def _rename(
    tx: Transaction,
    advice: Advice,
    to: str | None,
    where: sa.ColumnElement[bool],
    house: sa.Column[Any],
    worker: sa.Column[Any],
) -> None:
    statement = sa.update(worker.table).where(
        where, house == advice.institution, worker == advice.worker
    )
    await tx.session.execute(statement.values({worker: to}))
