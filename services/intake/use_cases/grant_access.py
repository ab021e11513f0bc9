"""The institution that registered the client lets another one see her record."""

from typing import Annotated

from pydantic import Field

from contracts.sections import Section
from contracts.values import AccessRequestId, Command, LegalBasis, VitalInterest
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.intake.domain.access import AccessRequest, NoAnswerToAnEmergency
from services.intake.domain.sharing import ShareWith
from services.intake.store.access import AccessRequests
from services.intake.store.clients import Clients
from services.intake.use_cases.open_sharing import begin_sharing


class GrantAccess(Command):
    """Say yes, and on which legal basis."""

    basis: LegalBasis
    sections: Annotated[
        tuple[Section, ...],
        Field(max_length=15, description="As in a sharing; none: all that its task permits."),
    ] = ()


async def grant_access(
    request_id: AccessRequestId, command: GrantAccess, *, by: Caller, tx: Transaction
) -> AccessRequest:
    """Open a sharing to whoever asked."""
    if isinstance(command.basis, VitalInterest):
        raise NoAnswerToAnEmergency(pointer="/basis/kind")
    store, clients = AccessRequests(tx, by), Clients(tx, by)
    request = await store.to_answer(request_id)
    request.grant()
    client = await clients.get(request.client_id)
    share = ShareWith(institution=request.asked_by, basis=command.basis, sections=command.sections)
    await begin_sharing(request.client_id, share, by=by, tx=tx)
    await clients.keep(client)
    await store.keep(request)
    return request
