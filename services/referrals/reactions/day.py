"""What other services' facts put into somebody's day, and take out of it."""

from contracts.intake.interviews import InterviewOpened, InterviewSigned, InterviewWithdrawn
from kernel.journal import Fact
from kernel.transactions import Transaction
from services.referrals.reactions.heard import reactions
from services.referrals.use_cases.owe_interview import drop_interview, owe_interview, owe_update


@reactions.hears(InterviewOpened)
async def hold_it(event: InterviewOpened, fact: Fact, tx: Transaction) -> None:
    """Whoever called for an interview has to hold it."""
    await owe_interview(event, cause=fact, tx=tx)


@reactions.hears(InterviewSigned)
async def update_it(event: InterviewSigned, fact: Fact, tx: Transaction) -> None:
    """It is held, and is to be updated in time."""
    await owe_update(event, cause=fact, tx=tx)


@reactions.hears(InterviewWithdrawn)
async def drop_it(event: InterviewWithdrawn, _: Fact, tx: Transaction) -> None:
    """It is not to be held."""
    await drop_interview(event, tx=tx)
