"""What awards do when the client moves, dies, or is erased."""

from datetime import date

from contracts.benefits import AwardEnd
from contracts.territory import Municipality
from contracts.values import ClientId
from kernel.journal import Fact
from kernel.transactions import Transaction
from services.benefits.domain.award_ends import day_before, moved_out
from services.benefits.domain.award_states import LIVE
from services.benefits.store.awards import Awards
from services.benefits.store.heard_awards import awards_of, end_of_the_erased


async def follow_move(
    client_id: ClientId,
    municipality: Municipality | None,
    moved_on: date,
    *,
    today: date,
    cause: Fact,
    tx: Transaction,
) -> None:
    """End what another gmina awarded: the day before she moved is the last one."""
    for award in await awards_of(tx, client_id, LIVE):
        if moved_out(municipality, award.municipality):
            last_day = day_before(moved_on)
            ended = award.end(last_day=last_day, reason=AwardEnd.MOVED_OUT, on=today)
            tx.record(ended, cause=cause)
            await Awards(tx, None).keep(award)


async def follow_closing(
    client_id: ClientId,
    reason: AwardEnd,
    closed_on: date,
    *,
    today: date,
    cause: Fact,
    tx: Transaction,
) -> None:
    """End what is open, for the reason for which her case was closed."""
    for award in await awards_of(tx, client_id, LIVE):
        tx.record(award.end(last_day=closed_on, reason=reason, on=today), cause=cause)
        await Awards(tx, None).keep(award)


async def forget_awards(client_id: ClientId, *, tx: Transaction) -> None:
    """End what nobody can open any more, and say nothing of it."""
    await end_of_the_erased(tx, client_id)
