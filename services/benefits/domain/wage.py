"""What is left of a wage (estimate): net in hand, and the income of art. 8 u.p.s."""

from typing import NamedTuple

from services.benefits.domain.exact import Number, most, part
from services.benefits.domain.law import Desk
from services.benefits.domain.money import written

_ZLOTY = 100


class Wage(NamedTuple):
    """Grosze a month."""

    gross: Number
    net: Number
    counted: Number
    """Net less the tax-deductible costs: income of social assistance (art. 8 ust. 3 u.p.s.)."""


def wage_of(at: Desk, gross: Number) -> Wage:
    """Estimate the net of a gross wage of one employment contract, in grosze a month.

    One job, costs and relief of the ordinary kind, above 26 years. A documented net comes first.
    """
    social: Number = (
        part(gross, at.ratio("contribution_pension"))
        + part(gross, at.ratio("contribution_disability"))
        + part(gross, at.ratio("contribution_sickness"))
    )
    costs = at.amount("deductible_costs")
    health = part(gross - social, at.ratio("health_contribution"))
    base = _whole_zloty(most(gross - social - costs, 0))
    tax = _whole_zloty(most(part(base, at.ratio("income_tax")) - at.amount("tax_relief"), 0))
    net = most(gross - social - health - tax, 0)
    counted = most(net - costs, 0)
    if at.writes:
        at.step(
            "Net of a gross wage (estimate): less social and health contributions and income tax",
            pl="Wynagrodzenie netto (szacunek): po składkach społecznych, zdrowotnej i podatku",
            article=at.article("income_tax"),
            calculation=f"{written(gross)} − {written(social)} − {written(health)} − {written(tax)}",
            result=written(net),
        )
        at.step(
            "Less the tax-deductible costs: income of social assistance",
            pl="Po odjęciu kosztów uzyskania przychodu: dochód w rozumieniu art. 8 u.p.s.",
            article=at.article("deductible_costs"),
            calculation=f"{written(net)} − {written(costs)}",
            result=written(counted),
        )
    return Wage(gross, net, counted)


def _whole_zloty(amount: Number) -> Number:
    """Tax bases and taxes are rounded to whole złoty (art. 63 § 1 Ordynacji podatkowej)."""
    return (amount + _ZLOTY // 2) // _ZLOTY * _ZLOTY
