"""The institution that registered the client lets another one see her record."""

from contracts.values import AccessRequestId, Command, LegalBasis
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.intake.domain.access import AccessRequest
from services.intake.domain.sharing import ShareWith
from services.intake.store.access import AccessRequests
from services.intake.use_cases.open_sharing import begin_sharing


class GrantAccess(Command):
    """Say yes, and on which legal basis."""

    basis: LegalBasis


async def grant_access(
    request_id: AccessRequestId, command: GrantAccess, *, by: Caller, tx: Transaction
) -> AccessRequest:
    """Open a sharing to whoever asked."""
    store = AccessRequests(tx, by)
    request = await store.to_answer(request_id)
    request.grant()
    share = ShareWith(institution=request.asked_by, basis=command.basis)
    await begin_sharing(request.client_id, share, by=by, tx=tx)
    await store.keep(request)
    return request
