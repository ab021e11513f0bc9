"""The housing allowance (dodatek mieszkaniowy, u.d.m.)."""

from typing import NamedTuple

from services.benefits.domain.exact import Number, choose, least, most, part
from services.benefits.domain.law import Desk
from services.benefits.domain.money import written

_NORMS = (3500, 4000, 4500, 5500, 6500, 7000)
"""Normative area by persons, in hundredths of a square metre (art. 5 u.d.m.); 5 m² for each one more."""
_EACH_MORE = 500


class Home(NamedTuple):
    """What a home costs a month in grosze, and its usable area in hundredths of a square metre."""

    expenses: Number
    area: Number


def normative_area(persons: int) -> int:
    """Hundredths of a square metre that count for so many persons."""
    if persons <= len(_NORMS):
        return _NORMS[persons - 1]
    return _NORMS[-1] + (persons - len(_NORMS)) * _EACH_MORE


def housing_allowance(at: Desk, *, home: Home, persons: int, income: Number) -> Number:
    """Grosze a month: expenses on the normative area less the household's own share of its income.

    `income` is the household's mean of three months. Above the threshold the allowance falls grosz
    for grosz.
    """
    threshold = (
        at.amount("housing_threshold_single")
        if persons == 1
        else persons * at.amount("housing_threshold_family")
    )
    norm = normative_area(persons)
    counted = choose(
        home.area > norm,
        lambda: (2 * home.expenses * norm + home.area) // (2 * home.area),
        lambda: home.expenses,
    )
    own = part(income, at.ratio(own_share(persons)))
    most_paid = part(counted, at.ratio("housing_most"))
    before = most(least(counted - own, most_paid), 0)
    amount = most(before - most(income - threshold, 0), 0)
    if at.writes:
        at.step(
            "Expenses on the normative area less the own share, at most so much of them",
            pl="Wydatki na powierzchnię normatywną pomniejszone o udział własny, nie więcej niż część wydatków",
            article=at.article(own_share(persons)),
            calculation=f"min({written(counted)} − {at.text(own_share(persons))} × {written(income)}, "
            f"{at.text('housing_most')} × {written(counted)})",
            result=written(before),
        )
        at.step(
            "Less what the income exceeds the threshold by",
            pl="Pomniejszone o kwotę przekroczenia progu dochodowego",
            article=at.article("housing_threshold_family"),
            calculation=f"{written(before)} − max({written(income)} − {written(threshold)}, 0.00)",
            result=written(amount),
        )
    return amount


_FOUR = 4


def own_share(persons: int) -> str:
    """Which parameter says how much of its income a household bears itself."""
    if persons == 1:
        return "housing_own_single"
    return "housing_own_to_4" if persons <= _FOUR else "housing_own_more"
