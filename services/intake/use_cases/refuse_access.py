"""The institution that registered the client refuses access to her record."""

from contracts.values import AccessRequestId
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.intake.domain.access import AccessRequest
from services.intake.store.access import AccessRequests


async def refuse_access(
    request_id: AccessRequestId, *, by: Caller, tx: Transaction
) -> AccessRequest:
    """Say no."""
    store = AccessRequests(tx, by)
    request = await store.to_answer(request_id)
    tx.record(request.refuse())
    await store.keep(request)
    return request
