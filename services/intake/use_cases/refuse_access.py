"""The institution that registered the client refuses access to her record."""

from typing import Annotated

from pydantic import Field

from contracts.intake import AccessRefusal
from contracts.values import AccessRequestId, Command
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.intake.domain.access import AccessRequest
from services.intake.store.access import AccessRequests


class RefuseAccess(Command):
    """Say no, and why."""

    reason: Annotated[AccessRefusal, Field(examples=["no_legal_basis"])]


async def refuse_access(
    request_id: AccessRequestId, command: RefuseAccess, *, by: Caller, tx: Transaction
) -> AccessRequest:
    """Say no."""
    store = AccessRequests(tx, by)
    request = await store.to_answer(request_id)
    tx.record(request.refuse(command.reason))
    await store.keep(request)
    return request
