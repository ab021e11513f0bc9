"""One household and a column of households: the same rules, the same to the grosz."""

from collections import Counter
from datetime import date
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.benefits.domain.cohort import Cohort, Generated
from services.benefits.domain.cohort_file import COLUMNS
from services.benefits.domain.columns import BLOCK, Plan
from services.benefits.domain.exact import Number, both, choose, part
from services.benefits.domain.family_allowance import Children
from services.benefits.domain.law import law_of
from services.benefits.domain.money import ratio
from services.benefits.domain.parameters import load_parameters
from services.benefits.domain.position import Family, MonthMeans, NoPaper, Scope, position
from services.benefits.domain.schedule_choice import ScheduleChoice, schedule_of
from services.benefits.domain.simulation import Simulate, Variant, simulate
from services.benefits.domain.wage import wage_of
from services.benefits.domain.working_out import what_if
from tests.benefits.drawn import KNOWN as AHEAD
from tests.benefits.drawn import ZABRZE, asked_of, rows, schedules
from tests.support.examples import properties, tried

pytestmark = properties
KNOWN = load_parameters()
MONTHS = st.sampled_from(["2018-03", "2021-12", "2023-06", "2024-02", "2025-01", "2026-03"])
grosze = st.integers(0, 1_500_000)
# Thresholds are where one and many would part first.
incomes = st.one_of(
    grosze,
    st.sampled_from([100_999, 101_000, 82_299, 82_300, 164_599, 164_600, 329_199, 329_200, 0]),
)
households = st.lists(
    st.tuples(
        st.integers(1, 9), incomes, st.integers(0, 3), st.integers(0, 3), st.booleans(), incomes,
        st.booleans(),
    ),
    min_size=1,
    max_size=12,
)  # fmt: skip
FORMS: list[dict[str, Any]] = [
    {"preset": "STEP-12"},
    {"linear": 7},
    {"geometric": {"share": "0.77", "floor": "15.00"}},
    {"fixed": ["126.14", "63.07"]},
    {"taper": {"share": "0.55", "allowance": "2000.00"}},
    {"limits": {"cap_month": "300.00", "cap_total": "900.00", "min_payment": "20.00"}},
]


@tried(300)
@given(MONTHS, households)
def test_a_month_of_many_is_the_month_of_each(month: str, rows: list[Any]) -> None:
    law = law_of(month, None, KNOWN)
    columns = [np.array(column) for column in zip(*rows, strict=True)]

    together = stand(law, *columns)

    for n, row in enumerate(rows):
        alone = stand(law, *row)
        assert {k: int(np.broadcast_to(v, len(rows))[n]) for k, v in together.items()} == {
            k: int(v) for k, v in alone.items()
        }


def stand(law: Any, *of: Any) -> dict[str, Number]:
    """Where a household stands, or many do."""
    persons, income, small, big, disabled, own, unable = of
    family = Family(
        persons=persons,
        children=Children(small, big, small),
        minors=small,
        disabled_child=bool(disabled) if isinstance(disabled, int) else disabled,
        computes_family_allowance=law.month >= "2016-11",
    )
    means = MonthMeans(income, income, income, (own,), (unable * 1,))
    found = position(NoPaper(law), family, means)
    return {benefit.value: amount for benefit, amount in found.benefits.items()} | {
        "income": found.income,
        "had": found.had(Scope.EXT),
        "kept": found.kept(Scope.SA),
    }


