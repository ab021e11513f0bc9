"""Her card: needs and reasons."""

from typing import Any

from contracts.sections import Level, Section
from services.intake.store.declarations import NEED, Declarations
from services.intake.tables.needs import needs
from services.intake.views.card.part import Sections, Subject


async def needs_and_reasons(subject: Subject) -> Sections:
    """Reasons and needs, each under the category it belongs to."""
    declarations = Declarations(subject.tx, subject.client.id)
    lists: dict[Section, dict[str, list[Any]]] = {}
    for reason in subject.client.reasons:
        lists.setdefault(reason.section, {}).setdefault("reasons", []).append(reason.value)
    for row in await declarations.rows(needs, needs.c.id):
        kind, urgency, note = NEED.open(subject.key, row.sealed)
        need = {
            "id": str(row.id),
            "kind": kind,
            "urgency": urgency,
            "note": note,
            "added_by": str(row.added_by),
            "added_at": row.added_at.isoformat(),
        }
        lists.setdefault(kind.section, {}).setdefault("needs", []).append(need)
    return {
        section: {
            Level.FULL: {"reasons": [], "needs": []} | found,
            Level.SUMMARY: {"recorded": True},
        }
        for section, found in lists.items()
    }
