"""Her card: household and incomes."""

from typing import Any

from contracts.sections import Level, Section
from kernel import clock, kinship
from kernel.service import Bodies
from services.intake.domain.income import Verification, counted_total, rule_of
from services.intake.domain.means import Household, IncomeDeclaration, IncomeItem
from services.intake.store.declarations import Declarations
from services.intake.store.incomes import Incomes
from services.intake.views.card.part import Sections, Subject

# Health lies under health. Whose own record a member has is for whoever may see that record: a
# card is cut once for all its readers, so it says nothing of it.
_NOT_FOR_ALL = {"disability", "client_id"}


async def household_and_incomes(subject: Subject) -> Sections:
    """What she and hers live on."""
    declarations = Declarations(subject.tx, subject.client.id)
    sections: dict[Section | str, Bodies] = {}
    if household := await declarations.household(clock.today()):
        first = await kinship.survivor(subject.tx.session, subject.client.id)
        sections |= _household(household, own=household.client_id == first)
    if declared := await declarations.incomes():
        verified = await Incomes(subject.tx, subject.client.id).standing()
        months = [_month(one, verified.get(one.month)) for one in declared]
        sections[Section.INCOME] = {
            Level.FULL: {"months": months},
            Level.SUMMARY: {"declared": True, "months": [one.month for one in declared]}
            | ({"verified": sorted(verified)} if verified else {}),
        }
    return sections


def _household(household: Household, *, own: bool) -> dict[Section | str, Bodies]:
    members = household.members
    body = {
        "valid_from": household.valid_from.isoformat(),
        "valid_to": household.valid_to.isoformat() if household.valid_to else None,
        "declared_for_her": own,
        "members": [member.model_dump(mode="json", exclude=_NOT_FOR_ALL) for member in members],
    }
    lone = len(household.sharing) == 1
    sections: dict[Section | str, Bodies] = {
        Section.HOUSEHOLD: {
            Level.FULL: body,
            Level.SUMMARY: {"declared": True, "lone_person": lone},
        }
    }
    certified = [
        {"member": place, "relation": member.relation, "degree": member.disability}
        for place, member in enumerate(members)
        if member.disability is not None
    ]
    if certified:
        sections[Section.HEALTH] = {
            Level.FULL: {"household_disabilities": certified},
            Level.SUMMARY: {"recorded": True},
        }
    return sections


def _month(declaration: IncomeDeclaration, verified: Verification | None) -> dict[str, Any]:
    month = declaration.month
    return {
        "month": month,
        "items": _items(declaration.items),
        "left_out": _left_out(declaration.items, month),
        "total": f"{declaration.total:.2f}",
        "counted_total": f"{counted_total(declaration.items, month):.2f}",
        "declared_at": declaration.declared_at.isoformat(),
        "verified": None
        if verified is None
        else {
            "items": _items(verified.items),
            "left_out": _left_out(verified.items, month),
            "counted_total": f"{counted_total(verified.items, month):.2f}",
            "evidence": verified.evidence.kind,
            "verified_at": verified.verified_at.isoformat(),
        },
    }


def _items(items: list[IncomeItem]) -> list[dict[str, Any]]:
    return [item.model_dump(mode="json", exclude_defaults=True) for item in items]


def _left_out(items: list[IncomeItem], month: str) -> list[dict[str, Any]]:
    """Which items the law does not count, by their place, and by which article."""
    rules = [(place, rule_of(item.kind, month)) for place, item in enumerate(items)]
    return [
        {"item": place, "article": rule.article}
        for place, rule in rules
        if rule is not None and not rule.counted
    ]
