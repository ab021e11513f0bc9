"""The institution asked gives the information, all of it or a part."""

from typing import Annotated

from pydantic import ConfigDict, Field, JsonValue

from contracts.referrals.requests import InformationRefusal
from contracts.values import Command, InformationRequestId, Note
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.referrals.domain.information import InformationRequest
from services.referrals.domain.information_answers import Answer
from services.referrals.domain.information_duties import to_read
from services.referrals.store.duties import Duties
from services.referrals.store.information import InformationRequests

_EXAMPLE: dict[str, JsonValue] = {
    "answers": [
        {"kind": "pup_status", "status": "unemployed", "since": "2026-01-12"},
        {"kind": "benefit_right", "entitled": False},
    ]
}


class AnswerInformation(Command):
    """Answer what was asked."""

    model_config = ConfigDict(json_schema_extra={"examples": [_EXAMPLE]})

    answers: Annotated[tuple[Answer, ...], Field(min_length=1, max_length=10)]
    missing: Annotated[
        InformationRefusal | None,
        Field(description="Why some of it is not answered; it may follow by another answer."),
    ] = None
    note: Note | None = None


async def answer_information(
    request_id: InformationRequestId,
    command: AnswerInformation,
    *,
    by: Caller,
    expected: int | None,
    tx: Transaction,
) -> InformationRequest:
    """Answer it; what is missing of a partial answer may follow."""
    requests, duties = InformationRequests(tx, by=by), Duties(tx)
    request = await requests.get(request_id)
    expect(request.version, expected)
    now = clock.now()
    said = (command.answers, command.missing, command.note)
    tx.record(request.answer(*said, by=by.institution, at=now))
    await requests.keep(request)
    await duties.strike(request.id)
    await duties.owe(to_read(request, now))
    return request
