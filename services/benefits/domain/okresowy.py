"""The temporary benefit (zasiłek okresowy, art. 38 u.p.s.)."""

from decimal import Decimal

from contracts.territory import Municipality
from contracts.values import Month
from services.benefits.domain.money import ZERO, to_grosz
from services.benefits.domain.parameters import Parameters
from services.benefits.domain.trace import Computed, Working


def okresowy(
    *,
    household_size: int,
    income: Decimal,
    month: Month,
    municipality: Municipality,
    parameters: Parameters,
) -> Computed:
    """Compute what the household may get for a full month, in złoty; 0.00 when not entitled.

    `income` is that of art. 8 u.p.s. of the whole household, in złoty a month. One person is a
    lone person (osoba samotnie gospodarująca); two or more are a family (rodzina).
    """
    working = Working(
        "zasiłek okresowy (temporary benefit)",
        pl="zasiłek okresowy",
        month=month,
        inputs={
            "household_size": household_size,
            "income": f"{income:.2f}",
            "municipality": municipality,
        },
    )
    criterion = _criterion(household_size, parameters, working)
    entitled = income < criterion
    working.step(
        "The income must be strictly lower than the criterion",
        pl="Dochód musi być niższy od kryterium",
        article="art. 38 ust. 1 u.p.s.",
        calculation=f"{income:.2f} < {criterion}",
        result="entitled" if entitled else "not entitled",
    )
    if not entitled:
        return Computed(ZERO, working.trace())
    amount = _amount_from_2015_10_01(
        criterion - income,
        lone=household_size == 1,
        municipality=municipality,
        parameters=parameters,
        working=working,
    )
    return Computed(amount, working.trace())


def _criterion(household_size: int, parameters: Parameters, working: Working) -> Decimal:
    lone = household_size == 1
    base = working.take(parameters.criterion_single if lone else parameters.criterion_family)
    criterion = base.value * household_size
    working.step(
        "Criterion of a lone person" if lone else "Criterion of the family: persons × criterion",
        pl="Kryterium osoby samotnie gospodarującej" if lone else "Kryterium rodziny",
        article=base.source.article,
        calculation=f"{household_size} × {base.value}",
        result=criterion,
    )
    return criterion


def _amount_from_2015_10_01(
    gap: Decimal,
    *,
    lone: bool,
    municipality: Municipality,
    parameters: Parameters,
    working: Working,
) -> Decimal:
    # The formula for every month whose parameters are known so far. When the law changes its
    # shape and not only its amounts, the new one stands beside it and the month chooses.
    share = working.take(parameters.okresowy_share, municipality)
    amount = to_grosz(share.value * gap)
    working.step(
        "Share of the gap between criterion and income",
        pl="Część różnicy między kryterium a dochodem",
        article=share.source.article,
        calculation=f"{share.value} × {gap:.2f}",
        result=amount,
    )
    if lone:
        amount = _capped(amount, parameters, working)
    minimum = working.take(parameters.okresowy_minimum)
    working.step(
        "At least the minimum",
        pl="Nie mniej niż kwota minimalna",
        article=minimum.source.article,
        calculation=f"max({amount}, {minimum.value})",
        result=max(amount, minimum.value),
    )
    return max(amount, minimum.value)


def _capped(amount: Decimal, parameters: Parameters, working: Working) -> Decimal:
    cap = working.take(parameters.okresowy_single_cap)
    working.step(
        "A lone person gets at most the cap; a family has none",
        pl="Osoba samotnie gospodarująca: nie więcej niż kwota maksymalna",
        article=cap.source.article,
        calculation=f"min({amount}, {cap.value})",
        result=min(amount, cap.value),
    )
    return min(amount, cap.value)
