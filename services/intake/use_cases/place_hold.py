"""An institution forbids that a client's data be erased: a court case, a claim, an inspection."""

from typing import Annotated

from pydantic import Field

from contracts.values import BasisKind, ClientId, Command, Day
from kernel import clock, ids, relations
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.intake.domain.erasure import Hold, HoldOnVitalInterest, HoldReason
from services.intake.store.clients import Clients
from services.intake.store.rights import Holds


class PlaceHold(Command):
    """Hold, why and until when."""

    reason: Annotated[HoldReason, Field(examples=["court_case"])]
    until: Annotated[Day | None, Field(description="Last day, inclusive; none: until lifted.")] = (
        None
    )


async def place_hold(
    client_id: ClientId, command: PlaceHold, *, by: Caller, tx: Transaction
) -> Hold:
    """Keep the hold; also of restricted data, for that is storage."""
    await Clients(tx, by).get(client_id)
    standing = await relations.grounds_of(tx.session, client_id, by)
    if {ground.basis for ground in standing} <= {BasisKind.VITAL_INTEREST}:
        raise HoldOnVitalInterest
    hold = Hold(
        id=ids.new(),
        client_id=client_id,
        institution=by.institution,
        reason=command.reason,
        until=command.until,
        placed_by=by.worker,
        placed_at=clock.now(),
    )
    hold.check(clock.today())
    await Holds(tx).add(hold)
    return hold
