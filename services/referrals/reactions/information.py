"""What requests for information do about what is heard: they fall away when their ground does."""

from contracts.event import Event
from contracts.intake.rights import ClientClosed, ClientErased
from contracts.referrals.requests import RequestOver
from contracts.relations import ClosesRelation
from kernel.journal import Fact
from kernel.transactions import Transaction
from services.referrals.reactions.heard import reactions
from services.referrals.use_cases.supersede_requests import (
    supersede_requests,
    supersede_without_right,
)

_OWN = "information."


async def fall_with_the_right(event: ClosesRelation, fact: Fact, tx: Transaction) -> None:
    """Whatever ended a right to see: if it was the asker's last one, the request falls away."""
    await supersede_without_right(event.client_id, cause=fact, tx=tx)


for _closing in [*Event.known.values()]:
    if issubclass(_closing, ClosesRelation) and not _closing.wire_name.startswith(_OWN):
        reactions.hears(_closing)(fall_with_the_right)


@reactions.hears(ClientClosed)
async def fall_with_the_case(event: ClientClosed, fact: Fact, tx: Transaction) -> None:
    """Nobody needs to know any more."""
    await supersede_requests(event.client_id, RequestOver.CLIENT_CLOSED, tx=tx, cause=fact)


@reactions.hears(ClientErased)
async def fall_with_the_client(event: ClientErased, fact: Fact, tx: Transaction) -> None:
    """Nothing is left to ask about, and nothing is said of her any more."""
    await supersede_requests(event.client_id, RequestOver.CLIENT_ERASED, tx=tx, cause=fact)
