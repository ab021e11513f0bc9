"""Sending a referral, over HTTP."""

import asyncio
from uuid import UUID

import pytest

from contracts.values import InstitutionKind
from tests.referrals.conftest import (
    ADVISER,
    CLIENT,
    FAR,
    NGO,
    OPS,
    PUP,
    PURPOSE,
    SOCIAL_WORKER,
    STRANGER,
    TO_THE_PUP,
    House,
)
from tests.support.rooms import announced, know, relate, worker

pytestmark = pytest.mark.anyio

NOBODY = "0197a000-0000-7000-8000-0000000000ff"


async def test_a_worker_refers_a_client_to_another_institution(house: House) -> None:
    answer = await house.ask(SOCIAL_WORKER, "/v1/referrals", TO_THE_PUP)

    body = answer.json()
    assert answer.status_code == 201, answer.text
    assert answer.headers["location"] == f"/v1/referrals/{body['id']}"
    assert answer.headers["etag"] == '"v1"'
    assert answer.headers["sync-token"] == f"referrals:{CLIENT}:2"
    assert body["from"] == {"id": str(OPS), "name": "MOPR Zabrze (demo)", "kind": "OPS"}
    assert body["to"] == {"id": str(PUP), "name": "PUP Zabrze (demo)", "kind": "PUP"}
    assert (body["purpose"], body["state"]) == (PURPOSE, "sent")
    assert (body["urgency"], body["goal_id"], body["action_id"]) == ("normal", None, None)
    assert body["basis"] == TO_THE_PUP["basis"]


async def test_it_is_announced_as_a_relation_of_the_receiver_without_a_word_of_text(
    house: House,
) -> None:
    address = await house.sent(urgency="urgent")

    referral_id = address.removeprefix("/v1/referrals/")
    events = await announced(house.database, CLIENT)
    relation_id = events[-1].pop("relation_id")
    assert relation_id != referral_id
    assert events[-1] == {
        "type": "referral.sent.v1",
        "actor": "ops-worker",
        "client_id": str(CLIENT),
        "party_id": str(PUP),
        "basis": "referral",
        "scope": [],
        "until": None,
        "expires_at": None,
        "referral_id": referral_id,
        "sent_by": str(OPS),
        "urgency": "urgent",
    }


async def test_a_referral_that_serves_a_goal_adds_an_action_to_the_plan(house: House) -> None:
    goal_id = await house.goal()

    address = await house.sent(goal_id=goal_id)

    referral = (await house.see(SOCIAL_WORKER, address)).json()
    plan = await house.plan()
    assert plan["version"] == 3
    (action,) = plan["goals"][0]["actions"]
    follows = {
        "id": referral["action_id"],
        "title": PURPOSE,
        "owner": {"id": str(PUP), "name": "PUP Zabrze (demo)", "kind": "PUP"},
        "status": "planned",
        "due_on": None,
        "referral_id": referral["id"],
        "outcome": None,
    }
    assert action == action | follows
    types = [event["type"] for event in await announced(house.database, CLIENT)]
    assert types == ["plan.opened.v1", "goal.added.v1", "referral.sent.v1", "action.added.v1"]


async def test_a_stranger_learns_nothing_of_the_client(house: House) -> None:
    answer = await house.ask(STRANGER, "/v1/referrals", TO_THE_PUP)

    assert (answer.status_code, answer.json()["type"]) == (404, "/problems/ClientNotFound")


async def test_nobody_refers_a_client_whom_nobody_registered(house: House) -> None:
    answer = await house.ask(SOCIAL_WORKER, "/v1/referrals", TO_THE_PUP | {"client_id": NOBODY})

    assert (answer.status_code, answer.json()["type"]) == (404, "/problems/ClientNotFound")


@pytest.mark.parametrize(
    ("receiver", "problem"), [(FAR, "ReceiverUnknown"), (OPS, "ReferralToOneself")]
)
async def test_the_receiver_is_another_known_institution(
    house: House, receiver: UUID, problem: str
) -> None:
    to = {"to": {"institution": str(receiver)}}

    answer = await house.ask(SOCIAL_WORKER, "/v1/referrals", TO_THE_PUP | to)

    assert (answer.status_code, answer.json()["type"]) == (422, f"/problems/{problem}")
    assert answer.json()["errors"][0]["pointer"] == "/to/institution"


async def test_a_partnership_is_no_receiver(house: House) -> None:
    await know(house.database, FAR, "Partnerstwo Zabrze (demo)", None)
    to = {"to": {"institution": str(FAR)}}

    answer = await house.ask(SOCIAL_WORKER, "/v1/referrals", TO_THE_PUP | to)

    assert answer.json()["type"] == "/problems/ReceiverUnknown"


async def test_a_goal_must_be_of_the_clients_plan(house: House) -> None:
    answer = await house.ask(SOCIAL_WORKER, "/v1/referrals", TO_THE_PUP | {"goal_id": NOBODY})

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == "/goal_id"
    assert await house.database.pool.fetchval("SELECT count(*) FROM referrals") == 0


