"""A worker links two clients who look alike and stay apart: twins, relatives, or for protection."""

from typing import Annotated

from pydantic import Field

from contracts.intake import LinkKind
from contracts.values import Command, DuplicateId
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.intake.domain.duplicate import Duplicate
from services.intake.store.duplicates import Duplicates


class LinkDuplicate(Command):
    """Say why the two stay apart."""

    kind: Annotated[LinkKind, Field(examples=["twin"])]


async def link_duplicate(
    duplicate_id: DuplicateId,
    command: LinkDuplicate,
    *,
    expected: int | None,
    by: Caller,
    tx: Transaction,
) -> Duplicate:
    """Link the pair; the two are never proposed again."""
    store = Duplicates(tx, by)
    pair = await store.to_decide(duplicate_id)
    expect(pair.version, expected)
    tx.record(pair.bind(command.kind, by.worker, clock.now()))
    await store.keep(pair)
    return pair
