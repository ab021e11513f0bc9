"""What indicators are counted from: facts of every service, kept as they come."""

from contracts.intake import ClientRegistered, EmploymentStarted
from contracts.intake.means import EmploymentEnded
from contracts.intake.rights import ClientErased
from kernel.journal import Fact
from kernel.transactions import Transaction
from services.referrals.reactions.heard import reactions
from services.referrals.use_cases.keep_history import keep_history


@reactions.hears(ClientRegistered)
async def count_the_client(event: ClientRegistered, fact: Fact, tx: Transaction) -> None:
    """From this day on she waits for her first service."""
    await keep_history(event, cause=fact, tx=tx)


@reactions.hears(EmploymentStarted)
async def count_the_job(event: EmploymentStarted, fact: Fact, tx: Transaction) -> None:
    """It may be kept for three, six and twelve months."""
    await keep_history(event, cause=fact, tx=tx)


@reactions.hears(EmploymentEnded)
async def end_the_job(event: EmploymentEnded, fact: Fact, tx: Transaction) -> None:
    """It lasted until this day."""
    await keep_history(event, cause=fact, tx=tx)


@reactions.hears(ClientErased)
async def forget_her(event: ClientErased, fact: Fact, tx: Transaction) -> None:
    """She is counted no more, and nobody owes anything about her."""
    await keep_history(event, cause=fact, tx=tx)
