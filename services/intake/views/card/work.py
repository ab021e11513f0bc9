"""Her card: work."""

from typing import Any

from contracts.sections import Level, Section
from kernel import clock
from kernel.service import Bodies
from services.intake.domain.employment import Employment
from services.intake.store.employments import Employments
from services.intake.views.card.part import Sections, Subject


async def jobs(subject: Subject) -> Sections:
    """Where she works; what she earns there lies with her incomes."""
    found = await Employments(subject.tx, subject.client.id).all()
    if not found:
        return {}
    sections: dict[Section | str, Bodies] = {
        Section.WORK: {
            Level.FULL: {"employments": [_job(job) for job in found]},
            Level.SUMMARY: _summary(found),
        }
    }
    if wages := [wage for job in found for wage in _wages(job)]:
        sections[Section.INCOME] = {Level.FULL: {"wages": wages}}
    return sections


def _job(job: Employment) -> dict[str, Any]:
    latest = job.terms[-1].terms.model_dump(mode="json", exclude={"gross_wage"})
    return {
        "id": str(job.id),
        "version": job.version,
        "started_on": job.started_on.isoformat(),
        "ended_on": job.ended_on.isoformat() if job.ended_on else None,
        "end_reason": job.end_reason,
        "terms_from": job.terms[-1].valid_from.isoformat(),
    } | latest


def _wages(job: Employment) -> list[dict[str, Any]]:
    return [
        {
            "employment_id": str(job.id),
            "valid_from": t.valid_from.isoformat(),
            "pay": t.terms.pay,
            "gross": f"{t.terms.gross_wage:.2f}",
        }
        for t in job.terms
        if t.terms.gross_wage is not None
    ]


def _summary(found: list[Employment]) -> dict[str, Any]:
    today = clock.today()
    running = [job for job in found if job.ended_on is None or job.ended_on >= today]
    if running:
        return {"employed_since": running[-1].started_on.isoformat()}
    last = max(job.ended_on for job in found if job.ended_on)
    return {"employed_until": last.isoformat()}
