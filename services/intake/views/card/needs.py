"""Her card: reasons and needs, strengths, assessments, the diagnosis."""

from typing import Any

from contracts.sections import Level, Section
from kernel.service import Bodies
from services.intake.domain.assessment import Assessment
from services.intake.domain.need import Need
from services.intake.store.needs import Needs
from services.intake.views.card.part import Sections, Subject


async def needs_and_reasons(subject: Subject) -> Sections:
    """Reasons and needs, each under the category it belongs to."""
    lists: dict[Section, dict[str, list[Any]]] = {}
    for reason in subject.client.reasons:
        lists.setdefault(reason.section, {}).setdefault("reasons", []).append(reason.value)
    for need in await Needs(subject.tx, subject.client.id).all():
        lists.setdefault(need.kind.section, {}).setdefault("needs", []).append(_need(need))
    return {
        section: {
            Level.FULL: {"reasons": [], "needs": []} | found,
            Level.SUMMARY: {"recorded": True},
        }
        for section, found in lists.items()
    }


async def findings(subject: Subject) -> Sections:
    """What she can build on, what she scored, and what was concluded."""
    needs = Needs(subject.tx, subject.client.id)
    sections: dict[Section | str, Bodies] = {}
    bodies: dict[Section, dict[str, Any]] = {}
    if strengths := await needs.strengths():
        bodies[Section.NEEDS] = {
            "strengths": [{"id": str(s.id), "kind": s.kind, "note": s.note} for s in strengths]
        }
    for made in await needs.assessments():
        series = bodies.setdefault(made.section, {}).setdefault("assessments", [])
        series.append(_assessment(made))
    sections |= {s: {Level.FULL: b, Level.SUMMARY: {"recorded": True}} for s, b in bodies.items()}
    if diagnoses := await needs.diagnoses():
        latest = diagnoses[-1]
        notes = bodies.get(Section.NOTES, {}) | {
            "diagnosis": {
                "text": latest.text,
                "summary": latest.summary,
                "recorded_by": str(latest.recorded_by),
                "recorded_at": latest.recorded_at.isoformat(),
            },
            "earlier_diagnoses": len(diagnoses) - 1,
        }
        sections[Section.NOTES] = {
            Level.FULL: notes,
            Level.SUMMARY: {"recorded": True, "diagnosis_summary": latest.summary},
        }
    return sections


def _need(need: Need) -> dict[str, Any]:
    closing = need.closing
    return {
        "id": str(need.id),
        "kind": need.kind,
        "service_category": need.kind.category.code,
        "urgency": need.urgency,
        "note": need.note,
        "due_on": need.due_on.isoformat() if need.due_on else None,
        "added_by": str(need.added_by),
        "added_at": need.added_at.isoformat(),
        "outcome": closing.outcome if closing else None,
        "closed_on": closing.closed_on.isoformat() if closing else None,
        "closing_reason": closing.reason if closing else None,
    }


def _assessment(made: Assessment) -> dict[str, Any]:
    return {
        "id": str(made.id),
        "instrument": made.instrument,
        "version": made.version,
        "assessed_on": made.assessed_on.isoformat(),
        "total": made.total,
        "items": made.scores,
    }
