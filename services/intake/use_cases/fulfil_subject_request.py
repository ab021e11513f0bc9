"""The institution did what a data subject asked for."""

from contracts.values import Command, Note, SubjectRequestId
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.intake.domain.subject_request import SubjectRequest
from services.intake.store.rights import SubjectRequests


class FulfilSubjectRequest(Command):
    """Say that it is done."""

    note: Note | None = None


async def fulfil_subject_request(
    request_id: SubjectRequestId, command: FulfilSubjectRequest, *, by: Caller, tx: Transaction
) -> SubjectRequest:
    """Close the request; also late, for late is better than never."""
    store = SubjectRequests(tx, by)
    request = await store.to_answer(request_id)
    tx.record(request.fulfil(clock.today()))
    request.note = command.note or request.note
    await store.keep(request)
    return request
