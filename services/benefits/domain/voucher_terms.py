"""What a care voucher comes to for one client: her minutes, her co-payment, and the working."""

from datetime import date
from decimal import Decimal
from typing import Annotated, NamedTuple

from pydantic import Field

from contracts.values import Amount, Command, InstitutionId, Month, Note
from services.benefits.domain.copayment import copayment, minutes_for
from services.benefits.domain.declared import Declared, HouseholdNotDeclared, HouseholdSize
from services.benefits.domain.income import social_assistance_income
from services.benefits.domain.money import grosze
from services.benefits.domain.months import month_of, shifted
from services.benefits.domain.parameters import Parameters
from services.benefits.domain.trace import Trace
from services.benefits.domain.voucher import VoucherTerms
from services.benefits.domain.voucher_programme import CareService, VoucherProgramme
from services.benefits.domain.voucher_states import NotOnContract, OutsideProgramme

_HOUR = 60


class GivenIncome(Command):
    """The household's income of art. 8 u.p.s. a month, where a worker states it herself."""

    amount: Annotated[Amount, Field(examples=["1800.00"])]
    household_size: HouseholdSize
    reason: Annotated[Note, Field(examples=["Dochód z decyzji ZUS okazanej dziś."])]


class VoucherAsked(Command):
    """What is asked of a programme for a client."""

    services: tuple[CareService, ...]
    hours: int | None
    amount: Amount | None
    valid_from: date
    valid_to: date
    provider: InstitutionId | None
    income_month: Month | None
    income: GivenIncome | None


def voucher_terms(
    asked: VoucherAsked,
    programme: VoucherProgramme,
    declared: Declared | None,
    parameters: Parameters,
) -> VoucherTerms:
    """Work it out; `declared` counts where no income was given. Refuses what the programme lacks."""
    terms = programme.terms
    rate = grosze(terms.hour_rate)
    minutes = (asked.hours or 0) * _HOUR
    if asked.amount is not None:
        minutes = minutes_for(grosze(asked.amount), rate=rate)
    _require_within(asked, programme, minutes, declared)
    means = _given(asked.income) if asked.income else _said(asked, declared, parameters)
    found = copayment(
        terms.table,
        household_size=means.household_size,
        income=means.income,
        month=month_of(asked.valid_from),
        parameters=parameters,
        parts=means.parts,
    )
    return VoucherTerms(
        minutes=minutes,
        amount=asked.amount,
        rate=terms.hour_rate,
        percent=found.percent,
        income=means.income,
        of_criterion=found.of_criterion,
        household_size=means.household_size,
        reason=asked.income.reason if asked.income else None,
        trace=found.trace,
    )


class _Means(NamedTuple):
    income: Decimal
    household_size: int
    parts: tuple[Trace, ...]


def _given(income: GivenIncome) -> _Means:
    return _Means(income.amount, income.household_size, ())


def _said(asked: VoucherAsked, declared: Declared | None, parameters: Parameters) -> _Means:
    """What was declared at intake: the household of the first day, the incomes of the month before."""
    month = asked.income_month or shifted(month_of(asked.valid_from), -1)
    if declared is None or declared.household_size is None:
        raise HouseholdNotDeclared
    incomes = declared.incomes_of(month)
    income = social_assistance_income(incomes, month=month, parameters=parameters)
    return _Means(income.amount, declared.household_size, (income.trace,))


def _require_within(
    asked: VoucherAsked, programme: VoucherProgramme, minutes: int, declared: Declared | None
) -> None:
    terms = programme.terms
    home = declared.municipality if declared else None
    failing = {
        "days": not programme.covers(asked.valid_from, asked.valid_to),
        "services": not set(asked.services) <= set(terms.services),
        "hours": not terms.minutes_within(minutes),
        "place": home is not None and home != programme.municipality,
    }
    if what := [name for name, fails in failing.items() if fails]:
        raise OutsideProgramme(what=what)
    if asked.provider and not programme.on_contract(asked.provider, asked.valid_from):
        raise NotOnContract(pointer="/provider")
