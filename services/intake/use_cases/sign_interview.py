"""A social worker closes an interview with her signature and the client's statement."""

from typing import Annotated

from pydantic import Field

from contracts.intake import ClientStatus
from contracts.values import Command, Day, InterviewId
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.intake.domain.interview import Author, Interview, SignedHow, Signing, Statement
from services.intake.store.clients import Clients
from services.intake.store.interviews import Interviews


class SignInterview(Command):
    """Sign: the worker's signature, and the client's statement of annex 2, signed or refused."""

    signed_on: Day
    worker_signed: Annotated[SignedHow, Field(examples=["electronic"])]
    statement: Annotated[Statement, Field(examples=[{"outcome": "signed", "how": "paper"}])]
    help_continues: Annotated[
        bool, Field(strict=True, description="Whether an update will be due.")
    ] = True
    in_care_home: Annotated[
        bool, Field(strict=True, description="Whether she lives in a DPS: the update is yearly.")
    ] = False


async def sign_interview(
    interview_id: InterviewId,
    command: SignInterview,
    *,
    expected: int | None,
    by: Caller,
    tx: Transaction,
) -> Interview:
    """Close it for good; with a signed interview the client counts as assessed."""
    store = Interviews(tx, by)
    interview, client = await store.get(interview_id, expected=expected)
    signing = Signing.model_validate(command.model_dump() | {"segment": "signing"})
    author = Author(by.worker, by.name)
    event = interview.sign(signing, author, clock.now(), clock.today())
    await store.keep(interview, interview.savings["signing"])
    tx.record(event, *client.progress(ClientStatus.ASSESSED))
    await Clients(tx, by).keep(client)
    return interview
