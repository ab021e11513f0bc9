"""The life of a referral over HTTP: drafts, questions, appointments, rests, ends and new beginnings."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from contracts.values import InstitutionKind
from kernel import clock
from tests.referrals.conftest import (
    ADVISER,
    CLIENT,
    NGO,
    OPS,
    PUP,
    PURPOSE,
    SOCIAL_WORKER,
    STRANGER,
    TO_THE_PUP,
    VISIT,
    House,
)
from tests.support.rooms import HOUSE, announced, relate, worker

pytestmark = pytest.mark.anyio

DONE = {"outcome": "employment", "note": "A bakery took her full time."}
MANAGER = worker(OPS, InstitutionKind.OPS, "ops_manager")
PUP_MANAGER = worker(PUP, InstitutionKind.PUP, "pup_manager")


async def types(house: House) -> list[str]:
    return [event["type"] for event in await announced(house.database, CLIENT)]


async def drafted(house: House, **changes: Any) -> str:
    body = {"client_id": str(CLIENT), "purpose": "Debt counselling"} | changes
    answer = await house.ask(SOCIAL_WORKER, "/v1/referrals/drafts", body)
    assert answer.status_code == 201, answer.text
    return str(answer.headers["location"])


async def test_a_draft_is_nobodys_but_its_writers_and_announces_nothing(house: House) -> None:
    await relate(house.database, CLIENT, PUP)

    address = await drafted(house, to={"institution": str(PUP)})

    card = await house.client.get(f"/internal/clients/{CLIENT}/card", headers=HOUSE)
    assert (await house.see(SOCIAL_WORKER, address)).json()["state"] == "draft"
    assert (await house.see(ADVISER, address)).status_code == 404
    assert (await house.see(ADVISER, "/v1/referrals", box="in")).json()["items"] == []
    assert card.json()["sections"]["referrals"]["full"] == []
    assert await types(house) == ["plan.opened.v1"]


async def test_a_draft_is_finished_and_sent(house: House) -> None:
    address = await drafted(house)
    change = {key: TO_THE_PUP[key] for key in ("to", "purpose", "basis")}

    early = await house.ask(SOCIAL_WORKER, f"{address}/send")
    await house.ask(SOCIAL_WORKER, f"{address}/change", change, If_Match='"v1"')
    answer = await house.ask(SOCIAL_WORKER, f"{address}/send", If_Match='"v2"')

    assert (early.status_code, early.json()["errors"][0]["pointer"]) == (422, "/to")
    assert (answer.status_code, answer.json()["state"]) == (200, "sent")
    assert answer.json()["purpose"] == PURPOSE
    assert (await types(house))[-1] == "referral.sent.v1"
    assert (await house.see(ADVISER, address)).status_code == 200


async def test_what_was_sent_is_not_written_anew(house: House) -> None:
    address = await house.sent()

    answer = await house.ask(SOCIAL_WORKER, f"{address}/change", {"purpose": "Another"})

    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/NotADraft")


async def test_of_two_who_write_a_draft_the_second_is_told_so(house: House) -> None:
    address = await drafted(house)

    answers = await asyncio.gather(*[
        house.ask(SOCIAL_WORKER, f"{address}/change", {"purpose": text}, If_Match='"v1"')
        for text in ("One", "Another")
    ])  # fmt: skip

    assert sorted(answer.status_code for answer in answers) == [200, 412]


async def test_a_question_goes_back_and_its_answer_forth(house: House) -> None:
    address = await house.sent()

    await house.ask(ADVISER, f"{address}/return", {"question": "Who minds the child?"})
    returned = (await house.see(SOCIAL_WORKER, address)).json()
    await house.ask(SOCIAL_WORKER, f"{address}/supply", {"answer": "Her mother."})
    supplied = (await house.see(ADVISER, address)).json()

    assert (returned["state"], returned["question"]) == ("returned", "Who minds the child?")
    assert (supplied["state"], supplied["supplied"]) == ("received", "Her mother.")
    assert "child" not in str(await announced(house.database, CLIENT))


async def test_a_declined_referral_says_whom_else_one_could_ask(house: House) -> None:
    address = await house.sent()
    elsewhere = [{"institution": str(NGO)}]

    answer = await house.ask(
        ADVISER, f"{address}/decline", {"reason": "not_competent", "alternatives": elsewhere}
    )

    assert answer.status_code == 200, answer.text
    assert answer.json()["alternatives"] == [{"institution": str(NGO), "service": None}]


@pytest.mark.parametrize("alternative", [{}, {"institution": str(NGO), "service": str(NGO)}])
async def test_an_alternative_is_one_thing(house: House, alternative: Any) -> None:
    address = await house.sent()

    answer = await house.ask(
        ADVISER, f"{address}/decline", {"reason": "no_places", "alternatives": [alternative]}
    )

    assert answer.status_code == 422
    assert (await house.see(ADVISER, address)).json()["version"] == 1


async def test_an_appointment_is_missed_and_another_one_set(house: House) -> None:
    address = await house.sent()
    today = clock.today().isoformat()
    await house.ask(ADVISER, f"{address}/accept", {"first_visit_on": today})

    missed = await house.ask(ADVISER, f"{address}/miss")
    again = await house.ask(ADVISER, f"{address}/schedule", {"visit_on": "2099-05-04"})

    assert (missed.json()["appointment"], missed.json()["state"]) == ("no_show", "in_progress")
    assert (again.json()["appointment"], again.json()["first_visit_on"]) == (
        "scheduled",
        "2099-05-04",
    )
    assert (await types(house))[-2:] == ["appointment.missed.v1", "appointment.scheduled.v1"]


async def test_an_outcome_without_a_note_is_no_feedback(house: House) -> None:
    address = await house.accepted()

    answer = await house.ask(ADVISER, f"{address}/complete", {"outcome": "employment"})

    assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (422, "/note")
    assert (await house.see(ADVISER, address)).json()["state"] == "accepted"


async def test_the_sender_asks_for_it_back_and_the_receiver_may_still_have_an_outcome(
    house: House,
) -> None:
    address = await house.accepted()

    asked = await house.ask(
        SOCIAL_WORKER, f"{address}/request-cancellation", {"reason": "helped_elsewhere"}
    )
    done = await house.ask(ADVISER, f"{address}/complete", DONE | {"delivered": ["A CV"]})

    assert (asked.json()["state"], asked.json()["cancel_reason"]) == (
        "cancel_requested",
        "helped_elsewhere",
    )
    assert (done.json()["state"], done.json()["delivered"]) == ("completed", ["A CV"])


async def test_a_confirmed_cancellation_ends_the_right_and_the_plans_action(house: House) -> None:
    address = await house.accepted(goal_id=await house.goal())
    await house.ask(SOCIAL_WORKER, f"{address}/request-cancellation", {"reason": "not_needed"})

    answer = await house.ask(ADVISER, f"{address}/confirm-cancellation")

    [*_, last] = await announced(house.database, CLIENT)
    assert answer.json()["state"] == "cancelled"
    assert (last["type"], "relation_id" in last) == ("cancellation.confirmed.v1", True)
    assert (await house.plan())["goals"][0]["actions"][0]["status"] == "cancelled"


async def test_the_loop_is_closed_with_what_the_client_says(house: House) -> None:
    address = await house.accepted()
    await house.ask(ADVISER, f"{address}/complete", DONE)

    answer = await house.ask(
        SOCIAL_WORKER,
        f"{address}/acknowledge",
        {"satisfaction": "satisfied", "client_words": "They took their time for me."},
    )

    [*_, last] = await announced(house.database, CLIENT)
    sealed = await house.database.pool.fetchval("SELECT sealed FROM referrals")
    assert answer.json()["client_words"] == "They took their time for me."
    assert answer.json()["acknowledged_at"]
    assert (last["type"], last["satisfaction"]) == ("referral.acknowledged.v1", "satisfied")
    assert b"time for me" not in sealed


async def test_a_reopened_referral_is_asked_anew_and_another_action_follows_it(
    house: House,
) -> None:
    address = await house.sent(goal_id=await house.goal())
    await house.ask(ADVISER, f"{address}/decline", {"reason": "no_places", "note": "In May."})

    answer = await house.ask(SOCIAL_WORKER, f"{address}/reopen")
    await house.ask(ADVISER, f"{address}/accept", VISIT)

    opened = [e for e in await announced(house.database, CLIENT) if "party_id" in e]
    old, new = (await house.plan())["goals"][0]["actions"]
    assert (answer.json()["state"], answer.json()["note"]) == ("sent", None)
    assert [event["type"] for event in opened] == ["referral.sent.v1", "referral.reopened.v1"]
    assert opened[0]["relation_id"] != opened[1]["relation_id"]
    assert (old["status"], old["referral_id"]) == ("cancelled", None)
    assert (new["status"], new["referral_id"]) == ("in_progress", address.split("/")[-1])


async def test_a_receiver_takes_back_what_it_answered_by_mistake(house: House) -> None:
    address = await house.accepted()
    await house.ask(ADVISER, f"{address}/complete", DONE)

    answer = await house.ask(ADVISER, f"{address}/reopen")

    assert (answer.json()["state"], answer.json()["outcome"]) == ("received", None)


async def test_after_two_weeks_only_the_sender_opens_it_again(house: House) -> None:
    address = await house.accepted()
    await house.ask(ADVISER, f"{address}/complete", DONE)
    long_ago = clock.now() - timedelta(days=16)
    await house.database.pool.execute("UPDATE referrals SET since = $1", long_ago)

    late = await house.ask(ADVISER, f"{address}/reopen")
    sender = await house.ask(SOCIAL_WORKER, f"{address}/reopen")

    assert (late.status_code, late.json()["type"]) == (409, "/problems/AnswerStands")
    assert sender.status_code == 200


async def test_nothing_is_reopened_beside_another_open_one(house: House) -> None:
    first = await house.sent()
    await house.ask(ADVISER, f"{first}/decline", {"reason": "no_places"})
    second = await house.sent()

    answer = await house.ask(SOCIAL_WORKER, f"{first}/reopen")

    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/ReferralOpen")
    assert answer.json()["referral_id"] == second.split("/")[-1]


@pytest.mark.parametrize("manager", [MANAGER, PUP_MANAGER])
async def test_what_was_entered_in_error_leaves_every_list_and_keeps_its_history(
    house: House, manager: Any
) -> None:
    address = await house.sent()

    answer = await house.ask(manager, f"{address}/mark-error", {"reason": "wrong_client"})

    card = await house.client.get(f"/internal/clients/{CLIENT}/card", headers=HOUSE)
    history = await house.see(SOCIAL_WORKER, f"{address}/history")
    assert answer.json()["state"] == "entered_in_error"
    assert (await house.see(SOCIAL_WORKER, "/v1/referrals", box="out")).json()["items"] == []
    assert (await house.see(ADVISER, "/v1/referrals", box="in")).json()["items"] == []
    assert card.json()["sections"]["referrals"]["full"] == []
    assert [step["verb"] for step in history.json()["items"]] == ["send", "mark_error"]


async def test_a_caseworker_does_not_make_a_referral_vanish(house: House) -> None:
    address = await house.sent()

    answer = await house.ask(SOCIAL_WORKER, f"{address}/mark-error", {"reason": "other"})

    assert (answer.status_code, answer.json()["type"]) == (403, "/problems/RoleMayNot")


async def test_the_history_tells_who_did_what_and_what_was_written(house: House) -> None:
    address = await house.accepted()
    await house.ask(ADVISER, f"{address}/note", {"note": "She comes every day."})

    history = (await house.see(SOCIAL_WORKER, f"{address}/history")).json()["items"]

    assert [(s["verb"], s["state"], s["worker"], s["version"]) for s in history] == [
        ("send", "sent", "ops-worker", 1),
        ("accept", "accepted", "pup-worker", 2),
        ("note", "in_progress", "pup-worker", 3),
    ]
    assert history[2]["note"] == "She comes every day."
    assert history[2]["institution"]["name"] == "PUP Zabrze (demo)"
    sealed = await house.database.pool.fetchval(
        "SELECT sealed FROM referral_steps WHERE version=3"
    )
    assert b"every day" not in sealed


async def test_to_a_stranger_there_is_no_history(house: House) -> None:
    address = await house.sent()

    answer = await house.see(STRANGER, f"{address}/history")

    assert answer.status_code == 404


async def test_a_repeated_step_under_one_key_has_its_effect_once(house: House) -> None:
    address = await house.accepted()

    asked = (SOCIAL_WORKER, f"{address}/request-cancellation", {"reason": "not_needed"})
    first = await house.ask(*asked, Idempotency_Key="back-1")
    again = await house.ask(*asked, Idempotency_Key="back-1")

    assert (first.status_code, again.status_code) == (200, 200)
    assert again.json() == first.json()
    assert (await types(house)).count("cancellation.requested.v1") == 1


async def test_of_two_ends_at_the_same_instant_one_is_the_end(house: House) -> None:
    address = await house.accepted()
    await house.ask(ADVISER, f"{address}/start")

    answers = await asyncio.gather(
        house.ask(ADVISER, f"{address}/complete", DONE),
        house.ask(ADVISER, f"{address}/fail", {"reason": "no_contact"}),
        house.ask(ADVISER, f"{address}/decline", {"reason": "client_refused"}),
    )

    assert sorted(answer.status_code for answer in answers) == [200, 409, 409]
    assert len(await announced(house.database, CLIENT)) == 5
