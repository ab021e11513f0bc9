"""Her card: the labour office."""

from datetime import date
from typing import Any

from contracts.sections import Level, Section
from kernel.service import Bodies
from services.intake.domain.labour import Registration, ipd_due
from services.intake.store.labour import Labour
from services.intake.views.card.part import Sections, Subject

_HEALTH = {"disability", "work_limits"}
# Work is read in full by NGOs too, who are to know of the office no more than status and days
# besides education and work history (matrix); the rest is asked for by its own address.
_OF_THE_OFFICE = {
    "benefit_right",
    "cares_for_others",
    "excluding_titles",
    "legacy_profile",
    "mode",
    "priority_groups",
}


async def labour_office(subject: Subject) -> Sections:
    """As what she is registered, what she learned and did; in summary status and days only."""
    found = await Labour(subject.tx, subject.client.id).all()
    if not found:
        return {}
    latest = found[-1]
    days = _days(latest, subject.client.birth_date, found[:-1])
    facts = latest.facts
    body = days | {
        "id": str(latest.id),
        "version": latest.version,
        "registered_by": str(latest.registered_by),
        "facts": facts.model_dump(
            mode="json", exclude=_HEALTH | _OF_THE_OFFICE, exclude_defaults=True
        ),
        "earlier": [
            {
                "status": r.status,
                "registered_on": f"{r.registered_on}",
                "ended_on": f"{r.ended_on}",
            }
            for r in found[:-1]
        ],
    }
    sections: dict[Section | str, Bodies] = {
        Section.WORK: {
            Level.FULL: {"labour_office": body},
            Level.SUMMARY: {"labour_office": days},
        }
    }
    if facts.disability or facts.work_limits:
        health = facts.model_dump(mode="json", include=_HEALTH)
        sections[Section.HEALTH] = {
            Level.FULL: {"labour_office": health},
            # What she cannot do at work is what the labour office needs of her health (matrix: S).
            Level.SUMMARY: {"recorded": True, "work_limits": facts.work_limits},
        }
    return sections


def _days(latest: Registration, born_on: date, earlier: list[Registration]) -> dict[str, Any]:
    due = ipd_due(latest, born_on, earlier)
    plan = latest.ipds[-1] if latest.ipds else None
    contact = latest.next_contact_due_on
    return {
        "status": latest.status,
        "registered_on": latest.registered_on.isoformat(),
        "ended_on": latest.ended_on.isoformat() if latest.ended_on else None,
        "end_reason": latest.end_reason,
        "ipd_made_on": plan.made_on.isoformat() if plan else None,
        "ipd_due_on": due.on.isoformat() if due else None,
        "ipd_due_because": due.reason if due else None,
        "next_contact_due_on": contact.isoformat() if contact else None,
    }
