"""What a household loses in benefits because somebody took a job (utracone świadczenie)."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated

from pydantic import Field

from contracts.territory import Municipality
from contracts.values import Command, Month
from services.benefits.domain.income import Income, social_assistance_income
from services.benefits.domain.law import law_of
from services.benefits.domain.money import ZERO
from services.benefits.domain.months import month_of, shifted
from services.benefits.domain.okresowy import okresowy
from services.benefits.domain.parameters import Parameters
from services.benefits.domain.trace import PROGRAMME, Computed, Working

HouseholdSize = Annotated[int, Field(ge=1, le=50, strict=True, examples=[1])]
"""Persons who live and run the house together (art. 6 pkt 14 u.p.s.), the client included."""

Incomes = Annotated[tuple[Income, ...], Field(max_length=100)]
"""All receipts of the household in one month."""


class Means(Command):
    """What the household lives on: in the month before the job began, and in its first month."""

    household_size: HouseholdSize
    municipality: Municipality
    incomes_before: Incomes
    incomes_after: Incomes


def lost_benefit(means: Means, *, employment_started_on: date, parameters: Parameters) -> Computed:
    """Benefit of the month before the job minus that of its first month, in złoty; never below 0.

    Both are full-month entitlements, each under the law of its own month, also when the job
    begins in the middle of one. Counted: zasiłek okresowy.
    """
    first = month_of(employment_started_on)
    before = _entitlement(means, means.incomes_before, shifted(first, -1), parameters)
    after = _entitlement(means, means.incomes_after, first, parameters)
    lost = max(ZERO, before.amount - after.amount)
    working = Working(
        law_of(first, means.municipality, parameters),
        "benefit lost by taking a job",
        pl="świadczenie utracone wskutek podjęcia pracy",
        inputs={"employment_started_on": str(employment_started_on)},
    )
    working.step(
        "Entitlement in the month before the job minus entitlement in its first month",
        pl="Świadczenie z miesiąca przed pracą minus świadczenie z pierwszego miesiąca pracy",
        article=PROGRAMME,
        calculation=f"max(0.00, {before.amount} − {after.amount})",
        result=str(lost),
    )
    return Computed(lost, working.trace(before.trace, after.trace))


def _entitlement(
    means: Means, incomes: Sequence[Income], month: Month, parameters: Parameters
) -> Computed:
    income = social_assistance_income(incomes, month=month, parameters=parameters)
    benefit = okresowy(
        household_size=means.household_size,
        income=income.amount,
        month=month,
        municipality=means.municipality,
        parameters=parameters,
    )
    return Computed(benefit.amount, benefit.trace.model_copy(update={"parts": (income.trace,)}))
