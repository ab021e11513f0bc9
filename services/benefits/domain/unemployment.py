"""The unemployment benefit (zasiłek dla bezrobotnych) and the activation supplement (dodatek aktywizacyjny)."""

from enum import StrEnum

from services.benefits.domain.exact import Number, least, most, part
from services.benefits.domain.law import Desk
from services.benefits.domain.money import written

_FIRST_MONTHS = 3
"""The first 90 days, as months."""


class BenefitLevel(StrEnum):
    """How long she has worked before: it sets the level of the benefit."""

    BASIC = "basic"
    """100 %."""
    RAISED = "raised"
    """120 %: 20 years or more."""


class JobFoundBy(StrEnum):
    """How the job was found: it sets the activation supplement."""

    OWN_INITIATIVE = "own_initiative"
    REFERRED_PART_TIME = "referred_part_time"
    """Referred by the labour office to a part-time job under the minimum wage."""


def unemployment_benefit(at: Desk, *, level: BenefitLevel, months_before: int) -> int:
    """Grosze in hand for a full month, after the health contribution; `months_before` were paid already."""
    late = months_before >= _FIRST_MONTHS
    name = f"unemployment_{'after' if late else 'first'}_{level}"
    gross = at.amount(name)
    health = part(gross, at.ratio("health_contribution"))
    net = int(gross - health)
    at.step(
        "Benefit of these months, less the health contribution",
        pl="Zasiłek za te miesiące pomniejszony o składkę zdrowotną",
        article=at.article(name),
        calculation=f"{written(gross)} − {at.text('health_contribution')} × {written(gross)}",
        result=written(net),
    )
    return net


def activation_supplement(
    at: Desk, *, found_by: JobFoundBy, months_left: int, month_of_job: int, gross_wage: Number
) -> Number:
    """Grosze of a full month of work, before income tax; 0 when it is paid no more.

    `months_left` of the unemployment benefit were left when the job began; `month_of_job` counts from 1.
    """
    own = found_by is JobFoundBy.OWN_INITIATIVE
    paid_months = months_left // 2 if own else months_left
    if month_of_job > paid_months:
        return 0
    most_paid = int(part(at.amount("unemployment_first_basic"), at.ratio("activation_share")))
    amount: Number = most_paid
    if not own:
        amount = least(most_paid, most(at.amount("minimum_wage") - gross_wage, 0))
    if at.writes:
        at.step(
            "Supplement for taking a job while the benefit was still due",
            pl="Dodatek za podjęcie pracy w okresie przysługiwania zasiłku",
            article=at.article("activation_share"),
            calculation=f"{at.text('activation_share')} × {at.text('unemployment_first_basic')}, month {month_of_job} of {paid_months}",
            result=written(amount),
        )
    return amount
