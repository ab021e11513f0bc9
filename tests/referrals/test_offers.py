"""Offering a client to several: the first who accepts takes her on, the others are told so."""

import asyncio
from typing import Any
from uuid import UUID

import httpx2
import pytest

from kernel.callers import Caller
from kernel.transactions import begin
from services.referrals.use_cases.settle_offer import notice_exhausted_offers
from tests.referrals.conftest import (
    ADVISER,
    CLIENT,
    FAR,
    NGO,
    OPS,
    PUP,
    SOCIAL_WORKER,
    STRANGER,
    VISIT,
    House,
)
from tests.referrals.offering import (
    BASIS,
    COORDINATOR,
    SECRET,
    SHELTER,
    WORKSHOP,
    duties,
    newcomer,
    offered,
    others,
    sent_to,
    taken,
)
from tests.support.rooms import announced, bearer

pytestmark = pytest.mark.anyio

TO_BOTH = [{"institution": str(PUP)}, {"institution": str(NGO)}]


async def ask(house: House, to: Any = TO_BOTH, **changes: Any) -> httpx2.Response:
    body = {"client_id": str(CLIENT), "to": to, "purpose": SECRET, "basis": BASIS}
    return await house.ask(SOCIAL_WORKER, "/v1/offers", body | changes)


async def made(house: House, to: Any = TO_BOTH, **changes: Any) -> tuple[str, dict[str, str]]:
    """Offer her; answer the address, and the address of the referral of each institution."""
    answer = await ask(house, to, **changes)
    assert answer.status_code == 201, answer.text
    sent = {r["to"]["id"]: f"/v1/referrals/{r['id']}" for r in answer.json()["referrals"]}
    return str(answer.headers["location"]), sent


async def see(house: House, address: str, by: Caller = SOCIAL_WORKER) -> Any:
    return (await house.see(by, address)).json()


async def accept(house: House, by: Caller, address: str) -> httpx2.Response:
    return await house.ask(by, f"{address}/accept", VISIT)


async def decline(house: House, by: Caller, address: str) -> None:
    answer = await house.ask(by, f"{address}/decline", {"reason": "no_places"})
    assert answer.status_code == 200, answer.text


async def test_a_client_is_offered_to_several_at_once(house: House) -> None:
    answer = await ask(house)

    body = answer.json()
    assert answer.status_code == 201, answer.text
    assert answer.headers["location"] == f"/v1/offers/{body['id']}"
    assert (body["state"], body["settled_by"], body["left_out"]) == ("open", None, [])
    assert [r["to"]["id"] for r in body["referrals"]] == [str(PUP), str(NGO)]
    assert {r["state"] for r in body["referrals"]} == {"sent"}
    assert {r["offer_id"] for r in body["referrals"]} == {body["id"]}
    types = [event["type"] for event in await announced(house.database, CLIENT)]
    assert types == ["plan.opened.v1", "referral.sent.v1", "referral.sent.v1"]


async def test_the_first_who_accepts_takes_her_on_and_the_others_lose_their_right(
    house: House,
) -> None:
    address, sent = await made(house)

    answer = await accept(house, ADVISER, sent[str(PUP)])

    offer = await see(house, address)
    assert answer.status_code == 200, answer.text
    assert (offer["state"], offer["settled_by"]) == ("settled", answer.json()["id"])
    assert [(r["state"], r["change"]) for r in offer["referrals"]] == [
        ("accepted", None),
        ("superseded", "taken_by_another"),
    ]
    closing = (await announced(house.database, CLIENT))[-1]
    assert (closing["type"], closing["change"]) == (
        "referral.superseded.v1",
        "taken_by_another",
    )
    assert closing["referral_id"] == offer["referrals"][1]["id"]


async def test_who_comes_later_is_told_that_another_was_first(house: House) -> None:
    _, sent = await made(house)
    await accept(house, ADVISER, sent[str(PUP)])

    answer = await accept(house, COORDINATOR, sent[str(NGO)])

    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/TakenByAnother")


async def test_that_another_accepted_is_no_work_for_the_sender(house: House) -> None:
    _, sent = await made(house)

    await accept(house, ADVISER, sent[str(PUP)])

    assert await duties(house, "superseded_referral") == []
    assert await duties(house, "open_referral") == []


