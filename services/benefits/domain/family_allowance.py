"""The family allowance (zasiłek rodzinny, u.ś.r.) and the child benefit of 800 plus (u.p.p.w.d.)."""

from typing import NamedTuple

from services.benefits.domain.exact import Number, Truth, choose, most
from services.benefits.domain.law import Desk
from services.benefits.domain.money import written


class Children(NamedTuple):
    """How many children by age: up to 5, over 5 to 18, over 18 to 24 in education (art. 6 u.ś.r.)."""

    to_5: Number
    to_18: Number
    to_24: Number


def family_allowance(
    at: Desk, *, children: Children, persons: Number, income: Number, disabled_child: Truth
) -> Number:
    """Grosze for all children of the family in a full month.

    `income` is that of the family a month by the family benefits act. Above the threshold the whole
    falls grosz for grosz (złotówka za złotówkę, art. 5 ust. 3 u.ś.r.).
    """
    full = (
        children.to_5 * at.amount("rodzinny_to_5")
        + children.to_18 * at.amount("rodzinny_to_18")
        + children.to_24 * at.amount("rodzinny_to_24")
    )
    threshold = persons * choose(
        disabled_child,
        lambda: at.amount("rodzinny_threshold_disabled"),
        lambda: at.amount("rodzinny_threshold"),
    )
    reduced = most(full - most(income - threshold, 0), 0)
    amount = choose(reduced < at.amount("rodzinny_least"), lambda: 0, lambda: reduced)
    if at.writes:
        at.step(
            "Allowances of all children, less what the income exceeds the threshold by",
            pl="Suma zasiłków na dzieci pomniejszona o kwotę przekroczenia progu",
            article=at.article("rodzinny_threshold"),
            calculation=f"{written(full)} − max({written(income)} − {persons} × "
            f"{written(int(threshold) // int(persons))}, 0.00)",
            result=written(amount),
        )
    return amount


def child_benefit(at: Desk, *, children: Number) -> Number:
    """Grosze a month for children under 18 (świadczenie wychowawcze), whatever the income."""
    return children * at.amount("wychowawcze")
