"""What referrals do about what is heard: fall away when what they rest on changes."""

from contracts.directory import InstitutionRegistered, ServiceRetired
from contracts.intake import SharingClosed
from contracts.intake.person import ClientMoved
from contracts.intake.rights import ClientClosed, ClientErased, ClientUnrestricted
from kernel.journal import Fact
from kernel.transactions import Transaction
from services.referrals.reactions.heard import reactions
from services.referrals.use_cases.react_to_changes import (
    client_closed,
    client_erased,
    client_moved,
    note_territory,
    service_retired,
    sharing_closed,
    without_right,
)


@reactions.hears(InstitutionRegistered)
async def know_its_territory(event: InstitutionRegistered, _: Fact, tx: Transaction) -> None:
    """An office serves a part of Poland."""
    await note_territory(event.party_id, event.territory, tx=tx)


@reactions.hears(ClientMoved)
async def look_where_she_lives(event: ClientMoved, fact: Fact, tx: Transaction) -> None:
    """Another office is competent now, or from a day to come: then the clock looks (`follow_moves`).

    Where she lives was kept just before, by `reactions.places`.
    """
    await client_moved(event.client_id, cause=fact, tx=tx)


@reactions.hears(SharingClosed)
async def look_who_may_see_her(event: SharingClosed, fact: Fact, tx: Transaction) -> None:
    """Nobody refers a client whom he may not see."""
    await sharing_closed(event.client_id, event.relation_id, cause=fact, tx=tx)


@reactions.hears(ClientUnrestricted)
async def look_again_who_may(event: ClientUnrestricted, fact: Fact, tx: Transaction) -> None:
    """A right that ended meanwhile was not told from one that was only stayed."""
    await without_right(event.client_id, cause=fact, tx=tx)


@reactions.hears(ServiceRetired)
async def ask_nothing_of_it(event: ServiceRetired, fact: Fact, tx: Transaction) -> None:
    """Nobody answers there any more."""
    await service_retired(event.service_id, cause=fact, tx=tx)


@reactions.hears(ClientClosed)
async def stop_with_the_case(event: ClientClosed, fact: Fact, tx: Transaction) -> None:
    """Her case is closed."""
    await client_closed(event.client_id, cause=fact, tx=tx)


@reactions.hears(ClientErased)
async def forget(event: ClientErased, _: Fact, tx: Transaction) -> None:
    """Nothing of hers is left to do."""
    await client_erased(event.client_id, tx=tx)
