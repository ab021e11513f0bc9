"""Referrals open to a partnership: seen without her, claimed by one, and laid open again."""

import asyncio
from typing import Any

import httpx2
import pytest

from contracts.values import InstitutionKind
from tests.referrals.conftest import (
    ADVISER,
    CLIENT,
    NGO,
    OPS,
    PUP,
    SOCIAL_WORKER,
    STRANGER,
    VISIT,
    House,
)
from tests.referrals.offering import (
    COORDINATOR,
    PARTNERSHIP,
    SECRET,
    duties,
    id_of,
    joined,
    newcomer,
    others,
    referral,
)
from tests.support.rooms import announced, relate, worker

pytestmark = pytest.mark.anyio

TO_ALL = {"partnership": str(PARTNERSHIP), "category": "labour_market", "needs": ["transport"]}


async def laid_open(house: House, client: Any = CLIENT, **changes: Any) -> str:
    body = referral(TO_ALL, client, **changes)
    answer = await house.ask(SOCIAL_WORKER, "/v1/referrals", body)
    assert answer.status_code == 201, answer.text
    return str(answer.headers["location"])


async def open_to(house: House, by: Any, **filters: Any) -> Any:
    answer = await house.see(by, "/v1/offers/open", **filters)
    assert answer.status_code == 200, answer.text
    return answer.json()["items"]


async def claim(house: House, by: Any, address: str, **headers: str) -> httpx2.Response:
    return await house.ask(by, f"{address}/claim", **headers)


async def test_a_member_sees_what_is_needed_and_where(house: House) -> None:
    await joined(house)
    client = await newcomer(house, 1, "2478011")

    address = await laid_open(house, client, urgency="urgent")

    (item,) = await open_to(house, COORDINATOR)
    assert item["id"] == id_of(address)
    assert item["from"]["id"] == str(OPS)
    assert (item["category"], item["needs"]) == ("labour_market", ["transport"])
    assert (item["urgency"], item["municipality"]) == ("urgent", "2478011")


async def test_who_she_is_nobody_sees_before_claiming(house: House) -> None:
    await joined(house)
    address = await laid_open(house)

    listed = await house.see(COORDINATOR, "/v1/offers/open")
    box = await house.see(COORDINATOR, "/v1/referrals", box="in")
    shown = await house.see(COORDINATOR, address)
    history = await house.see(COORDINATOR, f"{address}/history")

    assert len(listed.json()["items"]) == 1
    assert str(CLIENT) not in listed.text
    assert SECRET not in listed.text
    assert "okienko-client" not in listed.headers
    assert box.json()["items"] == []
    assert (shown.status_code, history.status_code) == (404, 404)


async def test_it_is_announced_without_a_relation(house: House) -> None:
    await joined(house)

    await laid_open(house)

    last = (await announced(house.database, CLIENT))[-1]
    assert (last["type"], last["open_to"]) == ("referral.offered.v1", str(PARTNERSHIP))
    assert "relation_id" not in last


async def test_claiming_opens_the_relation_and_an_answer_is_owed(house: House) -> None:
    await joined(house)
    address = await laid_open(house)

    answer = await claim(house, COORDINATOR, address)

    body = answer.json()
    last = (await announced(house.database, CLIENT))[-1]
    assert (answer.status_code, body["state"], body["to"]["id"]) == (200, "received", str(NGO))
    assert body["purpose"] == SECRET
    assert (last["type"], last["party_id"]) == ("referral.claimed.v1", str(NGO))
    assert [duty[0] for duty in await duties(house, "answer_referral")] == [id_of(address)]
    assert await open_to(house, ADVISER) == []


async def test_of_eight_who_claim_at_one_instant_one_has_her(house: House) -> None:
    eight = await others(house, 8)
    await joined(house, OPS, *(one.institution for one in eight))
    address = await laid_open(house)

    answers = await asyncio.gather(*(claim(house, one, address) for one in eight))

    refused = {answer.json()["type"] for answer in answers if answer.status_code != 200}
    types = [event["type"] for event in await announced(house.database, CLIENT)]
    assert sorted(answer.status_code for answer in answers) == [200, *[409] * 7]
    assert refused == {"/problems/AlreadyClaimed"}
    assert types.count("referral.claimed.v1") == 1


async def test_who_comes_later_learns_only_that_it_is_claimed(house: House) -> None:
    await joined(house)
    address = await laid_open(house)
    await claim(house, COORDINATOR, address)

    answer = await claim(house, ADVISER, address)

    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/AlreadyClaimed")
    assert (await house.see(ADVISER, address)).status_code == 404


async def test_whoever_is_no_member_sees_and_claims_nothing(house: House) -> None:
    await joined(house, OPS, PUP)
    address = await laid_open(house)

    answer = await claim(house, COORDINATOR, address)

    assert (answer.status_code, answer.json()["type"]) == (404, "/problems/ReferralNotFound")
    assert await open_to(house, COORDINATOR) == []
    assert await open_to(house, STRANGER) == []


async def test_the_sender_neither_sees_nor_claims_ones_own(house: House) -> None:
    await joined(house)
    address = await laid_open(house)

    assert await open_to(house, SOCIAL_WORKER) == []
    assert (await claim(house, SOCIAL_WORKER, address)).status_code == 404


