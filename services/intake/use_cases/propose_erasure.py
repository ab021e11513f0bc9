"""A worker proposes to erase a client; a second person will decide."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from contracts.values import ClientId, Command
from kernel import clock, ids
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.intake.domain.erasure import (
    Erasure,
    ErasureGround,
    ErasureProposed,
    OnlyItsRegistrar,
    require_free,
)
from services.intake.domain.retention import still_kept
from services.intake.store.clients import Clients
from services.intake.store.rights import Erasures, Holds, kept_of, lock_family


class ProposeErasure(Command):
    """Propose, on which ground of art. 17(1)."""

    ground: Annotated[ErasureGround, Field(examples=["no_longer_needed"])]


async def propose_erasure(
    client_id: ClientId, command: ProposeErasure, *, by: Caller, tx: Transaction
) -> Erasure:
    """Keep the proposal; what stands against it is told at once."""
    first, *_ = await to_erase(client_id, command.ground, by=by, tx=tx)
    erasure = Erasure(
        id=ids.new(),
        client_id=first,
        institution=by.institution,
        ground=command.ground,
        proposed_by=by.worker,
        proposed_at=clock.now(),
    )
    if not await Erasures(tx, by).add(erasure):
        raise ErasureProposed(state="proposed", allowed=["approve", "withdraw"])
    return erasure


async def to_erase(
    client_id: UUID, ground: ErasureGround, *, by: Caller, tx: Transaction
) -> list[UUID]:
    """Every id of whom the caller's institution may erase; the one that goes on is the first.

    Refused while a hold or a rule on keeping stands against erasing any of her records.
    """
    family = await lock_family(tx, client_id)
    client = await Clients(tx, by).get(family[0])
    if client.registered_by != by.institution:
        raise OnlyItsRegistrar
    today = clock.today()
    holds = await Holds(tx).standing(family, today)
    require_free(ground, holds, still_kept(await kept_of(tx, family), today))
    return family
