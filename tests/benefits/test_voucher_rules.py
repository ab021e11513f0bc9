"""The arithmetic of care vouchers, on thousands of made-up cases."""

import itertools
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from uuid import UUID

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from contracts.benefits.vouchers import VoucherEnd
from services.benefits.domain.copayment import care_cost, copayment, minutes_for
from services.benefits.domain.money import grosze, zloty
from services.benefits.domain.months import shifted
from services.benefits.domain.parameters import load_parameters
from services.benefits.domain.visit import Place
from services.benefits.domain.visit_flags import Absence, kilometres
from services.benefits.domain.voucher import Voucher, VoucherTerms
from services.benefits.domain.voucher_balance import CarryOver, balance, fits, used_up
from services.benefits.domain.voucher_programme import CareService
from services.benefits.domain.voucher_serial import VoucherSerial, draw_serial, grouped
from services.benefits.domain.voucher_states import MOVES, SuspendReason, VoucherState
from tests.support.examples import properties, tried

pytestmark = properties
often = tried()

TABLE = load_parameters().copayment["LIPNICA-2023"].values[0].value
SERIAL: TypeAdapter[str] = TypeAdapter(VoucherSerial)
MONTHS = [shifted("2026-11", n) for n in range(6)]
minutes = st.integers(0, 3000)


@often
@given(minutes, st.integers(1, 50_000), st.decimals(0, 100, places=2))
@example(minutes=1, rate=4010, percent=Decimal("33.33"))
def test_what_the_client_and_the_gmina_pay_is_what_it_costs(
    minutes: int, rate: int, percent: Decimal
) -> None:
    cost = care_cost(minutes=minutes, rate=rate, percent=percent)

    by_hand = (zloty(rate) * minutes / 60).quantize(Decimal("0.01"), ROUND_HALF_UP)
    paid = (by_hand * percent / 100).quantize(Decimal("0.01"), ROUND_HALF_UP)
    assert (cost.gross, cost.copay) == (grosze(by_hand), grosze(paid))
    assert cost.copay + cost.net == cost.gross
    assert 0 <= cost.copay <= cost.gross


@often
@given(st.integers(0, 2_000_000), st.integers(1, 50_000))
def test_an_amount_buys_no_more_care_than_it_pays_for(amount: int, rate: int) -> None:
    bought = minutes_for(amount, rate=rate)

    assert bought * rate <= amount * 60 < (bought + 1) * rate


@often
@given(st.integers(1, 12), st.integers(0, 3_000_000))
def test_whoever_earns_a_grosz_more_pays_no_less(persons: int, income: int) -> None:
    less, more = (
        copayment(
            TABLE,
            household_size=persons,
            income=zloty(amount),
            month="2026-03",
            parameters=load_parameters(),
        ).percent
        for amount in (income, income + 1)
    )

    assert less <= more


@often
@given(st.lists(minutes, min_size=6, max_size=6), minutes, st.sampled_from(CarryOver))
def test_every_minute_granted_is_used_carried_on_or_lapses(
    used: list[int], granted: int, rule: CarryOver
) -> None:
    months = balance([(m, granted) for m in MONTHS], dict(zip(MONTHS, used, strict=True)), rule)

    for before, after in itertools.pairwise(months):
        assert after.carried_in == before.carried_on
    for one in months:
        assert one.left == one.granted + one.carried_in - one.used
        # Never more than the month's own hours: what came in does not go on again.
        assert 0 <= one.carried_on <= one.granted
        assert rule is CarryOver.NEXT_MONTH or one.carried_on == 0
    if fits(months):
        lapsed = sum(one.left - one.carried_on for one in months)
        assert sum(used) + lapsed == 6 * granted
        assert lapsed >= 0
    assert used_up(months, MONTHS[-1]) is (months[-1].left <= 0)


