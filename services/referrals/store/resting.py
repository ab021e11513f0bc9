"""What rests on an adviser: the requests she made that nobody answered, and what she has in hand."""

from uuid import UUID

import sqlalchemy as sa

from kernel import kinship
from kernel.transactions import Transaction
from services.referrals.domain.advice import Advice
from services.referrals.domain.information_states import OPEN as OPEN_REQUEST
from services.referrals.domain.referral_states import OPEN, UNANSWERED, ReferralState
from services.referrals.tables.information import information_requests
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


async def pass_on(tx: Transaction, advice: Advice, to: str) -> None:
    """Let what a worker asked, or took on, and what is not over yet be the next worker's."""
    still = referrals.c.state.in_(OPEN | {ReferralState.DRAFT})
    asked = information_requests.c.state.in_(OPEN_REQUEST)
    for house, worker, open_still in (
        (referrals.c.sent_by, referrals.c.sender, still),
        (referrals.c.sent_to, referrals.c.receiver, still),
        (information_requests.c.asked_by, information_requests.c.asker, asked),
        (information_requests.c.asked, information_requests.c.answerer, asked),
    ):
        statement = sa.update(house.table).where(
            kinship.of_person(house.table.c.client_id, advice.client_id),
            house == advice.institution,
            worker == advice.worker,
            open_still,
        )
        await tx.session.execute(statement.values({worker: to}))
