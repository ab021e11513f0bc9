"""The institution that registered a client lifts the restriction of her data, having told her before."""

from contracts.intake.rights import ClientUnrestricted
from contracts.values import ClientId
from kernel import clock, kinship, relations
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.intake.domain.erasure import OnlyItsRegistrar
from services.intake.domain.restriction import NotRestricted, Restriction
from services.intake.store.clients import Clients
from services.intake.store.rights import Restrictions


async def lift_restriction(client_id: ClientId, *, by: Caller, tx: Transaction) -> Restriction:
    """Let her partners see her again."""
    store = Clients(tx, by)
    client = await store.get(client_id)
    if client.registered_by != by.institution:
        raise OnlyItsRegistrar
    restriction = await Restrictions(tx).standing(client_id)
    if restriction is None:
        raise NotRestricted(state="unrestricted", allowed=["restrict"])
    restriction.lift(by.worker, clock.now())
    await Restrictions(tx).keep(restriction)
    for one in await kinship.family(tx.session, client_id):
        event = ClientUnrestricted(client_id=one)
        await relations.note(tx.session, clock.now(), event)
        tx.record(event)
    await store.keep(client)
    return restriction
