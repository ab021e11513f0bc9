"""What a client pays of her care: her band by income, and a month of care shared between her and the gmina."""

from dataclasses import dataclass
from decimal import Decimal

from contracts.values import Month
from services.benefits.domain.copayment_table import CopaymentTable
from services.benefits.domain.dated import Percent
from services.benefits.domain.exact import Ratio, part
from services.benefits.domain.law import law_of
from services.benefits.domain.money import grosze, to_grosz, written
from services.benefits.domain.okresowy import social_criterion
from services.benefits.domain.parameters import Parameters
from services.benefits.domain.trace import Trace, Working

_ARTICLE = "art. 50 ust. 6 u.p.s."
_HOUR = 60


@dataclass(frozen=True)
class Copayment:
    """The percentage of the cost that a client pays, and how it was found."""

    percent: Percent
    of_criterion: Decimal
    """Her income in percent of the criterion, rounded to hundredths: to be read, not to be compared."""
    trace: Trace


def copayment(
    table: CopaymentTable,
    *,
    household_size: int,
    income: Decimal,
    month: Month,
    parameters: Parameters,
    parts: tuple[Trace, ...] = (),
) -> Copayment:
    """Find the band of a household's income under the criterion of a month; złoty a month."""
    working = Working(
        law_of(month, None, parameters),
        "co-payment for care",
        pl="odpłatność za usługi opiekuńcze",
        inputs={"household_size": str(household_size), "income": f"{income:.2f}"},
    )
    lone, whole = household_size == 1, grosze(income)
    criterion = int(social_criterion(working, household_size))
    share = to_grosz(Decimal(whole) * 100 / criterion)
    working.step(
        "Income in percent of the criterion",
        pl="Dochód w procentach kryterium dochodowego",
        article="art. 8 ust. 1 u.p.s.",
        calculation=f"{written(whole)} ÷ {written(criterion)}",
        result=f"{share} %",
    )
    band = table.band(whole, criterion)
    percent = band.single if lone else band.family
    working.step(
        "The band of the table: open below, closed above",
        pl="Przedział tabeli odpłatności: bez dolnej, z górną granicą",
        article=_ARTICLE,
        calculation=f"{'above all' if band.up_to is None else f'≤ {band.up_to} %'}, {'lone' if lone else 'in a family'}",
        result=f"{percent} %",
    )
    return Copayment(percent, share, working.trace(*parts))


@dataclass(frozen=True)
class CareCost:
    """A month of care in grosze: what it costs, what of it the client pays, what the gmina pays."""

    minutes: int
    gross: int
    copay: int

    @property
    def net(self) -> int:
        """What the gmina pays."""
        return self.gross - self.copay


def care_cost(*, minutes: int, rate: int, percent: Decimal) -> CareCost:
    """Share a month of care; `rate` in grosze an hour. Rounded half up, each once, for the whole month."""
    gross = int(part(minutes * rate, Ratio(1, _HOUR)))
    share = Ratio(*(percent / 100).as_integer_ratio())
    return CareCost(minutes, gross, int(part(gross, share)) if percent else 0)


def minutes_for(amount: int, *, rate: int) -> int:
    """How many whole minutes an amount of grosze pays for."""
    return amount * _HOUR // rate
