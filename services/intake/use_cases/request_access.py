"""A worker meets a client who is registered elsewhere, and asks her institution for access."""

from contracts.values import Command, Note
from kernel import clock, ids, relations
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.intake.domain.access import AccessRequest, AlreadyVisible, NobodyRegistered
from services.intake.domain.pesel import Pesel
from services.intake.store.access import AccessRequests
from services.intake.store.clients import Clients, pesel_indexes


class RequestAccess(Command):
    """Ask for access to the record of the person with this PESEL number."""

    pesel: Pesel
    reason: Note


async def request_access(
    command: RequestAccess, *, by: Caller, tx: Transaction, index_secret: bytes
) -> AccessRequest:
    """Ask the institution that registered her; it answers."""
    known = await Clients(tx, by).find_by_pesel(*pesel_indexes(index_secret, command.pesel))
    if known is None:
        raise NobodyRegistered
    client_id, owner = known
    if await relations.may_see(tx.session, client_id, by.institution):
        raise AlreadyVisible(href=f"/v1/records/{client_id}")
    request = AccessRequest(
        id=ids.new(),
        client_id=client_id,
        owner=owner,
        asked_by=by.institution,
        asked_at=clock.now(),
        reason=command.reason,
    )
    await AccessRequests(tx, by).add(request)
    tx.record(request.asked())
    # The one who asks may not learn her id before the answer.
    tx.quiet = True
    return request
