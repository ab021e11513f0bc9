"""A worker registers a request that a person makes about her own data."""

from typing import Annotated

from pydantic import Field

from contracts.intake.rights import RequestKind
from contracts.values import ClientId, Command, Day, Note
from kernel import clock, ids
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.intake.domain.subject_request import RequestChannel, SubjectRequest, due
from services.intake.store.clients import Clients
from services.intake.store.rights import SubjectRequests


class OpenSubjectRequest(Command):
    """Register a request of a data subject; its term runs from the day it was received."""

    kind: Annotated[RequestKind, Field(examples=["access"])]
    received_on: Day
    channel: Annotated[RequestChannel, Field(examples=["in_person"])]
    note: Note | None = None


async def open_subject_request(
    client_id: ClientId, command: OpenSubjectRequest, *, by: Caller, tx: Transaction
) -> SubjectRequest:
    """Keep the request, and say by when it must be answered."""
    store = Clients(tx, by)
    client = await store.get(client_id)
    request = SubjectRequest(
        id=ids.new(),
        client_id=client_id,
        institution=by.institution,
        kind=command.kind,
        received_on=command.received_on,
        channel=command.channel,
        due_on=due(command.received_on),
        opened_by=by.worker,
        note=command.note,
    )
    tx.record(request.opened(clock.today()))
    await SubjectRequests(tx, by).add(request)
    await store.keep(client)
    return request
