"""The clock of a referral: whom it reminds, whom it tells, and that nothing waits for ever."""

from collections.abc import Callable
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from contracts.intake import Urgency
from contracts.referrals import DeclineReason, Outcome
from contracts.referrals.codes import CancelReason, PauseReason
from services.referrals.domain.moves import IllegalMove
from services.referrals.domain.referral import Referral
from services.referrals.domain.referral_clock import to_ring
from services.referrals.domain.referral_house import by_itself, ring
from services.referrals.domain.referral_refusals import DayIsOver, NoAppointment, VisitToCome
from services.referrals.domain.referral_states import ENDED, ReferralState
from services.referrals.domain.referral_words import Acting, Visit
from tests.referrals.referring import (
    PARTNERSHIP,
    PUP,
    SENT_AT,
    VISIT,
    accepted,
    draft,
    receiver,
    sender,
    sent,
)


def rung(referral: Referral, until: date) -> list[tuple[date, str]]:
    """What the clock did day by day; as in the house, it looks only when its day has come."""
    told, day = [], 0
    while referral.clock_on and (at := SENT_AT + timedelta(days=day)).date() <= until:
        acting = by_itself(at)
        if referral.clock_on <= acting.on and (did := ring(referral, at)):
            told.append((acting.on, did[0]))
        else:
            day += 1
    return told


def test_two_reminders_the_managers_and_the_end() -> None:
    assert rung(sent(), date(2026, 6, 1)) == [
        (date(2026, 3, 5), "remind"),
        (date(2026, 3, 9), "remind"),
        (date(2026, 3, 12), "escalate"),
        (date(2026, 4, 1), "expire"),
    ]


def test_what_is_urgent_is_reminded_the_next_day_and_the_managers_hear_the_day_after() -> None:
    assert rung(sent(urgency=Urgency.URGENT), date(2026, 3, 10)) == [
        (date(2026, 3, 3), "remind"),
        (date(2026, 3, 4), "escalate"),
    ]


@given(days=st.integers(0, 800))
@settings(max_examples=200, deadline=None)
def test_nobody_is_reminded_on_the_day_after_sending(days: int) -> None:
    referral = draft()
    referral.send(sender(days))

    first = min(ring.on for ring in to_ring(referral))

    assert first > referral.sent_on + timedelta(days=1)


def test_opening_it_does_not_turn_the_clock_back() -> None:
    referral = sent()
    rung(referral, date(2026, 3, 5))

    referral.receive(receiver(4))

    assert rung(referral, date(2026, 3, 12)) == [
        (date(2026, 3, 9), "remind"),
        (date(2026, 3, 12), "escalate"),
    ]


def test_a_question_turns_the_clock_to_the_sender_and_its_answer_back_again() -> None:
    referral = sent()
    referral.send_back("Why?", receiver(3))
    asked = referral.answer_due_on

    referral.supply("Because.", sender(4))

    assert (asked, referral.answer_due_on) == (date(2026, 3, 12), date(2026, 3, 13))
    assert referral.expires_on == date(2026, 4, 5)


def test_a_round_that_comes_late_does_not_remind_of_what_has_expired() -> None:
    referral = sent()

    did = ring(referral, SENT_AT + timedelta(days=60))

    assert did is not None
    assert did[0] == "expire"
    assert (referral.state, referral.clock_on) == (ReferralState.EXPIRED, None)


def test_an_outcome_is_asked_for_a_week_after_the_planned_end() -> None:
    referral = sent()
    referral.accept(VISIT, receiver(), planned_end_on=date(2026, 4, 10))

    assert rung(referral, date(2026, 6, 1)) == [
        (date(2026, 4, 17), "remind"),
        (date(2026, 4, 24), "escalate"),
    ]


def test_without_a_planned_end_it_is_asked_for_three_months_after_the_first_visit() -> None:
    assert rung(accepted(), date(2026, 12, 1))[0] == (date(2026, 6, 8), "remind")


def test_a_note_does_not_let_the_managers_be_told_again() -> None:
    referral = sent()
    referral.accept(VISIT, receiver(), planned_end_on=date(2026, 3, 10))
    rung(referral, date(2026, 4, 1))

    referral.note(receiver(31))

    assert referral.escalated_on == date(2026, 3, 24)
    assert rung(referral, date(2026, 6, 1)) == []


