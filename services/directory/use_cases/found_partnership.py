"""The operator founds a partnership; only an agreement in force lets its members share."""

from typing import Annotated

from pydantic import Field

from contracts.territory import Territory
from contracts.values import Command, PartnershipId
from kernel import ids
from kernel.transactions import Transaction
from services.directory.domain.partnership import Partnership, PartnershipName
from services.directory.store import Partnerships


class FoundPartnership(Command):
    """Found a partnership."""

    id: Annotated[PartnershipId | None, Field(description="Made if absent.")] = None
    name: PartnershipName
    territory: Annotated[list[Territory], Field(min_length=1, max_length=50)]


async def found_partnership(command: FoundPartnership, *, tx: Transaction) -> Partnership:
    """Found it once: under an id that is known already nothing changes."""
    store = Partnerships(tx)
    if command.id is not None and (known := await store.find(command.id)):
        return known
    partnership = Partnership(command.id or ids.new(), command.name, list(command.territory))
    store.add(partnership)
    tx.record(partnership.founded())
    return partnership
