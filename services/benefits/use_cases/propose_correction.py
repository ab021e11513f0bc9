"""Somebody says that a month of an award that was not paid yet should pay another sum."""

from pydantic import ConfigDict

from contracts.values import Amount, AwardId, Command, Month
from kernel import clock, ids
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.benefits.domain.award import Award
from services.benefits.domain.correcting import corrected_month
from services.benefits.domain.correction import (
    Correction,
    CorrectionPending,
    CorrectionReason,
    Proposal,
)
from services.benefits.store.awards import Awards
from services.benefits.store.corrections import Corrections


class ProposeCorrection(Command):
    """Propose another sum for a month that was not paid yet."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"month": "2026-05", "amount": "400.00", "reason": "computed_wrongly"}]
        }
    )

    month: Month
    amount: Amount
    reason: CorrectionReason


async def propose_correction(
    award_id: AwardId,
    command: ProposeCorrection,
    *,
    expected: int | None,
    by: Caller,
    tx: Transaction,
) -> Award:
    """Lay it before a second person; until he decides, the month stays what it was."""
    award = await Awards(tx, by).get(award_id)
    expect(award.version, expected)
    award.require_awarder(by.institution)
    corrections = Corrections(tx, award)
    if known := await corrections.waiting():
        raise CorrectionPending(correction_id=str(known))
    month = corrected_month(award, command.month, command.amount)
    correction, proposed = Correction.propose(
        award,
        Proposal((month,), frozenset({command.month}), command.reason),
        correction_id=ids.new(),
        by=by.worker,
        on=clock.today(),
    )
    await corrections.add(correction)
    tx.record(proposed)
    return award
