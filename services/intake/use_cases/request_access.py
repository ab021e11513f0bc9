"""A worker meets a client who is registered elsewhere, and asks her institution for access."""

from contracts.identifiers import Pesel
from contracts.values import BasisKind, Command, Note
from kernel import clock, ids, relations
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.intake.domain.access import AccessRequest, AlreadyVisible, NobodyRegistered
from services.intake.domain.terms import answer_due
from services.intake.store.access import AccessRequests
from services.intake.store.clients import Clients, pesel_indexes


class RequestAccess(Command):
    """Ask for access to the record of the person with this PESEL number."""

    pesel: Pesel
    reason: Note


async def request_access(
    command: RequestAccess, *, by: Caller, tx: Transaction, index_secret: bytes
) -> AccessRequest:
    """Ask the institution that registered her; it answers. Asked again, it is the same request."""
    store = Clients(tx, by)
    known = await store.find_by_pesel(*pesel_indexes(index_secret, command.pesel))
    if known is None:
        raise NobodyRegistered
    client_id, owner = known.client_id, known.owner
    # What the glass was broken for ends in hours: whoever needs her longer asks.
    live = await relations.between(tx.session, client_id, by)
    if any(relation.basis is not BasisKind.VITAL_INTEREST for relation in live):
        raise AlreadyVisible(href=f"/v1/records/{client_id}")
    # The one who asks may not learn her id before the answer.
    tx.quiet = True
    if await store.hold(client_id) is None:
        raise NobodyRegistered
    requests = AccessRequests(tx, by)
    if made := await requests.made(client_id):
        return made
    request = AccessRequest(
        id=ids.new(),
        client_id=client_id,
        owner=owner,
        asked_by=by.institution,
        asked_at=clock.now(),
        reason=command.reason,
        due_on=answer_due(clock.today()),
    )
    await requests.add(request)
    tx.record(request.asked())
    return request
