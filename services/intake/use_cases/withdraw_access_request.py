"""The institution that asked for access takes its request back."""

from contracts.values import AccessRequestId
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.intake.domain.access import AccessRequest
from services.intake.store.access import AccessRequests


async def withdraw_access_request(
    request_id: AccessRequestId, *, by: Caller, tx: Transaction
) -> AccessRequest:
    """Ask no longer."""
    store = AccessRequests(tx, by)
    request = await store.to_withdraw(request_id)
    tx.record(request.withdraw())
    await store.keep(request)
    # Who asked has not learnt her id, and does not learn it by asking no longer.
    tx.quiet = True
    return request
