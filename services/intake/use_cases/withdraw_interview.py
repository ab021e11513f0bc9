"""A social worker gives up an interview that nobody signed."""

from contracts.values import Command, InterviewId, Note
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.intake.domain.interview import Author, Interview, Withdrawal
from services.intake.store.interviews import Interviews


class WithdrawInterview(Command):
    """Withdraw the interview, and say why."""

    reason: Note


async def withdraw_interview(
    interview_id: InterviewId,
    command: WithdrawInterview,
    *,
    expected: int | None,
    by: Caller,
    tx: Transaction,
) -> Interview:
    """Give it up; what was recorded stays to be read."""
    store = Interviews(tx, by)
    interview, _ = await store.get(interview_id, expected=expected)
    withdrawal = Withdrawal(segment="withdrawal", reason=command.reason)
    event = interview.withdraw(withdrawal, Author(by.worker, by.name), clock.now())
    await store.keep(interview, interview.savings["withdrawal"])
    tx.record(event)
    return interview
