"""A social worker records one segment of the questionnaire."""

from contracts.values import Command, InterviewId
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.intake.domain.interview import Author, Interview
from services.intake.domain.segments import Segment
from services.intake.store.interviews import Interviews


class RecordSegment(Command):
    """Record a segment, whole; a later record counts instead, the earlier one stays."""

    content: Segment


async def record_segment(
    interview_id: InterviewId,
    command: RecordSegment,
    *,
    expected: int | None,
    by: Caller,
    tx: Transaction,
) -> Interview:
    """Keep the segment with who wrote it and when."""
    store = Interviews(tx, by)
    interview, _ = await store.get(interview_id, expected=expected)
    author = Author(by.worker, by.name)
    await store.keep(interview, interview.record(command.content, author, clock.now()))
    return interview
