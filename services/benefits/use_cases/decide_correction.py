"""A second person decides on a correction."""

from contracts.benefits import CorrectionId
from contracts.values import AwardId
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.benefits.domain.award import Award
from services.benefits.store.awards import Awards
from services.benefits.store.corrections import Corrections


async def confirm_correction(
    award_id: AwardId,
    correction_id: CorrectionId,
    *,
    expected: int | None,
    by: Caller,
    tx: Transaction,
) -> Award:
    """Let it hold: the months are what it says."""
    awards = Awards(tx, by)
    award = await awards.get(award_id)
    expect(award.version, expected)
    award.require_awarder(by.institution)
    corrections = Corrections(tx, award)
    correction = await corrections.get(correction_id)
    tx.record(correction.confirm(award, by=by.worker, on=clock.today()))
    await corrections.keep(correction)
    await awards.keep(award)
    return award


async def refuse_correction(
    award_id: AwardId, correction_id: CorrectionId, *, by: Caller, tx: Transaction
) -> Award:
    """Leave the months as they are."""
    award = await Awards(tx, by).get(award_id)
    award.require_awarder(by.institution)
    corrections = Corrections(tx, award)
    correction = await corrections.get(correction_id)
    tx.record(correction.refuse(by=by.worker, on=clock.today()))
    await corrections.keep(correction)
    return award
