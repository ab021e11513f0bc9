"""A social worker records where and when the interview was held, and who was there."""

from typing import Annotated

from pydantic import Field

from contracts.values import SENSITIVE, Command, Day, InterviewId, Line
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.intake.domain.interview import Author, Interview, Visit
from services.intake.store.interviews import Interviews


class RecordVisit(Command):
    """Record the visit; a later record counts instead, the earlier one stays in the history."""

    held_on: Day
    place: Annotated[Line, SENSITIVE, Field(examples=["w miejscu zamieszkania"])]
    present: Annotated[
        tuple[Annotated[Line, SENSITIVE], ...],
        Field(max_length=20, description="Who was there.", examples=[["wnioskodawczyni"]]),
    ] = ()


async def record_visit(
    interview_id: InterviewId,
    command: RecordVisit,
    *,
    expected: int | None,
    by: Caller,
    tx: Transaction,
) -> Interview:
    """Keep the visit."""
    store = Interviews(tx, by)
    interview, _ = await store.get(interview_id, expected=expected)
    visit = Visit(segment="visit", **command.model_dump())
    author = Author(by.worker, by.name)
    await store.keep(interview, interview.hold(visit, author, clock.now(), clock.today()))
    return interview