@tried(50)
@given(MONTHS, households, st.sampled_from([1, BLOCK // 8]))
def test_a_rule_read_once_says_of_many_what_it_says_itself(
    month: str, rows: list[Any], repeated: int
) -> None:
    law = law_of(month, None, KNOWN)
    columns = [np.array(one) for one in zip(*(rows * repeated), strict=True)]

    def rule(*of: Any) -> Any:
        persons, income, small, big, disabled, own, unable = of
        return list(stand(law, persons, income, small, big, disabled == 1, own, unable).values())

    itself = stand(law, *columns)
    blocks = [
        [column.copy() for column in block]
        for block in Plan(len(columns), rule).blocks(*(one.astype(np.int64) for one in columns))
    ]

    for n, expected in enumerate(itself.values()):
        found = np.concatenate([block[n] for block in blocks])
        assert np.array_equal(found, np.broadcast_to(expected, len(rows) * repeated))


def test_a_truth_of_columns_is_no_number() -> None:
    refused: list[Any] = [
        lambda a: [(a < 1) * a],
        lambda a: [(a < 1) + 1],
        lambda a: [np.sqrt(a)],
        lambda a: [1 if a < 1 else 0],
        lambda a: [np.where(a, 1, 0)],
    ]
    for rule in refused:
        with pytest.raises(TypeError):
            Plan(1, rule)


@pytest.mark.parametrize("other", [-3, 0, 1, 2, 7, 2**40])
def test_what_holds_of_columns_holds_of_each(other: int) -> None:
    numbers = np.array([-(2**40), -7, -1, 0, 1, 2, 3, 7, 2**40, 2**40 + 1])

    def rule(of: Any) -> Any:
        truths = [of < other, of <= other, of > other, of >= other, of == other, other < of]
        truths.append(both(of > 0, of < other))
        chosen = [choose(truth, lambda: of, lambda: 5) for truth in truths]
        chosen += [choose(truth, lambda: 0, lambda: of) for truth in truths]
        return [*chosen, *(choose(truth, lambda: 1, lambda: 0) for truth in truths)]

    [found] = Plan(1, rule).blocks(numbers)
    for n, number in enumerate(numbers.tolist()):
        assert [int(column[n]) for column in found] == [int(one) for one in rule(number)]


@tried(200)
@given(st.lists(st.tuples(grosze, grosze), min_size=1, max_size=10), st.sampled_from(FORMS))
def test_support_of_many_is_that_of_each(rows: list[tuple[int, int]], form: Any) -> None:
    choice = ScheduleChoice.model_validate(form)
    preset = None if choice.own else KNOWN.schedule_presets["STEP-12"].values[0].value
    schedule = schedule_of(choice, preset)
    lost, earned = (np.array(column) for column in zip(*rows, strict=True))
    before: Number = np.zeros(len(rows), dtype=np.int64)
    alone = [0] * len(rows)

    for step in range(1, len(schedule.steps) + 1):
        together = schedule.paid(schedule.full(step, lost, earned, 101_000), before)
        each = [
            schedule.paid(schedule.full(step, its, wage, 101_000), alone[n])
            for n, (its, wage) in enumerate(rows)
        ]
        assert np.broadcast_to(together, len(rows)).tolist() == each
        assert all(0 <= amount <= its for amount, (its, _) in zip(each, rows, strict=True))
        before = before + together
        alone = [was + int(now) for was, now in zip(alone, each, strict=True)]


@tried(300)
@given(st.lists(grosze, min_size=1, max_size=20))
def test_wages_of_many_are_those_of_each(gross: list[int]) -> None:
    law = law_of("2026-03", None, KNOWN)

    together = wage_of(law, np.array(gross))

    assert np.array(together.net).tolist() == [wage_of(law, one).net for one in gross]
    assert np.array(together.counted).tolist() == [wage_of(law, one).counted for one in gross]


@pytest.mark.parametrize(
    ("gross", "net", "counted"),
    [(480_600, 360_585, 335_585), (240_300, 188_693, 163_693), (0, 0, 0)],
)
def test_the_estimate_of_a_net_wage(gross: int, net: int, counted: int) -> None:
    assert wage_of(law_of("2026-03", None, KNOWN), gross) == (gross, net, counted)


@tried(300)
@given(grosze, st.decimals("0.0001", "1", places=4))
def test_a_share_is_rounded_half_up_once(amount: int, share: Any) -> None:
    exact = amount * share
    assert abs(part(amount, ratio(share)) - exact) * 2 <= 1
    assert part(1, ratio(type(share)("0.5"))) == 1


@tried(300)
@given(st.lists(rows(), min_size=1, max_size=5), schedules())
def test_a_cohort_is_its_households_one_by_one(
    drawn: list[dict[str, int]], schedule: ScheduleChoice
) -> None:
    cohort = Cohort(**{name: np.array([row[name] for row in drawn]) for name in COLUMNS})
    asked = Simulate(
        on=date(2026, 3, 1),
        municipality=ZABRZE,
        cohort=Generated(households=len(drawn)),
        variants=(Variant(name="x", schedule=schedule),),
    )

    together = simulate(asked, cohort, AHEAD)

    alone = [what_if(asked_of(row, schedule), AHEAD) for row in drawn]
    [found] = together.variants
    by_month: Counter[str] = Counter()
    for answer in alone:
        by_month.update({one.paid.month: int(one.paid.amount) for one in answer.months})
    assert found.lost == sum(answer.lost for answer in alone)
    assert +Counter(found.by_month) == +by_month
    assert found.supported == sum(answer.total > 0 for answer in alone)
    assert found.without_job == sum(int(answer.before.had(Scope.SA)) for answer in alone)