def test_another_visit_puts_the_day_of_the_outcome_off_and_the_clock_with_it() -> None:
    referral = accepted()
    rung(referral, date(2026, 7, 1))
    told = referral.escalated_on

    referral.schedule(Visit(date(2026, 7, 2)), receiver(122))

    assert told is not None
    assert referral.escalated_on is None
    assert rung(referral, date(2026, 12, 1))[0] == (date(2026, 9, 30), "remind")


def test_another_hour_of_the_same_visit_lets_the_clock_run_on() -> None:
    referral = accepted()
    rung(referral, date(2026, 7, 1))

    referral.schedule(Visit(VISIT.on, "12:00"), receiver(122))

    assert referral.escalated_on is not None


def test_whoever_claims_it_late_has_its_own_time() -> None:
    referral = sent(sent_to=None, open_to=PARTNERSHIP)

    referral.claim(receiver(28))

    assert rung(referral, date(2026, 6, 1))[-1] == (date(2026, 4, 29), "expire")
    assert referral.answer_due_on == date(2026, 4, 7)


def test_what_rests_is_looked_at_again_on_its_day() -> None:
    referral = accepted()
    referral.hold(PauseReason.ILLNESS, date(2026, 3, 20), receiver())

    assert rung(referral, date(2026, 6, 1)) == [
        (date(2026, 3, 20), "remind"),
        (date(2026, 3, 27), "escalate"),
    ]


def test_a_cancellation_that_nobody_confirms_goes_to_the_managers() -> None:
    referral = accepted()
    referral.request_cancellation(CancelReason.NOT_NEEDED, sender())

    assert rung(referral, date(2026, 6, 1)) == [(date(2026, 3, 9), "escalate")]


def test_the_waiting_list_is_no_place_to_be_forgotten() -> None:
    referral = sent()
    referral.wait(receiver())

    assert rung(referral, date(2026, 12, 1)) == [(date(2026, 5, 31), "escalate")]


def test_an_outcome_that_nobody_reads_is_reminded_of_after_two_weeks_and_no_more() -> None:
    referral = accepted()
    referral.complete(Outcome.EMPLOYMENT, "Hired.", receiver(1))

    assert rung(referral, date(2026, 12, 1)) == [(date(2026, 3, 17), "remind")]


STEPS: list[Callable[[Referral, Acting, Acting], object]] = [
    lambda r, _, to: r.receive(to),
    lambda r, _, to: r.send_back("Why?", to),
    lambda r, by, _: r.supply("Because.", by),
    lambda r, _, to: r.wait(to),
    lambda r, _, to: r.accept(Visit(to.on), to),
    lambda r, _, to: r.start(to),
    lambda r, _, to: r.schedule(Visit(to.on), to),
    lambda r, _, to: r.miss(to),
    lambda r, _, to: r.hold(PauseReason.OTHER, to.on, to),
    lambda r, by, _: r.request_cancellation(CancelReason.OTHER, by),
    lambda r, by, _: r.withdraw(by),
    lambda r, by, _: r.reopen(PUP, by),
    lambda r, _, to: r.decline(DeclineReason.OTHER, None, to),
]


@given(st.lists(st.tuples(st.sampled_from(STEPS), st.integers(0, 40)), max_size=12))
@settings(max_examples=500, deadline=None)
def test_every_referral_ends_answered_expired_or_escalated(
    steps: list[tuple[Callable[[Referral, Acting, Acting], object], int]],
) -> None:
    referral, day = sent(), 0
    for step, pause in steps:
        rung(referral, SENT_AT.date() + timedelta(days=day + pause))
        day += pause
        try:
            step(referral, sender(day), receiver(day))
        except (IllegalMove, NoAppointment, VisitToCome, DayIsOver):
            continue

    rung(referral, SENT_AT.date() + timedelta(days=day + 400))

    told = referral.escalated_on is not None
    assert referral.state in ENDED or told
    assert referral.clock_on is None
    assert referral.state not in {ReferralState.SENT, ReferralState.RECEIVED}
