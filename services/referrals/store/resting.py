"""What rests on an adviser: the requests she made that nobody answered, and what she has in hand."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from kernel.transactions import Transaction
from services.referrals.domain.goals import OPEN_ACTIONS
from services.referrals.domain.information_states import OPEN as OPEN_REQUEST
from services.referrals.domain.plan_states import ENDED
from services.referrals.domain.referral_states import UNANSWERED, ReferralState
from services.referrals.store.charges import Charges
from services.referrals.tables.information import information_requests
from services.referrals.tables.offers import offers
from services.referrals.tables.plans import actions, goals, plans
from services.referrals.tables.referrals import referrals

_PENDING = UNANSWERED | {ReferralState.DRAFT}


async def resting_on(tx: Transaction, given: Charges) -> Mapping[UUID, list[UUID]]:
    """By advice: the referrals its adviser sent, or began, and the information she asked for, that
    nobody answered.
    """
    sent = sa.select(referrals.c.client_id, referrals.c.id).where(
        given.in_hand(referrals.c.client_id, referrals.c.sender),
        referrals.c.sent_by == given.institution,
        referrals.c.state.in_(_PENDING),
    )
    asked = sa.select(information_requests.c.client_id, information_requests.c.id).where(
        given.in_hand(information_requests.c.client_id, information_requests.c.asker),
        information_requests.c.asked_by == given.institution,
        information_requests.c.state.in_(OPEN_REQUEST),
    )
    resting: defaultdict[UUID, list[UUID]] = defaultdict(list)
    for query in (sent.order_by(referrals.c.id), asked.order_by(information_requests.c.id)):
        for row in await tx.session.execute(query):
            resting[given.by_id[row.client_id].id].append(row.id)
    return resting


async def pass_on(tx: Transaction, given: Charges, to: str | None) -> None:
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
        table = house.table
        mine = sa.select(table.c.id).where(
            given.in_hand(table.c.client_id, worker), house == given.institution, which
        )
        await _rename(tx, mine, worker, to)
    await _pass_plans_on(tx, given, to)


async def _pass_plans_on(tx: Transaction, given: Charges, to: str | None) -> None:
    # Locked as by whoever writes in them: who just now keeps one must not owe in the former name.
    going_on = sa.select(plans.c.id).where(
        plans.c.client_id.in_(given.ids), plans.c.status.not_in(ENDED)
    )
    locked = going_on.order_by(plans.c.client_id, plans.c.id).with_for_update()
    ids = list(await tx.session.scalars(locked))
    led = sa.select(plans.c.id).where(
        plans.c.id.in_(ids),
        given.in_hand(plans.c.client_id, plans.c.lead_worker),
        plans.c.lead == given.institution,
    )
    to_do = (
        sa.select(actions.c.id)
        .join(goals, goals.c.id == actions.c.goal_id)
        .join(plans, plans.c.id == goals.c.plan_id)
        .where(
            plans.c.id.in_(ids),
            actions.c.status.in_(OPEN_ACTIONS),
            given.in_hand(plans.c.client_id, actions.c.worker),
            actions.c.owner == given.institution,
        )
    )
    await _rename(tx, led, plans.c.lead_worker, to)
    await _rename(tx, to_do, actions.c.worker, to)


async def _rename(
    tx: Transaction, mine: sa.Select[tuple[UUID]], worker: sa.Column[Any], to: str | None
) -> None:
    """Locked in one order, as whoever lets several of them fall locks them."""
    table = worker.table
    locked = mine.order_by(table.c.id).with_for_update(of=table)
    held = list(await tx.session.scalars(locked))
    if held:
        statement = sa.update(table).where(table.c.id.in_(held))
        await tx.session.execute(statement.values({worker: to}))
