"""The periodic allowance and a stepped schedule in OpenFisca-core; and how long a cohort takes.

Run by `benchmarks.benefits` in an environment of its own: `python rule.py 10000 100000`. Names are
OpenFisca's custom. OpenFisca counts in 32-bit floats: its sums are near ours, not equal.
"""

import json
import sys
import time
from pathlib import Path

import numpy as np
from openfisca_core import periods
from openfisca_core.entities import build_entity
from openfisca_core.periods import DateUnit
from openfisca_core.simulation_builder import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

MONTHS = [f"2026-{month:02}" for month in range(3, 13)] + ["2027-01", "2027-02"]
_SHARES = (1, 0.75, 0.5, 0.25)
Household = build_entity(key="household", plural="households", label="household", is_person=True)


class persons(Variable):
    value_type = int
    entity = Household
    definition_period = DateUnit.MONTH
    label = "How many live in it"


class income(Variable):
    value_type = float
    entity = Household
    definition_period = DateUnit.MONTH
    label = "Income of social assistance"


class okresowy(Variable):
    value_type = float
    entity = Household
    definition_period = DateUnit.MONTH
    label = "Periodic allowance"

    def formula(household, period, parameters):  # noqa: N805 OpenFisca's custom
        many, has = household("persons", period), household("income", period)
        criterion = np.where(many == 1, 1010.0, 823.0 * many)
        amount = np.round((criterion - has) * 0.5, 2)
        amount = np.where(many == 1, np.minimum(amount, 823.0), amount)
        return np.where(has < criterion, np.maximum(amount, 20.0), 0.0)


class lost_benefit(Variable):
    value_type = float
    entity = Household
    definition_period = DateUnit.MONTH
    label = "What the job takes away"

    def formula(household, period, parameters):  # noqa: N805 OpenFisca's custom
        first = periods.period("2026-03")
        before, after = household("okresowy", first.last_month), household("okresowy", first)
        return np.maximum(before - after, 0)


class support(Variable):
    value_type = float
    entity = Household
    definition_period = DateUnit.MONTH
    label = "Degressive support"

    def formula(household, period, parameters):  # noqa: N805 OpenFisca's custom
        month = (period.start.year - 2026) * 12 + period.start.month - 3
        lost = household("lost_benefit", periods.period("2026-03"))
        return np.round(lost * _SHARES[month // 3], 2)


def system():
    """The rules."""
    rules = TaxBenefitSystem([Household])
    for variable in (persons, income, okresowy, lost_benefit, support):
        rules.add_variable(variable)
    rules.load_parameters(str(Path(__file__).with_name("parameters")))
    return rules


def simulate(rules, many, before, after):
    """The spending of each month, in złoty."""
    simulation = SimulationBuilder().build_default_simulation(rules, len(many))
    for month, has in (("2026-02", before), ("2026-03", after)):
        simulation.set_input("persons", month, many)
        simulation.set_input("income", month, has)
    return [float(simulation.calculate("support", month).sum()) for month in MONTHS]


def main():
    """Read sizes, one a line; answer each with seconds, processor seconds and the sums."""
    rules = system()
    for line in sys.stdin:
        size = int(line)
        chance = np.random.default_rng(1)
        many = chance.integers(1, 6, size)
        before = chance.integers(0, 200_000, size)
        after = before + chance.integers(100_000, 400_000, size)
        begun, cpu = time.perf_counter(), time.process_time()
        sums = simulate(rules, many, before / 100, after / 100)
        told = {
            "seconds": time.perf_counter() - begun,
            "cpu": time.process_time() - cpu,
            "sums": sums,
        }
        print(json.dumps(told), flush=True)


if __name__ == "__main__":
    main()
