"""A worker takes back what was decided about two clients who look alike."""

from contracts.values import DuplicateId
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.intake.domain.duplicate import Duplicate
from services.intake.store.duplicates import Duplicates


async def reopen_duplicate(
    duplicate_id: DuplicateId, *, expected: int | None, by: Caller, tx: Transaction
) -> Duplicate:
    """Unlink the pair, or take its dismissal back: it waits for a decision again."""
    store = Duplicates(tx, by)
    pair = await store.to_decide(duplicate_id)
    expect(pair.version, expected)
    tx.record(pair.reopen(by.worker, clock.now()))
    await store.keep(pair)
    return pair
