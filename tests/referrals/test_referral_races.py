"""Two at once about one client, or about the places of one service: nobody waits for ever, one wins."""

import asyncio
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa

from contracts.intake.rights import ClientErased
from kernel.transactions import begin
from services.referrals.store.places import Places
from services.referrals.store.referrals import Referrals
from services.referrals.tables.places import place_offers, services
from tests.referrals.conftest import ADVISER, CLIENT, NGO, PUP, SOCIAL_WORKER, VISIT, House
from tests.referrals.offering import (
    BASIS,
    COORDINATOR,
    PARTNERSHIP,
    SHELTER,
    WORKSHOP,
    client_of,
    counts,
    id_of,
    joined,
    offered,
    referral,
    taken,
    told,
    waiting,
)

pytestmark = pytest.mark.anyio

NO = {"reason": "other"}
DONE = {"outcome": "goal_reached", "note": "It went well."}
TO_ALL = {"partnership": str(PARTNERSHIP), "category": "labour_market"}


async def answers(house: House, *asked: tuple[Any, str]) -> list[tuple[int, str | None]]:
    """What becomes of several commands at one instant."""
    got = await asyncio.gather(*(house.ask(by, path) for by, path in asked))
    return sorted((one.status_code, one.json().get("type")) for one in got)


async def offer(house: House, *to: dict[str, str]) -> Any:
    body = {"client_id": str(CLIENT), "to": to, "purpose": "A workshop", "basis": BASIS}
    answer = await house.ask(SOCIAL_WORKER, "/v1/offers", body)
    assert answer.status_code == 201, answer.text
    return answer.json()


async def test_a_place_is_kept_for_one_whom_somebody_has_in_hand(house: House) -> None:
    """Who holds her waits for the places: whoever holds these must not wait for her."""
    await offered(house, places=1)
    first = await taken(house)
    waits = UUID(id_of(await waiting(house, 1)))

    async with begin(house.database) as tx:
        await Referrals(tx, by=None).get(waits)
        answer = await asyncio.wait_for(house.ask(COORDINATOR, f"{first}/complete", DONE), 4)

    kept = await house.database.pool.fetchval("SELECT referral_id FROM place_offers")
    assert (answer.status_code, kept) == (200, waits)


async def test_of_four_opened_again_at_once_three_are_told_of_the_other(house: House) -> None:
    declined = []
    for _ in range(4):
        declined.append(await house.sent())
        await house.ask(ADVISER, f"{declined[-1]}/decline", NO)

    got = await answers(house, *((SOCIAL_WORKER, f"{one}/reopen") for one in declined))

    assert got == [(200, None), *[(409, "/problems/ReferralOpen")] * 3]


async def test_claimed_and_opened_again_at_once_she_is_there_once(house: House) -> None:
    await joined(house)
    first = await house.sent()
    await house.ask(ADVISER, f"{first}/decline", NO)
    laid = await house.ask(SOCIAL_WORKER, "/v1/referrals", referral(TO_ALL))

    got = await answers(
        house, (ADVISER, f"{first}/reopen"), (ADVISER, f"{laid.headers['location']}/claim")
    )

    assert got == [(200, None), (409, "/problems/ReferralOpen")]


async def test_one_of_hers_is_open_to_be_claimed_at_a_time(house: House) -> None:
    await joined(house)
    first = await house.ask(SOCIAL_WORKER, "/v1/referrals", referral(TO_ALL))

    second = await house.ask(SOCIAL_WORKER, "/v1/referrals", referral(TO_ALL))

    assert (second.status_code, second.json()["type"]) == (409, "/problems/ReferralOpen")
    assert second.json()["referral_id"] == id_of(first.headers["location"])


async def test_a_claimer_says_no_while_another_one_of_hers_is_open(house: House) -> None:
    await joined(house)
    first = await house.ask(SOCIAL_WORKER, "/v1/referrals", referral(TO_ALL))
    address = first.headers["location"]
    await house.ask(ADVISER, f"{address}/claim")
    await house.ask(SOCIAL_WORKER, "/v1/referrals", referral(TO_ALL))

    answer = await house.ask(ADVISER, f"{address}/decline", NO)

    assert (answer.status_code, answer.json()["state"]) == (200, "declined")


async def test_who_accepted_may_take_the_answer_back_and_accept_again(house: House) -> None:
    made = await offer(house, {"institution": str(PUP)}, {"institution": str(NGO)})
    address = f"/v1/referrals/{made['referrals'][0]['id']}"
    await house.ask(ADVISER, f"{address}/accept", VISIT)
    await house.ask(ADVISER, f"{address}/complete", DONE)
    await house.ask(ADVISER, f"{address}/reopen")

    answer = await house.ask(ADVISER, f"{address}/accept", VISIT)

    assert (answer.status_code, answer.json()["state"]) == (200, "accepted")


async def test_an_offer_is_withdrawn_in_the_order_in_which_places_are_held(house: House) -> None:
    await offered(house, WORKSHOP)
    await offered(house, SHELTER)
    made = await offer(house, {"service": str(SHELTER)}, {"service": str(WORKSHOP)})
    for one in made["referrals"]:
        await house.ask(COORDINATOR, f"/v1/referrals/{one['id']}/wait")

    async with begin(house.database) as tx:
        await Places(tx).lock([WORKSHOP])
        withdrawing = asyncio.create_task(
            house.ask(SOCIAL_WORKER, f"/v1/offers/{made['id']}/withdraw")
        )
        await asyncio.sleep(0.7)
        later = sa.select(services.c.service_id).where(services.c.service_id == SHELTER)
        free = await tx.session.scalar(later.with_for_update(skip_locked=True))

    assert free == SHELTER
    assert (await withdrawing).status_code == 200


async def test_whoever_is_erased_is_let_go_in_the_order_in_which_places_are_held(
    house: House,
) -> None:
    await offered(house, places=1)
    first = await taken(house)
    client = client_of(1)
    waits = await waiting(house, 1)
    await house.ask(COORDINATOR, f"{first}/complete", DONE)

    async with begin(house.database) as tx:
        await Places(tx).lock([WORKSHOP])
        erasing = asyncio.create_task(told(house, ClientErased(client_id=client)))
        await asyncio.sleep(0.7)
        mine = sa.select(place_offers.c.referral_id).with_for_update(skip_locked=True)
        free = await tx.session.scalar(mine)
    await erasing

    assert free == UUID(id_of(waits))
    assert await counts(house) == (0, 0)
