"""What must hold for every household, every amount and every day."""

from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from contracts.incomes import IncomeKind
from services.benefits.domain.declared import Declared, Job
from services.benefits.domain.exact import Ratio, part
from services.benefits.domain.income import Income, social_assistance_income
from services.benefits.domain.money import GROSZ, grosze, to_grosz
from services.benefits.domain.months import days_in, first_day, month_of, shifted
from services.benefits.domain.parameters import load_parameters
from services.benefits.domain.schedule import MonthLine
from services.benefits.domain.schedule_choice import ScheduleChoice, StartRule
from services.benefits.domain.working_out import what_if
from tests.benefits.rules import ZABRZE, okresowy, support
from tests.support.examples import properties, tried

KNOWN = load_parameters()
pytestmark = properties
often = tried()

amounts = st.integers(min_value=0, max_value=10_000_000).map(lambda grosze: grosze * GROSZ)
lost_amounts = amounts.filter(bool)
# Month ends and leap days are where proration breaks, so they are drawn on purpose.
edges = st.sampled_from(
    [
        date(2016, 2, 29),
        date(2026, 1, 31),
        date(2027, 2, 28),
        date(2028, 2, 29),
        date(2026, 12, 31),
    ]
)
days = st.one_of(edges, st.dates(min_value=date(2015, 11, 1), max_value=date(2150, 12, 31)))
STEPPED = sorted(
    name
    for name, preset in KNOWN.schedule_presets.items()
    if preset.values[0].value.percents is not None
)
rules = st.sampled_from(StartRule)
stepped = st.builds(ScheduleChoice, preset=st.sampled_from(STEPPED), start_rule=rules)
choices = st.one_of(
    stepped,
    st.builds(ScheduleChoice, linear=st.integers(1, 36), start_rule=rules),
    st.builds(
        ScheduleChoice,
        fixed=st.lists(amounts, min_size=1, max_size=36).map(lambda a: sorted(a, reverse=True)),
        start_rule=rules,
    ),
)
dated_kinds = st.sampled_from(
    [kind for kind in IncomeKind if KNOWN.income_kinds[kind].values[0].valid_from.year == 2015]
)
DECLARED = {IncomeKind.PERMANENT_ALLOWANCE, IncomeKind.PURPOSE_BENEFIT}
"""Benefits of social assistance that are declared: they are lost where they are declared no more."""
incomes = st.lists(st.builds(Income, kind=dated_kinds, monthly=amounts), max_size=4)
households = st.builds(
    lambda size, before, after: {"size": size, "before": before, "after": after},
    st.integers(min_value=1, max_value=12),
    incomes,
    incomes,
)


def lines(lost: Decimal, day: date, choice: ScheduleChoice) -> tuple[MonthLine, ...]:
    return support(lost, day, choice, KNOWN)


def benefit(size: int, income: Decimal, day: date) -> Decimal:
    return okresowy(size, income, month_of(day), KNOWN)


@often
@given(lost_amounts, days, choices)
def test_no_month_pays_less_than_nothing_or_more_than_was_lost(
    lost: Decimal, day: date, choice: ScheduleChoice
) -> None:
    assert all(0 <= line.amount <= lost for line in lines(lost, day, choice))


@often
@given(lost_amounts, days, choices)
def test_the_months_follow_one_another_and_so_do_the_steps(
    lost: Decimal, day: date, choice: ScheduleChoice
) -> None:
    months = lines(lost, day, choice)

    assert all(later.month == shifted(sooner.month, 1) for sooner, later in pairwise(months))
    assert [line.step for line in months] == list(range(1, len(months) + 1))


@often
@given(lost_amounts, days, choices)
def test_only_the_first_month_may_be_paid_in_part_and_never_for_no_day(
    lost: Decimal, day: date, choice: ScheduleChoice
) -> None:
    first, *others = lines(lost, day, choice)

    assert 1 <= first.days <= first.of_days
    assert all(line.days == line.of_days == days_in(line.month) for line in others)


@often
@given(lost_amounts, days, choices)
def test_support_only_falls_after_the_first_month(
    lost: Decimal, day: date, choice: ScheduleChoice
) -> None:
    _, *others = lines(lost, day, choice)

    assert all(sooner.amount >= later.amount for sooner, later in pairwise(others))


@often
@given(lost_amounts, days, stepped)
def test_rounding_moves_no_month_by_more_than_half_a_grosz(
    lost: Decimal, day: date, choice: ScheduleChoice
) -> None:
    _, *others = lines(lost, day, choice)

    assert all(abs(line.amount - lost * (line.percent or 0) / 100) <= GROSZ / 2 for line in others)


@often
@given(lost_amounts, days, choices)
def test_the_same_facts_give_the_same_schedule(
    lost: Decimal, day: date, choice: ScheduleChoice
) -> None:
    assert lines(lost, day, choice) == lines(lost, day, choice)


@often
@given(st.integers(min_value=1, max_value=12), amounts, days)
def test_okresowy_is_nothing_or_at_least_the_minimum(
    size: int, income: Decimal, day: date
) -> None:
    amount = benefit(size, income, day)

    assert amount == 0 or amount >= 20
    assert amount == to_grosz(amount)


@often
@given(st.integers(min_value=1, max_value=12), amounts, amounts, days)
def test_more_income_never_brings_more_okresowy(
    size: int, income: Decimal, rise: Decimal, day: date
) -> None:
    assert benefit(size, income + rise, day) <= benefit(size, income, day)


@often
@given(households, days)
def test_nobody_loses_more_than_he_had(household: dict[str, Any], day: date) -> None:
    first = month_of(day)
    before = shifted(first, -1)
    income = social_assistance_income(household["before"], month=before, parameters=KNOWN)
    declared = Declared(
        municipality=ZABRZE,
        household_size=household["size"],
        incomes={before: tuple(household["before"]), first: tuple(household["after"])},
        employments=(Job(started_on=day),),
    )
    received = sum((i.monthly for i in household["before"] if i.kind in DECLARED), Decimal(0))

    lost = what_if(declared.asked(day, today=day), KNOWN).lost * GROSZ

    assert 0 <= lost <= benefit(household["size"], income.amount, first_day(before)) + received


@often
@given(lost_amounts, days)
def test_two_parts_of_a_month_make_the_whole_to_a_grosz(full: Decimal, day: date) -> None:
    month = month_of(day)
    of_days = days_in(month)
    begun = (day - first_day(month)).days

    parts = [
        part(grosze(full), Ratio(share, of_days)) for share in (begun, of_days - begun) if share
    ]

    assert abs(int(sum(parts)) - grosze(full)) <= 1