async def test_of_eight_who_accept_at_one_instant_exactly_one_takes_her_on(
    house: House,
) -> None:
    eight = await others(house, 8)
    address, sent = await made(house, [{"institution": str(o.institution)} for o in eight])

    answers = await asyncio.gather(
        *(accept(house, one, sent[str(one.institution)]) for one in eight)
    )

    refused = [answer.json()["type"] for answer in answers if answer.status_code != 200]
    offer = await see(house, address)
    types = [event["type"] for event in await announced(house.database, CLIENT)]
    assert sorted(answer.status_code for answer in answers) == [200, *[409] * 7]
    assert set(refused) == {"/problems/TakenByAnother"}
    assert sorted(r["state"] for r in offer["referrals"]) == ["accepted", *["superseded"] * 7]
    assert types.count("referral.accepted.v1") == 1
    assert types.count("referral.superseded.v1") == 7
    rights = await house.database.pool.fetchval(
        "SELECT count(*) FROM relations WHERE basis = 'referral' AND closed_at IS NULL"
    )
    assert rights <= 1


async def test_accepting_declining_and_withdrawing_at_one_instant_leave_one_truth(
    house: House,
) -> None:
    eight = await others(house, 8)
    address, sent = await made(house, [{"institution": str(o.institution)} for o in eight])
    refusal = {"reason": "no_places"}

    answers = await asyncio.gather(
        *(accept(house, one, sent[str(one.institution)]) for one in eight[:4]),
        *(house.ask(one, f"{sent[str(one.institution)]}/decline", refusal) for one in eight[4:]),
        house.ask(SOCIAL_WORKER, f"{address}/withdraw"),
    )

    offer = await see(house, address)
    accepted = [r["id"] for r in offer["referrals"] if r["state"] == "accepted"]
    assert {answer.status_code for answer in answers} <= {200, 409}
    assert offer["state"] in {"settled", "withdrawn"}
    assert accepted == ([offer["settled_by"]] if offer["settled_by"] else [])


async def test_only_the_one_who_accepts_takes_a_place(house: House) -> None:
    await offered(house, places=1)
    await offered(house, SHELTER, institution=PUP, places=1)
    to = [{"service": str(WORKSHOP)}, {"service": str(SHELTER)}]
    _, sent = await made(house, to)

    await accept(house, ADVISER, sent[str(PUP)])

    held = await house.database.pool.fetch("SELECT service_id FROM referrals WHERE holds_place")
    assert [row["service_id"] for row in held] == [SHELTER]


async def test_who_has_no_room_is_left_out_and_named(house: House) -> None:
    await offered(house, places=1)
    await taken(house, client=await newcomer(house, 1))

    answer = await ask(house, [{"service": str(WORKSHOP)}, {"institution": str(PUP)}])

    body = answer.json()
    assert [r["to"]["id"] for r in body["referrals"]] == [str(PUP)]
    assert body["left_out"] == [
        {"institution": None, "service": str(WORKSHOP), "reason": "no_places"}
    ]


async def test_where_nobody_is_left_nothing_is_offered(house: House) -> None:
    await offered(house, places=0)
    await offered(house, SHELTER, places=0, keeps_waiting_list=False)

    to = [{"service": str(WORKSHOP)}, {"service": str(SHELTER), "join_waiting_list": True}]
    answer = await ask(house, to)

    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/NobodyToAsk")
    assert [one["reason"] for one in answer.json()["left_out"]] == ["no_places", "no_places"]
    assert await house.database.pool.fetchval("SELECT count(*) FROM offers") == 0


async def test_who_is_asked_already_is_left_out_and_named(house: House) -> None:
    await house.sent()

    body = (await ask(house)).json()

    assert [one["reason"] for one in body["left_out"]] == ["referral_open"]
    assert [r["to"]["id"] for r in body["referrals"]] == [str(NGO)]


async def test_one_service_named_twice_is_asked_once_whoever_would_wait(house: House) -> None:
    await offered(house)
    twice = [{"service": str(WORKSHOP)}, {"service": str(WORKSHOP), "join_waiting_list": True}]

    answer = await ask(house, twice)

    assert (answer.status_code, len(answer.json()["referrals"])) == (201, 1)


