"""An interview was called for, signed or given up elsewhere: it stands in somebody's day, or leaves it."""

from contracts.intake.interviews import InterviewOpened, InterviewSigned, InterviewWithdrawn
from kernel.journal import Fact
from kernel.transactions import Transaction
from services.referrals.domain.duty import Duty, DutyKind
from services.referrals.store.duties import Duties


async def owe_interview(event: InterviewOpened, *, cause: Fact, tx: Transaction) -> None:
    """It is to be held by its day, by whoever called for it."""
    if cause.institution is None:
        return
    await Duties(tx).owe(
        Duty(
            kind=DutyKind.HOLD_INTERVIEW,
            thing_id=event.interview_id,
            institution=cause.institution,
            since=cause.time,
            client_id=event.client_id,
            due_on=event.due_on,
            worker=cause.actor,
        )
    )


async def owe_update(event: InterviewSigned, *, cause: Fact, tx: Transaction) -> None:
    """It is held; perhaps it is to be updated by a day, instead of the one before it."""
    duties = Duties(tx)
    await duties.strike(event.interview_id, DutyKind.HOLD_INTERVIEW)
    if cause.institution is None:
        return
    await duties.strike_of(event.client_id, cause.institution, DutyKind.UPDATE_INTERVIEW)
    if event.update_due_on is None:
        return
    await duties.owe(
        Duty(
            kind=DutyKind.UPDATE_INTERVIEW,
            thing_id=event.interview_id,
            institution=cause.institution,
            since=cause.time,
            client_id=event.client_id,
            due_on=event.update_due_on,
            worker=cause.actor,
        )
    )


async def drop_interview(event: InterviewWithdrawn, *, tx: Transaction) -> None:
    """Nobody has to hold it any more."""
    await Duties(tx).strike(event.interview_id)
