"""What places do about what is heard: services of the directory, and where clients live."""

from datetime import date

from contracts.directory import (
    CapacityChanged,
    NamesService,
    ServiceChanged,
    ServiceClosed,
    ServicePublished,
    ServiceReopened,
    ServiceRetired,
)
from contracts.intake import ClientRegistered
from contracts.intake.person import ClientMoved
from contracts.intake.rights import ClientErased
from kernel.journal import Fact
from kernel.transactions import Transaction
from services.referrals.reactions.heard import reactions
from services.referrals.use_cases.keep_services import (
    keep_dwelling,
    keep_service,
    release_places,
)

_ALWAYS = date(1900, 1, 1)
"""Where she lived when she was registered holds until she is known to have moved."""


@reactions.hears(ServicePublished)
@reactions.hears(ServiceChanged)
@reactions.hears(CapacityChanged)
@reactions.hears(ServiceClosed)
@reactions.hears(ServiceReopened)
@reactions.hears(ServiceRetired)
async def know_the_service(event: NamesService, fact: Fact, tx: Transaction) -> None:
    """Every event of a service says all that is needed of it here."""
    await keep_service(event, cause=fact, tx=tx)


@reactions.hears(ClientRegistered)
async def know_where_she_lives(event: ClientRegistered, _: Fact, tx: Transaction) -> None:
    """The municipality says which services cover her."""
    await keep_dwelling(event.client_id, _ALWAYS, event.municipality, tx=tx)


@reactions.hears(ClientMoved)
async def know_where_she_moved(event: ClientMoved, _: Fact, tx: Transaction) -> None:
    """From that day on."""
    await keep_dwelling(event.client_id, event.moved_on, event.municipality, tx=tx)


@reactions.hears(ClientErased)
async def give_her_places_back(event: ClientErased, fact: Fact, tx: Transaction) -> None:
    """Nobody holds a place whom nobody knows."""
    await release_places(event.client_id, cause=fact, tx=tx)
