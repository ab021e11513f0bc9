"""Incomes changed: the months that are left are worked out anew, and a second person confirms them."""

from contracts.values import AwardId
from kernel import clock, ids
from kernel.callers import Caller
from kernel.house import House
from kernel.transactions import Transaction
from kernel.versions import expect
from services.benefits.domain.award import Award
from services.benefits.domain.correction import (
    Correction,
    CorrectionPending,
    CorrectionReason,
    Proposal,
)
from services.benefits.domain.declared import ClientNotFound, Declared
from services.benefits.domain.recomputing import recomputed
from services.benefits.store.awards import Awards
from services.benefits.store.corrections import Corrections
from services.benefits.store.law import known_law


async def recompute_award(
    award_id: AwardId, *, expected: int | None, by: Caller, tx: Transaction, house: House
) -> Award:
    """Work out what the months from the noted one on come to; where they differ, propose it."""
    awards = Awards(tx, by)
    declared = await _declared(house, *await awards.whose(award_id))
    award = await awards.get(award_id)
    expect(award.version, expected)
    award.require_awarder(by.institution)
    corrections = Corrections(tx, award)
    if known := await corrections.waiting():
        raise CorrectionPending(correction_id=str(known))
    found = recomputed(award, declared, await known_law(tx))
    if found.differs:
        correction, proposed = Correction.propose(
            award,
            Proposal(found.months, found.replacing, CorrectionReason.INCOME_CHANGED, found.trace),
            correction_id=ids.new(),
            by=by.worker,
            on=clock.today(),
        )
        await corrections.add(correction)
        tx.record(proposed)
    award.noted_as_of(found.asked)
    await awards.keep(award)
    return award


async def _declared(house: House, client_id: object, on: object) -> Declared:
    found = await house.ask("gateway", f"/internal/ask/intake/clients/{client_id}/means/{on}")
    if found is None:
        raise ClientNotFound
    return Declared.model_validate(found)
