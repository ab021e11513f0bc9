"""A worker undoes a merge: the two records are of two people after all."""

from typing import Annotated

from pydantic import Field

from contracts.values import ClientId, Command
from kernel import clock, ids, kinship, relations
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.intake.domain.duplicate import DuplicateState
from services.intake.domain.merging import NotMerged, Parted, part
from services.intake.store.clients import Clients
from services.intake.store.duplicates import Duplicates
from services.intake.store.households import relink_parted
from services.intake.store.merging import both, since_merge


class UnmergeClients(Command):
    """Part a merged record from this one."""

    merged_id: Annotated[
        ClientId,
        Field(
            description="The record that stands for this one.",
            examples=["0197a000-0000-7000-8000-00000000c002"],
        ),
    ]


async def unmerge_clients(
    client_id: ClientId, command: UnmergeClients, *, by: Caller, tx: Transaction
) -> Parted:
    """Let each id stand for itself again, with every fact that was written to it."""
    merged_id = command.merged_id
    kept, merged, standing = await both(tx, by, client_id, merged_id)
    survivor = await kinship.survivor(tx.session, merged_id)
    if merged_id == client_id or survivor != client_id:
        raise NotMerged
    event = part(kept, merged, standing=standing)
    merged_at, stays = await since_merge(tx, client_id, merged_id)
    now = clock.now()
    await relations.note(tx.session, now, event)
    await relink_parted(tx, [client_id, merged_id])
    tx.record(event)
    await Duplicates(tx, by).settle(
        client_id, merged_id, DuplicateState.NOT_DUPLICATE, at=now, pair_id=ids.new()
    )
    for client in (kept, merged):
        await Clients(tx, by).keep(client)
    return Parted(client_id, merged_id, merged_at, stays)