async def test_the_same_institution_named_twice_is_asked_once(house: House) -> None:
    answer = await ask(house, [*TO_BOTH, {"institution": str(PUP)}])

    assert [r["to"]["id"] for r in answer.json()["referrals"]] == [str(PUP), str(NGO)]


@pytest.mark.parametrize(
    ("to", "problem", "pointer"),
    [
        ([*TO_BOTH, {"institution": str(FAR)}], "ReceiverUnknown", "/to/2/institution"),
        ([*TO_BOTH, {"institution": str(OPS)}], "ReferralToOneself", "/to/2/institution"),
        ([*TO_BOTH, {"service": str(WORKSHOP)}], "ServiceUnknown", "/to/2/service"),
    ],
)
async def test_whoever_cannot_be_asked_at_all_is_pointed_at(
    house: House, to: Any, problem: str, pointer: str
) -> None:
    answer = await ask(house, to)

    assert (answer.status_code, answer.json()["type"]) == (422, f"/problems/{problem}")
    assert answer.json()["errors"][0]["pointer"] == pointer
    assert await house.database.pool.fetchval("SELECT count(*) FROM referrals") == 0


@pytest.mark.parametrize("count", [1, 11])
async def test_two_to_ten_are_asked(house: House, count: int) -> None:
    eleven = [{"institution": str(UUID(int=number))} for number in range(count)]

    assert (await ask(house, eleven)).status_code == 422


async def test_when_all_say_no_the_sender_is_told(house: House) -> None:
    address, sent = await made(house)
    await decline(house, ADVISER, sent[str(PUP)])
    before = (await see(house, address))["state"]

    await decline(house, COORDINATOR, sent[str(NGO)])

    last = (await announced(house.database, CLIENT))[-1]
    assert (before, (await see(house, address))["state"]) == ("open", "exhausted")
    assert [duty[0] for duty in await duties(house, "exhausted_offer")] == [
        address.rsplit("/", 1)[1]
    ]
    assert {"type": "offer.exhausted.v1", "made_by": str(OPS)}.items() <= last.items()


async def test_the_last_two_who_say_no_at_one_instant_tell_it_once(house: House) -> None:
    address, sent = await made(house)

    await asyncio.gather(
        decline(house, ADVISER, sent[str(PUP)]), decline(house, COORDINATOR, sent[str(NGO)])
    )

    types = [event["type"] for event in await announced(house.database, CLIENT)]
    assert (await see(house, address))["state"] == "exhausted"
    assert types.count("offer.exhausted.v1") == 1


async def test_what_the_clock_ended_is_noticed_by_the_clock(house: House) -> None:
    address, _ = await made(house)
    await house.database.pool.execute("UPDATE referrals SET state = 'expired'")

    async with begin(house.database) as tx:
        more = await notice_exhausted_offers(tx)

    assert (more, (await see(house, address))["state"]) == (False, "exhausted")


async def test_who_takes_a_refusal_back_may_still_accept_while_nobody_else_did(
    house: House,
) -> None:
    address, sent = await made(house)
    await decline(house, ADVISER, sent[str(PUP)])
    await decline(house, COORDINATOR, sent[str(NGO)])

    await house.ask(ADVISER, f"{sent[str(PUP)]}/reopen")
    answer = await accept(house, ADVISER, sent[str(PUP)])

    assert answer.status_code == 200, answer.text
    assert (await see(house, address))["state"] == "settled"
    assert await duties(house, "exhausted_offer") == []


async def test_who_takes_a_refusal_back_when_another_has_her_is_told_so(house: House) -> None:
    _, sent = await made(house)
    await decline(house, ADVISER, sent[str(PUP)])
    await accept(house, COORDINATOR, sent[str(NGO)])

    answer = await house.ask(ADVISER, f"{sent[str(PUP)]}/reopen")

    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/TakenByAnother")


