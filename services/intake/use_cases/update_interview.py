"""A social worker opens the update of a signed interview (aktualizacja wywiadu)."""

from typing import Annotated

from pydantic import Field

from contracts.intake.interviews import InterviewKind
from contracts.values import Command, InterviewId
from kernel import clock, ids
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.intake.domain.interview import (
    Channel,
    Interview,
    InterviewNotSigned,
    InterviewUpdatedSince,
    ReceivedAs,
)
from services.intake.domain.interview_terms import due_on
from services.intake.store.interviews import Interviews


class UpdateInterview(Command):
    """Open an update; what it began with is asked again, not typed again."""

    channel: Annotated[Channel, Field(examples=["ex_officio"])] = Channel.EX_OFFICIO
    received_as: Annotated[ReceivedAs, Field(examples=["oral"])] = ReceivedAs.ORAL


async def update_interview(
    interview_id: InterviewId, command: UpdateInterview, *, by: Caller, tx: Transaction
) -> Interview:
    """Open it with every segment of the last signed interview, each with who wrote it and when."""
    store = Interviews(tx, by)
    last, _ = await store.get(interview_id)
    if last.signed_on is None:
        raise InterviewNotSigned(state=last.state)
    latest = await store.latest_signed(last.client_id, last.part)
    if latest != last.id:
        raise InterviewUpdatedSince(interview_id=str(latest))
    copied = last.copied()
    today = clock.today()
    update = Interview(
        id=ids.new(),
        client_id=last.client_id,
        institution=by.institution,
        kind=InterviewKind.INTERVIEW_UPDATE,
        part=last.part,
        channel=command.channel,
        received_as=command.received_as,
        received_on=today,
        due_on=last.update_due_on or due_on(today, urgent=False),
        urgent=False,
        opened_by=by.worker,
        opened_at=clock.now(),
        updates=last.id,
        savings={saving.segment: saving for saving in copied},
    )
    await store.add(update, copied)
    tx.record(update.opened(today))
    return update
