"""A second person grants the award."""

from contracts.values import AwardId
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.benefits.domain.award import Award
from services.benefits.store.awards import Awards


async def approve_award(
    award_id: AwardId, *, expected: int | None, by: Caller, tx: Transaction
) -> Award:
    """Grant it, month by month as computed; it is active at once if its first month has come."""
    awards = Awards(tx, by)
    award = await awards.get(award_id)
    expect(award.version, expected)
    tx.record(award.approve(by=by.worker, institution=by.institution, on=clock.today()))
    if begun := award.begin(clock.today()):
        tx.record(begun)
    await awards.keep(award)
    return award
