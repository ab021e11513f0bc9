"""What is owed about a referral, and what the clock does about it."""

import asyncio
from datetime import date, timedelta
from typing import Any

import pytest

from contracts.intake import Urgency
from contracts.referrals import DeclineReason, Outcome
from contracts.referrals.codes import CancelReason, PauseReason
from kernel import clock
from services.referrals.domain.duty import Audience, DutyKind
from services.referrals.domain.referral_duties import OURS, duties_of
from services.referrals.domain.referral_house import ring
from services.referrals.domain.referral_states import ReferralState
from tests.referrals.conftest import ADVISER, CLIENT, SOCIAL_WORKER, VISIT, House
from tests.referrals.referring import (
    OPS,
    PUP,
    SENT_AT,
    accepted,
    draft,
    let_days_pass,
    make_the_round,
    owed,
    receiver,
    sender,
    sent,
    standing,
)
from tests.referrals.referring import VISIT as ON_THE_TENTH
from tests.support.rooms import announced

pytestmark = pytest.mark.anyio


def due(referral: Any) -> list[tuple[str, Any, date | None]]:
    return [(d.kind.value, d.institution, d.due_on) for d in duties_of(referral)]


def test_whoever_got_it_opens_it_within_two_working_days() -> None:
    assert due(sent()) == [("open_referral", PUP, date(2026, 3, 4))]


def test_then_it_is_to_be_answered_within_five() -> None:
    referral = sent()
    referral.receive(receiver())

    [duty] = duties_of(referral)
    assert (duty.kind, duty.due_on) == (DutyKind.ANSWER_REFERRAL, date(2026, 3, 9))
    assert (duty.worker, duty.audience) == ("pup-worker", Audience.WORKER)


def test_a_question_is_the_senders_to_answer() -> None:
    referral = sent()
    referral.send_back("Why?", receiver())

    assert due(referral) == [("supply_information", OPS, date(2026, 3, 9))]


def test_an_appointment_is_kept_and_its_outcome_told() -> None:
    referral = sent()
    referral.accept(ON_THE_TENTH, receiver(), planned_end_on=date(2026, 4, 10))

    assert due(referral) == [
        ("see_client", PUP, ON_THE_TENTH.on),
        ("report_outcome", PUP, date(2026, 4, 17)),
    ]


def test_what_rests_is_looked_at_on_its_day() -> None:
    referral = accepted()
    referral.hold(PauseReason.ILLNESS, date(2026, 3, 20), receiver())

    assert due(referral) == [("review_hold", PUP, date(2026, 3, 20))]


def test_a_cancellation_is_confirmed_within_five_working_days() -> None:
    referral = accepted()
    referral.request_cancellation(CancelReason.NOT_NEEDED, sender())

    assert due(referral) == [("confirm_cancellation", PUP, date(2026, 3, 9))]


def test_every_end_is_read_by_the_sender_and_then_nothing_is_owed() -> None:
    referral = accepted()
    referral.complete(Outcome.EMPLOYMENT, "Hired.", receiver())
    told = due(referral)

    referral.acknowledge(None, None, sender())

    assert told == [("acknowledge_outcome", OPS, date(2026, 3, 16))]
    assert due(referral) == []


def test_of_what_is_urgent_silence_is_told_with_its_only_reminder() -> None:
    referral = sent(urgency=Urgency.URGENT)

    ring(referral, SENT_AT + timedelta(days=1))

    assert DutyKind.SILENT_REFERRAL in {duty.kind for duty in duties_of(referral)}


def test_nobody_owes_anything_about_a_draft() -> None:
    assert duties_of(draft()) == []


@pytest.mark.parametrize("state", ReferralState)
def test_whatever_is_owed_is_of_the_kinds_that_are_struck(state: ReferralState) -> None:
    assert {duty.kind for duty in duties_of(standing(state))} <= set(OURS)


def test_a_declined_referral_leaves_the_receiver_nothing_to_do() -> None:
    referral = sent()
    referral.decline(DeclineReason.OTHER, None, receiver())

    assert {duty.institution for duty in duties_of(referral)} == {OPS}


async def test_duties_are_written_and_struck_with_the_step(house: House) -> None:
    address = await house.sent()
    new = await owed(house)
    await house.ask(ADVISER, f"{address}/accept", VISIT)
    under_way = await owed(house)
    await house.ask(ADVISER, f"{address}/complete", {"outcome": "training", "note": "Done."})
    ended = await owed(house)
    await house.ask(SOCIAL_WORKER, f"{address}/acknowledge")

    assert new == {("open_referral", "pup", "worker")}
    assert under_way == {("see_client", "pup", "worker"), ("report_outcome", "pup", "worker")}
    assert ended == {("acknowledge_outcome", "ops", "worker")}
    assert await owed(house) == set()


async def test_a_refused_step_changes_no_duty(house: House) -> None:
    address = await house.sent()

    await house.ask(SOCIAL_WORKER, f"{address}/accept", VISIT)

    assert await owed(house) == {("open_referral", "pup", "worker")}


async def test_silence_is_told_to_the_sender_and_then_to_both_managers(house: House) -> None:
    address = await house.sent()

    await let_days_pass(house, 20)

    types = [event["type"] for event in await announced(house.database, CLIENT)]
    assert types[-1] == "referral.escalated.v1"
    assert await owed(house) == {
        ("open_referral", "pup", "worker"),
        ("silent_referral", "ops", "worker"),
        ("escalated_referral", "ops", "manager"),
        ("escalated_referral", "pup", "manager"),
    }
    await house.ask(ADVISER, f"{address}/accept", VISIT)
    assert {kind for kind, _, _ in await owed(house)} == {"see_client", "report_outcome"}


async def test_what_nobody_answers_expires_and_the_sender_is_told(house: House) -> None:
    address = await house.sent(goal_id=await house.goal())

    await let_days_pass(house, 40)

    seen = (await house.see(SOCIAL_WORKER, address)).json()
    [*_, last] = await announced(house.database, CLIENT)
    history = (await house.see(SOCIAL_WORKER, f"{address}/history")).json()["items"]
    assert seen["state"] == "expired"
    assert (last["type"], last["actor"]) == ("referral.expired.v1", None)
    assert await owed(house) == {("acknowledge_outcome", "ops", "worker")}
    assert (await house.plan())["goals"][0]["actions"][0]["status"] == "cancelled"
    assert (history[-1]["verb"], history[-1]["institution"]) == ("expire", None)


async def test_two_who_make_the_round_at_once_do_it_once(house: House) -> None:
    await house.sent()
    await house.database.pool.execute(
        "UPDATE referrals SET clock_on = current_date - 1, expires_on = current_date - 1"
    )

    await asyncio.gather(*(make_the_round(house) for _ in range(4)))

    types = [event["type"] for event in await announced(house.database, CLIENT)]
    assert types.count("referral.expired.v1") == 1


async def test_a_clock_that_rings_for_nothing_is_wound_anew(house: House) -> None:
    await house.sent()
    await house.database.pool.execute("UPDATE referrals SET clock_on = current_date - 1")

    await make_the_round(house)

    [row] = await house.database.pool.fetch("SELECT version, clock_on FROM referrals")
    assert row["version"] == 1
    assert row["clock_on"] > clock.today()
