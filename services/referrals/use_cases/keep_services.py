"""What is kept here of services and of where clients live, as the others announce it."""

from datetime import date

from contracts.directory import NamesService
from contracts.values import ClientId
from kernel import kinship
from kernel.journal import Fact
from kernel.transactions import Transaction
from services.referrals.store.places import Dwellings, Places
from services.referrals.use_cases.count_places import count_places


async def keep_service(said: NamesService, *, cause: Fact, tx: Transaction) -> None:
    """Keep what the directory says of a service; where there is more room, who waits is offered it."""
    places = Places(tx)
    await places.keep(said)
    await count_places(await places.lock([said.service_id]), tx=tx, cause=cause)


async def keep_dwelling(
    client_id: ClientId, lives_from: date, municipality: str | None, *, tx: Transaction
) -> None:
    """Keep in which municipality a client lives from a day on."""
    await Dwellings(tx).keep(client_id, lives_from, municipality)


async def release_places(client_id: ClientId, *, cause: Fact, tx: Transaction) -> None:
    """She is erased: she holds no place, and waits for none."""
    family = await kinship.family(tx.session, client_id)
    places = Places(tx)
    freed = await places.release(family)
    await Dwellings(tx).forget(family)
    await count_places(freed, tx=tx, cause=cause)
