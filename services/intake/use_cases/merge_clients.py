"""A worker decides that two records are of one person: they go on as one."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from contracts.intake import MergeReason
from contracts.values import ClientId, Command
from kernel import clock, ids, kinship, relations
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.intake.domain.client import Client
from services.intake.domain.duplicate import DuplicateState
from services.intake.domain.merging import AlreadyMerged, MergeWithItself, merge
from services.intake.store.clients import Clients
from services.intake.store.duplicates import Duplicates
from services.intake.store.merging import both


class MergeClients(Command):
    """Merge another record into this one, whose particulars lead."""

    merged_id: Annotated[
        ClientId,
        Field(
            description="The record that will stand for this one.",
            examples=["0197a000-0000-7000-8000-00000000c002"],
        ),
    ]
    reason: Annotated[MergeReason, Field(examples=["registered_twice"])]
    confirm_different_pesel: Annotated[
        bool, Field(strict=True, description="It is one person although the numbers differ.")
    ] = False


async def merge_clients(
    client_id: ClientId,
    command: MergeClients,
    *,
    expected: int | None,
    by: Caller,
    tx: Transaction,
) -> Client:
    """Let the other id stand for this record, with everything that hangs on it; nothing is moved."""
    merged_id = command.merged_id
    if merged_id == client_id:
        raise MergeWithItself
    kept, merged, standing = await both(tx, by, client_id, merged_id)
    if await kinship.survivor(tx.session, merged_id) == client_id:
        return kept  # done already: said twice, it has its effect once
    await _require_heads(client_id, merged_id, tx)
    expect(kept.version, expected)
    event = merge(
        kept,
        merged,
        standing=standing,
        reason=command.reason,
        confirmed=command.confirm_different_pesel,
    )
    now = clock.now()
    await relations.note(tx.session, now, event)
    tx.record(event)
    await Duplicates(tx, by).settle(
        client_id, merged_id, DuplicateState.MERGED, at=now, pair_id=ids.new()
    )
    await Clients(tx, by).keep(kept)
    return kept


async def _require_heads(client_id: UUID, merged_id: UUID, tx: Transaction) -> None:
    """Both must stand for themselves still: while the lock was waited for, another may have merged."""
    first = await kinship.survivor(tx.session, client_id)
    if first == merged_id:
        raise MergeWithItself
    other = await kinship.survivor(tx.session, merged_id)
    if (first, other) != (client_id, merged_id):
        raise AlreadyMerged(client_id=str(first if first != client_id else other))
