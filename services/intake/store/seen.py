"""How much of each section of a client a caller sees."""

from uuid import UUID

from contracts.sections import Section
from kernel import relations
from kernel.callers import Caller
from kernel.rights import Seat, Sight, sights
from kernel.transactions import Transaction


async def seen(tx: Transaction, client_id: UUID, by: Caller) -> dict[Section, Sight]:
    """What the caller's seat sees on the ground of the live relations to the client."""
    standing = await relations.grounds_of(tx.session, client_id, by)
    return {sight.section: sight for sight in sights(Seat.of(by), standing)}
