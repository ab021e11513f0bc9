"""A worker proposes to erase a client; a second person will decide."""

from typing import Annotated

from pydantic import Field

from contracts.values import ClientId, Command, InstitutionKind
from kernel import clock, ids, kinship
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.intake.domain.client import Client
from services.intake.domain.erasure import (
    Erasure,
    ErasureGround,
    ErasureProposed,
    OnlyItsRegistrar,
    require_free,
)
from services.intake.domain.retention import Kept, kept, still_kept
from services.intake.store.clients import Clients
from services.intake.store.rights import (
    Closings,
    Erasures,
    Holds,
    consents_ended_on,
    registrar_kind,
)


class ProposeErasure(Command):
    """Propose, on which ground of art. 17(1)."""

    ground: Annotated[ErasureGround, Field(examples=["no_longer_needed"])]


async def propose_erasure(
    client_id: ClientId, command: ProposeErasure, *, by: Caller, tx: Transaction
) -> Erasure:
    """Keep the proposal; what stands against it is told at once."""
    client = await Clients(tx, by).get(client_id)
    if client.registered_by != by.institution:
        raise OnlyItsRegistrar
    await check_free(client, command.ground, tx)
    erasure = Erasure(
        id=ids.new(),
        client_id=client_id,
        institution=by.institution,
        ground=command.ground,
        proposed_by=by.worker,
        proposed_at=clock.now(),
    )
    if not await Erasures(tx, by).add(erasure):
        raise ErasureProposed(state="proposed", allowed=["approve", "withdraw"])
    return erasure


async def check_free(client: Client, ground: ErasureGround, tx: Transaction) -> None:
    """Refuse while a hold or a rule on keeping stands against erasing her."""
    today = clock.today()
    everyone = await kinship.family(tx.session, client.id)
    holds = await Holds(tx).standing(everyone, today)
    require_free(ground, holds, still_kept(await kept_of(client, tx), today))


async def kept_of(client: Client, tx: Transaction) -> list[Kept]:
    """How long the law keeps each class of her records."""
    everyone = await kinship.family(tx.session, client.id)
    closing = await Closings(tx).standing(client.id)
    # Whoever registered her is known by now; if not, the longest rule is the safe one.
    kind = InstitutionKind(await registrar_kind(tx, client.registered_by) or InstitutionKind.OPS)
    ended = await consents_ended_on(tx, everyone)
    return kept(kind, closing.closed_on if closing else None, ended)
