"""The institution refuses a data subject's request, on a ground that the law names."""

from typing import Annotated

from pydantic import Field

from contracts.values import Command, Note, SubjectRequestId
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.intake.domain.subject_request import RequestRefusalReason, SubjectRequest
from services.intake.store.rights import SubjectRequests


class RefuseSubjectRequest(Command):
    """Say no, on which ground, and in the note what exactly was not done."""

    reason: Annotated[RequestRefusalReason, Field(examples=["legal_obligation"])]
    note: Note | None = None


async def refuse_subject_request(
    request_id: SubjectRequestId, command: RefuseSubjectRequest, *, by: Caller, tx: Transaction
) -> SubjectRequest:
    """Close the request with a no; the person is told the ground and where to complain."""
    store = SubjectRequests(tx, by)
    request = await store.to_answer(request_id)
    tx.record(request.refuse(command.reason, clock.today()))
    request.note = command.note or request.note
    await store.keep(request)
    return request
