"""The income of social assistance (dochód, art. 8 ust. 3–13 u.p.s.)."""

from collections.abc import Sequence

from contracts.incomes import IncomeKind
from contracts.values import Amount, Command, Month
from services.benefits.domain.law import law_of
from services.benefits.domain.money import grosze, written, zloty
from services.benefits.domain.parameters import Parameters, Treatment
from services.benefits.domain.trace import Computed, Working

_PL = {Treatment.COUNTED: "wlicza się", Treatment.EXCLUDED: "nie wlicza się"}


class Income(Command):
    """One receipt of the household in a month.

    `monthly` is złoty after income tax, tax-deductible costs (koszty uzyskania przychodu), social
    and health contributions and alimony paid to others (art. 8 ust. 3 u.p.s.); zero or more.
    """

    kind: IncomeKind
    monthly: Amount


def social_assistance_income(
    incomes: Sequence[Income], *, month: Month, parameters: Parameters
) -> Computed:
    """Sum what counts in the month; the trace says what was left out, and by which article."""
    working = Working(
        law_of(month, None, parameters),
        "income of social assistance",
        pl="dochód w rozumieniu art. 8 u.p.s.",
        inputs={},
    )
    total = sum(
        counted(working, income.kind, grosze(income.monthly), parameters) for income in incomes
    )
    return Computed(zloty(total), working.trace())


def counted(working: Working, kind: IncomeKind, monthly: int, parameters: Parameters) -> int:
    """What enters the income of an amount of this kind, in grosze: all of it or nothing."""
    rule = working.take(kind.value)
    enters = monthly if rule.value is Treatment.COUNTED else 0
    working.step(
        f"{kind} is {rule.value}",
        pl=f"{parameters.income_kinds[kind].title}: {_PL[rule.value]}",
        article=rule.source.article,
        calculation=written(monthly),
        result=written(enters),
    )
    return enters