async def test_the_sender_may_ask_one_again_apart_from_the_offer(house: House) -> None:
    _, sent = await made(house)
    await accept(house, ADVISER, sent[str(PUP)])

    reopened = await house.ask(SOCIAL_WORKER, f"{sent[str(NGO)]}/reopen")
    answer = await accept(house, COORDINATOR, sent[str(NGO)])

    assert reopened.json()["offer_id"] is None
    assert answer.status_code == 200, answer.text


async def test_a_whole_offer_is_withdrawn(house: House) -> None:
    address, sent = await made(house)
    await house.ask(ADVISER, f"{sent[str(PUP)]}/receive")

    answer = await house.ask(SOCIAL_WORKER, f"{address}/withdraw")

    body = answer.json()
    assert (body["state"], body["version"]) == ("withdrawn", 2)
    assert [r["state"] for r in body["referrals"]] == ["cancel_requested", "withdrawn"]
    assert await duties(house, "exhausted_offer") == []


async def test_an_offer_that_was_taken_up_is_not_withdrawn(house: House) -> None:
    address, sent = await made(house)
    await accept(house, ADVISER, sent[str(PUP)])

    answer = await house.ask(SOCIAL_WORKER, f"{address}/withdraw")

    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/OfferOver")


async def test_only_its_maker_withdraws_an_offer(house: House) -> None:
    address, _ = await made(house)

    answers = [await house.ask(by, f"{address}/withdraw") for by in (ADVISER, STRANGER)]

    assert {answer.status_code for answer in answers} == {404}


async def test_a_stale_look_withdraws_nothing(house: House) -> None:
    address, _ = await made(house)

    answer = await house.ask(SOCIAL_WORKER, f"{address}/withdraw", If_Match='"v7"')

    assert answer.status_code == 412


async def test_a_stranger_learns_nothing_of_an_offer(house: House) -> None:
    address, _ = await made(house)

    answer = await house.see(STRANGER, address)

    assert (answer.status_code, answer.json()["type"]) == (404, "/problems/OfferNotFound")


async def test_a_stranger_offers_nobody(house: House) -> None:
    body = {"client_id": str(CLIENT), "to": TO_BOTH, "purpose": SECRET, "basis": BASIS}

    answer = await house.ask(STRANGER, "/v1/offers", body)

    assert (answer.status_code, answer.json()["type"]) == (404, "/problems/ClientNotFound")


async def test_the_same_key_twice_offers_her_once(house: House) -> None:
    body = {"client_id": str(CLIENT), "to": TO_BOTH, "purpose": SECRET, "basis": BASIS}
    headers = bearer(SOCIAL_WORKER, Idempotency_Key="k1")

    first = await house.client.post("/v1/offers", json=body, headers=headers)
    second = await house.client.post("/v1/offers", json=body, headers=headers)

    assert first.json() == second.json()
    assert await house.database.pool.fetchval("SELECT count(*) FROM offers") == 1


async def test_the_plan_follows_the_one_who_accepted(house: House) -> None:
    _, sent = await made(house, goal_id=await house.goal())

    await accept(house, ADVISER, sent[str(PUP)])

    actions = (await house.plan())["goals"][0]["actions"]
    assert sorted((a["owner"]["id"], a["status"]) for a in actions) == [
        (str(PUP), "in_progress"),
        (str(NGO), "cancelled"),
    ]


async def test_a_place_that_is_gone_at_the_moment_of_accepting_leaves_the_offer_open(
    house: House,
) -> None:
    await offered(house, places=1)
    address, sent = await made(house, [{"service": str(WORKSHOP)}, {"institution": str(PUP)}])
    await taken(house, client=await newcomer(house, 1))

    answer = await accept(house, COORDINATOR, sent[str(NGO)])

    assert answer.json()["type"] == "/problems/NoPlaces"
    assert (await see(house, address))["state"] == "open"
    assert (await accept(house, ADVISER, sent[str(PUP)])).status_code == 200


async def test_a_referral_of_its_own_is_no_part_of_an_offer(house: House) -> None:
    await offered(house)
    alone = await sent_to(house)
    _, sent = await made(house, [{"institution": str(PUP)}, {"institution": str(NGO)}])

    await accept(house, ADVISER, sent[str(PUP)])

    assert (await see(house, alone))["state"] == "sent"
