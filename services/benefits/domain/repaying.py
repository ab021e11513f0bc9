"""How an overpayment is paid back: instalments and set-offs that come to it to the grosz."""

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from contracts.values import Amount, Month
from services.benefits.domain.exact import part
from services.benefits.domain.money import grosze, ratio, zloty
from services.benefits.domain.months import shifted
from services.benefits.domain.overpayment_states import TooManyInstalments
from services.benefits.domain.schedule import MonthLine

MOST_INSTALMENTS = 120


class OverpaidMonth(BaseModel):
    """One month: what it paid, and what it should have paid."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    month: Month
    paid: Amount
    due: Amount


class Instalment(BaseModel):
    """What is to be repaid in a month, or kept back from it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    month: Month
    amount: Amount


class Repayment(BaseModel):
    """What came back on a day."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    on: Annotated[date, Field()]
    amount: Amount
    month: Month | None = None
    """Kept back of this month's support; none: she paid it in."""


def in_equal_parts(owed: Decimal, count: int, first_month: Month) -> tuple[Instalment, ...]:
    """So many instalments of whole grosze; the last one takes what does not divide."""
    whole = grosze(owed)
    each = whole // count
    if not each or count > MOST_INSTALMENTS:
        raise TooManyInstalments
    last = whole - each * (count - 1)
    amounts = [each] * (count - 1) + [last]
    return _by_month(amounts, first_month)


def in_sums(owed: Decimal, monthly: Decimal, first_month: Month) -> tuple[Instalment, ...]:
    """The same sum each month until nothing is left; the last one is what remains."""
    whole, each = grosze(owed), grosze(monthly)
    if not each or whole > each * MOST_INSTALMENTS:
        raise TooManyInstalments
    full, rest = divmod(whole, each)
    return _by_month([each] * full + ([rest] if rest else []), first_month)


def kept_back(
    owed: Decimal, share: Decimal, months: Iterable[MonthLine]
) -> tuple[Instalment, ...]:
    """A share of each month that is still to be paid, until nothing is left; perhaps not all of it."""
    left, kept = grosze(owed), []
    for line in months:
        amount = min(int(part(grosze(line.amount), ratio(share))), left)
        if amount:
            kept.append(Instalment(month=line.month, amount=zloty(amount)))
        left -= amount
    return tuple(kept)


def years_after(day: date, years: int) -> date:
    """The same day so many years later; of 29 February the last day of that month (art. 112 k.c.)."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, month=3, day=1) - timedelta(days=1)


def _by_month(amounts: Iterable[int], first: Month) -> tuple[Instalment, ...]:
    return tuple(
        Instalment(month=shifted(first, n), amount=zloty(amount))
        for n, amount in enumerate(amounts)
    )
