"""One month of an award with another sum."""

from decimal import Decimal

from contracts.values import Month
from services.benefits.domain.award import Award
from services.benefits.domain.correction import MonthNotOpen
from services.benefits.domain.money import to_grosz
from services.benefits.domain.schedule import MonthLine


def corrected_month(award: Award, month: Month, amount: Decimal) -> MonthLine:
    """The month as it would be: its days stay, its sum is another."""
    line = next((one for one in award.months if one.month == month), None)
    if line is None:
        raise MonthNotOpen(month=month)
    # So that a job that ends in this month still shares the corrected sum by days.
    full = to_grosz(amount * line.of_days / line.days)
    return line.model_copy(update={"amount": amount, "full": full})
