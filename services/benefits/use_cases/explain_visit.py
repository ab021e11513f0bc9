"""A provider explains what looks wrong about a visit."""

from contracts.benefits.vouchers import VisitId
from contracts.values import Command, Note
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.benefits.domain.visit import Visit, VisitFlag
from services.benefits.store.visits import Visits


class ExplainVisit(Command):
    """Explain a flag, in one's own words."""

    flag: VisitFlag
    explanation: Note


async def explain_visit(
    visit_id: VisitId, command: ExplainVisit, *, expected: int | None, by: Caller, tx: Transaction
) -> Visit:
    """Note it beside the flag; whether it is enough the payer decides."""
    tx.quiet = True
    visits = Visits(tx, by)
    visit = await visits.get(visit_id)
    visit.require_provider(by.institution)
    expect(visit.version, expected)
    visit.require_flag(command.flag)
    words = await visits.words(visit)
    told = dict(words.explanations) | {command.flag: command.explanation}
    visit.version += 1
    await visits.keep(visit, words.model_copy(update={"explanations": told}))
    tx.record(visit.told())
    return visit
