"""Her card: household and incomes."""

from contracts.sections import Level, Section
from kernel import clock
from kernel.service import Bodies
from services.intake.store.declarations import Declarations
from services.intake.views.card.part import Sections, Subject


async def household_and_incomes(subject: Subject) -> Sections:
    """What she and hers live on."""
    declarations = Declarations(subject.tx, subject.client.id)
    sections: dict[Section | str, Bodies] = {}
    if household := await declarations.household(clock.today()):
        members = [member.model_dump(mode="json") for member in household.members]
        sections[Section.HOUSEHOLD] = {
            Level.FULL: {"valid_from": household.valid_from.isoformat(), "members": members},
            Level.SUMMARY: {"declared": True, "lone_person": len(members) == 1},
        }
    if incomes := await declarations.incomes():
        months = [
            {
                "month": declaration.month,
                "items": [item.model_dump(mode="json") for item in declaration.items],
                "total": f"{declaration.total:.2f}",
                "declared_at": declaration.declared_at.isoformat(),
            }
            for declaration in incomes
        ]
        sections[Section.INCOME] = {
            Level.FULL: {"months": months},
            Level.SUMMARY: {"declared": True, "months": [month["month"] for month in months]},
        }
    return sections
