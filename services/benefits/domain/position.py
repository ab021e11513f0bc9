"""How a household stands in one month: its income, every benefit in the order of the law, its cash."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from services.benefits.domain.exact import Number, Truth, most
from services.benefits.domain.family_allowance import Children, child_benefit, family_allowance
from services.benefits.domain.housing import Home, housing_allowance
from services.benefits.domain.law import Desk, Law
from services.benefits.domain.money import written
from services.benefits.domain.okresowy import periodic_allowance
from services.benefits.domain.staly import permanent_allowance
from services.benefits.domain.trace import Working


class Benefit(StrEnum):
    """What a household may lose by a job, or get because of it."""

    OKRESOWY = "okresowy"
    """Zasiłek okresowy."""
    PERMANENT_ALLOWANCE = "permanent_allowance"
    """Zasiłek stały."""
    PURPOSE_BENEFIT = "purpose_benefit"
    """Zasiłek celowy, where it recurs."""
    FAMILY_ALLOWANCE = "family_allowance"
    HOUSING_ALLOWANCE = "housing_allowance"
    UNEMPLOYMENT_BENEFIT = "unemployment_benefit"
    ACTIVATION_SUPPLEMENT = "activation_supplement"


class Scope(StrEnum):
    """Which benefits count as lost."""

    SA = "SA"
    """Those of social assistance."""
    EXT = "EXT"
    """Family and housing allowance and the unemployment benefit too."""


_COUNTED: Mapping[Scope, frozenset[Benefit]] = {
    Scope.SA: frozenset({Benefit.OKRESOWY, Benefit.PERMANENT_ALLOWANCE, Benefit.PURPOSE_BENEFIT}),
    Scope.EXT: frozenset(Benefit) - {Benefit.ACTIVATION_SUPPLEMENT},
}


class Paper:
    """Where the workings of one month are written, one after another."""

    def __init__(self, law: Law) -> None:
        self.law = law
        self.workings: list[Working] = []

    @property
    def aside(self) -> Desk:
        """The law for what needs no step of its own; what is asked of it is known all the same."""
        return self.open("", "")

    @property
    def used(self) -> frozenset[str]:
        """Which values of the law the month rests on."""
        return frozenset(name for working in self.workings for name in working.used)

    def open(self, computes: str, pl: str, inputs: Mapping[str, Number] | None = None) -> Desk:
        """Begin the working of one thing."""
        said = {
            name: str(value) if name == "household_size" else written(value)
            for name, value in (inputs or {}).items()
        }
        working = Working(self.law, computes, pl=pl, inputs=said)
        self.workings.append(working)
        return working

    def written(self) -> list[Working]:
        """All workings in which anything stands, in the order of computation."""
        return [working for working in self.workings if not working.blank]


class NoPaper:
    """Of columns of households nothing is written."""

    def __init__(self, law: Law) -> None:
        self.law = law

    @property
    def aside(self) -> Desk:
        """The law."""
        return self.law

    def open(self, computes: str, pl: str, inputs: Mapping[str, Number] | None = None) -> Desk:
        """The law alone."""
        del computes, pl, inputs
        return self.law


@dataclass(frozen=True)
class Family:
    """What of a household the rules ask for; numbers of one, or columns of many."""

    persons: Number
    children: Children
    minors: Number
    disabled_child: Truth = False
    computes_family_allowance: bool = False
    reference_income: Number | None = None
    home: Home | None = None


@dataclass(frozen=True)
class MonthMeans:
    """What comes in during one month, in grosze."""

    counted: Number
    """Income of art. 8 u.p.s., without what is computed here."""
    cash: Number
    """In hand, without what is computed here."""
    earned: Number = 0
    """Net from work."""
    unable_incomes: tuple[Number, ...] = ()
    """Of each adult unable to work: what of the counted income is hers."""
    unable_present: tuple[Number, ...] | None = None
    """Of columns: 1 where there is such an adult, else 0."""
    declared: Mapping[Benefit, Number] = field(default_factory=dict)
    """Benefits she says she receives."""


@dataclass(frozen=True)
class Position:
    """One month as it comes out, in grosze."""

    benefits: Mapping[Benefit, Number]
    income: Number
    """Of art. 8 u.p.s., as the periodic allowance sees it."""
    cash: Number
    """In hand: everything that comes in, 800 plus too."""

    def had(self, scope: Scope) -> Number:
        """What of it a job can take away."""
        return sum((self.benefits.get(one, 0) for one in _COUNTED[scope]), 0)

    def kept(self, scope: Scope) -> Number:
        """What of it is still there beside the job, and what is paid because of it."""
        return self.had(scope) + self.benefits.get(Benefit.ACTIVATION_SUPPLEMENT, 0)


def lost_between(before: Position, after: Position, scope: Scope) -> Number:
    """What a job takes away a month (utracone świadczenie); never below 0.

    Summed first: a gain in one benefit makes up for a loss in another (domain 3.3).
    """
    return most(before.had(scope) - after.kept(scope), 0)


def position(
    paper: Paper | NoPaper,
    family: Family,
    means: MonthMeans,
    *,
    extra: Mapping[Benefit, Number] | None = None,
    kept_okresowy: Number | None = None,
) -> Position:
    """Work out a month: other benefits, then the permanent allowance, then the periodic one.

    `extra` are benefits worked out before (of the labour office); `kept_okresowy` is that which goes
    on beside a job whatever is earned.
    """
    benefits: dict[Benefit, Number] = dict(means.declared)
    income, computed = means.counted, dict(extra or {})
    income = income + computed.get(Benefit.UNEMPLOYMENT_BENEFIT, 0)
    income = income + computed.get(Benefit.ACTIVATION_SUPPLEMENT, 0)
    if family.computes_family_allowance:
        reference = income if family.reference_income is None else family.reference_income
        computed[Benefit.FAMILY_ALLOWANCE] = family_allowance(
            paper.open("family allowance", "zasiłek rodzinny"),
            children=family.children,
            persons=family.persons,
            income=reference,
            disabled_child=family.disabled_child,
        )
        income = income + computed[Benefit.FAMILY_ALLOWANCE]
    if family.home is not None:
        computed[Benefit.HOUSING_ALLOWANCE] = housing_allowance(
            paper.open("housing allowance", "dodatek mieszkaniowy"),
            home=family.home,
            persons=int(family.persons),
            income=income,
        )
        income = income + computed[Benefit.HOUSING_ALLOWANCE]
    if means.unable_incomes:
        computed[Benefit.PERMANENT_ALLOWANCE] = _permanent(paper, family, means, income)
        income = income + computed[Benefit.PERMANENT_ALLOWANCE]
    computed[Benefit.OKRESOWY] = (
        kept_okresowy if kept_okresowy is not None else _periodic(paper, family, income)
    )
    for benefit, amount in computed.items():
        benefits[benefit] = benefits.get(benefit, 0) + amount
    cash = means.cash + sum(computed.values(), 0)
    if type(family.minors) is not int or family.minors:
        cash = cash + child_benefit(paper.aside, children=family.minors)
    return Position(benefits, income, cash)


def _permanent(
    paper: Paper | NoPaper, family: Family, means: MonthMeans, income: Number
) -> Number:
    total: Number = 0
    for n, own in enumerate(means.unable_incomes):
        amount = permanent_allowance(
            paper.open(
                "zasiłek stały (permanent allowance)",
                "zasiłek stały",
                {"household_size": family.persons, "income": income},
            ),
            persons=family.persons,
            own_income=own,
            income=income,
        )
        present = means.unable_present[n] if means.unable_present else 1
        total = total + amount * present
    return total


def _periodic(paper: Paper | NoPaper, family: Family, income: Number) -> Number:
    return periodic_allowance(
        paper.open(
            "zasiłek okresowy (periodic allowance)",
            "zasiłek okresowy",
            {"household_size": family.persons, "income": income},
        ),
        persons=family.persons,
        income=income,
    )
