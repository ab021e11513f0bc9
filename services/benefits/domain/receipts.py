"""From what comes in to the income of art. 8 u.p.s., the cash in hand and the benefits declared."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from contracts.incomes import IncomeKind
from contracts.values import Month
from services.benefits.domain.exact import Ratio, part
from services.benefits.domain.household import Household, Receipt
from services.benefits.domain.income import counted
from services.benefits.domain.money import grosze, to_grosz, written
from services.benefits.domain.months import shifted
from services.benefits.domain.okresowy import social_criterion
from services.benefits.domain.parameters import Parameters
from services.benefits.domain.position import Benefit, MonthMeans, Paper
from services.benefits.domain.trace import Working
from services.benefits.domain.wage import wage_of

_DECLARED: Mapping[IncomeKind, Benefit] = {
    IncomeKind.PERMANENT_ALLOWANCE: Benefit.PERMANENT_ALLOWANCE,
    IncomeKind.PURPOSE_BENEFIT: Benefit.PURPOSE_BENEFIT,
    IncomeKind.FAMILY_ALLOWANCE: Benefit.FAMILY_ALLOWANCE,
    IncomeKind.HOUSING_ALLOWANCE: Benefit.HOUSING_ALLOWANCE,
    IncomeKind.UNEMPLOYMENT_BENEFIT: Benefit.UNEMPLOYMENT_BENEFIT,
    IncomeKind.ACTIVATION_SUPPLEMENT: Benefit.ACTIVATION_SUPPLEMENT,
}
_WORK = frozenset({IncomeKind.EMPLOYMENT, IncomeKind.CIVIL_CONTRACT, IncomeKind.BUSINESS})
"""What a taper of earnings looks at."""


class _Month(NamedTuple):
    """One receipt as it enters a month, in grosze."""

    monthly: int
    cash: int


def means_of(
    paper: Paper, household: Household, receipts: Sequence[Receipt], parameters: Parameters
) -> MonthMeans:
    """Everything that comes in during the month of the law at hand, with its working."""
    working = Working(
        paper.law, "income of social assistance", pl="dochód w rozumieniu art. 8 u.p.s.", inputs={}
    )
    paper.workings.append(working)
    cash = earned = 0
    whose = dict.fromkeys(range(household.persons), 0)
    declared: dict[Benefit, int] = {}
    for receipt in receipts:
        entering = _month(working, receipt, household)
        member = household.applicant if receipt.member is None else receipt.member
        whose[member] = whose.get(member, 0) + counted(
            working, receipt.kind, entering.monthly, parameters
        )
        cash += entering.cash
        if receipt.kind in _WORK:
            earned += entering.cash
        if benefit := _DECLARED.get(receipt.kind):
            declared[benefit] = declared.get(benefit, 0) + entering.monthly
    return MonthMeans(
        counted=sum(whose.values()),
        cash=cash,
        earned=earned,
        unable_incomes=tuple(whose[n] for n in household.unable),
        declared=declared,
    )


def _month(working: Working, receipt: Receipt, household: Household) -> _Month:
    if receipt.gross is not None:
        wage = wage_of(working, grosze(receipt.gross))
        monthly, cash = int(wage.counted), int(wage.net)
    elif receipt.hectares is not None:
        monthly = cash = _farm(working, receipt.hectares)
    elif receipt.one_off is not None and receipt.paid_in is not None:
        return _one_off(working, grosze(receipt.one_off), receipt.paid_in, household)
    else:
        monthly = cash = grosze(receipt.monthly or Decimal(0))
    return _Month(monthly, cash if receipt.net is None else grosze(receipt.net))


def _farm(working: Working, hectares: Decimal) -> int:
    """The lump sum of a hectare for each (art. 8 ust. 9 u.p.s.)."""
    each = working.amount("farm_hectare")
    income = grosze(to_grosz(hectares * each / 100))
    working.step(
        "Income of a farm: hectares × the lump sum",
        pl="Dochód z gospodarstwa rolnego: hektary przeliczeniowe × kwota z 1 ha",
        article=working.article("farm_hectare"),
        calculation=f"{hectares} × {written(each)}",
        result=written(income),
    )
    return income


def _one_off(working: Working, amount: int, paid_in: Month, household: Household) -> _Month:
    """A sum paid at once: above so many criteria it is shared over months, else it is its month's."""
    law, months = working.law, working.number("one_off_months")
    criterion = int(social_criterion(working, household.persons))
    limit = criterion * working.number("one_off_criteria")
    large = amount > limit
    spread = large and paid_in <= law.month < shifted(paid_in, months)
    monthly = amount if not large and law.month == paid_in else 0
    if spread:
        # Rounded half up once; the twelve parts may differ from the whole by a few grosze.
        monthly = int(part(amount, Ratio(1, months)))
    working.step(
        "A sum paid at once above five criteria is shared over twelve months",
        pl="Dochód jednorazowy powyżej pięciokrotności kryterium rozlicza się przez 12 miesięcy",
        article=working.article("one_off_criteria"),
        calculation=f"{written(amount)} > {written(limit)}: {large}",
        result=written(monthly),
    )
    return _Month(monthly, amount if law.month == paid_in else 0)
