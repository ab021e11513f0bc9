"""What must hold of every what-if: any household, any job, any schedule, any limits."""

from decimal import Decimal
from itertools import pairwise

from hypothesis import assume, given
from hypothesis import strategies as st

from contracts.incomes import IncomeKind
from services.benefits.domain.exact import part
from services.benefits.domain.household import Receipt
from services.benefits.domain.law import law_of
from services.benefits.domain.money import grosze, ratio
from services.benefits.domain.months import days_in, month_of, shifted
from services.benefits.domain.okresowy import social_criterion
from services.benefits.domain.schedule import first_day_paid
from services.benefits.domain.schedule_choice import MOST_MONTHS
from services.benefits.domain.sweep import is_her_job, sweep_of
from services.benefits.domain.what_if import LostBenefitMode, WhatIf
from services.benefits.domain.working_out import what_if
from services.benefits.views.what_if import WhatIfView, what_if_told
from tests.benefits.drawn import KNOWN, WAGES, what_ifs
from tests.support.examples import properties, tried

pytestmark = properties
often = tried()


@often
@given(what_ifs())
def test_no_month_pays_less_than_nothing_or_more_than_was_lost(asked: WhatIf) -> None:
    answer = what_if(asked, KNOWN)

    had = int(answer.before.had(asked.scope))
    frozen = asked.lost_benefit_mode is LostBenefitMode.FROZEN
    most = answer.lost if frozen else had
    assert 0 <= answer.lost <= had
    assert all(0 <= int(one.paid.amount) <= int(one.paid.full) <= most for one in answer.months)
    assert not answer.months or answer.lost > 0


@often
@given(what_ifs())
def test_the_sum_of_the_months_is_the_total_as_it_is_told(asked: WhatIf) -> None:
    answer = what_if(asked, KNOWN)

    told = WhatIfView.model_validate_json(what_if_told(answer))

    assert told.total == sum((month.amount for month in told.months), Decimal("0.00"))
    assert grosze(told.total) == answer.total
    assert all(month.disposable >= month.amount for month in told.months)


@often
@given(what_ifs())
def test_months_and_steps_come_in_order_and_end(asked: WhatIf) -> None:
    months = what_if(asked, KNOWN).months

    first = month_of(first_day_paid(asked.on, asked.schedule.start_rule))
    assert [one.paid.step for one in months] == list(range(1, len(months) + 1))
    assert all(one.paid.month < later.paid.month for one, later in pairwise(months))
    assert not months or first <= months[0].paid.month
    assert not months or months[-1].paid.month < shifted(first, 2 * MOST_MONTHS)
    if asked.lost_benefit_mode is LostBenefitMode.FROZEN:
        # What is lost once is lost in every month: none is left out.
        follow = [shifted(months[0].paid.month, n) for n in range(len(months))] if months else []
        assert [one.paid.month for one in months] == follow


@often
@given(what_ifs())
def test_only_the_first_month_is_paid_in_part_and_every_month_has_its_days(asked: WhatIf) -> None:
    answer = what_if(asked, KNOWN)
    assume(answer.months)

    first, *others = (one.paid for one in answer.months)

    day = answer.first_lost_on
    assert day is not None
    assert (first.month, first.days) == (month_of(day), days_in(month_of(day)) - day.day + 1)
    assert all(one.days == one.of_days == days_in(one.month) for one in others)


@often
@given(what_ifs())
def test_no_limit_is_passed(asked: WhatIf) -> None:
    answer = what_if(asked, KNOWN)

    limits, paid = asked.schedule.limits, [int(one.paid.amount) for one in answer.months]
    persons = asked.household.persons
    if limits.cap_month is not None:
        assert all(amount <= grosze(limits.cap_month) for amount in paid)
    if limits.cap_total is not None:
        assert sum(paid) <= grosze(limits.cap_total)
    if limits.min_payment is not None:
        assert all(amount == 0 or amount >= grosze(limits.min_payment) for amount in paid)
    if limits.max_months is not None:
        assert len(paid) <= limits.max_months
    if limits.cap_month_of_criterion is not None:
        share = ratio(limits.cap_month_of_criterion)
        for one in answer.months:
            law = law_of(one.paid.month, asked.municipality, KNOWN)
            assert int(one.paid.amount) <= int(part(social_criterion(law, persons), share))


@often
@given(what_ifs())
def test_every_benefit_and_what_is_in_hand_is_nothing_or_more(asked: WhatIf) -> None:
    answer = what_if(asked, KNOWN)

    for standing in (answer.before, answer.after):
        assert all(int(amount) >= 0 for amount in standing.benefits.values())
        assert int(standing.income) >= 0
        assert int(standing.cash) >= 0


@often
@given(what_ifs())
def test_the_same_facts_give_the_same_answer(asked: WhatIf) -> None:
    assert what_if_told(what_if(asked, KNOWN)) == what_if_told(what_if(asked, KNOWN))


@often
@given(what_ifs(), st.integers(0, 160))
def test_the_chart_shows_at_each_wage_what_a_household_with_that_wage_is_told(
    asked: WhatIf, fifties: int
) -> None:
    assume(asked.on >= WAGES)
    rest = tuple(one for one in asked.incomes_after if not is_her_job(one, asked))
    wage = Receipt(kind=IncomeKind.EMPLOYMENT, gross=Decimal(50 * fifties))

    drawn = sweep_of(asked, KNOWN)
    told = what_if(asked.model_copy(update={"incomes_after": (*rest, wage)}), KNOWN)

    assert drawn.gross[fifties] == 5_000 * fifties
    assert drawn.without[fifties] == told.after.cash
