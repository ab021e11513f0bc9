"""An emergency is over before its hours are: the record is closed again."""

from contracts.values import RelationId
from kernel import clock, kinship, relations
from kernel.callers import Caller
from kernel.rights import Seat, permits
from kernel.transactions import Transaction
from services.intake.domain.glass import Glass
from services.intake.store.clients import Clients
from services.intake.store.glasses import Glasses
from services.intake.store.sharings import Sharings


async def end_glass(glass_id: RelationId, *, by: Caller, tx: Transaction) -> Glass:
    """End an emergency opening at once; its alarms are still to be reviewed."""
    glass = await Glasses(tx, by).known_here(glass_id)
    # Her row first: two who end it at once end it once, and nobody breaks or narrows it meanwhile.
    await Clients(tx, by).hold(await kinship.survivor(tx.session, glass.client_id))
    sharings, now = Sharings(tx), clock.now()
    left = await sharings.left_of(glass.client_id, glass.id)
    event = glass.end(
        left,
        now,
        institution=by.institution,
        worker=by.worker,
        answers=permits(Seat.of(by), "ReviewAlarm"),
    )
    await sharings.close(left)
    await relations.note(tx.session, now, event)
    tx.record(event)
    return glass
