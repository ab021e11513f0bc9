"""What awards do about news of the client's work, incomes, home and life."""

from datetime import date

from contracts.intake import EmploymentStarted, IncomeDeclared
from contracts.intake.means import EmploymentChanged, EmploymentEnded
from contracts.intake.person import ClientMoved
from contracts.intake.rights import ClientClosed, ClientErased
from kernel import clock
from kernel.journal import Fact
from kernel.transactions import Transaction
from services.benefits.domain.award_ends import BY_CLOSING
from services.benefits.domain.months import month_of
from services.benefits.reactions.heard import reactions
from services.benefits.use_cases.follow_client import follow_closing, follow_move, forget_awards
from services.benefits.use_cases.follow_work import (
    follow_end_of_work,
    follow_income,
    follow_new_work,
)


@reactions.hears(EmploymentEnded)
async def suspend(event: EmploymentEnded, fact: Fact, tx: Transaction) -> None:
    """From the day after the last one of work nothing is paid."""
    await follow_end_of_work(
        event.client_id,
        event.employment_id,
        event.ended_on,
        today=clock.today(),
        cause=fact,
        tx=tx,
    )


@reactions.hears(EmploymentStarted)
async def unblock(event: EmploymentStarted, fact: Fact, tx: Transaction) -> None:
    """What waited for work can go on."""
    await follow_new_work(
        event.client_id, event.employment_id, event.started_on, cause=fact, tx=tx
    )


@reactions.hears(EmploymentChanged)
async def outdate_by_wage(event: EmploymentChanged, fact: Fact, tx: Transaction) -> None:
    """What follows the wage is to be worked out anew."""
    month = month_of(event.changed_from)
    await follow_income(event.client_id, month, known_on=_day(fact), cause=fact, tx=tx)


@reactions.hears(IncomeDeclared)
async def outdate_by_income(event: IncomeDeclared, fact: Fact, tx: Transaction) -> None:
    """What follows the incomes is to be worked out anew."""
    await follow_income(event.client_id, event.month, known_on=_day(fact), cause=fact, tx=tx)


@reactions.hears(ClientMoved)
async def end_by_move(event: ClientMoved, fact: Fact, tx: Transaction) -> None:
    """Another gmina is competent now."""
    await follow_move(
        event.client_id,
        event.municipality,
        event.moved_on,
        today=clock.today(),
        cause=fact,
        tx=tx,
    )


@reactions.hears(ClientClosed)
async def end_by_closing(event: ClientClosed, fact: Fact, tx: Transaction) -> None:
    """She died or moved away."""
    if reason := BY_CLOSING.get(event.reason):
        await follow_closing(
            event.client_id, reason, event.closed_on, today=clock.today(), cause=fact, tx=tx
        )


@reactions.hears(ClientErased)
async def forget(event: ClientErased, fact: Fact, tx: Transaction) -> None:
    """Nothing of hers can be opened any more."""
    del fact
    await forget_awards(event.client_id, tx=tx)


def _day(fact: Fact) -> date:
    return fact.time.astimezone(clock.WARSAW).date()
