"""What must hold for every household, every amount and every day."""

from datetime import date
from decimal import Decimal
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from contracts.incomes import IncomeKind
from services.benefits.domain.income import Income, social_assistance_income
from services.benefits.domain.lost_benefit import Means, lost_benefit
from services.benefits.domain.money import GROSZ, share_of_month, to_grosz
from services.benefits.domain.months import days_in, first_day, month_of, shifted
from services.benefits.domain.okresowy import okresowy
from services.benefits.domain.parameters import load_parameters
from services.benefits.domain.schedule import MonthLine, degressive_schedule
from services.benefits.domain.schedule_choice import ScheduleChoice, StartRule
from tests.support.examples import properties, tried

ZABRZE = "2478011"
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
incomes = st.lists(st.builds(Income, kind=dated_kinds, monthly=amounts), max_size=4)
households = st.builds(
    Means,
    household_size=st.integers(min_value=1, max_value=12),
    municipality=st.just(ZABRZE),
    incomes_before=incomes,
    incomes_after=incomes,
)


def lines(lost: Decimal, day: date, choice: ScheduleChoice) -> tuple[MonthLine, ...]:
    return degressive_schedule(
        lost, employment_started_on=day, choice=choice, parameters=KNOWN
    ).lines


def benefit(size: int, income: Decimal, day: date) -> Decimal:
    return okresowy(
        household_size=size,
        income=income,
        month=month_of(day),
        municipality=ZABRZE,
        parameters=KNOWN,
    ).amount


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
def test_nobody_loses_more_than_he_had(means: Means, day: date) -> None:
    month = shifted(month_of(day), -1)
    income = social_assistance_income(means.incomes_before, month=month, parameters=KNOWN)
    had = benefit(means.household_size, income.amount, first_day(month))

    lost = lost_benefit(means, employment_started_on=day, parameters=KNOWN)

    assert 0 <= lost.amount <= had


@often
@given(lost_amounts, days)
def test_two_parts_of_a_month_make_the_whole_to_a_grosz(full: Decimal, day: date) -> None:
    month = month_of(day)
    of_days = days_in(month)
    begun = (day - first_day(month)).days

    parts = (
        share_of_month(full, days=begun, of_days=of_days),
        share_of_month(full, days=of_days - begun, of_days=of_days),
    )

    assert abs(sum(parts) - full) <= GROSZ