@often
@given(st.data())
def test_a_number_misread_in_one_sign_or_with_two_exchanged_is_noticed(
    data: st.DataObject,
) -> None:
    serial = draw_serial()
    place = data.draw(st.integers(0, 14))
    sign = data.draw(st.sampled_from("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
    misread = serial[:place] + sign + serial[place + 1 :]
    swapped = serial[:place] + serial[place + 1] + serial[place] + serial[place + 2 :]

    assert SERIAL.validate_python(grouped(serial).lower()) == serial
    for wrong in {misread, swapped} - {serial}:
        with pytest.raises(ValidationError):
            SERIAL.validate_python(wrong)


def voucher() -> Voucher:
    terms = VoucherTerms(
        minutes=600,
        rate=Decimal("40.00"),
        percent=Decimal(15),
        income=Decimal("1800.00"),
        of_criterion=Decimal("178.22"),
        household_size=1,
        trace=copayment(
            TABLE,
            household_size=1,
            income=Decimal("1800.00"),
            month="2026-03",
            parameters=load_parameters(),
        ).trace,
    )
    nobody = UUID(int=1)
    return Voucher(
        id=nobody,
        client_id=nobody,
        institution=nobody,
        programme_id=nobody,
        serial=draw_serial(),
        services=(CareService.CARE,),
        provider=None,
        valid_from=date(2026, 3, 10),
        valid_to=date(2026, 6, 30),
        drafted_by="ops-clerk",
        terms=terms,
        state=VoucherState.ACTIVE,
        handed_over_on=date(2026, 3, 9),
    )


def test_a_voucher_is_good_on_its_days_but_those_on_which_it_rested() -> None:
    held, ops = voucher(), UUID(int=1)
    held.suspend(SuspendReason.HOSPITAL, institution=ops, on=date(2026, 4, 1))
    held.resume(institution=ops, last_day=date(2026, 4, 9))
    held.suspend(SuspendReason.AWAY, institution=ops, on=date(2026, 5, 1))

    good = [day for n in range(120) if held.good_on(day := date(2026, 3, 5) + timedelta(days=n))]

    assert (good[0], good[-1]) == (date(2026, 3, 10), date(2026, 4, 30))
    assert date(2026, 3, 31) in good
    assert date(2026, 4, 1) not in good
    assert date(2026, 4, 9) not in good
    assert date(2026, 4, 10) in good


def test_a_voucher_resumed_on_the_day_it_was_suspended_never_rested() -> None:
    held, ops = voucher(), UUID(int=1)
    held.suspend(SuspendReason.OTHER, institution=ops, on=date(2026, 4, 1))
    held.resume(institution=ops, last_day=date(2026, 3, 31))

    assert held.pauses == ()


def test_its_months_run_from_the_first_to_the_last_day_whatever_part_of_them() -> None:
    held = voucher()
    heir = replace(held, terms=held.terms.model_copy(update={"first_month_minutes": 90}))

    assert [month for month, _ in held.granted()] == ["2026-03", "2026-04", "2026-05", "2026-06"]
    assert [minutes for _, minutes in heir.granted()] == [90, 600, 600, 600]


@pytest.mark.parametrize(
    ("how", "last"), [(VoucherEnd.CANCELLED, "2026-04"), (VoucherEnd.EXPIRED, "2026-06")]
)
def test_a_voucher_ends_in_the_month_it_ended_in(how: VoucherEnd, last: str) -> None:
    held = voucher()

    if how is VoucherEnd.EXPIRED:
        ended = held.expire()
    else:
        _, ended = held.pass_on(
            voucher_id=UUID(int=2),
            serial=draw_serial(),
            provider=None,
            left=0,
            by="ops-clerk",
            on=date(2026, 4, 15),
        )

    assert (ended.first_month, ended.last_month) == ("2026-03", last)


def test_from_every_state_but_the_last_ones_a_step_leads_on() -> None:
    left = {state for sources, _ in MOVES.values() for state in sources}
    last = {VoucherState.EXPIRED, VoucherState.CANCELLED, VoucherState.TRANSFERRED}

    assert set(VoucherState) - left == last


def test_an_absence_holds_both_its_days() -> None:
    away = Absence(date(2026, 3, 1), date(2026, 3, 3))

    assert [away.covers(date(2026, 3, n)) for n in (1, 2, 3, 4)] == [True, True, True, False]
    assert Absence(date(2026, 3, 1), None).covers(datetime(2099, 1, 1, tzinfo=UTC).date())


def test_from_zabrze_to_krakow_it_is_eighty_seven_kilometres() -> None:
    zabrze = Place(latitude=50.3249, longitude=18.7857)
    krakow = Place(latitude=50.0614, longitude=19.9366)

    assert 85 < kilometres(zabrze, krakow) < 90
    assert kilometres(zabrze, zabrze) == 0
