"""Her card: work."""

from contracts.sections import Level, Section
from services.intake.store.declarations import JOB, Declarations
from services.intake.tables.work import employments
from services.intake.views.card.part import Sections, Subject


async def jobs(subject: Subject) -> Sections:
    """Where she works."""
    declarations = Declarations(subject.tx, subject.client.id)
    found = []
    for row in await declarations.rows(employments, employments.c.started_on):
        kind, employer = JOB.open(subject.key, row.sealed)
        found.append(
            {
                "id": str(row.id),
                "started_on": row.started_on.isoformat(),
                "kind": kind,
                "employer": employer,
            }
        )
    if not found:
        return {}
    summary = {"employed_since": found[-1]["started_on"]}
    return {Section.WORK: {Level.FULL: {"employments": found}, Level.SUMMARY: summary}}
