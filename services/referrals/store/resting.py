"""What rests on an adviser: the requests she made that nobody answered, and what she has in hand."""

from collections import defaultdict
from collections.abc import Mapping
from uuid import UUID

import sqlalchemy as sa

from kernel.transactions import Transaction
from services.referrals.domain.information_states import OPEN as OPEN_REQUEST
from services.referrals.domain.referral_states import OPEN, UNANSWERED, ReferralState
from services.referrals.store.charges import Charges
from services.referrals.tables.information import information_requests
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


async def pass_on(tx: Transaction, given: Charges, to: str) -> None:
    """Let what a worker asked, or took on, and what is not over yet be the next worker's."""
    still = referrals.c.state.in_(OPEN | {ReferralState.DRAFT})
    asked = information_requests.c.state.in_(OPEN_REQUEST)
    for house, worker, open_still in (
        (referrals.c.sent_by, referrals.c.sender, still),
        (referrals.c.sent_to, referrals.c.receiver, still),
        (information_requests.c.asked_by, information_requests.c.asker, asked),
        (information_requests.c.asked, information_requests.c.answerer, asked),
    ):
        table = house.table
        mine = sa.select(table.c.id).where(
            given.in_hand(table.c.client_id, worker), house == given.institution, open_still
        )
        # Locked in one order, as whoever lets several of them fall locks them.
        held = list(await tx.session.scalars(mine.order_by(table.c.id).with_for_update()))
        if held:
            statement = sa.update(table).where(table.c.id.in_(held))
            await tx.session.execute(statement.values({worker: to}))
