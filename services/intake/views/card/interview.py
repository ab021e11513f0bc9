"""Her card: what her latest signed interview says, each segment under the category it belongs to."""

from typing import Any

import sqlalchemy as sa

from contracts.sections import Level, Section
from kernel.service import Bodies
from services.intake.domain.interview import Interview, InterviewPart, InterviewState
from services.intake.domain.segments import SECTION_OF, SegmentA
from services.intake.store.interviews import load_interview
from services.intake.tables.interviews import interviews
from services.intake.views.card.part import Sections, Subject


async def interview(subject: Subject) -> Sections:
    """The latest signed one. What is not signed is nobody's word yet, and stays where it is written."""
    query = (
        sa.select(interviews)
        .where(
            interviews.c.client_id == subject.client.id,
            interviews.c.state == InterviewState.SIGNED,
        )
        # The other parts are about particular cases and would hide what the full interview says.
        .order_by(
            (interviews.c.part == InterviewPart.I).desc(),
            interviews.c.signed_on.desc(),
            interviews.c.opened_at.desc(),
        )
    )
    row = (await subject.tx.session.execute(query.limit(1))).first()
    if row is None:
        return {}
    signed = await load_interview(subject.tx, row)
    outline = {
        "interview_id": str(signed.id),
        "kind": signed.kind,
        "signed_on": row.signed_on.isoformat(),
        "update_due_on": row.update_due_on.isoformat() if row.update_due_on else None,
    }
    sections: dict[Section | str, Bodies] = {}
    for section, said in _cut(signed).items():
        sections[section] = {
            Level.FULL: {"interview": outline | {"segments": said}},
            # A summary says that and when, whether or not this very section was filled in.
            Level.SUMMARY: {"interview": outline},
        }
    return sections


def _cut(signed: Interview) -> dict[Section, dict[str, Any]]:
    cut: dict[Section, dict[str, Any]] = {section: {} for section in SECTION_OF.values()}
    for segment in signed.recorded:
        content = signed.savings[segment].content
        if isinstance(content, SegmentA):
            _cut_family(content, cut)
        else:
            body = content.model_dump(mode="json", exclude={"segment"}, exclude_none=True)
            cut[SECTION_OF[segment]][segment] = body
    return cut


def _cut_family(content: SegmentA, cut: dict[Section, dict[str, Any]]) -> None:
    """Segment A names people, health, incomes and reasons at once: each goes to its own section.

    Who the applicant is stands in sections of its own already, by the record and not by this paper.
    """
    status = content.applicant.marital_status
    cut[Section.HOUSEHOLD]["A"] = {"marital_status": status}
    for section, fields in _OF_MEMBER.items():
        members = [m.model_dump(mode="json", include=fields) for m in content.members]
        cut[section].setdefault("A", {})["members"] = members
    for reason in content.reasons:
        told = cut[reason.section].setdefault("A", {})
        told.setdefault("reasons", []).append(reason.value)


_WHO = {"relation", "name", "birth_date"}
_OF_MEMBER = {
    Section.HOUSEHOLD: {*_WHO, "shares_household", "work", "registered_at_pup", "school"},
    Section.INCOME: {*_WHO, "income_sources"},
    Section.HEALTH: {*_WHO, "disability"},
}
"""Which fields of a family member belong to which category."""
