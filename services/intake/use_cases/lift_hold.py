"""The institution that placed a hold lifts it, or the one that registered the client."""

from contracts.values import ClientId, HoldId
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.intake.domain.client import ClientNotFound
from services.intake.domain.erasure import Hold, HoldNotFound
from services.intake.store.clients import Clients
from services.intake.store.rights import Holds


async def lift_hold(client_id: ClientId, hold_id: HoldId, *, by: Caller, tx: Transaction) -> Hold:
    """Let the ordinary rules decide again; who placed it may do so also when he sees her no more."""
    registrar = await Clients(tx, by).hold(client_id)
    if registrar is None:
        raise ClientNotFound
    hold = await Holds(tx).find(client_id, hold_id)
    if hold is None or hold.institution != by.institution:
        await Clients(tx, by).look_up(client_id)
    if hold is None:
        raise HoldNotFound
    hold.lift(clock.now(), by=by.institution, registrar=registrar)
    await Holds(tx).keep(hold)
    return hold