async def test_one_asks_only_a_partnership_of_ones_own(house: House) -> None:
    await joined(house, PUP, NGO)

    answer = await house.ask(SOCIAL_WORKER, "/v1/referrals", referral(TO_ALL))

    assert (answer.status_code, answer.json()["type"]) == (422, "/problems/NotAMember")
    assert answer.json()["errors"][0]["pointer"] == "/to/partnership"


async def test_when_the_agreement_ends_nothing_is_open_any_more(house: House) -> None:
    await joined(house)
    address = await laid_open(house)
    await house.database.pool.execute("UPDATE memberships SET valid_to = '2026-01-02'")

    assert await open_to(house, COORDINATOR) == []
    assert (await claim(house, COORDINATOR, address)).status_code == 404


async def test_a_restricted_client_is_open_to_nobody(house: House) -> None:
    await joined(house)
    address = await laid_open(house)
    await house.database.pool.execute("INSERT INTO restrictions (client_id) VALUES ($1)", CLIENT)

    assert await open_to(house, COORDINATOR) == []
    assert (await claim(house, COORDINATOR, address)).status_code == 404


async def test_a_claimer_who_says_no_lays_it_open_to_the_others(house: House) -> None:
    await joined(house)
    address = await laid_open(house)
    await claim(house, COORDINATOR, address)

    answer = await house.ask(COORDINATOR, f"{address}/decline", {"reason": "no_places"})

    types = [event["type"] for event in await announced(house.database, CLIENT)]
    assert (answer.status_code, answer.json()["state"]) == (200, "sent")
    assert (await house.see(COORDINATOR, address)).status_code == 404
    assert types[-2:] == ["referral.declined.v1", "referral.offered.v1"]
    assert await open_to(house, COORDINATOR) == []
    assert [item["id"] for item in await open_to(house, ADVISER)] == [id_of(address)]
    assert await duties(house, "answer_referral") == []


async def test_the_next_claimer_has_a_relation_and_a_clock_of_its_own(house: House) -> None:
    await joined(house)
    address = await laid_open(house)
    await claim(house, COORDINATOR, address)
    await house.ask(COORDINATOR, f"{address}/decline", {"reason": "no_places"})

    answer = await claim(house, ADVISER, address)

    claims = [
        event
        for event in await announced(house.database, CLIENT)
        if event["type"] == "referral.claimed.v1"
    ]
    assert answer.status_code == 200, answer.text
    assert [event["party_id"] for event in claims] == [str(NGO), str(PUP)]
    assert claims[0]["relation_id"] != claims[1]["relation_id"]
    assert answer.json()["decline_reason"] is None


async def test_who_claimed_it_answers_like_any_receiver(house: House) -> None:
    await joined(house)
    address = await laid_open(house)
    await claim(house, COORDINATOR, address)

    answer = await house.ask(COORDINATOR, f"{address}/accept", VISIT)

    assert answer.json()["state"] == "accepted"
    assert (await house.see(SOCIAL_WORKER, address)).json()["to"]["id"] == str(NGO)


async def test_the_action_of_the_plan_is_the_claimers(house: House) -> None:
    await joined(house)
    address = await laid_open(house, goal_id=await house.goal())

    await claim(house, COORDINATOR, address)

    (action,) = (await house.plan())["goals"][0]["actions"]
    assert (action["owner"]["id"], action["referral_id"]) == (str(NGO), id_of(address))


async def test_who_has_an_open_referral_of_her_already_claims_no_second(house: House) -> None:
    await joined(house)
    await house.sent(to={"institution": str(NGO)})
    address = await laid_open(house)

    answer = await claim(house, COORDINATOR, address)

    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/ReferralOpen")
    assert len(await open_to(house, ADVISER)) == 1


async def test_what_is_open_is_listed_oldest_first_by_category_and_page(house: House) -> None:
    await joined(house)
    first = await laid_open(house)
    second = await laid_open(house, await newcomer(house, 1))

    page = (await house.see(ADVISER, "/v1/offers/open", limit=1)).json()
    rest = (await house.see(ADVISER, "/v1/offers/open", limit=1, cursor=page["next"])).json()

    assert [p["items"][0]["id"] for p in (page, rest)] == [id_of(first), id_of(second)]
    assert rest["next"] is None
    assert await open_to(house, ADVISER, category="food") == []
    assert len(await open_to(house, ADVISER, category="labour_market")) == 2


async def test_a_draft_is_open_to_nobody_until_it_is_sent(house: House) -> None:
    await joined(house)
    body = referral(TO_ALL)
    draft = await house.ask(SOCIAL_WORKER, "/v1/referrals/drafts", body)
    before = await open_to(house, ADVISER)

    await house.ask(SOCIAL_WORKER, f"{draft.headers['location']}/send")

    (item,) = await open_to(house, ADVISER)
    assert before == []
    assert item["category"] == "labour_market"


async def test_the_same_key_claims_once_and_a_stale_look_not_at_all(house: House) -> None:
    await joined(house)
    address = await laid_open(house)
    await relate(house.database, CLIENT, NGO)

    stale = await claim(house, COORDINATOR, address, If_Match='"v9"')
    first = await claim(house, COORDINATOR, address, Idempotency_Key="k1")
    again = await claim(house, COORDINATOR, address, Idempotency_Key="k1")

    assert stale.status_code == 412
    assert (first.status_code, first.json()) == (200, again.json())


async def test_a_clerk_claims_nobody(house: House) -> None:
    await joined(house)
    address = await laid_open(house)
    clerk = worker(PUP, InstitutionKind.PUP, "ops_benefits_clerk")

    assert (await claim(house, clerk, address)).status_code == 403
