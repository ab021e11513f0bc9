"""A worker asks whether a job pays for a client whose household and incomes were declared."""

from contracts.sections import Level, Section
from contracts.values import ClientId
from kernel import relations
from kernel.callers import Caller
from kernel.house import House
from kernel.rights import Seat, sees
from kernel.transactions import Transaction
from services.benefits.domain.declared import ClientNotFound, Declared
from services.benefits.domain.what_if import WhatIf
from services.benefits.domain.what_if_of_client import DeclaredUsed, WhatIfOfClient


async def what_if_of_client(
    client_id: ClientId,
    command: WhatIfOfClient,
    *,
    by: Caller,
    tx: Transaction,
    house: House,
) -> tuple[WhatIf, DeclaredUsed]:
    """Her declarations as a question; nothing of it is kept. Whoever may not read her incomes does not learn she is there."""
    grounds = await relations.grounds_of(tx.session, client_id, by)
    if sees(Seat.of(by), grounds, Section.INCOME) is not Level.FULL:
        raise ClientNotFound
    path = f"/internal/ask/intake/clients/{client_id}/means/{command.on}"
    found = await house.ask("gateway", path)
    if found is None:
        raise ClientNotFound
    return command.asked(Declared.model_validate(found))
