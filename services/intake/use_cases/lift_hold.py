"""The institution that placed a hold lifts it."""

from contracts.values import ClientId, HoldId
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.intake.domain.erasure import Hold
from services.intake.store.clients import Clients
from services.intake.store.rights import Holds


async def lift_hold(client_id: ClientId, hold_id: HoldId, *, by: Caller, tx: Transaction) -> Hold:
    """Let the ordinary rules decide again."""
    await Clients(tx, by).get(client_id)
    hold = await Holds(tx).get(client_id, hold_id)
    hold.lift(clock.now(), by=by.institution)
    await Holds(tx).keep(hold)
    return hold
