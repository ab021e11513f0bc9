"""The institution needs longer than a month for a data subject's request, and says why."""

from typing import Annotated

from pydantic import Field

from contracts.values import Command, SubjectRequestId
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.intake.domain.subject_request import ExtensionReason, SubjectRequest
from services.intake.store.rights import SubjectRequests


class ExtendSubjectRequest(Command):
    """Take the two further months of art. 12(3); the person must be told within the first one."""

    reason: Annotated[ExtensionReason, Field(examples=["complexity"])]


async def extend_subject_request(
    request_id: SubjectRequestId, command: ExtendSubjectRequest, *, by: Caller, tx: Transaction
) -> SubjectRequest:
    """Move the last day to answer, once."""
    store = SubjectRequests(tx, by)
    request = await store.to_answer(request_id)
    tx.record(request.extend(command.reason, clock.today()))
    await store.keep(request)
    return request
