"""A social worker opens a family environmental interview: from now on it has a deadline."""

from typing import Annotated

from pydantic import Field

from contracts.intake.interviews import InterviewKind
from contracts.sections import Section
from contracts.values import ClientId, Command, Day
from kernel import clock, ids
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.intake.domain.interview import Channel, Interview, InterviewPart, ReceivedAs
from services.intake.domain.interview_terms import due_on
from services.intake.store.clients import Clients
from services.intake.store.interviews import Interviews


class OpenInterview(Command):
    """Open an interview on an application, or on what became known."""

    kind: Annotated[InterviewKind, Field(examples=["interview"])] = InterviewKind.INTERVIEW
    part: Annotated[InterviewPart, Field(examples=["I"])] = InterviewPart.I
    channel: Annotated[Channel, Field(examples=["person"])]
    received_as: Annotated[ReceivedAs, Field(examples=["oral"])]
    received_on: Annotated[Day, Field(description="The day the need became known.")]
    urgent: Annotated[bool, Field(strict=True)] = False


async def open_interview(
    client_id: ClientId, command: OpenInterview, *, by: Caller, tx: Transaction
) -> Interview:
    """Open it, with the deadline of the law of that day."""
    await Clients(tx, by).get(client_id, Section.NOTES)
    interview = Interview(
        id=ids.new(),
        client_id=client_id,
        institution=by.institution,
        kind=command.kind,
        part=command.part,
        channel=command.channel,
        received_as=command.received_as,
        received_on=command.received_on,
        due_on=due_on(command.received_on, urgent=command.urgent),
        urgent=command.urgent,
        opened_by=by.worker,
        opened_at=clock.now(),
    )
    event = interview.opened(clock.today())
    await Interviews(tx, by).add(interview)
    tx.record(event)
    return interview
