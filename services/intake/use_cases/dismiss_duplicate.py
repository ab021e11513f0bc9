"""A worker decides that two clients who look alike are two people."""

from contracts.values import DuplicateId
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.intake.domain.duplicate import Duplicate
from services.intake.store.duplicates import Duplicates


async def dismiss_duplicate(
    duplicate_id: DuplicateId, *, expected: int | None, by: Caller, tx: Transaction
) -> Duplicate:
    """Dismiss the pair; the two are never proposed again."""
    store = Duplicates(tx, by)
    pair = await store.to_decide(duplicate_id)
    expect(pair.version, expected)
    tx.record(pair.dismiss(by.worker, clock.now()))
    await store.keep(pair)
    return pair