async def test_a_second_referral_to_the_same_institution_names_the_open_one(house: House) -> None:
    address = await house.sent()

    answer = await house.ask(SOCIAL_WORKER, "/v1/referrals", TO_THE_PUP)

    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/ReferralOpen")
    assert answer.json()["referral_id"] == address.removeprefix("/v1/referrals/")


async def test_another_institution_may_be_asked_meanwhile(house: House) -> None:
    await house.sent()

    await house.sent(to={"institution": str(NGO)})

    assert await house.database.pool.fetchval("SELECT count(*) FROM referrals") == 2


async def test_once_it_is_answered_a_new_one_may_be_sent(house: House) -> None:
    address = await house.sent()
    await house.ask(ADVISER, f"{address}/decline", {"reason": "no_places"})

    assert await house.sent() != address


async def test_of_two_senders_at_the_same_instant_one_is_told_of_the_other(house: House) -> None:
    await relate(house.database, CLIENT, NGO)
    coordinator = worker(NGO, InstitutionKind.NGO, "ngo_coordinator")

    answers = await asyncio.gather(
        house.ask(SOCIAL_WORKER, "/v1/referrals", TO_THE_PUP),
        house.ask(coordinator, "/v1/referrals", TO_THE_PUP),
    )

    assert sorted(answer.status_code for answer in answers) == [201, 409]


async def test_the_same_key_twice_sends_one_referral(house: House) -> None:
    first = await house.ask(SOCIAL_WORKER, "/v1/referrals", TO_THE_PUP, Idempotency_Key="k1")
    second = await house.ask(SOCIAL_WORKER, "/v1/referrals", TO_THE_PUP, Idempotency_Key="k1")

    assert (first.status_code, second.status_code) == (201, 201)
    assert second.json() == first.json()
    assert second.headers["idempotency-replayed"] == "true"
    assert await house.database.pool.fetchval("SELECT count(*) FROM referrals") == 1


async def test_the_same_key_at_the_same_instant_sends_one_referral(house: House) -> None:
    answers = await asyncio.gather(
        *(
            house.ask(SOCIAL_WORKER, "/v1/referrals", TO_THE_PUP, Idempotency_Key="k1")
            for _ in range(5)
        )
    )

    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.json()["id"] for answer in answers}) == 1
    assert len(await announced(house.database, CLIENT)) == 2


async def test_a_field_at_fault_is_named_and_not_repeated(house: House) -> None:
    basis = {"kind": "statutory_task", "article": "secret\u0000word"}

    answer = await house.ask(SOCIAL_WORKER, "/v1/referrals", TO_THE_PUP | {"basis": basis})

    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["errors"][0]["pointer"] == "/basis/article"
    assert "secret" not in answer.text


async def test_a_consent_that_is_over_is_no_basis(house: House) -> None:
    basis = {"kind": "consent", "evidence": "form 12/2026", "until": "2026-01-31"}

    answer = await house.ask(SOCIAL_WORKER, "/v1/referrals", TO_THE_PUP | {"basis": basis})

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == "/basis/until"


async def test_a_misspelt_field_is_not_lost(house: House) -> None:
    answer = await house.ask(SOCIAL_WORKER, "/v1/referrals", TO_THE_PUP | {"urgancy": "urgent"})

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == "/urgancy"


async def test_a_clerk_may_not_refer(house: House) -> None:
    clerk = worker(OPS, InstitutionKind.OPS, "ops_benefits_clerk")

    answer = await house.ask(clerk, "/v1/referrals", TO_THE_PUP)

    assert (answer.status_code, answer.json()["type"]) == (403, "/problems/RoleMayNot")


async def test_nothing_said_of_the_client_lies_in_plain_text(house: House) -> None:
    goal_id = await house.goal("Leave the shelter")
    address = await house.accepted(goal_id=goal_id)
    note = {"outcome": "employment", "note": "She starts at the bakery"}
    await house.ask(ADVISER, f"{address}/complete", note, Idempotency_Key="k1")

    lying = await house.database.pool.fetchval(_EVERYTHING)
    assert str(CLIENT) in lying
    words = ("Wiesława", "Leave the shelter", "Room 12", "10:30", "100 ust", "bakery")
    assert [word for word in words if word in lying or word.encode().hex() in lying] == []


# bytea reads as hexadecimal text, so both forms of a word are looked for.
_EVERYTHING = """
SELECT string_agg(line, ' ') FROM (
  SELECT row_to_json(t)::text AS line FROM plans t UNION ALL
  SELECT row_to_json(t)::text FROM goals t UNION ALL
  SELECT row_to_json(t)::text FROM actions t UNION ALL
  SELECT row_to_json(t)::text FROM referrals t UNION ALL
  SELECT row_to_json(t)::text FROM journal t UNION ALL
  SELECT row_to_json(t)::text FROM idempotency t
) AS lines
"""
