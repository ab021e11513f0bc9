"""Who was just registered is announced with the sharings she begins with: one or five hundred alike."""

from collections.abc import Sequence

from contracts.intake import ClientRegistered
from contracts.relations import OpensRelation
from kernel import clock, relations
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.intake.domain.sharing import ShareWith
from services.intake.store.sharings import Sharings
from services.intake.use_cases.open_sharing import new_sharing


async def announce_newcomers(
    registered: Sequence[ClientRegistered],
    share_with: Sequence[ShareWith],
    *,
    by: Caller,
    tx: Transaction,
) -> None:
    """Open the sharings, which were checked, and record it all in the order it is told."""
    today, opened, relating = clock.today(), [], list[OpensRelation]()
    for event in registered:
        events: list[OpensRelation] = [event]
        for place, share in enumerate(share_with):
            sharing = new_sharing(event.client_id, share, by)
            events.append(sharing.opened(today, f"/share_with/{place}"))
            opened.append(sharing)
        tx.record(*events)
        relating += events
    await Sharings(tx).add_all(opened)
    await relations.note_new(tx.session, clock.now(), relating)
